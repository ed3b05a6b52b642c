/** The outcome of something a user can get wrong: a value, or every mistake found. */
export type Result<Value, Wrong> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly wrong: Wrong };

/** A right outcome. */
export function right<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** A wrong outcome. */
export function wrong<Wrong>(what: Wrong): { readonly ok: false; readonly wrong: Wrong } {
  return { ok: false, wrong: what };
}
