import { reach } from '../../src/flows/dialect.ts';
import { seaImport } from '../../src/flows/sea-import/sea-import.ts';
import { freeModel, ruleBooks, type Claim, type Rule } from '../../src/rules/index.ts';
import type { Model } from '../../src/simulation/index.ts';
import { and, createMachine, not, or, stateIn, type AnyStateNodeConfig } from 'xstate';
import { modelOf } from '../simulation/story.ts';

/** A procedure with a mistake planted, and the rule that it breaks. */
export interface Fault {
  readonly what: string;
  readonly model: () => Model;
  readonly rule: Rule;
}

/** A small import: goods that may be inspected and must be paid for, in two lanes. */
export const smallPort = `name: small port
flow:
  type: parallel
  states:
    goods:
      initial: atSea
      states:
        atSea: {on: {ARRIVED: inYard}}
        inYard:
          tags: [arrived]
          always:
            - {guard: {in: papers.inspecting}, target: atBay}
            - {guard: {in: papers.released}, target: leaving}
            - {guard: {in: papers.refused}, target: withheld}
        atBay: {always: {guard: {not: {in: papers.inspecting}}, target: inYard}}
        leaving: {after: {pickUp: removed}}
        removed: {type: final, tags: [removed]}
        withheld: {type: final}
    papers:
      initial: preparing
      states:
        preparing: {always: {guard: {not: {in: goods.atSea}}, target: writing}}
        writing: {after: {preparation: lodged, threeMonths: refused}}
        lodged: {tags: [lodged], after: {electronicCheck: [{guard: faultFound, target: writing}, {target: accepted}]}}
        accepted: {tags: [accepted], always: [{guard: selectedForInspection, target: inspecting}, {target: owing}]}
        inspecting: {tags: [inspectionStarted], invoke: {src: inspection, onDone: [{guard: irregularityFound, target: refused}, {target: owing}]}}
        owing: {always: [{guard: {not: taxable}, target: released}, {target: due}]}
        due: {after: {payment: {target: released, actions: {reach: paid}}}}
        released: {type: final, tags: [released]}
        refused: {type: final, tags: [returned]}
arrivals: {vessels: {every: 6 h, carry: 3, voyage: 20 h}}
attributes: {taxable: 50 %}
chances: {faultFound: {share: 10 %, drawn: eachVisit}, selectedForInspection: 20 %, irregularityFound: 10 %}
activities: {inspection: {needs: officers, takes: 4 h}}
delays: {preparation: 10 h, threeMonths: 90 d, electronicCheck: 1 min, payment: 1 d, pickUp: 5 h}
resources: {officers: 2}
run: {horizon: 1 week, warmUp: 0 h, seed: small, replications: 1}`;

/** The small port with pieces of its text replaced. */
export function smallPortWith(changes: readonly (readonly [string, string])[]): string {
  return changes.reduce(
    (before, [what, by]) => (before.includes(what) ? before.replace(what, by) : missing(what)),
    smallPort,
  );
}

/** What must hold at the small port, and holds if nothing is planted. */
export const smallRules: Readonly<Record<string, Rule>> = Object.fromEntries(
  Object.entries<Claim>({
    accepted: { template: 'precedence', a: 'accepted', b: 'released' },
    onlyOnce: { template: 'absence', a: 'accepted', times: 2 },
    inspectionEnds: { template: 'response', a: 'start:inspection', b: 'end:inspection' },
    inspectedHere: { template: 'precedence', a: 'arrived', b: 'inspectionStarted' },
    noHandOver: { never: { all: [{ in: 'papers.inspecting' }, { in: 'goods.leaving' }] } },
    permit: { template: 'precedence', a: 'released', b: 'removed' },
    refusedStays: { template: 'notResponse', a: 'returned', b: ['released', 'removed'] },
    oneOfTwo: { template: 'exclusiveChoice', a: 'released', b: 'returned' },
    canRelease: { possible: 'removed' },
    canRefuse: { possible: 'returned' },
    canEnd: { canEnd: true },
  }).map(([id, claim]) => [id, ruleOf(id, claim)]),
);

/** Each replaces a piece of the small port's text. */
const smallFaults: readonly (readonly [string, string, string, string])[] = [
  ['released without acceptance', 'accepted', '{target: accepted}]', '{target: owing}]'],
  [
    'accepted twice',
    'onlyOnce',
    '[{guard: irregularityFound, target: refused}, {target: owing}]',
    '[{guard: irregularityFound, target: lodged}, {target: owing}]',
  ],
  [
    'an inspection that is given up',
    'inspectionEnds',
    'inspecting: {tags: [inspectionStarted], ',
    'inspecting: {tags: [inspectionStarted], after: {payment: owing}, ',
  ],
  [
    'inspected at sea',
    'inspectedHere',
    'preparing: {always: {guard: {not: {in: goods.atSea}}, target: writing}}',
    'preparing: {after: {pickUp: writing}}',
  ],
  [
    'pick-up while the inspection goes on',
    'noHandOver',
    '- {guard: {in: papers.inspecting}, target: atBay}',
    '- {guard: {in: papers.inspecting}, target: leaving}',
  ],
  ['pick-up without release', 'permit', 'tags: [arrived]\n', 'tags: [arrived]\n          after: {pickUp: leaving}\n'],
  [
    'refused goods that are handed over',
    'refusedStays',
    '{guard: {in: papers.refused}, target: withheld}',
    '{guard: {in: papers.refused}, target: leaving}',
  ],
  [
    'papers that nobody ends',
    'canEnd',
    'refused: {type: final, tags: [returned]}',
    'refused: {tags: [returned], after: {payment: {guard: {not: taxable}, target: released}}}',
  ],
  [
    'goods that nobody fetches',
    'canRelease',
    'leaving: {after: {pickUp: removed}}',
    'leaving: {after: {pickUp: withheld}}',
  ],
];

/** Duty that is assessed and paid at some time, whatever the papers do. */
const assessedAtLeisure = { always: { guard: 'goodsAreRefused', target: 'lapsed' }, after: { payment: 'paid' } };

/** The states of sea import that are wrong, by path, and the rule of the shipped book that they break, or one of its own. */
const seaFaults: readonly (readonly [string, string | Rule, Readonly<Record<string, Change>>])[] = [
  [
    'released before payment',
    'R03a',
    { 'declaration.satisfied': { always: { guard: 'goodsAreWhereReleaseNeedsThem', target: 'released' } } },
  ],
  [
    'released before the duty is assessed',
    'R03b',
    {
      'declaration.satisfied': { always: { guard: 'goodsAreWhereReleaseNeedsThem', target: 'released' } },
      'duty.unassessed': assessedAtLeisure,
    },
  ],
  [
    'released without acceptance',
    'R02',
    {
      'declaration.lodged': {
        after: { electronicCheck: [{ guard: 'faultFound', target: 'undeclared.correcting' }, { target: 'routed' }] },
      },
    },
  ],
  [
    'overdue goods that stay',
    'R07',
    { 'declaration.undeclared': { after: { disposal: { actions: reach('overdue') } } } },
  ],
  [
    'disposed goods released',
    'R08',
    { 'declaration.disposed': { type: undefined, always: { guard: 'goodsHaveArrived', target: 'released' } } },
  ],
  [
    'refused goods handed over',
    'R08',
    {
      'goods.inYard': {
        always: [
          { guard: 'inspectionIsOrdered', target: 'atInspection' },
          { guard: or(['pickUpIsPermitted', 'goodsAreRefused']), target: 'leaving' },
        ],
      },
    },
  ],
  [
    'inspected at sea',
    'R09',
    {
      'goods.atSea': { always: { guard: 'inspectionIsOrdered', target: 'atInspection' } },
      'declaration.undeclared.prepared': { always: '#sea-import.declaration.lodged' },
      'declaration.undeclared.waiting': { always: 'preparing' },
    },
  ],
  [
    'a waiver that skips the inspection',
    'R10',
    {
      'declaration.selected.notified': {
        always: [
          { guard: and(['goodsAreCalled', 'attendanceWaiver']), target: '#sea-import.declaration.satisfied' },
          { guard: 'goodsAreCalled', target: 'awaitingTrader' },
        ],
      },
    },
  ],
  [
    'handed over while selected',
    'R11a',
    {
      'goods.inYard': {
        always: [
          { guard: or(['inspectionIsOrdered', 'pickUpIsPermitted']), target: 'leaving' },
          { guard: 'goodsAreRefused', target: 'withheld' },
        ],
      },
      'declaration.selected.notified': { after: { attendance: '#sea-import.declaration.satisfied' } },
    },
  ],
  [
    'waiting for the truck while an inspection is ordered',
    'R11d',
    {
      'goods.inYard': {
        always: [
          { guard: 'inspectionIsOrdered', target: 'leaving' },
          { guard: 'pickUpIsPermitted', target: 'leaving' },
          { guard: 'goodsAreRefused', target: 'withheld' },
        ],
      },
      'goods.leaving': {
        after: { pickUp: [{ guard: 'inspectionIsOrdered', target: 'atInspection' }, { target: 'removed' }] },
      },
    },
  ],
  [
    'inspected without a bay',
    'R11e',
    { 'declaration.selected.ready': { always: { guard: 'goodsAreCalled', target: 'inspecting' } } },
  ],
  [
    'the gate asks the wrong lane for a permit',
    'R12',
    {
      'goods.inYard': {
        always: [
          { guard: 'inspectionIsOrdered', target: 'atInspection' },
          { guard: not(stateIn({ duty: 'unassessed' })), target: 'leaving' },
        ],
      },
    },
  ],
  [
    'accepted twice',
    'R13a',
    { 'declaration.irregular': { after: { caseHandling: { target: 'accepted', actions: reach('resolved') } } } },
  ],
  [
    'a summary accepted twice',
    'R13b',
    { 'declaration.completing.correcting': { after: { correction: '#sea-import.declaration.summaryLodged' } } },
  ],
  [
    'selected for inspection again and again',
    'R13e',
    { 'declaration.irregular': { after: { caseHandling: { target: 'selected', actions: reach('resolved') } } } },
  ],
  [
    'a returned declaration that goes on as it is',
    'R14',
    { 'declaration.undeclared.correcting': { after: { correction: '#sea-import.declaration.accepted' } } },
  ],
  [
    'irregular though nobody has looked',
    'R17a',
    { 'declaration.underReview': { invoke: { src: 'documentReview', onDone: 'irregular' } } },
  ],
  [
    'an irregularity that is forgotten',
    'R17b',
    {
      'declaration.irregular': {
        after: {
          caseHandling: [
            { guard: 'orderedBack', target: 'satisfied', actions: reach('resolved') },
            { target: 'satisfied' },
          ],
        },
      },
    },
  ],
  [
    'irregular goods released',
    'R17c',
    {
      'goods.inYard': {
        always: [
          { guard: 'inspectionIsOrdered', target: 'atInspection' },
          { guard: or(['pickUpIsPermitted', stateIn({ declaration: 'irregular' })]), target: 'leaving' },
          { guard: 'goodsAreRefused', target: 'withheld' },
        ],
      },
    },
  ],
  [
    'picked up before the summary is accepted',
    'R20',
    {
      'declaration.undeclared.summaryPrepared': {
        always: { guard: 'goodsHaveArrived', target: '#sea-import.declaration.completing' },
      },
      'duty.unassessed': assessedAtLeisure,
    },
  ],
  [
    'a summary that is never completed',
    'R22',
    {
      'declaration.completing.preparing': { after: { completePreparation: '#sea-import.declaration.released' } },
    },
  ],
  [
    'goods with duty due picked up',
    'R24',
    {
      'declaration.satisfied': {
        always: [
          { guard: and(['goodsAreWhereReleaseNeedsThem', 'twoStepDeclaration']), target: 'completing' },
          { guard: and(['goodsAreWhereReleaseNeedsThem', 'dutyIsSecured']), target: 'released' },
        ],
      },
      'duty.unassessed': {
        always: [
          { guard: 'customsIsSatisfied', target: 'due' },
          { guard: 'goodsAreRefused', target: 'lapsed' },
        ],
      },
    },
  ],
  [
    'an inspection ordered by the complete declaration',
    'R27',
    {
      'declaration.completing.lodged': {
        after: {
          electronicCheck: { target: '#sea-import.declaration.completed', actions: reach('inspectionOrdered') },
        },
      },
    },
  ],
  [
    'a guarantee that is never returned',
    'R29',
    {
      'duty.guaranteed.billed': {
        after: {
          payment: [
            { guard: 'greenChannel', target: '#sea-import.duty.paid', actions: reach('guaranteeReturned') },
            { target: '#sea-import.duty.paid' },
          ],
        },
      },
    },
  ],
  [
    'a guarantee returned that was not bound',
    'R29',
    { 'duty.due': { after: { payment: { target: 'paid', actions: reach('guaranteeReturned') } } } },
  ],
  [
    'declared in one step and in two',
    'R30',
    {
      'declaration.completing.lodged': {
        after: { electronicCheck: { target: '#sea-import.declaration.completed', actions: reach('accepted') } },
      },
    },
  ],
  ['released at sea', 'R34', { 'declaration.satisfied': { always: { guard: 'dutyIsSecured', target: 'released' } } }],
  ['duty that is let off', 'R58', { 'duty.due': { after: { payment: 'exempt' } } }],
  [
    'a guarantee that is never called in',
    'P8',
    {
      'duty.guaranteed.billed': {
        after: {
          payment: { guard: not('taxable'), target: '#sea-import.duty.paid', actions: reach('guaranteeReturned') },
        },
      },
    },
  ],
  [
    'a bill without an end',
    {
      id: 'assessedOnce',
      says: { en: 'Duty is assessed at most once.', zh: '税款至多计征一次。' },
      source: 'assumption',
      claim: { template: 'absence', a: 'assessed', times: 2 },
    },
    { 'duty.due': { after: { payment: [{ guard: 'taxable', target: 'due', reenter: true }, { target: 'paid' }] } } },
  ],
  ['nothing is taken after three months', 'P6', { 'declaration.undeclared': { after: undefined } }],
  [
    'a limit for the complete declaration that concerns nobody',
    {
      id: 'limit',
      says: { en: 'A complete declaration can be late.', zh: '完整申报可能逾期。' },
      source: 'Notice 127 of 2019',
      claim: { possible: 'completeOverdue' },
    },
    {
      'declaration.completing': {
        after: { completeDeclaration: { guard: and(['taxable', not('taxable')]), actions: reach('completeOverdue') } },
      },
    },
  ],
  [
    'a green channel that nobody is let into',
    'P7',
    {
      'declaration.routed': {
        always: [{ guard: not('selectedForReview'), target: 'reviewed' }, { target: 'underReview' }],
      },
    },
  ],
];

/** What replaces the same keys of a state; undefined takes one away. */
type Change = Readonly<Record<string, unknown>>;

/** The two-step declaration without a condition on who may use it. */
const forEverybody = { ...(seaImport.measures['twoStepDeclaration'] ?? missing('measure')), eligible: { all: [] } };

export const faults: readonly Fault[] = [
  ...smallFaults.map(([what, id, text, by]) => ({
    what,
    model: () => modelOf(smallPortWith([[text, by]])),
    rule: smallRules[id] ?? missing(id),
  })),
  ...seaFaults.map(([what, rule, changes]) => ({
    what: `sea import: ${what}`,
    model: () => seaImportWith(changes),
    rule: typeof rule === 'string' ? shipped(rule) : rule,
  })),
  {
    what: 'sea import: a discredited trader in two steps',
    model: () => freeModel({ ...seaImport, measures: { ...seaImport.measures, twoStepDeclaration: forEverybody } }),
    rule: shipped('R25'),
  },
];

function shipped(rule: string): Rule {
  return ruleBooks['sea-import']?.find(({ id }) => id === rule) ?? missing(rule);
}

function ruleOf(id: string, claim: Claim): Rule {
  return { id, says: { en: id, zh: id }, source: 'assumption', claim };
}

function missing(what: string): never {
  throw new Error(`there is no ${what}`);
}

/** Sea import with other keys in some of its states. */
function seaImportWith(changes: Readonly<Record<string, Change>>): Model {
  const { config, implementations } = seaImport.machine;
  const states = Object.entries(changes).reduce(
    (before, [path, change]) => changed(before, path.split('.'), change),
    config as AnyStateNodeConfig,
  );
  return freeModel({ ...seaImport, machine: createMachine(states as never, implementations as never) });
}

function changed(state: AnyStateNodeConfig, [name, ...inner]: readonly string[], change: Change): AnyStateNodeConfig {
  if (name === undefined) return { ...state, ...change };
  const child = state.states?.[name] ?? missing(name);
  return { ...state, states: { ...state.states, [name]: changed(child, inner, change) } };
}
