import { unreachable } from '../base/index.ts';
import type { Difference, ScenarioResult, Verdict } from '../experiment/index.ts';
import { headName } from './names.ts';
import {
  decimalsOf,
  differenceDecimals,
  fixed,
  intervalText,
  scaled,
  scaledFigure,
  share,
  signed,
  type Figure,
  type Scale,
} from './numbers.ts';
import type { Words } from './words-en.ts';

/** The parts of a row and of its view that its sentences speak of. */
interface Spoken {
  readonly letter: string;
  readonly name: string;
  readonly isBase: boolean;
  readonly mean: Figure | undefined;
  readonly difference: Figure | undefined;
  readonly verdict: Verdict | undefined;
  readonly gain: Difference['gain'] | undefined;
  readonly luck: number | undefined;
}

interface Around {
  readonly view: {
    readonly base: string;
    readonly differenceScale: Scale;
    readonly indicator: { readonly name: string; readonly full: string; readonly scale: Scale };
  };
  readonly result: ScenarioResult;
  readonly base: ScenarioResult | undefined;
  readonly differences: readonly Difference[];
  readonly words: Words;
}

/** Sentences about a scenario: how it differs from the base and in which stages; for whom; what the same luck is worth. */
export function rowSentences(row: Spoken, around: Around): readonly string[] {
  const { words, view } = around;
  const { letter, name } = row;
  if (row.mean === undefined) return [words.noFigures({ letter, name })];
  if (row.isBase) {
    const figure = figureText(row.mean, view.indicator.scale);
    return [words.baseSentence({ letter, name, what: view.indicator.full, figure }), words.baseSecond];
  }
  if (row.difference === undefined || row.verdict === undefined) return [words.noFigures({ letter, name })];
  const clauses = [
    differenceClause(row.difference, row.verdict, row.letter, around),
    ...formalClause(around),
    ...stageClause(row.verdict, around),
  ];
  return [clauses.join(words.join) + words.stop, ...gainSentences(row, around)];
}

function differenceClause(shown: Figure, verdict: Verdict, letter: string, { view, words }: Around): string {
  const isDecided = verdict === 'shorter' || verdict === 'longer';
  // What is decided but rounds to nothing in the column is said in minutes.
  const isTiny = isDecided && view.differenceScale.unit === 'h' && Math.abs(shown.value) < 0.05;
  const { unit, decimalsMax } = isTiny ? ({ unit: 'min', decimalsMax: 2 } as const) : view.differenceScale;
  const difference = isTiny ? scaledFigure(shown, 'min') : shown;
  const { value, interval } = difference;
  const decimals = differenceDecimals(difference, decimalsMax);
  const text = (hours: number): string => `${fixed(Math.abs(hours), decimals)} ${unit}`;
  const at = { letter, base: view.base, figure: text(value), interval: intervalText(interval, decimals) };
  const soFar = { ...at, figure: `${signed(value, decimals)} ${unit}` };
  if (interval === null) return words.tooEarlyBy(soFar).trimEnd();
  const [low, high] = interval;
  switch (verdict) {
    case 'shorter':
      return words.shorterBy({ ...at, interval: intervalText([-high, -low], decimals) });
    case 'longer':
      return words.longerBy(at);
    case 'notShown':
      return words.notShownBy({ ...at, upTo: text(Math.max(-low, high)) });
    case 'tooEarly':
      return words.tooEarlyBy(soFar);
    default:
      return unreachable(verdict);
  }
}

/** The two stages that changed most, once a difference is shown and where the stages are parts of the indicator; pick-up comes after release. */
function stageClause(verdict: Verdict, { view, result, base, words }: Around): readonly string[] {
  const { name } = view.indicator;
  if (
    (name !== 'releaseTime' && name !== 'dwellTime') ||
    (verdict !== 'shorter' && verdict !== 'longer') ||
    base === undefined
  )
    return [];
  const changes = Object.entries(result.stages)
    .filter(([stage]) => name === 'dwellTime' || stage !== 'pickUp')
    .map(([stage, { mean }]) => ({ stage, hours: mean - (base.stages[stage]?.mean ?? 0) }))
    .filter(({ hours }) => Math.abs(hours) >= 0.05)
    .toSorted((a, b) => Math.abs(b.hours) - Math.abs(a.hours))
    .slice(0, 2);
  const unit = view.indicator.scale.unit;
  const parts = changes.map(
    ({ stage, hours }) => `${headName(stage, words.language)} ${signed(scaled(hours, unit), 1)} ${unit}`,
  );
  return parts.length === 0 ? [] : [words.stageChanges(parts)];
}

/** Two-step declaration lets goods leave earlier and is released later: whoever says the one must say the other. */
function formalClause({ view, result, differences, words }: Around): readonly string[] {
  const formal = differences.find(
    (each) => each.scenario === result.scenario && each.indicator === 'formalReleaseTime',
  );
  if (view.indicator.name !== 'releaseTime' || formal?.verdict !== 'longer' || formal.difference < 0.05) return [];
  const figure = { value: formal.difference, interval: formal.interval };
  return [words.formallyLater(`${fixed(figure.value, differenceDecimals(figure, 1))} h`)];
}

function gainSentences(row: Spoken, { words }: Around): readonly string[] {
  if (row.gain === undefined || row.gain === null) return [words.noGain];
  const gain = words.gain({ better: share(row.gain.better), worse: share(row.gain.worse) });
  if (isPassedOn(row)) return [gain, words.passedOn];
  return row.luck !== undefined && row.luck >= 1.05 ? [gain, words.narrower(timesText(row.luck))] : [gain];
}

/** As many lose as gain, and the mean is hardly better for it (below 1 % of it). */
export function isPassedOn({
  gain,
  verdict,
  mean,
  difference,
}: Pick<Spoken, 'gain' | 'verdict' | 'mean' | 'difference'>): boolean {
  if (gain === null || gain === undefined || mean === undefined || difference === undefined) return false;
  const isSmall = Math.abs(difference.value) < 0.01 * mean.value;
  return (
    (verdict === 'notShown' || (verdict === 'shorter' && isSmall)) && gain.better >= 0.01 && gain.worse >= gain.better
  );
}

/** `3.1`, from 10 on without decimals. */
export function timesText(luck: number): string {
  return fixed(luck, luck < 10 ? 1 : 0);
}

/** `95.9 h [93.2, 99.1]`. */
function figureText(figure: Figure, scale: Scale): string {
  const decimals = decimalsOf(figure, scale.decimalsMax);
  return `${fixed(figure.value, decimals)} ${scale.unit} ${intervalText(figure.interval, decimals)}`.trimEnd();
}
