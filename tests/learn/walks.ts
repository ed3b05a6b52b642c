import { standAfter, type Stand, type Turn, type Walk } from '../../src/learn/index.ts';
import type { Model } from '../../src/simulation/index.ts';
import { modelOf } from '../simulation/story.ts';

/** Import by sea with times that are easily added: Monday, 6 March 2017, 8:00, the ship is two days away. */
export const sea = (more = ''): string => `name: a walk
flow: sea-import
start: 2017-03-06T08:00+08:00
arrivals: {vessels: {voyage: 48 h}}
activities: {documentReview: {takes: 30 min}, inspection: {takes: 4 h}}
delays:
  unloading: 8 h
  preparation: 31 h
  electronicCheck: 1 min
  correction: 6 h
  attendance: 12 h
  moveToBay: 4 h
  payment: 4 h
  pickUp: 10 h
${more}run: {horizon: 4 weeks, warmUp: 0 h, seed: walk, replications: 1}
`;

/** The model of {@link sea}. */
export const seaModel: Model = modelOf(sea());

/** A walk of which only some is said. */
export function walkOf(of: Partial<Walk>): Walk {
  return { attributes: {}, measures: {}, chances: {}, turns: [], ...of };
}

/** How a walk that can be made stands. */
export function standOf(model: Model, walk: Walk): Stand {
  const stand = standAfter(model, walk);
  if (!stand.ok) throw new Error(stand.wrong.map(({ message, found = '' }) => `${message.en} ${found}`).join('\n'));
  return stand.value;
}

/** Turns without times and chances. */
export function turns(...names: readonly string[]): readonly Turn[] {
  return names.map((comes) => ({ comes }));
}

/** What a walk reaches: the minute, to the second, and the milestones. */
export function told({ steps }: Stand): readonly (readonly [number, string])[] {
  return steps.flatMap(({ at, milestones }) =>
    milestones.length === 0 ? [] : [[Math.round(at * 60) / 60, milestones.join(' ')] as const],
  );
}
