import { count, sheetText, visible, type Sheet } from '../../report/index.ts';
import { lineOf } from '../drawing/line.ts';
import type { Place } from '../place.ts';
import { replicationsOf } from '../replications-of.ts';
import { scenarioCrumb } from '../scenario-crumb.ts';
import { shellWords } from '../words.ts';
import { drawLive } from './draw-live.ts';
import { next, works } from './next.ts';
import { replayOf, shownOf, wantsOf, type LiveState } from './state.ts';
import { liveWords } from './words.ts';

/** Milliseconds between two frames. */
const frame = 100;

/** A replication as it goes: how does it happen? */
export const livePlace: Place<LiveState> = {
  view: 'live',
  crumbs: ({ scenario }, shared) => [scenarioCrumb(shared, scenario), shellWords(shared.language).views.live],
  wants: wantsOf,
  works,
  says: ['goto'],
  next,
  tick: (own, shared) => (own.isPlaying && replayOf(own, shared) !== undefined ? frame : undefined),
  draw(own, shared, around) {
    const words = liveWords(shared.language);
    const replay = replayOf(own, shared);
    if (replay === undefined) {
      const [want] = wantsOf(own, shared);
      const material = want && shared.materials.of(want);
      const text =
        material?.is === 'failed'
          ? words.failed(visible(material.why[shared.language]))
          : shellWords(shared.language).coming;
      return { body: [[], lineOf(`   ${text}`)] };
    }
    const { isCut } = replay.recording;
    const { progress } = shared;
    const most = replay.model.scenario.run.replications.max;
    const replications = progress === undefined ? most : replicationsOf(progress);
    return {
      body: drawLive(shownOf(own, replay, shared), { chosen: own.chosen, words }, around),
      standing: lineOf(`${words.speed(count(own.speed))}  ${own.isPlaying ? words.playing : words.paused}`, 'dim'),
      message: { isAlarm: isCut, text: isCut ? words.cut : words.replayed(count(replications)) },
    };
  },
  sheet(format, own, shared) {
    const replay = replayOf(own, shared);
    if (replay === undefined) return '';
    const words = liveWords(shared.language);
    const { view } = shownOf(own, replay, shared);
    const sheet: Sheet = {
      title: view.clock,
      columns: [words.station, words.working, words.waiting],
      rows: view.stations.map(({ label, working, waiting }) => [label, working, waiting]),
    };
    return sheetText(sheet, format);
  },
};
