import { sheetText, type Message } from '../../report/index.ts';
import { letterIn } from '../letter-in.ts';
import type { Place } from '../place.ts';
import type { Shared } from '../shared.ts';
import { slowestCrumbs, standingOf, waiting } from '../slowest/place.ts';
import { wantsOf } from '../slowest/state.ts';
import { drawTimeline } from './draw-timeline.ts';
import { next, rowAt, works } from './next.ts';
import { baseViewOf, viewOf, type TimelineState } from './state.ts';
import { timelineWords } from './words.ts';

/** One consignment: why this one? */
export const timelinePlace: Place<TimelineState> = {
  view: 'slowest',
  crumbs: (own, shared) => [...slowestCrumbs(own, shared), String(own.consignment)],
  wants: wantsOf,
  works,
  next,
  draw(own, shared, around) {
    const view = viewOf(own, shared);
    const standing = standingOf(own, shared);
    if (view === undefined) return { body: waiting(own, shared), standing };
    const base = baseViewOf(own, shared);
    const drawing = {
      view,
      consignment: own.consignment,
      base: own.hasBase ? base : undefined,
      baseLetter: letterIn(shared, shared.base),
      event: own.event,
      row: rowAt(view, own),
    };
    return {
      body: drawTimeline(drawing, around),
      standing,
      message: messageOf(own, shared, around.glyphs.barEmpty),
    };
  },
  sheet(format, own, shared) {
    const view = viewOf(own, shared);
    if (view === undefined) return '';
    const words = timelineWords(shared.language);
    return sheetText(
      {
        title: `${own.consignment}, ${view.attributes}`,
        columns: [words.waitedFor, 'h', words.holder, words.closed('h')],
        rows: view.waits.map(({ what, hours, holder, closed }) => [what, hours, holder, closed]),
      },
      format,
    );
  },
};

/** The event with the pointer; before anybody points, how to read the lanes, and how long it takes in the base. */
function messageOf(own: TimelineState, shared: Shared, wait: string): Message {
  const words = timelineWords(shared.language);
  const event = own.event === undefined ? undefined : viewOf(own, shared)?.events[own.event];
  if (event !== undefined) return { isAlarm: false, text: event.text };
  const base = baseViewOf(own, shared);
  const told =
    base?.takes === undefined ? [] : [words.inBase({ letter: letterIn(shared, shared.base), time: base.takes })];
  return { isAlarm: false, text: [words.legend(wait), ...told].join(' ') };
}
