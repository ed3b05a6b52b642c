import {
  feeCurrencyOf,
  fixed,
  indicatorName,
  missing,
  sheetText,
  slowestRow,
  thingName,
  visible,
  type SlowestFilter,
  wordsOf,
} from '../../report/index.ts';
import { lineOf, type Line } from '../drawing/line.ts';
import { letterIn } from '../letter-in.ts';
import type { Place } from '../place.ts';
import type { Shared } from '../shared.ts';
import { scenarioCrumb } from '../scenario-crumb.ts';
import { shellWords } from '../words.ts';
import { drawSlowest, type SlowestDrawing } from './draw-slowest.ts';
import { next, works } from './next.ts';
import { pointerIn, shownOf } from './shown.ts';
import { baseOf, indicatorOf, recordingOf, sortsOf, wantsOf, type SlowestState } from './state.ts';
import { slowestWords } from './words.ts';

/** The slowest consignments: which ones, and why? */
export const slowestPlace: Place<SlowestState> = {
  view: 'slowest',
  crumbs: (own, shared) => slowestCrumbs(own, shared),
  wants: wantsOf,
  works,
  says: ['sort'],
  sorts: sortsOf,
  next,
  draw(own, shared, around) {
    const recorded = recordingOf(own, shared);
    const standing = standingOf(own, shared);
    if (recorded === undefined) return { body: waiting(own, shared), standing };
    const list = shownOf(own, shared);
    const words = slowestWords(shared.language);
    const drawing = {
      recorded,
      indicator: indicatorOf(recorded, shared),
      list,
      at: pointerIn(own, list),
      sort: own.sort,
      isLosing: own.of.isLosing === true,
      base: baseOf(own, shared) === undefined ? undefined : letterIn(shared, shared.base),
    };
    return {
      body:
        list.length === 0 && own.filter !== ''
          ? [[], lineOf(`   ${shellWords(shared.language).emptyFilter(visible(own.filter))}`)]
          : drawSlowest(drawing, around),
      standing,
      message: recorded.recording.isCut
        ? { isAlarm: true, text: words.cut }
        : { isAlarm: false, text: chosenText(drawing, shared) },
    };
  },
  sheet(format, own, shared) {
    const recorded = recordingOf(own, shared);
    if (recorded === undefined) return '';
    const { language } = shared;
    const words = slowestWords(language);
    const indicator = indicatorOf(recorded, shared);
    const currency = feeCurrencyOf(recorded.model);
    return sheetText(
      {
        title: slowestCrumbs(own, shared).join(wordsOf(shared.language).punctuation.comma),
        columns: [
          words.consignment,
          `${indicatorName(indicator, language)}, h`,
          words.inBase({ letter: letterIn(shared, shared.base), unit: 'h' }),
          words.longest,
          'h',
          words.fees(visible(currency ?? '')),
        ],
        rows: shownOf(own, shared).map((slow) => {
          const { longest, fees } = slowestRow(recorded, slow, { indicator, language });
          return [
            slow.consignment,
            slow.hours,
            slow.inBase ?? null,
            longest?.what ?? null,
            longest?.hours ?? null,
            currency === undefined ? null : fees,
          ];
        }),
      },
      format,
    );
  },
};

/** The row with the pointer in full. */
function chosenText({ recorded, indicator, list, at }: SlowestDrawing, { language }: Shared): string {
  const slow = list[at];
  if (slow === undefined) return '';
  const { attributes, longest } = slowestRow(recorded, slow, { indicator, language });
  return slowestWords(language).chosen({
    consignment: String(slow.consignment),
    attributes,
    longest: longest?.what ?? missing,
  });
}

/** From the scenario to the list and who is in it. */
export function slowestCrumbs(
  { scenario, of }: Pick<SlowestState, 'scenario' | 'of'>,
  shared: Shared,
): readonly string[] {
  const { language } = shared;
  const told = filterText(of, language);
  const view = shellWords(language).views.slowest;
  return [scenarioCrumb(shared, scenario), told === '' ? view : `${view}${wordsOf(language).punctuation.colon}${told}`];
}

/** Which replication it is. */
export function standingOf({ replication }: Pick<SlowestState, 'replication'>, { progress, language }: Shared): Line {
  const seed = visible(progress?.comparison.scenarios[0]?.seed ?? '');
  return lineOf(slowestWords(language).replication({ seed, replication }), 'dim');
}

/** What is said while the recording is not here. */
export function waiting(own: Pick<SlowestState, 'scenario' | 'replication'>, shared: Shared): readonly Line[] {
  const words = slowestWords(shared.language);
  const [want] = wantsOf(own, shared);
  const material = want === undefined ? undefined : shared.materials.of(want);
  return [
    [],
    lineOf(`   ${material?.is === 'failed' ? words.failed(visible(material.why[shared.language])) : words.coming}`),
  ];
}

function filterText({ beyond, isLosing, group, station, hour }: SlowestFilter, language: Shared['language']): string {
  const words = slowestWords(language);
  const time =
    hour === undefined
      ? ''
      : words.hour({
          weekday: words.weekday(Math.floor(hour / 24)),
          hour: String(hour % 24).padStart(2, '0'),
        });
  return [
    ...(isLosing === true ? [words.losing] : []),
    ...(beyond === undefined ? [] : [words.beyond(fixed(beyond, Number.isInteger(beyond) ? 0 : 1))]),
    ...(group === undefined ? [] : [thingName(group.level, language)]),
    ...(station === undefined ? [] : [words.station(thingName(station, language))]),
    ...(hour === undefined ? [] : [station === undefined ? `${words.arriving} ${time}` : time]),
  ].join(wordsOf(language).punctuation.list);
}
