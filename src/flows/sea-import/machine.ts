import { and, not, or, setup, stateIn, type AnyStateMachine } from 'xstate';
import { inertActivity, inertDelay } from '../dialect.ts';
import { declaration } from './declaration.ts';
import { duty } from './duty.ts';
import { goods } from './goods.ts';

/**
 * Import by sea under the law of 13 July 2021: goods, papers and money, three lanes that wait for each other.
 *
 * The lanes meet in one way only: a lane asks in which state another is. The single event from outside is the ship's arrival.
 */
export const machine: AnyStateMachine = setup({
  guards: {
    // What the lanes ask of each other.
    goodsHaveArrived: not(stateIn({ goods: 'atSea' })),
    goodsAreWhereReleaseNeedsThem: and([
      not(stateIn({ goods: 'atSea' })),
      or([not(stateIn({ goods: 'unloading' })), not('releaseNeedsYard')]),
    ]),
    goodsAreCalled: stateIn({ goods: 'atInspection' }),
    goodsAwaitBay: stateIn({ goods: { atInspection: 'called' } }),
    goodsAreAtBay: stateIn({ goods: { atInspection: 'atBay' } }),
    goodsAreRefused: or([
      stateIn({ declaration: 'returned' }),
      stateIn({ declaration: 'destroyed' }),
      stateIn({ declaration: 'disposed' }),
    ]),
    inspectionIsOrdered: stateIn({ declaration: 'selected' }),
    inspectionIsOver: not(stateIn({ declaration: 'selected' })),
    customsIsSatisfied: stateIn({ declaration: 'satisfied' }),
    pickUpIsPermitted: or([
      stateIn({ declaration: 'completing' }),
      stateIn({ declaration: 'completed' }),
      stateIn({ declaration: 'released' }),
    ]),
    declarationIsComplete: or([stateIn({ declaration: 'completed' }), stateIn({ declaration: 'released' })]),
    dutyIsSettled: or([stateIn({ duty: 'exempt' }), stateIn({ duty: 'paid' })]),
    dutyIsSecured: or([stateIn({ duty: 'exempt' }), stateIn({ duty: 'guaranteed' }), stateIn({ duty: 'paid' })]),

    // When papers may be begun and handed in: after arrival, or earlier by advance declaration.
    papersMayBegin: or([not(stateIn({ goods: 'atSea' })), 'advanceDeclaration', 'papersBeginAtDeparture']),
    papersMayBeLodged: or([not(stateIn({ goods: 'atSea' })), 'advanceDeclaration']),

    // What the scenario answers: measures, attributes, chances, facts. Here, for XState tools, nothing of it holds.
    advanceDeclaration: () => false,
    twoStepDeclaration: () => false,
    attendanceWaiver: () => false,
    greenChannel: () => false,
    releaseOnGuarantee: () => false,
    taxable: () => false,
    faultFound: () => false,
    selectedForReview: () => false,
    selectedForInspection: () => false,
    irregularityFound: () => false,
    orderedBack: () => false,
    orderedDestroyed: () => false,
    papersBeginAtDeparture: () => false,
    releaseNeedsYard: () => false,
  },

  actions: {
    // The engine notes the milestone; in XState tools nothing happens.
    reach: (_args, _params: { milestone: string }) => undefined,
  },

  actors: {
    documentReview: inertActivity,
    greenChannelReview: inertActivity,
    inspection: inertActivity,
    inspectionBay: inertActivity,
  },

  delays: {
    unloading: inertDelay,
    preparation: inertDelay,
    summaryPreparation: inertDelay,
    completePreparation: inertDelay,
    electronicCheck: inertDelay,
    correction: inertDelay,
    moveToBay: inertDelay,
    attendance: inertDelay,
    caseHandling: inertDelay,
    payment: inertDelay,
    pickUp: inertDelay,
    completeDeclaration: inertDelay,
    disposal: inertDelay,
  },
}).createMachine({
  id: 'sea-import',
  options: { maxIterations: 1000 },
  type: 'parallel',
  states: { goods: goods, declaration: declaration, duty: duty },
});
