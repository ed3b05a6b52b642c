import type { AnyStateNodeConfig } from 'xstate';
import { reach } from '../dialect.ts';

/** Where the goods are: from the ship through the yard, perhaps by the inspection bay, to the importer's truck. */
export const goods: AnyStateNodeConfig = {
  initial: 'atSea',
  states: {
    atSea: {
      meta: { en: 'at sea', zh: '在途', stage: 'preArrival' },
      on: { ARRIVED: 'unloading' },
    },
    unloading: {
      tags: ['arrived'],
      meta: {
        en: 'being unloaded',
        zh: '卸货',
        stage: 'unloading',
        law: 'Customs Law art. 14 (the conveyance declares entry)',
      },
      after: { unloading: { target: 'inYard', actions: reach('unloaded') } },
    },
    inYard: {
      meta: {
        en: 'in the yard',
        zh: '在场',
        stage: 'preparation',
        law: 'Customs Law art. 23 (under customs control until released)',
      },
      // The call to inspection goes before the permit: goods under an order never leave.
      always: [
        { guard: 'inspectionIsOrdered', target: 'atInspection' },
        { guard: 'pickUpIsPermitted', target: 'leaving' },
        { guard: 'goodsAreRefused', target: 'withheld' },
      ],
    },
    atInspection: {
      meta: { en: 'called to inspection', zh: '调往查验', stage: 'customs', law: 'Customs Law art. 28' },
      // The bay is held from its grant, for which only `called` waits, until the goods go back to the yard.
      invoke: { id: 'bay', src: 'inspectionBay', onDone: { guard: 'goodsAwaitBay', target: '.moving' } },
      initial: 'called',
      states: {
        called: { meta: { en: 'waiting for a bay', zh: '待查验位', stage: 'customs' } },
        moving: {
          meta: { en: 'moving to the bay', zh: '移箱', stage: 'customs' },
          after: { moveToBay: 'atBay' },
        },
        atBay: {
          meta: { en: 'at the bay', zh: '查验位', stage: 'customs' },
          always: { guard: 'inspectionIsOver', target: '#sea-import.goods.inYard' },
        },
      },
    },
    leaving: {
      meta: { en: 'waiting for the truck', zh: '待提', stage: 'pickUp' },
      after: { pickUp: 'removed' },
    },
    removed: {
      type: 'final',
      tags: ['removed'],
      meta: { en: 'removed', zh: '提离', stage: 'pickUp', law: 'Customs Law art. 29' },
    },
    withheld: {
      type: 'final',
      meta: { en: 'not for the importer', zh: '不予提离', stage: 'customs', law: 'Customs Law art. 30' },
    },
  },
};
