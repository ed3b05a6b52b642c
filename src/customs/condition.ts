/** A test of a consignment's attributes, as plain data: who is eligible for a measure, whom a guard lets pass. */
export type Condition =
  /** The attribute has one of these levels. */
  | { readonly attribute: string; readonly isOneOf: readonly string[] }
  /** The number attribute lies in [atLeast, below); a missing end is open. */
  | { readonly attribute: string; readonly atLeast?: number; readonly below?: number }
  /** The attribute is true. */
  | { readonly attribute: string; readonly isTrue: true }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };
