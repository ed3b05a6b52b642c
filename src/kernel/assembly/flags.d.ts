/** Set when the kernel is compiled, by `--use DRAWS_BY_PHILOX=1`. */
declare const DRAWS_BY_PHILOX: bool;
