import { expect, test } from 'vitest';
import { opLength } from '../../src/compile/index.ts';
import { engineModel, Run } from '../../src/engine/index.ts';
import { simulate, type Model } from '../../src/simulation/index.ts';
import { Shadow } from '../../src/simulation/shadow.ts';
import { campaign } from './campaign.ts';
import { modelOf } from './story.ts';

const { Op } = engineModel;

/** All measures of the campaign, on a port where much is inspected: every lane and most of the states are gone through. */
const port = modelOf(
  campaign({
    measures: ['advanceDeclaration', 'twoStepDeclaration', 'attendanceWaiver'],
    chances: { selectedForInspection: '30 %' },
    horizon: '2 weeks',
  }),
);

const ward = modelOf(`name: ward
flow:
  initial: asked
  states:
    asked: {invoke: {src: review, onDone: {actions: {set: {isRead: true}}, target: read}}, after: {patience: gone}}
    read: {tags: [reviewed], always: [{guard: isRead, target: kept}, {target: gone}]}
    kept: {after: {rest: over}}
    gone: {type: final, tags: [returned]}
    over: {type: final, tags: [released]}
arrivals: {consignments: {every: 10 min}}
attributes: {isRead: {initial: false}}
activities: {review: {needs: officers, takes: 15 min}}
delays: {patience: 30 h, rest: 5 min}
resources: {officers: 2}
run: {horizon: 24 h, warmUp: 0 h, seed: shadow, replications: 1}`);

function run(model: Model): unknown {
  return simulate(model, { replication: 0, warmUp: 0, keepTimes: false, seriesBin: 0 });
}

/** The model with one word of its program changed. */
function withWord(model: Model, at: number, word: number): Model {
  const { program } = model.engine;
  const code = program.code.slice();
  code[at] = word;
  return { ...model, engine: { ...model.engine, program: { ...program, code } } };
}

/** Positions of an operation in a program. */
function placesOf(model: Model, operation: number): number[] {
  const { code } = model.engine.program;
  const places: number[] = [];
  for (let at = 0; at < code.length; at += opLength[code[at] ?? 0] ?? 1) if (code[at] === operation) places.push(at);
  return places;
}

test('a run of the compiled table has no quarrel with XState', () => {
  expect(() => run(port)).not.toThrow();
  expect(() => run(ward)).not.toThrow();
});

test('a state that leads elsewhere stops the run: consignment, step and the two states are named', () => {
  const { configurations } = ward.table;
  const place = (state: string): number => configurations.findIndex(({ value }) => value === state);
  const [wrong = 0] = placesOf(ward, Op.goto).filter((at) => ward.engine.program.code[at + 1] === place('kept'));
  expect(() => run(withWord(ward, wrong + 1, place('asked')))).toThrow(
    /^the run and XState differ in the states: ward, consignment 0, xstate\.done\.actor\..* in "asked": the run went to "asked", XState to "kept"$/u,
  );
});

// Each word is made one that does the same to something else, or nothing.
test.each([
  { what: 'a delay that is not armed', operation: Op.arm, says: /differ in delay (rest of kept|patience of asked)/u },
  { what: 'a delay that goes on', operation: Op.disarm, says: /differ in delay patience of asked/u },
  { what: 'an activity that is not begun', operation: Op.begin, says: /differ in activity review of asked/u },
])('$what is caught', ({ operation, says }) => {
  // An unread milestone in place of the operation: it does nothing.
  const [at = 0] = placesOf(ward, operation);
  const milestone = ward.names.milestones.indexOf('reviewed');
  expect(() => run(withWord(withWord(ward, at, Op.reach), at + 1, milestone))).toThrow(says);
});

test('an attribute that is written wrong is caught', () => {
  const [at = 0] = placesOf(ward, Op.set);
  expect(() => run(withWord(ward, at + 2, 0))).toThrow(/differ in the states|differ in attribute isRead/u);
});

test('a milestone that is not reached is caught', () => {
  const released = ward.names.milestones.indexOf('released');
  const [at = 0] = placesOf(ward, Op.reach).filter((each) => ward.engine.program.code[each + 1] === released);
  const reviewed = ward.names.milestones.indexOf('reviewed');
  expect(() => run(withWord(ward, at + 1, reviewed))).toThrow(/differ in milestone reviewed, milestone released:/u);
});

test('a fee that is not charged, and one too many, is caught', () => {
  const charged = modelOf(`name: charged
flow:
  initial: waiting
  states:
    waiting: {after: {rest: late}}
    late: {tags: [reviewed], entry: {charge: lateness}, after: {rest: over}}
    over: {type: final, tags: [released]}
arrivals: {consignments: {every: 10 min}}
delays: {rest: 5 min}
fees: {lateness: 100 CNY}
run: {horizon: 24 h, warmUp: 0 h, seed: shadow, replications: 1}`);
  expect(() => run(charged)).not.toThrow();
  const [charge = 0] = placesOf(charged, Op.charge);
  const reach = placesOf(charged, Op.reach).find(
    (at) => charged.names.milestones[charged.engine.program.code[at + 1] ?? 0] === 'reviewed',
  );
  const reviewed = charged.names.milestones.indexOf('reviewed');
  expect(() => run(withWord(withWord(charged, charge, Op.reach), charge + 1, reviewed))).toThrow(
    /differ in milestone reviewed, fee lateness:/u,
  );
  expect(() => run(withWord(withWord(charged, reach ?? 0, Op.charge), (reach ?? 0) + 1, 0))).toThrow(
    /differ in milestone reviewed, fee lateness:/u,
  );
});

test('an attribute that is written in place of another is caught, and so is the other', () => {
  const read = modelOf(`name: read
flow:
  initial: waiting
  states:
    waiting: {after: {rest: {actions: {set: {isRead: true}}, target: kept}}}
    kept: {after: {rest: {actions: {set: {isKept: true}}, target: over}}}
    over: {type: final, tags: [released]}
arrivals: {consignments: {every: 10 min}}
attributes: {isRead: {initial: false}, isKept: {initial: false}}
delays: {rest: 5 min}
run: {horizon: 24 h, warmUp: 0 h, seed: shadow, replications: 1}`);
  expect(() => run(read)).not.toThrow();
  const [first = 0, second = 0] = placesOf(read, Op.set);
  const { code } = read.engine.program;
  expect(() => run(withWord(read, first + 1, code[second + 1] ?? 0))).toThrow(
    /differ in attribute isKept, attribute isRead:/u,
  );
});

test('with every consignment watched, any wrong state of sea import is caught, unless nobody comes to it', () => {
  /** Where the run stood at the end, and what it had done. */
  const outcome = (model: Model): string => {
    const shadow = Object.assign(new Shadow(port), { every: 1 });
    const simulation = Run.begin(model.engine, { replication: 0, warmUp: 0, keepTimes: false, watch: shadow });
    try {
      while (simulation.advance(100_000) === 'going');
      return JSON.stringify(simulation.close().figures);
    } catch (error) {
      return error instanceof Error ? error.message : 'no error';
    }
  };
  const right = outcome(port);
  const places = placesOf(port, Op.goto);
  const step = Math.floor(places.length / 40);
  const wrong = places
    .filter((_, index) => index % step === 0)
    .map((at) => {
      const to = port.engine.program.code[at + 1] ?? 0;
      return outcome(withWord(port, at + 1, (to + 1) % port.table.configurations.length));
    });
  expect(wrong.filter((each) => each !== right && !each.startsWith('the run and XState differ'))).toEqual([]);
  expect(wrong.filter((each) => each !== right).length).toBeGreaterThan(10);
});
