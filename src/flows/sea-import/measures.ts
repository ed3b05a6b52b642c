import type { Condition } from '../../customs/index.ts';
import type { FlowMeasure } from '../flow.ts';

/** Who may use a measure that trust is asked for. */
const notDiscredited: Condition = { not: { attribute: 'credit', isOneOf: ['discredited'] } };

/** The facilitation measures of the flow. */
export const measures: Readonly<Record<string, FlowMeasure>> = {
  advanceDeclaration: {
    label: { en: 'advance declaration', zh: '提前申报' },
    explanation: {
      en: 'Papers are prepared and lodged while the ship is under way; release still waits for its arrival.',
      zh: '货物在途时即备单申报，运输工具到港后放行。',
    },
    law: 'Order 103 of 2003 art. 18; Notice 74 of 2014; TFA art. 7.1',
    eligible: { all: [] },
  },
  twoStepDeclaration: {
    label: { en: 'two-step declaration', zh: '两步申报' },
    explanation: {
      en: 'A summary of nine items is enough for pick-up; the complete declaration and the duty follow within 14 days of arrival, covered by a guarantee.',
      zh: '概要申报后即可提离货物，自运输工具申报进境之日起14日内完成完整申报并缴税，税款以担保保障。',
    },
    law: 'Notice 127 of 2019; Notice 216 of 2019: level general credit or above; taxable goods need a guarantee on file',
    eligible: {
      all: [
        notDiscredited,
        { any: [{ not: { attribute: 'taxable', isTrue: true } }, { attribute: 'hasGuarantee', isTrue: true }] },
      ],
    },
  },
  greenChannel: {
    label: { en: 'green channel', zh: '绿色通道' },
    explanation: {
      en: 'Perishable, live and anti-epidemic goods and advanced certified traders go first at review, bay and inspection; the others wait longer for it.',
      zh: '鲜活易腐、防疫物资及高级认证企业优先审单、优先查验；其他货物等待相应增加。',
    },
    law: 'TFA art. 7.9 (perishable goods), 7.7 (authorised operators); GACC Order 237 (priority of certified enterprises); 2020 notices on anti-epidemic goods',
    eligible: {
      all: [
        notDiscredited,
        {
          any: [
            { attribute: 'goods', isOneOf: ['perishable', 'live', 'antiEpidemic'] },
            { attribute: 'credit', isOneOf: ['advancedCertified'] },
          ],
        },
      ],
    },
  },
  attendanceWaiver: {
    label: { en: 'attendance waiver', zh: '免到场查验' },
    explanation: {
      en: 'The goods are inspected as ever, but the trader need not be there: nobody waits for the journey.',
      zh: '货物照常查验，收发货人可免于到场。',
    },
    law: 'Notice 24 of 2020 (11 February 2020), derogating from Customs Law art. 28',
    eligible: { all: [] },
  },
  releaseOnGuarantee: {
    label: { en: 'release on guarantee', zh: '凭担保放行' },
    explanation: {
      en: 'Goods are released on a guarantee on file; the duty is paid afterwards.',
      zh: '凭已备案担保先予放行，税款随后缴纳。',
    },
    law: 'Customs Law art. 66; Notice 45 of 2017 (collective payment: not for discredited); Notice 155 of 2018 (insurance: general credit or above); TFA art. 7.3',
    eligible: { all: [notDiscredited, { attribute: 'hasGuarantee', isTrue: true }] },
  },
};
