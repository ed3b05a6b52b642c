import { expect, test } from 'vitest';
import { not, or, stateIn } from 'xstate';
import { present } from '../../src/base/index.ts';
import { compileFlow, type FlowTable } from '../../src/compile/index.ts';
import { builtInFlows } from '../../src/flows/index.ts';
import { walkTable, type Reaching } from './table-walk.ts';

/** A rule of the law: whoever reaches one of `of` must have satisfied `only`. */
interface Rule {
  readonly says: string;
  readonly of: readonly string[];
  readonly only: (reaching: Reaching) => boolean;
}

const mayLeave = ['released', 'pickupPermitted'];
const answer = ({ after }: Reaching, guard: string): boolean | undefined => after.answers.get(guard);
const after =
  (...milestones: readonly string[]): Rule['only'] =>
  ({ before }) =>
    milestones.some((each) => before.has(each));
const neverAfter =
  (...milestones: readonly string[]): Rule['only'] =>
  (reaching) =>
    !after(...milestones)(reaching);
const noneOpen =
  (from: string, to: string): Rule['only'] =>
  ({ before }) =>
    !before.has(from) || before.has(to);

const rules: Readonly<Record<string, Rule>> = {
  R02: {
    says: 'nothing is released without an accepted declaration',
    of: ['released'],
    only: after('accepted', 'completeAccepted'),
  },
  R03: {
    says: 'nothing taxable is released before its duty is paid or covered by a guarantee',
    of: ['released'],
    only: (reaching) => answer(reaching, 'taxable') === false || after('paid', 'guaranteeBound')(reaching),
  },
  R08: {
    says: 'what was returned, destroyed or sold is neither released nor removed',
    of: [...mayLeave, 'removed'],
    only: neverAfter('returned', 'destroyed', 'disposed'),
  },
  R09: {
    says: 'inspection never starts before the goods are in the yard',
    of: ['inspectionStarted'],
    only: after('unloaded'),
  },
  R11: {
    says: 'between the order and the end of an inspection nothing is released, permitted or removed',
    of: [...mayLeave, 'removed'],
    only: noneOpen('inspectionOrdered', 'inspectionEnded'),
  },
  R12: { says: 'no goods pass the gate without a permit or release', of: ['removed'], only: after(...mayLeave) },
  R13: {
    says: 'a declaration is accepted once, released once, and its goods removed once',
    of: ['accepted', 'completeAccepted', 'released', 'removed'],
    only: ({ milestone, before }) => !before.has(milestone),
  },
  R17: {
    says: 'a finding leads to no release before its case is settled',
    of: mayLeave,
    only: noneOpen('irregular', 'resolved'),
  },
  R20: {
    says: 'in two steps nothing is removed before the summary is accepted and pick-up permitted',
    of: ['removed'],
    only: (reaching) =>
      answer(reaching, 'twoStepDeclaration') !== true ||
      (after('summaryAccepted')(reaching) && after('pickupPermitted')(reaching)),
  },
  R24: {
    says: 'in two steps taxable goods are never permitted before a guarantee is bound',
    of: ['pickupPermitted'],
    only: (reaching) => answer(reaching, 'taxable') === false || after('guaranteeBound')(reaching),
  },
  R27: {
    says: 'inspection is never ordered in the second step',
    of: ['inspectionOrdered'],
    only: neverAfter('pickupPermitted'),
  },
  R29: {
    says: 'a guarantee is returned only after it was bound',
    of: ['guaranteeReturned'],
    only: after('guaranteeBound'),
  },
  R30: {
    says: 'a declaration in one step has no summary',
    of: ['summaryAccepted'],
    only: (reaching) => answer(reaching, 'twoStepDeclaration') === true,
  },
  R32: {
    says: 'papers are lodged before arrival only by advance declaration',
    of: ['lodged'],
    only: (reaching) => after('arrived')(reaching) || answer(reaching, 'advanceDeclaration') === true,
  },
  R34: { says: 'nothing is released before the goods have arrived', of: mayLeave, only: after('arrived') },
};

/** A flow's table, walked: the rules that are broken (R11c: while an inspection is under way the goods are at the bay), those never put to the test, and whether everybody can end. */
function examine(machine: (typeof flow)['machine']): {
  table: FlowTable | undefined;
  broken: string[];
  idle: string[];
  stuck: number;
  moments: number;
} {
  const compiled = compileFlow({ ...flow, machine });
  if (!compiled.ok) return { table: undefined, broken: ['refused'], idle: [], stuck: 0, moments: 0 };
  const broken = new Set<string>();
  const idle = new Set(Object.keys(rules));
  const onReach = (reaching: Reaching): void => {
    for (const [name, rule] of Object.entries(rules)) {
      if (!rule.of.includes(reaching.milestone)) continue;
      idle.delete(name);
      if (!rule.only(reaching)) broken.add(name);
    }
  };
  for (const { value } of compiled.value.configurations) {
    const text = JSON.stringify(value);
    if (text.includes('"selected":"inspecting"') && !text.includes('"atInspection":"atBay"')) broken.add('R11c');
  }
  const { moments, stuck } = walkTable(compiled.value, { eachVisit: ['faultFound'], onReach });
  return { table: compiled.value, broken: [...broken], idle: [...idle], stuck: stuck.length, moments };
}

const flow = present(builtInFlows['sea-import'], 'sea-import');
const examined = examine(flow.machine);

test('no consignment whatever breaks a rule of the law', () => {
  expect(examined.broken.map((name) => `${name}: ${rules[name]?.says ?? ''}`)).toEqual([]);
  expect(examined.idle).toEqual([]);
});

test('from every moment an end can be reached', () => {
  expect(examined.stuck).toBe(0);
  expect(examined.moments).toBeGreaterThan(1000);
});

test('the table stays small: a lane multiplies, a feature adds', () => {
  expect(examined.table?.configurations.length).toBeLessThan(120);
});

/** A question that every configuration answers with yes. */
const yes = or([stateIn({ goods: 'atSea' }), not(stateIn({ goods: 'atSea' }))]);

// Each of these questions is needed: always answered with yes, it lets a rule be broken.
test.each([
  ['goodsAreWhereReleaseNeedsThem', 'R34'],
  ['goodsAreAtBay', 'R11c'],
  ['dutyIsSecured', 'R03'],
  ['papersMayBeLodged', 'R32'],
])('without %s the law is broken (%s)', (question, rule) => {
  expect(examine(flow.machine.provide({ guards: { [question]: yes } })).broken).toContain(rule);
});
