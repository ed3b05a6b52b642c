/** Files that have become wrong: what is wrong in them, one mistake after another. */
export interface MistakesState {
  readonly place: 'mistakes';
  /** Number of the mistake that the pointer is at. */
  readonly chosen: number;
}

/** At the first mistake. */
export function openMistakes(): MistakesState {
  return { place: 'mistakes', chosen: 0 };
}
