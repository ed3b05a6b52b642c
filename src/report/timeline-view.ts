import { minutesPerDay, minutesPerHour, type SimTime } from '../base/index.ts';
import { holderLabels, holders, stages, type Holder } from '../customs/index.ts';
import { outlineOf, statesOfLanes, type OutlineState } from '../flows/index.ts';
import { laneSpans, placeInLine, waitsOf, type LaneSpan, type Recorded, type Wait } from '../simulation/index.ts';
import { clockText, lengthText } from './clock-text.ts';
import type { CourseSpan, LaneCourse } from './lane-course.ts';
import { indicatorName, laneName, ownName, thingName, type Language } from './names.ts';
import { wordsOf } from './words.ts';
import { money } from './numbers.ts';
import { arrivalOf, attributesText, waitsWithin } from './slowest-view.ts';

/** What happened to one consignment, lane by lane, ready to be drawn. Instants in minutes from the start of the run. */
export interface TimelineView {
  /** `general credit, ordinary, CNY 41,300` */
  readonly attributes: string;
  /** When it arrived (or entered, where the flow has no arrival): `Mon 17 Apr 06:12`. */
  readonly arrived: string;
  readonly indicator: string;
  /** `4 d 8 h`; undefined where it has not come so far. */
  readonly takes: string | undefined;
  /** Ends of the axis: from the arrival, or from the first thing done where that was earlier, to the end of the flow. */
  readonly from: SimTime;
  readonly to: SimTime;
  /** Where the days after the arrival begin. */
  readonly days: readonly { readonly at: SimTime; readonly day: number }[];
  readonly lanes: readonly LaneCourse<TimelineSpan>[];
  /** All spans in the order of their beginning, as lane and place in it. */
  readonly events: readonly TimelineEvent[];
  /** What held it up, the longest first. */
  readonly waits: readonly WaitRow[];
}

/** A state, or a part of it. */
export interface TimelineSpan extends CourseSpan {
  /** It waits for somebody who has been asked: in line, or for the trader. */
  readonly isAsked: boolean;
}

/** Where a span stands, and what it is in words. */
export interface TimelineEvent {
  readonly lane: number;
  readonly span: number;
  /** `Mon 17 Apr 06:12  declaration: being prepared` */
  readonly text: string;
}

/** Something that held it up. */
export interface WaitRow {
  readonly what: string;
  readonly hours: number;
  /** Whose it was; empty where nobody knows. */
  readonly holder: string;
  /** Which in the line it was when it came, 1 being the next; 0: it stood in no line. */
  readonly place: number;
  /** Hours of it in which the resource was closed. */
  readonly closed: number;
  /** Place among the events; -1: before the axis. */
  readonly event: number;
}

/** What is shown, and in which words. */
export interface TimelineOptions {
  readonly consignment: number;
  readonly indicator: string;
  readonly language: Language;
}

/** The timeline of a consignment of a recording. */
export function timelineView(recorded: Recorded, { consignment, indicator, language }: TimelineOptions): TimelineView {
  const { scenario } = recorded.model;
  const outline = outlineOf(scenario.flow);
  const isSingle = outline.lanes.length === 1 && outline.lanes[0]?.name === scenario.flow.name;
  const states = new Map(statesOfLanes(outline.lanes).map((state) => [state.path, state]));
  const waits = waitsOf(recorded, consignment);
  const raw = outline.lanes.map(({ name }) => laneSpans(recorded, consignment, isSingle ? '' : name));
  const arrived = arrivalOf(recorded, consignment);
  const from = Math.min(arrived, waits[0]?.from ?? arrived);
  const to = Math.max(...raw.map((spans) => spans.at(-1)?.to ?? 0));
  const lanes = outline.lanes.map(({ name }, at): LaneCourse<TimelineSpan> => {
    const spans = raw[at] ?? [];
    const last = spans.at(-1);
    const end = last === undefined ? undefined : states.get(last.state);
    const parts = spans
      .filter((span) => span.to > span.from && span.to > from && states.get(span.state)?.isFinal !== true)
      .flatMap((span) => partsOf(span, { state: states.get(span.state), waits, language }))
      .map((span) => ({ ...span, from: Math.max(from, span.from) }));
    // As long as nothing has been done in it a lane is blank.
    const begun = parts.findIndex((span) => !span.isWait || span.isAsked);
    return {
      label: isSingle ? '' : laneName(name, language),
      spans: begun < 0 ? [] : parts.slice(begun),
      marks:
        last === undefined || end?.isFinal !== true ? [] : [{ at: last.from, label: ownName(end.label, language) }],
    };
  });
  const events = lanes
    .flatMap(({ label, spans }, lane) =>
      spans.map((span, at) => ({
        lane,
        span: at,
        at: span.from,
        text: `${clockText(span.from, scenario, language)}  ${label === '' ? '' : `${label}${wordsOf(language).punctuation.colon}`}${span.label}`,
      })),
    )
    .toSorted((a, b) => a.at - b.at);
  const minutes = recorded.indicator(consignment, indicator);
  return {
    attributes: [attributesText(recorded, consignment, language), valueText(recorded, consignment)]
      .filter((text) => text !== '')
      .join(wordsOf(language).punctuation.list),
    arrived: clockText(arrived, scenario, language),
    indicator: indicatorName(indicator, language),
    takes: Number.isNaN(minutes) ? undefined : lengthText(minutes, language),
    from,
    to: Math.max(to, from + 1),
    days: daysBetween(arrived, { from, to }),
    lanes,
    events: events.map(({ lane, span, text }) => ({ lane, span, text })),
    waits: waitsWithin(recorded, consignment, indicator)
      .map((wait) => rowOf(wait, { recorded, consignment, waits, language, lanes, events }))
      // Less than that is none.
      .filter(({ hours }) => hours >= 0.05)
      .toSorted((a, b) => b.hours - a.hours),
  };
}

/** A state as one span, or cut where what it asked for begins. */
function partsOf(
  { from, to, state: path }: LaneSpan,
  of: { readonly state: OutlineState | undefined; readonly waits: readonly Wait[]; readonly language: Language },
): readonly TimelineSpan[] {
  const { state, waits, language } = of;
  const label = state === undefined ? path : ownName(state.label, language);
  const stage = stages.findIndex(({ name }) => name === state?.stage);
  const span = { from, to, label, stage: stage < 0 ? undefined : stage };
  const names = (state?.transitions ?? []).flatMap(({ waitsFor }) => ('name' in waitsFor ? [waitsFor] : []));
  const isServed = (kind: Wait['kind'], name: string): Wait | undefined =>
    waits.find((wait) => wait.kind === kind && wait.name === name && wait.from < to && wait.to > from);
  for (const { kind, name } of names) {
    const service = kind === 'activity' ? isServed('activity', name) : undefined;
    const line = waits.find(
      (wait) => wait.kind === 'resource' && wait.from >= from && wait.from < to && service?.activity === wait.activity,
    );
    if (service !== undefined && line !== undefined)
      return [
        { ...span, to: line.to, label: thingName(line.name, language), isWait: true, isAsked: true },
        { ...span, from: line.to, isWait: false, isAsked: false },
      ];
    if (service !== undefined) return [{ ...span, isWait: false, isAsked: false }];
    if (kind === 'delay' && isServed('delay', name) !== undefined)
      // What customs asks of the trader is a wait to customs.
      return [{ ...span, ...asked(state?.stage === 'customs' && holderOf(name) === 'trader') }];
  }
  return [{ ...span, isWait: true, isAsked: false }];
}

function asked(isWait: boolean): Pick<TimelineSpan, 'isWait' | 'isAsked'> {
  return { isWait, isAsked: isWait };
}

function rowOf(
  wait: Wait,
  of: {
    readonly recorded: Recorded;
    readonly consignment: number;
    readonly waits: readonly Wait[];
    readonly language: Language;
    readonly lanes: readonly LaneCourse<TimelineSpan>[];
    readonly events: readonly { readonly lane: number; readonly span: number; readonly at: SimTime }[];
  },
): WaitRow {
  const { recorded, consignment, language } = of;
  const holder = holderOf(wait.name);
  const whole = of.waits.find((each) => each.kind === wait.kind && each.name === wait.name && each.to === wait.to);
  return {
    what: thingName(wait.name, language),
    hours: (wait.to - wait.from) / minutesPerHour,
    holder: holder === undefined ? '' : holderLabels[holder][language],
    place:
      wait.kind === 'resource'
        ? placeInLine(recorded, { consignment, activity: wait.activity, at: whole?.from ?? wait.from })
        : 0,
    closed: wait.closed / minutesPerHour,
    event: of.events.findIndex(({ at, lane, span }) => {
      const shown = of.lanes[lane]?.spans[span];
      return shown !== undefined && at >= wait.from && at < wait.to && shown.to <= wait.to;
    }),
  };
}

/** Names come from users: `constructor` holds nobody up. */
function holderOf(name: string): Holder | undefined {
  return Object.hasOwn(holders, name) ? holders[name] : undefined;
}

/** `CNY 41,300`; empty where consignments have none. */
function valueText(recorded: Recorded, consignment: number): string {
  const { value } = recorded.attributes(consignment);
  const attribute = recorded.model.scenario.attributes['value'];
  return typeof value === 'number' && attribute?.kind === 'number' && attribute.unit !== ''
    ? money(Math.round(value), attribute.unit)
    : '';
}

/** The days that begin on the axis, as many as can be told apart. */
function daysBetween(
  arrived: SimTime,
  { from, to }: { readonly from: SimTime; readonly to: SimTime },
): TimelineView['days'] {
  const first = Math.ceil((from - arrived) / minutesPerDay);
  const last = Math.floor((to - arrived) / minutesPerDay);
  const step = Math.max(1, Math.ceil((last - first + 1) / 12));
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
    .filter((day) => day % step === 0)
    .map((day) => ({ at: arrived + day * minutesPerDay, day }));
}
