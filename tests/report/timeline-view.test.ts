import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { timelineView } from '../../src/report/index.ts';
import { record, Recorded } from '../../src/simulation/index.ts';
import { campaign } from '../simulation/campaign.ts';
import { deskRecorded } from '../simulation/desk-story.ts';
import { modelOf } from '../simulation/story.ts';

test('a consignment of the desk: its lanes, what it waited for, who held it nobody knows', () => {
  const view = timelineView(deskRecorded(), { consignment: 1, indicator: 'clearanceTime', language: 'en' });
  expect(view).toMatchObject({
    attributes: 'good, CNY 7',
    arrived: 'Mon 6 Mar 08:40',
    indicator: 'clearance time',
    takes: '1 h 20 min',
    from: 40,
    to: 120,
    days: [{ at: 40, day: 0 }],
  });
  expect(
    view.lanes.map(({ label, spans }) => [label, spans.map((span) => [span.label, span.from, span.to, span.isWait])]),
  ).toEqual([
    [
      'papers',
      [
        ['writing', 40, 50, false],
        ['officer', 50, 90, true],
        ['asked', 90, 120, false],
      ],
    ],
    // Nothing was ever done in it.
    ['goods', []],
  ]);
  expect(view.lanes.map(({ marks }) => marks)).toEqual([[{ at: 120, label: 'read' }], [{ at: 120, label: 'gone' }]]);
  expect(
    view.waits.map(({ what, hours, holder, place, closed }) => [
      what,
      Math.round(60 * hours),
      holder,
      place,
      Math.round(60 * closed),
    ]),
  ).toEqual([
    ['officer', 40, '', 2, 10],
    ['review', 30, '', 0, 0],
    ['preparation of the papers', 10, 'trader', 0, 0],
  ]);
  expect(view.waits.map(({ event }) => view.events[event]?.text)).toEqual([
    'Mon 6 Mar 08:50  papers: officer',
    'Mon 6 Mar 09:30  papers: asked',
    'Mon 6 Mar 08:40  papers: writing',
  ]);
});

test('property: lanes of the port are in order, within the axis, and waits add up to no more than the lanes hold', () => {
  const model = modelOf(
    campaign({ measures: ['advanceDeclaration'], chances: { selectedForInspection: '40 %' }, horizon: '4 d' }),
  );
  const steps = record(model, { replication: 0, warmUp: 0 });
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const recorded = new Recorded(model, step.value);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: recorded.consignments - 1 }), (consignment) => {
      const view = timelineView(recorded, { consignment, indicator: 'releaseTime', language: 'zh' });
      for (const { spans, marks } of view.lanes) {
        const edges = [view.from, ...spans.flatMap(({ from, to }) => [from, to]), view.to];
        expect(edges).toEqual(edges.toSorted((a, b) => a - b));
        for (const { at } of marks) expect(at).toBeGreaterThanOrEqual(spans.at(-1)?.to ?? view.from);
      }
      const hours = view.waits.map((wait) => wait.hours);
      expect(hours).toEqual(hours.toSorted((a, b) => b - a));
      const length = (view.to - view.from) / 60;
      expect(hours.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(view.lanes.length * length + 1e-9);
      for (const { closed, hours: lasted, event } of view.waits) {
        expect(closed).toBeLessThanOrEqual(lasted + 1e-9);
        expect(event).toBeLessThan(view.events.length);
      }
    }),
    { numRuns: 60 },
  );
});
