import { readFileSync } from 'node:fs';
import {
  assign,
  createMachine,
  emit,
  enqueueActions,
  fromPromise,
  not,
  raise,
  sendTo,
  spawnChild,
  stateIn,
  type AnyStateMachine,
} from 'xstate';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { present } from '../../src/base/index.ts';
import {
  compileFlow,
  enter,
  guardsOnAlways,
  Op,
  step,
  xstateStepper,
  type FlowTable,
  type Operation,
  type Refusal,
} from '../../src/compile/index.ts';
import { namesOf, readMachine, type Flow } from '../../src/flows/index.ts';

describe('the tables of the example machines', () => {
  test('M/M/3: enter the review and begin its service; when that is done, it is over', () => {
    const table = compiled(example('mm3'));
    expect(table.configurations).toEqual([
      { value: 'review', done: false, tags: [] },
      { value: 'done', done: true, tags: ['released'] },
    ]);
    expect(table.events).toEqual([{ kind: 'done', activity: 0, type: 'xstate.done.actor.0.mm3.review' }]);
    expect(table.activities).toEqual([{ name: 'service', state: 'review', id: '0.mm3.review' }]);
    expect(table.start).toBe(0);
    expect(table.go).toEqual([4, -1]);
    expect(table.code).toEqual(
      [
        [Op.begin, 0],
        [Op.goto, 0],
        [Op.end, 0],
        [Op.reach, 0],
        [Op.goto, 1],
      ].flat(),
    );
  });

  test('two classes at one counter: the machine is the same as M/M/3, the classes are the scenario’s', () => {
    expect(compiled(example('priority-review')).code).toEqual(compiled(example('mm3')).code);
  });

  test('customs network: a guard is tested after the review, and again after the inspection', () => {
    const table = compiled(example('customs-network'));
    const says = (answer: boolean) => (): boolean => answer;
    const review = enter(table, says(true));
    expect(told(review.operations)).toEqual(['begin documentReview']);
    const event = present(
      table.events.find((each) => each.type.endsWith('.review')),
      'review done',
    ).type;
    expect(told(step(table, review.configuration, event, says(true)).operations)).toEqual([
      'end documentReview',
      'begin inspection',
    ]);
    expect(told(step(table, review.configuration, event, says(false)).operations)).toEqual([
      'end documentReview',
      'arm payment',
    ]);
    expect(step(table, review.configuration, 'NOBODY_SENDS_THIS', says(true))).toEqual({
      configuration: review.configuration,
      operations: [],
    });
  });

  test('two lanes: papers ready before the ship are released the moment it arrives, and the goods leave after unloading', () => {
    const flow = example('two-lanes');
    const table = compiled(flow);
    expect(table.configurations.length).toBe(15);
    expect(table.configurations.filter(({ done }) => done)).toEqual([
      { value: { goods: 'removed', declaration: 'released' }, done: true, tags: ['released', 'removed'] },
    ]);

    const types = new Map(table.events.map(({ type }) => [type.split('.').at(-1), type]));
    const permit = (guard: string, done: readonly Operation[]): boolean =>
      guard === 'advanceDeclaration' || done.some(({ does }) => does === 'set');
    const story = ['preparing', 'lodged', 'ARRIVED', 'unloading', 'leaving'];
    let now = enter(table, permit);
    const lines = [told(now.operations)];
    for (const event of story) {
      now = step(table, now.configuration, present(types.get(event), event), permit);
      lines.push(told(now.operations));
    }
    expect(lines).toEqual([
      ['arm preparation'],
      ['reach lodged', 'begin documentReview'],
      ['end documentReview'],
      ['reach arrived', 'arm unloading', 'set pickupPermit', 'reach released'],
      ['reach unloaded', 'arm pickUp'],
      ['reach removed'],
    ]);
    expect(table.configurations[now.configuration]?.done).toBe(true);
  });

  test.each(['mm3', 'priority-review', 'customs-network', 'two-lanes'])(
    '%s: XState steps as the table does, and JSON keeps the table whole',
    (name) => {
      const flow = example(name);
      const table = compiled(flow);
      expect(JSON.parse(JSON.stringify(table))).toEqual(table);
      expect(compiled(flow)).toEqual(table);
      const stepper = xstateStepper(flow);
      for (const answer of [true, false]) {
        let mine = enter(table, () => answer);
        let theirs = stepper.enter(() => answer);
        for (let round = 0; round < 40; round += 1) {
          expect(mine.operations).toEqual(theirs.operations);
          expect(table.configurations[mine.configuration]?.value).toEqual(theirs.value);
          const event = present(table.events[(round * 7) % table.events.length], 'an event').type;
          mine = step(table, mine.configuration, event, () => answer);
          theirs = stepper.step(theirs.snapshot, event, () => answer);
        }
      }
    },
  );
});

describe('three bugs that such a compiler falls into', () => {
  test('an assign without a move asks `always` again', () => {
    const table = compiled(
      flowOf({
        initial: 'open',
        states: {
          open: { on: { PAY: { actions: assign({ paid: true }) } }, always: { guard: 'paid', target: 'over' } },
          over: { type: 'final' },
        },
      }),
    );
    const paid = (_: string, done: readonly Operation[]): boolean => done.some(({ does }) => does === 'set');
    const after = step(table, enter(table, paid).configuration, 'PAY', paid);
    expect(table.configurations[after.configuration]?.value).toBe('over');
  });

  test('a guard is asked again after something was written in the same step', () => {
    const machine = {
      initial: 'a',
      states: {
        a: {
          on: {
            GO: [
              { guard: 'permit', target: 'over' },
              { target: 'b', actions: assign({ permit: true }) },
            ],
          },
        },
        b: { always: { guard: 'permit', target: 'over' }, on: { GO: 'over' } },
        over: { type: 'final' },
      },
    };
    const table = compiled(flowOf(machine));
    const permit = (_: string, done: readonly Operation[]): boolean => done.some(({ does }) => does === 'set');
    const after = step(table, enter(table, permit).configuration, 'GO', permit);
    expect(table.configurations[after.configuration]?.value).toBe('over');
  });

  test('but not twice while nothing was written: one test for a guard asked by two lanes', () => {
    const lane = {
      initial: 'a',
      states: {
        a: { always: [{ guard: 'fast', target: 'c' }, { target: 'b' }] },
        b: { type: 'final' },
        c: { type: 'final' },
      },
    };
    const table = compiled(flowOf({ type: 'parallel', states: { one: lane, two: lane } }));
    expect(table.configurations.map(({ value }) => value)).toEqual([
      { one: 'c', two: 'c' },
      { one: 'b', two: 'b' },
    ]);
  });

  test('a timer is disarmed when its state is left by another way, and not when it was itself due', () => {
    const table = compiled(
      flowOf({
        initial: 'waiting',
        states: { waiting: { on: { CALL: 'over' }, after: { deadline: 'over' } }, over: { type: 'final' } },
      }),
    );
    const yes = (): boolean => true;
    expect(told(step(table, 0, 'CALL', yes).operations)).toEqual(['disarm deadline']);
    expect(told(step(table, 0, 'xstate.after.deadline.flow.waiting', yes).operations)).toEqual([]);
  });

  test('a delay or activity that XState does not know is a name like any other', () => {
    const table = compiled(
      flowOf({
        initial: 'a',
        states: {
          a: { after: { nowhereDefined: 'b' } },
          b: { invoke: { src: 'neither', onDone: 'c' } },
          c: { type: 'final' },
        },
      }),
    );
    expect(table.configurations.map(({ value }) => value)).toEqual(['a', 'b', 'c']);
  });

  test('an assign reads everything before it writes anything', () => {
    const swapLike = assign({ a: true, b: ({ context }: { context: Record<string, unknown> }) => context['a'] });
    const table = compiled(
      flowOf({ initial: 'x', states: { x: { on: { GO: { target: 'y', actions: swapLike } } }, y: { type: 'final' } } }),
    );
    expect(told(step(table, 0, 'GO', () => true).operations)).toEqual(['copy b', 'set a']);
  });
});

describe('a history state', () => {
  test('makes configurations that differ only in what is remembered', () => {
    const table = compiled(
      flowOf({
        initial: 'work',
        states: {
          work: {
            initial: 'one',
            on: { STOP: 'stopped', END: 'over' },
            states: { one: { on: { NEXT: 'two' } }, two: {}, last: { type: 'history' } },
          },
          stopped: { on: { RESUME: 'work.last' } },
          over: { type: 'final' },
        },
      }),
    );
    const remembered = table.configurations.filter(({ value }) => value === 'stopped').map(({ history }) => history);
    expect(remembered).toEqual([{ 'flow.work.last': ['flow.work.one'] }, { 'flow.work.last': ['flow.work.two'] }]);
  });
});

describe('guardsOnAlways', () => {
  test('names the guards of states that can wait, not those of states passed at once', () => {
    const flow = example('two-lanes');
    expect(guardsOnAlways(flow.machine, compiled(flow))).toEqual(['pickupPermit', 'advanceDeclaration']);
    const passing = flowOf({
      initial: 'choice',
      states: {
        choice: { always: [{ guard: 'lucky', target: 'a' }, { target: 'b' }] },
        a: { type: 'final' },
        b: { type: 'final' },
      },
    });
    expect(guardsOnAlways(passing.machine, compiled(passing))).toEqual([]);
  });
});

describe('refused, with the state and the reason', () => {
  const ending = { over: { type: 'final' } };
  /** A machine whose one transition is this. */
  const taking = (transition: unknown): Flow =>
    flowOf({ initial: 'a', states: { a: { on: { GO: transition } }, ...ending } });

  test.each<[string, unknown, string]>([
    ['a guard that is a function', { target: 'over', guard: () => true }, 'inline-function'],
    ['a function inside `not`', { target: 'over', guard: not(() => true) }, 'inline-function'],
    ['a guard that waits for no state', { target: 'over', guard: stateIn({ goods: 'inYrad' }) }, 'unknown-state'],
    [
      'a guard with parameters',
      { target: 'over', guard: { type: 'olderThan', params: { days: 3 } } },
      'guard-with-parameters',
    ],
    ['an action that is a function', { target: 'over', actions: () => undefined }, 'inline-function'],
    ['an action nobody explains', { target: 'over', actions: 'celebrate' }, 'unknown-action'],
    [
      'an assign that counts',
      {
        target: 'over',
        actions: assign({ n: ({ context }: { context: Record<string, number> }) => (context['n'] ?? 0) + 1 }),
      },
      'computed-assign',
    ],
    [
      'an assign that negates',
      {
        target: 'over',
        actions: assign({ n: ({ context }: { context: Record<string, unknown> }) => context['n'] !== true }),
      },
      'computed-assign',
    ],
    [
      'an assign that chooses',
      {
        target: 'over',
        actions: assign({ n: ({ context }: { context: Record<string, unknown> }) => context['n'] ?? context['m'] }),
      },
      'computed-assign',
    ],
    [
      'an assign that reads the event',
      { target: 'over', actions: assign({ n: ({ event }: { event: { type: string } }) => event.type }) },
      'reads-event',
    ],
    ['sendTo', { target: 'over', actions: sendTo('someone', { type: 'HELLO' }) }, 'foreign-action'],
    ['emit', { target: 'over', actions: emit({ type: 'HELLO' }) }, 'foreign-action'],
    ['spawnChild', { target: 'over', actions: spawnChild('someone') }, 'foreign-action'],
    ['enqueueActions', { target: 'over', actions: enqueueActions(() => undefined) }, 'foreign-action'],
    ['a raise after a delay', { target: 'over', actions: raise({ type: 'LATER' }, { delay: 10 }) }, 'delayed-raise'],
    ['a misspelt key', { target: 'over', gaurd: 'permit' }, 'unknown-key'],
  ])('%s', (_, transition, code) => {
    const refusals = refused(taking(transition));
    expect(refusals.map((refusal) => refusal.code)).toEqual([code]);
    expect(refusals[0]).toMatchObject({ state: 'a' });
    expect(refusals[0]?.reason.en).toMatch(/^in a /);
  });

  test('a named guard whose implementation reads the event', () => {
    const machine = createMachine(
      {
        id: 'flow',
        initial: 'a',
        states: { a: { on: { GO: { guard: 'big', target: 'over' } } }, over: { type: 'final' } },
      } as never,
      { guards: { big: ({ event }: { event: { size?: number } }) => (event.size ?? 0) > 3 } } as never,
    );
    expect(codes(refused(flowWith(machine)))).toEqual(['reads-event']);
  });

  test('an activity without a name, and one that fails or takes input', () => {
    expect(
      codes(
        refused(
          flowOf({
            initial: 'a',
            states: { a: { invoke: { src: fromPromise(async () => 1), onDone: 'over' } }, ...ending },
          }),
        ),
      ),
    ).toEqual(['inline-activity']);
    expect(
      codes(
        refused(
          flowOf({
            initial: 'a',
            states: { a: { invoke: { src: 'work', onDone: 'over', onError: 'over', input: {} } }, ...ending },
          }),
        ),
      ),
    ).toEqual(['unknown-key', 'unknown-key']);
  });

  test('all at once, each with its state; a key with the word that was meant', () => {
    const refusals = refused(
      flowOf({
        initial: 'a',
        states: {
          a: { onDon: 'over', on: { GO: { target: 'b', guard: () => true } } },
          b: { on: { GO: { target: 'over', actions: 'celebrate' } } },
          ...ending,
        },
      }),
    );
    expect(refusals).toEqual([
      {
        code: 'unknown-key',
        state: 'a',
        reason: {
          en: 'in a the state has `onDon`, which is no word of the dialect (is `onDone` meant?)',
          zh: 'a：状态有 `onDon`，流程写法中没有此项（是否指 `onDone`？）',
        },
      },
      {
        code: 'inline-function',
        state: 'a',
        reason: {
          en: 'in a a guard is a function: name it and let the scenario say when it holds',
          zh: 'a：条件是函数：请给它名称，由方案说明何时成立',
        },
      },
      {
        code: 'unknown-action',
        state: 'b',
        reason: {
          en: 'in b action `celebrate` is neither `charge` nor `reach`, and the machine does not say what it assigns',
          zh: 'b：动作 `celebrate` 既不是 `charge` 也不是 `reach`，状态机也没有说明它赋什么值',
        },
      },
    ]);
  });

  const lanes = (one: object, two: object): Flow =>
    flowOf({
      type: 'parallel',
      states: {
        one: { initial: 'a', states: { a: one, b: { type: 'final' } } },
        two: { initial: 'a', states: { a: two, b: { type: 'final' } } },
      },
    });

  test('an event that two lanes hear', () => {
    expect(refused(lanes({ on: { ARRIVED: 'b' } }, { on: { ARRIVED: 'b' } }))).toEqual([
      {
        code: 'event-heard-twice',
        state: 'one.a',
        reason: {
          en: 'ARRIVED is heard in one.a and in two.a: only one lane may listen, the other waits by `stateIn`',
          zh: 'ARRIVED 在 one.a 和 two.a 中都被监听：只能由一条并行分支监听，另一条用 `stateIn` 等待',
        },
      },
    ]);
  });

  test('two lanes that write one attribute in the same step', () => {
    const writing = (value: boolean): object => ({ always: { target: 'b', actions: assign({ permit: value }) } });
    expect(codes(refused(lanes(writing(true), writing(false))))).toEqual(['written-by-two-lanes']);
    expect(compileFlow(lanes(writing(true), { on: { GO: 'b' } })).ok).toBe(true);
  });

  test('an `always` that leaves its lane while another lane may move', () => {
    const leaving = flowOf({
      initial: 'both',
      states: {
        both: {
          type: 'parallel',
          states: {
            one: { initial: 'a', states: { a: { always: { guard: 'g', target: '#flow.over' } } } },
            two: { initial: 'a', states: { a: { always: { guard: 'h', target: 'b' } }, b: {} } },
          },
          on: { GO: 'over' },
        },
        ...ending,
      },
    });
    expect(codes(refused(leaving))).toEqual(['lanes-collide']);
  });

  test('an `always` that changes no state', () => {
    const idle = flowOf({
      initial: 'a',
      states: {
        a: { always: { guard: 'late', actions: { type: 'charge', params: { fee: 'late' } } }, on: { GO: 'over' } },
        ...ending,
      },
    });
    expect(codes(refused(idle))).toEqual(['idle-always']);
  });

  test('an endless circle of `always`, with its states', () => {
    const [refusal] = refused(
      flowOf({
        initial: 'start',
        states: { start: { on: { GO: 'a' } }, a: { always: 'b' }, b: { always: 'a' }, ...ending },
      }),
    );
    expect(refusal?.code).toBe('endless-step');
    expect(refusal?.reason.en).toMatch(/round for ever: (a -> b|b -> a)$/);
  });

  test('a state from which the flow cannot end, and not one that only impossible answers lead to', () => {
    const [refusal] = refused(
      flowOf({
        initial: 'a',
        states: { a: { on: { GO: [{ guard: 'lucky', target: 'over' }, { target: 'trap' }] } }, trap: {}, ...ending },
      }),
    );
    expect(refusal).toEqual({
      code: 'cannot-end',
      state: 'trap',
      reason: { en: 'once in trap the flow can never end', zh: '一旦处于 trap，流程便无法结束' },
    });

    // `lucky` at first and then not: no chance drawn once does that.
    const never = flowOf({
      initial: 'a',
      states: {
        a: { on: { GO: [{ guard: 'lucky', target: 'b' }, { target: 'over' }] } },
        b: { on: { GO: [{ guard: 'lucky', target: 'over' }, { target: 'trap' }] } },
        trap: {},
        ...ending,
      },
    });
    expect(compileFlow(never).ok).toBe(true);
  });

  test('too many combinations, saying which lanes multiply', () => {
    const lane = (letter: string): object => ({
      initial: 's0',
      states: Object.fromEntries(
        Array.from({ length: 6 }, (_, index) => [
          `s${index}`,
          index === 5 ? { type: 'final' } : { on: { [`${letter}${index}`]: `s${index + 1}` } },
        ]),
      ),
    });
    const [refusal] = refused(
      flowOf({
        type: 'parallel',
        states: Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((letter) => [letter, lane(letter)])),
      }),
    );
    expect(refusal?.code).toBe('too-many-configurations');
    expect(refusal?.reason.en).toMatch(/^more than 5000 combinations .*: a \(6\) x b \(6\) x c \(6\)/);
  });

  test('too many ways through one step', () => {
    const lane = (index: number): object => ({
      initial: 'a',
      states: {
        a: { always: [{ guard: `g${index}`, target: 'b' }, { target: 'c' }] },
        b: { type: 'final' },
        c: { type: 'final' },
      },
    });
    const [refusal] = refused(
      flowOf({
        type: 'parallel',
        states: Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`l${index}`, lane(index)])),
      }),
    );
    expect(refusal?.code).toBe('too-many-paths');
    expect(refusal?.reason.en).toContain('more than 512 ways through it: g0, g1');
  });
});

function example(name: string): Flow {
  const document: unknown = parse(
    readFileSync(new URL(`../../scenarios/examples/${name}.yaml`, import.meta.url), 'utf8'),
  );
  const read = readMachine((document as { flow: unknown }).flow, name);
  if (!read.ok) throw new Error(JSON.stringify(read.wrong));
  return read.value;
}

function flowOf(config: object): Flow {
  return flowWith(createMachine({ id: 'flow', ...config } as never));
}

function flowWith(machine: AnyStateMachine): Flow {
  return { name: 'flow', label: { en: '', zh: '' }, explanation: { en: '', zh: '' }, machine, measures: {} };
}

function compiled(of: Flow): FlowTable {
  const table = compileFlow(of);
  if (!table.ok) throw new Error(JSON.stringify(table.wrong));
  expect(table.value.guards).toEqual(namesOf(of.machine).guards);
  return table.value;
}

function refused(of: Flow): readonly Refusal[] {
  const table = compileFlow(of);
  return table.ok ? [] : table.wrong;
}

function codes(refusals: readonly Refusal[]): readonly string[] {
  return refusals.map(({ code }) => code);
}

function told(operations: readonly Operation[]): readonly string[] {
  return operations.map((operation) => {
    const { does, ...rest } = operation;
    return `${does} ${String(Object.values(rest)[0])}`;
  });
}
