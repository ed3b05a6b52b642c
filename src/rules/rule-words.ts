/** An event, or several of which any is meant, by the names of {@link allEvents}. */
export type Events = string | readonly string[];

/** A test of the states that a consignment is in (dotted paths). */
export type StateTest =
  | { readonly in: string }
  | { readonly all: readonly StateTest[] }
  | { readonly any: readonly StateTest[] }
  | { readonly not: StateTest };

/** How sure it is that the law says so: read at the source, known well or fairly, or assumed where no law was found. */
export type Confidence = 'cited' | 'high' | 'medium' | 'assumed';
