/** Set when the kernel is compiled, by `--use DRAWS_BY_PHILOX=1`. */
declare const DRAWS_BY_PHILOX: bool;
/** Set when the kernel is compiled, by `--use COUNT_DRAWS=1`. */
declare const COUNT_DRAWS: bool;
