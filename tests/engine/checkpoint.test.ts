import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Run, type Figures } from '../../src/engine/index.ts';
import { campaign } from '../simulation/campaign.ts';
import { modelOf } from '../simulation/story.ts';

const port = campaign({
  measures: ['advanceDeclaration', 'twoStepDeclaration'],
  chances: {},
  horizon: '10 d',
});
const network = readFileSync('scenarios/examples/customs-network.yaml', 'utf8').replace('1000000', '400');

const models = {
  'three lanes, vessels, calendars, deadlines': modelOf(port).engine,
  'a network of queues with priorities, so many counted': modelOf(network).engine,
  'more pending than the heap holds': modelOf(network.replace('exponential(120 min)', 'exponential(100 h)')).engine,
};

/** What a run has found: figures, single times, and all that it told. */
interface Found {
  readonly figures: Figures;
  readonly times: unknown;
  readonly told: string;
}

test.each(Object.entries(models))(
  'a run that is saved and resumed at any events ends with the same bytes: %s',
  (_, model) => {
    /** Runs on to each of these numbers of events in turn, saves, and goes on from the copy. */
    const run = (stops: readonly number[]): Found => {
      const told: number[][] = [];
      const options = {
        replication: 3,
        warmUp: 60,
        keepTimes: true,
        observer: { happened: (...row: number[]) => void told.push(row) },
      };
      let current = Run.begin(model, options);
      for (const events of stops) {
        if (current.advance(events) !== 'going') break;
        const saved = current.save();
        // The run that was saved goes on too, and leaves the copy alone.
        const left = current;
        current = Run.resume(model, { ...options, observer: options.observer }, saved);
        left.close();
      }
      while (current.advance(50_000) === 'going');
      return { ...current.close(), told: JSON.stringify(told) };
    };
    const whole = run([]);
    expect(whole.figures.counted).toBeGreaterThan(100);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1500 }), { minLength: 1, maxLength: 5 }), (stops) => {
        expect(run(stops)).toEqual(whole);
      }),
      { numRuns: 15 },
    );
  },
);
