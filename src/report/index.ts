export { cellsOf, fit, type Fit } from './cells.ts';
export { compareText, figures, verdictText } from './compare-text.ts';
export {
  compareView,
  letterOf,
  nothingYet,
  type CompareRow,
  type CompareView,
  type GroupView,
  type IndicatorView,
} from './compare-view.ts';
export { csvText, type CsvCell } from './csv.ts';
export { fitColumns, type ColumnWish } from './fit-columns.ts';
export { flowText } from './flow-text.ts';
export { flowsText } from './flows-text.ts';
export { messagesOf, type Message } from './messages.ts';
export { mistakeText } from './mistake-text.ts';
export { type Language } from './names.ts';
export {
  alignPoints,
  count,
  decimalsOf,
  fixed,
  intervalText,
  missing,
  money,
  scaled,
  scaleOf,
  share,
  signed,
  type Figure,
  type Scale,
  type Unit,
} from './numbers.ts';
export { timesText } from './row-sentences.ts';
export { runText } from './run-text.ts';
export { asciiPatterns, stageCells } from './stage-cells.ts';
export { type Format, type TextOptions } from './text-options.ts';
export { wrapped } from './table.ts';
export { toJson } from './to-json.ts';
export { validateText, type Checked } from './validate-text.ts';
export { visible } from './visible.ts';
export { lengthText, wordsOf } from './words.ts';
export { type Words } from './words-en.ts';
