import queueing from '../reference/queueing.json' with { type: 'json' };
import { present } from '../../src/base/index.ts';
import { simulate, type RunResult } from '../../src/simulation/index.ts';
import { tQuantile } from '../../src/statistics/index.ts';
import { modelOf } from './story.ts';

/** A case of tests/reference/queueing.json as a scenario, and where its outputs are found in the figures (hours there, minutes here). */
export interface TheoryCase {
  readonly id: string;
  /** Scenario without its `run`. */
  readonly scenario: string;
  /** Consignments an hour, to choose how long a run of so many is. */
  readonly perHour: number;
  readonly outputs: Readonly<Record<string, (result: RunResult) => number>>;
}

const oneStation = (service: string, count: number, every: string): string => `name: theory
flow: {initial: a, states: {a: {invoke: {src: a, onDone: done}}, done: {type: final}}}
arrivals: {consignments: {every: ${every}}}
activities: {a: {needs: a, takes: ${service}}}
resources: {a: ${count}}`;

const wait = (name: string) => (result: RunResult) => present(result.activities[name], name).wait.mean / 60;
const waited = (result: RunResult): number =>
  present(result.activities['a'], 'a').waited / present(result.activities['a'], 'a').count;
const busy = (name: string) => (result: RunResult) => present(result.resources[name], name).utilisation;
const line = (result: RunResult): number => present(result.resources['a'], 'a').queueLength.mean;
const sojourn = (result: RunResult): number => present(result.indicators['clearanceTime'], 'clearanceTime').mean / 60;
const station = {
  meanWait: wait('a'),
  probWait: waited,
  utilisation: busy('a'),
  meanSojourn: sojourn,
  meanQueue: line,
};
const byPriority = (priority: string) => (result: RunResult) =>
  present(result.activities['a']?.waitByPriority[priority], priority).mean / 60;

export const theoryCases: readonly TheoryCase[] = [
  { id: 'mm1-rho5', perHour: 1, scenario: oneStation('exponential(0.5 h)', 1, 'exponential(1 h)'), outputs: station },
  {
    id: 'mmc-c5-a4.5',
    perHour: 4.5,
    scenario: oneStation('exponential(1 h)', 5, 'exponential(800 s)'),
    outputs: station,
  },
  { id: 'mg1-det', perHour: 0.8, scenario: oneStation('1 h', 1, 'exponential(1.25 h)'), outputs: station },
  {
    id: 'mg1-lognormal-cv1',
    perHour: 0.8,
    scenario: oneStation('lognormal(mean 1 h cv 1)', 1, 'exponential(1.25 h)'),
    outputs: station,
  },
  {
    id: 'mg1-gamma-cv15',
    perHour: 0.75,
    scenario: oneStation('gamma(mean 1 h cv 1.5)', 1, 'exponential(80 min)'),
    outputs: station,
  },
  {
    id: 'mg1-triangular',
    perHour: 0.5333333333,
    scenario: oneStation('triangular(0.5 h 1 h 3 h)', 1, 'exponential(1.875 h)'),
    outputs: station,
  },
  {
    id: 'mdc-c2-rho8',
    perHour: 1.6,
    scenario: oneStation('1 h', 2, 'exponential(37.5 min)'),
    outputs: { meanWait: wait('a'), meanQueue: line },
  },
  { id: 'dm1-appointment80', perHour: 0.8, scenario: oneStation('exponential(1 h)', 1, '1.25 h'), outputs: station },
  {
    id: 'prio-mm5-2',
    perHour: 4.25,
    scenario: `name: theory
flow: {initial: a, states: {a: {invoke: {src: a, onDone: done}}, done: {type: final}}}
arrivals: {consignments: {every: exponential(${60 / 4.25} min)}}
attributes: {class: {first: ${(100 * 1.5) / 4.25} %, second: ${(100 * 2.75) / 4.25} %}}
activities: {a: {needs: a, takes: exponential(1 h), priority: {by: class, first: 1, second: 0}}}
resources: {a: 5}`,
    outputs: { meanWait_1: byPriority('1'), meanWait_2: byPriority('0'), probWait: waited, meanWaitAll: wait('a') },
  },
  {
    id: 'tandem-3-multi',
    perHour: 5,
    scenario: `name: theory
flow: {initial: a, states: {a: {invoke: {src: a, onDone: b}}, b: {invoke: {src: b, onDone: c}}, c: {invoke: {src: c, onDone: done}}, done: {type: final}}}
arrivals: {consignments: {every: exponential(12 min)}}
activities: {a: {needs: a, takes: exponential(20 min)}, b: {needs: b, takes: exponential(30 min)}, c: {needs: c, takes: exponential(10 min)}}
resources: {a: 2, b: 3, c: 1}`,
    outputs: { meanWait_1: wait('a'), meanWait_2: wait('b'), meanWait_3: wait('c'), meanTimeInNetwork: sojourn },
  },
  {
    id: 'feedback-rework',
    perHour: 0.6,
    scenario: `name: theory
flow: {initial: a, states: {a: {invoke: {src: a, onDone: [{guard: again, target: a, reenter: true}, {target: done}]}}, done: {type: final}}}
arrivals: {consignments: {every: exponential(100 min)}}
activities: {a: {needs: a, takes: exponential(1 h)}}
chances: {again: {share: 20 %, drawn: eachVisit}}
resources: {a: 1}`,
    outputs: { utilisation_1: busy('a'), meanTimeInNetwork: sojourn },
  },
  {
    id: 'batch-const4',
    perHour: 0.8,
    scenario: `name: theory
flow: {initial: a, states: {a: {invoke: {src: a, onDone: done}}, done: {type: final}}}
arrivals: {vessels: {every: exponential(5 h), carry: 4, voyage: 0 h}}
activities: {a: {needs: a, takes: exponential(1 h)}}
resources: {a: 1}`,
    outputs: { meanWait: wait('a'), meanSojourn: sojourn, utilisation: busy('a') },
  },
  {
    id: 'erlangA-c10-l12',
    perHour: 12,
    scenario: `name: theory
flow:
  initial: a
  states:
    a: {invoke: {src: hold, onDone: .served}, after: {}, initial: waiting, onDone: done, states: {waiting: {after: {patience: gone}}, served: {after: {service: over}}, gone: {type: final, tags: [returned]}, over: {type: final, tags: [released]}}}
    done: {type: final}
arrivals: {consignments: {every: exponential(5 min)}}
activities: {hold: {needs: a, holds: true}}
delays: {patience: exponential(4 h), service: exponential(1 h)}
resources: {a: 10}`,
    outputs: {
      probAbandon: (result) => (result.consignments.ended['returned'] ?? 0) / result.consignments.counted,
      meanQueue: line,
      utilisation: busy('a'),
    },
  },
  {
    id: 'forkjoin-2-0.8',
    perHour: 0.8,
    scenario: `name: theory
flow:
  type: parallel
  states:
    left: {initial: a, states: {a: {invoke: {src: a, onDone: done}}, done: {type: final}}}
    right: {initial: b, states: {b: {invoke: {src: b, onDone: done}}, done: {type: final}}}
arrivals: {consignments: {every: exponential(1.25 h)}}
activities: {a: {needs: a, takes: exponential(1 h)}, b: {needs: b, takes: exponential(1 h)}}
resources: {a: 1, b: 1}`,
    outputs: { meanSojourn: sojourn },
  },
  {
    id: 'flow-two-step',
    perHour: 10,
    scenario: `name: theory
flow:
  initial: brief
  states:
    brief: {after: {brief: risk}}
    risk: {after: {risk: [{guard: inspected, target: inspect}, {target: pickup}]}}
    inspect: {after: {inspect: pickup}}
    pickup: {after: {pickup: full}}
    full: {after: {full: [{guard: again, target: full, reenter: true}, {target: settle}]}}
    settle: {after: {settle: done}}
    done: {type: final}
arrivals: {consignments: {every: exponential(6 min)}}
chances: {inspected: 3 %, again: {share: 8 %, drawn: eachVisit}}
delays: {brief: exponential(15 min), risk: exponential(6 min), inspect: exponential(4 h), pickup: exponential(30 min), full: exponential(10 h), settle: exponential(1 h)}`,
    outputs: { mean: sojourn },
  },
];

/** Where each output of a case ends up, in standard errors from the theory, and the bound that a right engine keeps. */
export function measure(
  theory: TheoryCase,
  of: { replications: number; consignments: number; errorRate: number },
): { output: string; found: number; expected: number; t: number; bound: number }[] {
  const reference = present(
    queueing.cases.find((each) => each.id === theory.id),
    theory.id,
  );
  const hours = Math.ceil(of.consignments / theory.perHour);
  const model = modelOf(
    `${theory.scenario}\nrun: {horizon: ${hours} h, warmUp: ${Math.ceil(hours / 10)} h, seed: ${theory.id}, replications: 1}`,
  );
  const results = Array.from(
    { length: of.replications },
    (_, replication) =>
      simulate(model, { replication, warmUp: Math.ceil(hours / 10) * 60, keepTimes: false, seriesBin: 0 }).result,
  );
  return Object.entries(theory.outputs).flatMap(([output, find]) => {
    const expected = (reference.outputs as Record<string, unknown>)[output];
    if (typeof expected !== 'number') return [];
    const values = results.map(find);
    const found = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - found) * (value - found), 0) / (values.length - 1);
    return [
      {
        output,
        found,
        expected,
        t: (found - expected) / Math.sqrt(variance / values.length),
        bound: tQuantile(1 - of.errorRate / 2, of.replications - 1),
      },
    ];
  });
}
