import type { SimTime } from '../base/index.ts';

/** A lane of a consignment over time, ready to be drawn. */
export interface LaneCourse<Each extends CourseSpan = CourseSpan> {
  readonly label: string;
  /** In their order, not overlapping. */
  readonly spans: readonly Each[];
  /** Where the lane came to its end. */
  readonly marks: readonly { readonly at: SimTime; readonly label: string }[];
}

/** A state that lasted, or a part of it. */
export interface CourseSpan {
  readonly from: SimTime;
  readonly to: SimTime;
  readonly label: string;
  /** Nothing is done in it: it waits, in line, for another lane or for somebody. */
  readonly isWait: boolean;
  /** Place of its stage among those of the time in port; undefined: it is in none of them. */
  readonly stage: number | undefined;
}
