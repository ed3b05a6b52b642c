import { textOf, type Line } from '../../../src/tui/drawing/line.ts';

/** Which dots are set in lines of braille, by row of dots and column of dots, from column `from` of the cells on; other characters have none. */
export function dotsIn(lines: readonly Line[], from = 0): readonly (readonly boolean[])[] {
  return textOf(lines).flatMap((line) => {
    const cells = Array.from(line)
      .slice(from)
      .map((cell) => {
        const code = (cell.codePointAt(0) ?? 0) - 0x2800;
        return code >= 0 && code < 256 ? code : 0;
      });
    // Unicode numbers the dots of a cell downwards, the lowest two last.
    return [0, 1, 2, 3].map((row) =>
      cells.flatMap((code) => [0, 1].map((column) => (code & (1 << (row < 3 ? row + 3 * column : 6 + column))) !== 0)),
    );
  });
}
