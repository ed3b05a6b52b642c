import { sheetText, visible } from '../../report/index.ts';
import { lineOf } from '../drawing/line.ts';
import type { Place } from '../place.ts';
import { scenarioName } from '../scenario-name.ts';
import { shellWords } from '../words.ts';
import { drawTrace } from './draw-trace.ts';
import { next, works } from './next.ts';
import { viewOf, type TraceState } from './state.ts';
import { traceWords } from './words.ts';

/** Whether the story is possible with the delays of its scenario, and when at the earliest. */
function isTimed({ history }: TraceState): boolean {
  return history.story.some(({ at }) => at !== undefined);
}

/** A story of a rule: how does it come about? */
export const tracePlace: Place<TraceState> = {
  view: 'rules',
  crumbs: ({ scenario, rule }, shared) => [
    scenarioName(scenario, shared),
    shellWords(shared.language).views.rules,
    visible(rule.id),
    'possible' in rule.claim ? traceWords(shared.language).witness : traceWords(shared.language).counterexample,
  ],
  works,
  next,
  draw(own, shared, around) {
    const words = traceWords(shared.language);
    return {
      body: drawTrace({ rule: own.rule, view: viewOf(own, shared), chosen: own.chosen }, around),
      standing: lineOf(words.eventOf(own.chosen + 1, own.history.story.length), 'dim'),
      message: {
        isAlarm: false,
        text: `${words.shortest} ${isTimed(own) ? words.timed : words.untimed} ${words.looking}`,
      },
    };
  },
  sheet(format, own, shared) {
    const { lanes, rows } = viewOf(own, shared);
    const words = traceWords(shared.language);
    return sheetText(
      {
        title: visible(own.rule.id),
        columns: [words.no, words.clock, words.comes, words.then, ...lanes, words.theRule],
        rows: rows.map(({ clock, what, then, states, standing }, at) => [
          at + 1,
          clock,
          what,
          then,
          ...states.map(({ label }) => label),
          standing === undefined ? '' : words.standings[standing],
        ]),
      },
      format,
    );
  },
};
