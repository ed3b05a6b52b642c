/** What the kernel asks of whoever runs it. All of it is rare: once a day, for rules in open hours, or for watched entities alone. */

/** The instant at which due number `due` falls when counted from a local day. */
export declare function dueOfDay(due: i32, day: i32): f64;
/** The instant at which due number `due` falls when counted from another. */
export declare function dueOfInstant(due: i32, at: f64): f64;
/** The next instant after `after` at which a calendar opens or closes; NaN if it does not change any more. */
export declare function nextChange(calendar: i32, after: f64): f64;
/** A watched entity is about to make a step; `event` is -1 for its first. */
export declare function stepBegins(entity: usize, event: i32): void;
/** A watched entity reaches a milestone by its step. */
export declare function reaches(milestone: i32): void;
/** A watched entity is charged a fee by its step, whatever the amount. */
export declare function charges(fee: i32): void;
/** A watched entity has made a step. */
export declare function stepEnds(entity: usize): void;
