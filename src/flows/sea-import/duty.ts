import { and, not, or, type AnyStateNodeConfig } from 'xstate';
import { reach } from '../dialect.ts';

/** The money: duty and taxes, owed before release, or afterwards on a guarantee. */
export const duty: AnyStateNodeConfig = {
  initial: 'unassessed',
  states: {
    unassessed: {
      meta: { en: 'not assessed', zh: '未计税', stage: 'customs' },
      always: [
        { guard: and(['customsIsSatisfied', not('taxable')]), target: 'exempt' },
        { guard: and(['customsIsSatisfied', or(['twoStepDeclaration', 'releaseOnGuarantee'])]), target: 'guaranteed' },
        { guard: 'customsIsSatisfied', target: 'due' },
        { guard: 'goodsAreRefused', target: 'lapsed' },
      ],
    },
    due: {
      tags: ['assessed'],
      meta: { en: 'due', zh: '待缴税', stage: 'customs', law: 'Customs Law art. 60 (15 days)' },
      after: { payment: 'paid' },
    },
    guaranteed: {
      tags: ['guaranteeBound'],
      meta: {
        en: 'guaranteed',
        zh: '已担保',
        stage: 'customs',
        law: 'Customs Law art. 66; Notice 127 of 2019; TFA art. 7.3',
      },
      initial: 'bound',
      states: {
        bound: {
          meta: { en: 'covered by the guarantee', zh: '担保扣减', stage: 'postRelease' },
          always: { guard: 'declarationIsComplete', target: 'billed' },
        },
        billed: {
          tags: ['assessed'],
          meta: {
            en: 'due under the guarantee',
            zh: '担保项下待缴税',
            stage: 'postRelease',
            law: 'Customs Law art. 60 (15 days)',
          },
          after: { payment: { target: '#sea-import.duty.paid', actions: reach('guaranteeReturned') } },
        },
      },
    },
    paid: {
      type: 'final',
      tags: ['paid'],
      meta: { en: 'paid', zh: '已缴税', stage: 'customs', law: 'Customs Law art. 29, 60' },
    },
    exempt: {
      type: 'final',
      meta: { en: 'nothing due', zh: '不涉税', stage: 'customs' },
    },
    lapsed: {
      type: 'final',
      meta: { en: 'no longer owed', zh: '不再计征', stage: 'customs', law: 'Customs Law art. 30' },
    },
  },
};
