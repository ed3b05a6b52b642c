import type { Mistake, Place, Label } from '../base/index.ts';

/** A log that cannot be read on. Thrown, since parsers call back from their depths; `readLog` returns what it carries. */
export class Refused extends Error {
  override readonly name: string = 'Refused';
  readonly mistake: Mistake;

  constructor(what: Omit<Mistake, 'path' | 'place'>, place: Place) {
    super(what.message.en);
    this.mistake = { ...what, path: [], place };
  }
}

/** Most characters of a line, an XML tag or a JSON element: 1 MiB. Longer ones are not kept. */
export const pieceMax: number = 1024 * 1024;

/** Throws {@link Refused} if a piece that is not at its end yet is longer than is kept; `what` it is, and where it begins. */
export function checkPiece(length: number, what: Label, place: Place): void {
  if (length > pieceMax)
    throw new Refused(
      {
        code: 'too-long',
        message: { en: `this ${what.en} is too long`, zh: `此${what.zh}过长` },
        expected: { en: 'at most 1 MiB', zh: '至多 1 MiB' },
      },
      place,
    );
}
