export { cellsOf, fit, lettersOf } from './cells.ts';
export { chanceText, replayText } from './chance-text.ts';
export { citationText } from './citation-text.ts';
export { clockText, lengthText } from './clock-text.ts';
export { timeAsked } from './clock-time.ts';
export { compareText, differences, figures, verdictText, type FigureTexts } from './compare-text.ts';
export {
  compareView,
  letterOf,
  nothingYet,
  withNames,
  type Titled,
  type CompareRow,
  type CompareView,
  type IndicatorView,
} from './compare-view.ts';
export { fitColumns } from './fit-columns.ts';
export { flowText } from './flow-text.ts';
export { flowsText } from './flows-text.ts';
export type { HappeningView } from './happening-text.ts';
export { keysText } from './keys-text.ts';
export type { LaneCourse } from './lane-course.ts';
export { futuresView, type FuturesView } from './futures-view.ts';
export { gainersView, type GainersRow, type GainersView } from './gainers-view.ts';
export { liveView, type LiveView, type SeaView, type StationView } from './live-view.ts';
export { logCheckJson, logCheckText, whyText } from './log-check-text.ts';
export { answerText, computedText, judgementText, lessonText, lessonsText, tellLesson } from './lesson-text.ts';
export { mistakeJson } from './mistake-json.ts';
export { mistakeText, sentence } from './mistake-text.ts';
export { insideView, type InsideView } from './inside-view.ts';
export { messagesOf, type Message } from './messages.ts';
export { indicatorName, thingName, type Language } from './names.ts';
export {
  alignPoints,
  count,
  decimalsOf,
  fixed,
  intervalText,
  missing,
  money,
  precisionText,
  roundStep,
  scaled,
  scaledFigure,
  scaleOf,
  share,
  signed,
  type Figure,
  type Scale,
  type Unit,
} from './numbers.ts';
export { timesText } from './row-sentences.ts';
export { standView, type ComingView, type LaneView, type StandView, type StateView } from './stand-view.ts';
export { mutationText } from './mutation-text.ts';
export { proofText } from './proof-text.ts';
export { vocabularyText } from './vocabulary-text.ts';
export { ruleRows, traceView, type RuleRow, type TraceView } from './rules-view.ts';
export { runCheckText } from './run-check-text.ts';
export { comparisonCsv } from './result-csv.ts';
export { runText } from './run-text.ts';
export { sectionName, settingName, settingValue } from './setting-name.ts';
export { sheetText, type Sheet } from './sheet-text.ts';
export { asciiPatterns, stageCells } from './stage-cells.ts';
export { wrapped } from './wrapped.ts';
export type { TextOptions } from './text-options.ts';
export {
  attributesText,
  feeCurrencyOf,
  slowestOf,
  slowestRow,
  slowestSorts,
  type Slow,
  type SlowestFilter,
  type SlowestSort,
} from './slowest-view.ts';
export { spreadView, zooms, type SpreadRow, type SpreadView, type Zoom } from './spread-view.ts';
export { timelineView, type TimelineView } from './timeline-view.ts';
export { toJson } from './to-json.ts';
export { validateText, type Checked } from './validate-text.ts';
export { visible } from './visible.ts';
export { weekView, type DayView, type WeekView } from './week-view.ts';
export { wordsOf } from './words.ts';
export type { Words } from './words-en.ts';
export { LogText } from './log-text.ts';
