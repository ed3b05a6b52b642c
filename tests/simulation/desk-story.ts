import { record, Recorded } from '../../src/simulation/index.ts';
import { modelOf } from './story.ts';

/**
 * From Monday 08:00 on somebody comes every 20 minutes until 09:30 and writes for 10 minutes; the officer, who comes at nine, takes 30 minutes
 * with each. The goods wait for the papers.
 */
const desk = `name: desk
start: 2017-03-06T08:00+08:00
flow:
  type: parallel
  states:
    papers:
      initial: writing
      states:
        writing: {after: {preparation: asked}}
        asked: {invoke: {src: review, onDone: read}}
        read: {type: final, tags: [released]}
    goods:
      initial: waiting
      states:
        waiting: {always: {guard: {in: papers.read}, target: gone}}
        gone: {type: final}
activities: {review: {needs: officer, takes: 30 min}}
delays: {preparation: 10 min}
resources: {officer: {count: 1, calendar: office}}
calendars: {office: {week: [Mon-Fri 09:00-18:00]}}
attributes: {credit: {good: 100 %, bad: 0 %}, value: 7 CNY}
arrivals: {consignments: {every: 20 min}}
run: {horizon: 90 min, warmUp: 0 h, seed: story, replications: 1}
`;

/** The recording of that morning. */
export function deskRecorded(): Recorded {
  const model = modelOf(desk);
  const steps = record(model, { replication: 0, warmUp: 0 });
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return new Recorded(model, value);
  }
}
