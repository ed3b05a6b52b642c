/** Credit levels of enterprises by the day on which they came into force, best level first. */
export const creditLevels: {
  readonly '2018-05-01': readonly string[];
  readonly '2021-11-01': readonly string[];
  readonly '2026-04-01': readonly string[];
} = {
  /** GACC Order 237, until 31 October 2021. */
  '2018-05-01': ['advancedCertified', 'generalCertified', 'generalCredit', 'discredited'],
  /** GACC Order 251, until 31 March 2026. */
  '2021-11-01': ['advancedCertified', 'regular', 'discredited'],
  /** GACC Order 282 of 13 January 2026. */
  '2026-04-01': ['advancedCertified', 'certified', 'regular', 'discredited', 'seriouslyDiscredited'],
};
