import type { Label } from './label.ts';

/** What a user asked for cannot be done. Thrown where somebody waits for it to be done, who says why. */
export class NotDone extends Error {
  override readonly name: string = 'NotDone';
  readonly why: Label;

  constructor(why: Label, options?: ErrorOptions) {
    super(why.en, options);
    this.why = why;
  }
}
