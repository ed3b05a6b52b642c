/** Operations of a program, each followed by its operands. */
export namespace Op {
  /** `goto configuration`; ends the program. */
  export const goto: i32 = 0;
  /** `test guard otherwise`: goes on if the guard holds, else at the address `otherwise`. */
  export const test: i32 = 1;
  /** `set offset level`. */
  export const set: i32 = 2;
  /** `copy offset from`. */
  export const copy: i32 = 3;
  /** `reach milestone`. */
  export const reach: i32 = 4;
  /** `charge fee`. */
  export const charge: i32 = 5;
  /** `arm timer`. */
  export const arm: i32 = 6;
  /** `disarm timer`. */
  export const disarm: i32 = 7;
  /** `begin activity`. */
  export const begin: i32 = 8;
  /** `end activity`. */
  export const end: i32 = 9;
  /** `sign configuration sign`: gives a sign, and ends the program as `goto` does. */
  export const sign: i32 = 10;
  /** `ask guard place`: puts the answer there (u8) for the sign that comes; leaves no other trace. */
  export const ask: i32 = 11;
}
