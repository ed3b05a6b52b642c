import { right, type Mistake, type Result } from '../base/index.ts';
import { refuse, type Read, splitQuantity } from '../notation/index.ts';
import type { Dimension } from './dimension.ts';

/** Gives the text of a file that a scenario names, relative to the scenario; wrong: why it cannot be read. */
export type Files = (path: string) => Result<string, string>;

/** Most values that an empirical distribution may have. */
const valuesMax = 100_000;

/**
 * Measured values of `empirical(file.csv)`: the first column, a quantity in each row (`4.2 h`), or bare numbers under a
 * heading that is their unit (`h`). Empty rows are passed over. Mistakes in it point into that file.
 */
export function readMeasurements(path: string, dimension: Dimension, files: Files): Read<readonly number[]> {
  const text = readFile(path, files);
  if (!text.ok) return text;
  const rows = text.value
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|\n/u)
    .map((row, index) => ({ cell: (row.split(/[,;\t]/u)[0] ?? '').trim(), line: index + 1 }))
    .filter(({ cell }) => cell !== '');
  const heading = rows[0] !== undefined && splitQuantity(rows[0].cell) === undefined ? rows[0].cell : undefined;
  const data = heading === undefined ? rows : rows.slice(1);
  if (data.length === 0) return refuse('empty-file', `${path} holds no values`, { expected: 'a value in each row' });
  if (data.length > valuesMax)
    return refuse('too-large', `${path} holds ${data.length} values`, { expected: `at most ${valuesMax}` });
  const mistakes: Mistake[] = [];
  const values = data.map(({ cell, line }) => {
    const quantity = splitQuantity(cell);
    const read =
      quantity === undefined
        ? refuse('no-number', 'this is no number')
        : dimension.read({ amount: quantity.amount, unit: quantity.unit === '' ? (heading ?? '') : quantity.unit });
    if (read.ok) return read.value;
    mistakes.push(...read.wrong.map((each) => ({ ...each, found: cell, place: { file: path, line, column: 1 } })));
    return 0;
  });
  return mistakes.length > 0 ? { ok: false, wrong: mistakes.slice(0, 10) } : right(values);
}

/** The text of a file beside the scenario or below it; paths that lead elsewhere are refused. */
export function readFile(path: string, files: Files): Read<string> {
  if (path === '') return refuse('no-file', 'no file is named', { expected: 'a path relative to the scenario' });
  if (/^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/u.test(path))
    return refuse('file-outside', 'this file lies outside the folder of the scenario', {
      expected: 'a path relative to the scenario, without ..',
    });
  const text = files(path);
  return text.ok
    ? text
    : refuse('no-such-file', `${path} cannot be read: ${text.wrong}`, { expected: 'a file beside the scenario' });
}
