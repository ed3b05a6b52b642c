/**
 * Guards that a flow may ask without a scenario defining them: the scenario's setting answers, alike for all consignments.
 * The simulation gives the answers.
 */
export const factNames: Readonly<Record<string, string>> = {
  /** Vessels only; with advance declaration papers begin at departure anyway. */
  papersBeginAtDeparture: 'arrivals.preparationStarts is departure',
  releaseNeedsYard: "the law profile's releaseTrigger is unloaded",
};
