import type { Piece, Role, Room } from './line.ts';

/** Bits of the dots of a braille character (U+2800), by row and column. */
const bits: readonly (readonly [number, number])[] = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
];

/** Dots of a cell. */
export const dotsAcross = 2;
export const dotsDown = 4;

/** A canvas of braille dots, two by four in a cell, counted from its upper left corner. What is set first gives a cell its role. */
export class Dots {
  readonly room: Room;
  readonly #cells: Uint8Array;
  readonly #roles: Role[];

  constructor(room: Room) {
    this.room = room;
    this.#cells = new Uint8Array(room.width * room.height);
    this.#roles = Array.from({ length: this.#cells.length }, () => 'plain');
  }

  /** Sets a dot; one outside is nothing. */
  set(x: number, y: number, role: Role): void {
    const { width, height } = this.room;
    if (x < 0 || y < 0 || x >= width * dotsAcross || y >= height * dotsDown) return;
    const cell = Math.floor(y / dotsDown) * width + Math.floor(x / dotsAcross);
    if (this.#cells[cell] === 0) this.#roles[cell] = role;
    this.#cells[cell] = (this.#cells[cell] ?? 0) | (bits[y % dotsDown]?.[x % dotsAcross] ?? 0);
  }

  /** The cells of a row, a blank one where nothing is set. */
  cells(row: number): readonly Piece[] {
    const { width } = this.room;
    return Array.from({ length: width }, (_, column) => {
      const cell = this.#cells[row * width + column] ?? 0;
      return {
        text: cell === 0 ? ' ' : String.fromCodePoint(0x2800 + cell),
        role: this.#roles[row * width + column] ?? 'plain',
      };
    });
  }
}
