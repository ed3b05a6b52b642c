import type { Estimate, ScenarioResult } from '../experiment/index.ts';
import { titleIn } from './compare-view.ts';
import { figures } from './compare-text.ts';
import { anchorName, endingName, headName, indicatorName, thingName } from './names.ts';
import { notesIn } from './notes-in.ts';
import { count, fixed, missing, money, scaledFigure, scaleOf, share, type Figure } from './numbers.ts';
import { pageOutput } from './page-output.ts';
import { ruleTables } from './rule-tables.ts';
import { resultCsv } from './result-csv.ts';
import type { Table } from './table.ts';
import type { TextOptions } from './text-options.ts';
import { visible } from './visible.ts';
import { lengthText } from './words.ts';
import type { Words } from './words-en.ts';

/** What `run` prints: indicators, stages, resources, activities, fees, terms, and what the reader must know. */
export function runText(result: ScenarioResult, options: TextOptions): string {
  if (options.format === 'csv') return resultCsv(result);
  const { words } = options;
  const whole = words.runTitle({
    name: visible(titleIn(result, words.language)),
    done: count(result.replications),
    seed: visible(result.seed),
    law: visible(result.law),
  });
  const title = result.partial ? words.partialTitle(whole) : whole;
  const tables = [indicatorTable, stageTable, resourceTable, activityTable, feeTable, termTable].map((table) =>
    table(result, words),
  );
  return pageOutput(
    {
      title,
      tables: [...tables.filter((table) => table.rows.length > 0), ...ruleTables([result], options)],
      notes: notesOf(result, options),
    },
    options,
  );
}

function indicatorTable(result: ScenarioResult, words: Words): Table {
  const all = Object.entries(result.indicators);
  const scale = scaleOf(all.map(([, each]) => each.mean));
  const column = (of: (each: (typeof all)[number][1]) => Estimate): ReturnType<typeof figures> =>
    figures(
      all.map(([, each]): Figure | undefined => (each.count === 0 ? undefined : scaledFigure(of(each), scale.unit))),
      scale,
    );
  const mean = column((each) => ({ value: each.mean, interval: each.interval }));
  const quantiles = [column((each) => each.p50), column((each) => each.p90), column((each) => each.p95)];
  return {
    heading: '',
    columns: [
      { head: words.indicator, align: 'left', rank: 0 },
      { head: words.fromTo, align: 'left', rank: 4, least: 20 },
      { head: `${words.mean} ${scale.unit}`, align: 'right', rank: 0 },
      { head: words.intervalHead(share(all[0]?.[1].level ?? 0.95)), align: 'left', rank: 1 },
      { head: 'p50', align: 'right', rank: 2 },
      { head: 'p90', align: 'right', rank: 2 },
      { head: 'p95', align: 'right', rank: 2 },
      { head: words.count, align: 'right', rank: 3 },
    ],
    rows: all.map(([name, each], at) => [
      indicatorName(name, words.language),
      `${anchorName(each.from, words.language)} -> ${anchorName(each.to, words.language)}`,
      mean.values[at] ?? missing,
      mean.intervals[at] ?? '',
      ...quantiles.map((quantile) => quantile.values[at] ?? missing),
      count(each.count),
    ]),
  };
}

function stageTable(result: ScenarioResult, words: Words): Table {
  const stages = Object.entries(result.stages);
  const total = stages.reduce((sum, [, { mean }]) => sum + mean, 0);
  return {
    heading: words.timeByStage(words.hours),
    columns: [...stages.map(([name]) => headName(name, words.language)), words.total].map((head) => ({
      head,
      align: 'right',
      rank: 0,
    })),
    rows: stages.length === 0 ? [] : [[...stages.map(([, { mean }]) => fixed(mean, 1)), fixed(total, 1)]],
  };
}

function resourceTable(result: ScenarioResult, words: Words): Table {
  return {
    heading: '',
    columns: [
      { head: words.station, align: 'left', rank: 0 },
      ...[words.units, words.busy, words.queueMean, words.queueMost, words.overtime].map((head, at) => ({
        head,
        align: 'right' as const,
        rank: at,
      })),
    ],
    rows: Object.entries(result.resources).map(([name, each]) => [
      thingName(name, words.language),
      count(each.count),
      share(each.utilisation),
      fixed(each.queueLength.mean, 1),
      count(each.queueLength.max),
      fixed(each.overtime, 1),
    ]),
  };
}

function activityTable(result: ScenarioResult, words: Words): Table {
  const all = Object.entries(result.activities);
  const waits = figures(
    all.map(([, each]): Figure => ({ value: each.wait.mean, interval: each.wait.interval })),
    { unit: 'h', decimalsMax: 2 },
  );
  return {
    heading: '',
    columns: [
      { head: words.activity, align: 'left', rank: 0 },
      { head: words.starts, align: 'right', rank: 2 },
      { head: words.waited, align: 'right', rank: 1 },
      { head: words.wait, align: 'right', rank: 0 },
      { head: words.intervalHead('95 %'), align: 'left', rank: 1 },
      { head: words.service, align: 'right', rank: 1 },
    ],
    rows: all.map(([name, each], at) => [
      thingName(name, words.language),
      count(each.count),
      share(each.waited.share),
      waits.values[at] ?? missing,
      waits.intervals[at] ?? '',
      fixed(each.service.mean, 2),
    ]),
  };
}

function feeTable(result: ScenarioResult, words: Words): Table {
  return {
    heading: '',
    columns: [
      { head: words.fee, align: 'left', rank: 0 },
      { head: words.perConsignment, align: 'right', rank: 0 },
      { head: words.charged, align: 'right', rank: 1 },
    ],
    rows: Object.entries(result.fees).map(([name, fee]) => [
      thingName(name, words.language),
      money(fee.mean, visible(fee.currency)),
      count(fee.charged),
    ]),
  };
}

function termTable(result: ScenarioResult, words: Words): Table {
  return {
    heading: '',
    columns: [
      { head: words.term, align: 'left', rank: 0 },
      { head: words.settled, align: 'right', rank: 1 },
      { head: words.late, align: 'right', rank: 0 },
      { head: '', align: 'right', rank: 0 },
    ],
    rows: Object.entries(result.terms).map(([name, { settled, late }]) => [
      thingName(name, words.language),
      count(settled),
      count(late),
      settled === 0 ? missing : share(late / settled),
    ]),
  };
}

function notesOf(result: ScenarioResult, { words, verbose = false }: TextOptions): readonly string[] {
  const { consignments } = result;
  const endings = Object.entries(consignments.ended).map(
    ([ending, n]) => `${count(n)} ${endingName(ending, words.language)}`,
  );
  return [
    ...(result.provisional ? [words.provisional] : []),
    ...notesIn(result, words.language).map(visible),
    words.ended({ counted: count(consignments.counted), endings: endings.join(words.punctuation.list) }),
    ...(consignments.unfinished === 0
      ? []
      : [words.unfinished({ n: count(consignments.unfinished), time: lengthText(consignments.oldest, words) })]),
    ...(result.warmUp === 0 ? [] : [words.warmUp(lengthText(result.warmUp, words))]),
    ...(result.defaultsTaken.length === 0
      ? []
      : [
          verbose
            ? words.defaultsListed(result.defaultsTaken.map(visible).join(words.punctuation.list))
            : words.defaultsTaken(result.defaultsTaken.length),
        ]),
  ];
}
