/** An instant named by milestones: the first reached of `first`, or the last reached of `last` (none before all of them are). */
export type Anchor = { readonly first: readonly string[] } | { readonly last: readonly string[] };

/** What an indicator measures: the time from one anchor to another. */
export interface Span {
  readonly from: Anchor;
  readonly to: Anchor;
}
