import { right, type Mistake, type Result, type Label } from '../base/index.ts';
import { refuse, type Read, splitQuantity } from '../notation/index.ts';
import type { Dimension } from './dimension.ts';

/** Gives the text of a file that a scenario names, relative to the scenario; wrong: why it cannot be read. */
export type Files = (path: string) => Result<string, Label>;

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
  if (data.length === 0)
    return refuse(
      'empty-file',
      { en: `${path} holds no values`, zh: `${path} 中没有值` },
      { expected: { en: 'a value in each row', zh: '每行一个值' } },
    );
  if (data.length > valuesMax)
    return refuse(
      'too-large',
      { en: `${path} holds ${data.length} values`, zh: `${path} 中有 ${data.length} 个值` },
      { expected: { en: `at most ${valuesMax}`, zh: `至多 ${valuesMax}` } },
    );
  const mistakes: Mistake[] = [];
  const values = data.map(({ cell, line }) => {
    const quantity = splitQuantity(cell);
    const read =
      quantity === undefined
        ? refuse('no-number', { en: 'this is no number', zh: '这不是数字' })
        : dimension.read({ amount: quantity.amount, unit: quantity.unit === '' ? (heading ?? '') : quantity.unit });
    if (read.ok) return read.value;
    mistakes.push(...read.wrong.map((each) => ({ ...each, found: cell, place: { file: path, line, column: 1 } })));
    return 0;
  });
  return mistakes.length > 0 ? { ok: false, wrong: mistakes.slice(0, 10) } : right(values);
}

/** The text of a file beside the scenario or below it; paths that lead elsewhere are refused. */
export function readFile(path: string, files: Files): Read<string> {
  if (path === '')
    return refuse(
      'no-file',
      { en: 'no file is named', zh: '没有写明文件' },
      { expected: { en: 'a path relative to the scenario', zh: '相对于方案的路径' } },
    );
  if (/^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/u.test(path))
    return refuse(
      'file-outside',
      { en: 'this file lies outside the folder of the scenario', zh: '此文件在方案所在文件夹之外' },
      {
        expected: { en: 'a path relative to the scenario, without ..', zh: '相对于方案的路径，不含 ..' },
      },
    );
  const text = files(path);
  return text.ok
    ? text
    : refuse(
        'no-such-file',
        {
          en: `${path} cannot be read: ${text.wrong.en}`,
          zh: `无法读取 ${path}：${text.wrong.zh}`,
        },
        {
          expected: { en: 'a file beside the scenario', zh: '方案旁的文件' },
        },
      );
}
