import type { PairTemplate } from './pattern.ts';
import type { Claim, Rule } from './rule.ts';

/** What must hold for imports by sea, as far as states and the order of events tell it; `R` and a number as in the sources of the project. */
export const seaImportRules: readonly Rule[] = [
  rule(
    'R02',
    'Nothing is released without an accepted declaration.',
    '未接受申报的货物不得放行。',
    'Customs Law art. 24, 29',
    pair('precedence', ['accepted', 'summaryAccepted'], ['released', 'pickupPermitted']),
  ),
  rule(
    'R03a',
    'Nothing is released while its duty is due.',
    '税款未缴不得放行。',
    'Customs Law art. 29; TFA art. 7.3',
    { never: { all: [{ in: 'declaration.released' }, { in: 'duty.due' }] } },
  ),
  rule(
    'R03b',
    'Nothing is released before its duty is assessed.',
    '未计税不得放行。',
    'Customs Law art. 29; TFA art. 7.3',
    { never: { all: [{ in: 'declaration.released' }, { in: 'duty.unassessed' }] } },
  ),
  rule(
    'R07',
    'After three months without acceptance the goods are disposed of.',
    '超过三个月未申报的货物由海关变卖。',
    'Customs Law art. 30',
    pair('response', 'overdue', 'disposed'),
  ),
  rule(
    'R08',
    'Goods that are disposed of, destroyed or sent back are neither released nor handed over.',
    '已变卖、销毁或退运的货物不再放行或提离。',
    'Customs Law art. 30 (assumption)',
    pair('notResponse', ['disposed', 'destroyed', 'returned'], ['released', 'pickupPermitted', 'removed']),
  ),
  rule(
    'R09',
    'Inspection never starts before the goods have arrived.',
    '货物运抵前不得查验。',
    'Customs Law art. 28',
    pair('precedence', 'arrived', 'inspectionStarted'),
  ),
  rule(
    'R10',
    'Every ordered inspection ends.',
    '布控的查验必须完成。',
    'assumption (liveness)',
    pair('response', 'inspectionOrdered', 'inspectionEnded'),
  ),
  rule(
    'R11a',
    'Between the order to inspect and its end the goods are not handed over.',
    '查验期间货物不得提离。',
    'Customs Law art. 28',
    { never: { all: [{ in: 'declaration.selected' }, { in: 'goods.removed' }] } },
  ),
  rule(
    'R11b',
    'Between the order to inspect and its end the goods do not wait for the truck.',
    '查验期间货物不得待提。',
    'Customs Law art. 28',
    { never: { all: [{ in: 'declaration.selected' }, { in: 'goods.leaving' }] } },
  ),
  rule(
    'R11c',
    'The inspection begins when the goods have come to the bay.',
    '货物到达查验位后方可查验。',
    'assumption (physical)',
    pair('precedence', 'enter:goods.atInspection.atBay', 'start:inspection'),
  ),
  rule(
    'R12',
    'No goods pass the gate without a permit.',
    '未获准的货物不得提离。',
    'Customs Law art. 23, 29',
    pair('precedence', ['pickupPermitted', 'released'], 'removed'),
  ),
  ...(
    [
      ['R13a', 'accepted', 'accepted', '接受'],
      ['R13b', 'summaryAccepted', 'accepted by summary', '接受概要申报'],
      ['R13c', 'released', 'released', '放行'],
      ['R13d', 'removed', 'handed over', '提离'],
      ['R13e', 'inspectionOrdered', 'selected for inspection', '布控查验'],
    ] as const
  ).map(([id, event, en, zh]) =>
    rule(id, `A consignment is ${en} at most once.`, `每票货物至多${zh}一次。`, 'Order 103', {
      template: 'absence',
      a: event,
      times: 2,
    }),
  ),
  rule(
    'R14',
    'A declaration that is returned is lodged again or runs overdue.',
    '退单后须重新申报, 否则超期。',
    'Order 103',
    pair('response', 'rejected', ['lodged', 'completeLodged', 'overdue']),
  ),
  rule(
    'R17a',
    'An irregularity is found only by an inspection.',
    '查验后方有异常。',
    'Order 138 of 2005 (assumption)',
    pair('precedence', 'inspectionEnded', 'irregular'),
  ),
  rule(
    'R17b',
    'An irregularity is resolved, or the goods are sent back or destroyed.',
    '查验异常须处理完毕, 或退运、销毁。',
    'Order 138 of 2005 (assumption)',
    pair('response', 'irregular', ['resolved', 'returned', 'destroyed']),
  ),
  rule(
    'R17c',
    'After an irregularity nothing is released before it is resolved.',
    '异常未处理不得放行。',
    'Order 138 of 2005 (assumption)',
    { never: { all: [{ in: 'declaration.irregular' }, { in: 'goods.leaving' }] } },
  ),
  rule(
    'R20',
    'In two steps nothing is handed over before the summary is accepted.',
    '两步申报未接受概要申报不得提离。',
    'Notice 127 of 2019',
    pair('precedence', 'summaryAccepted', 'pickupPermitted'),
  ),
  rule(
    'R22',
    'Every accepted summary is completed, or the goods leave the flow.',
    '概要申报须完成完整申报, 或货物退出流程。',
    'Notice 127 of 2019',
    pair('response', 'summaryAccepted', ['completeAccepted', 'returned', 'destroyed']),
  ),
  rule(
    'R24',
    'Goods with duty due are never permitted to be picked up before it is secured.',
    '应税货物未担保不得允许提离。',
    'Notice 127 of 2019',
    { never: { all: [{ in: 'declaration.completing' }, { in: 'duty.due' }] } },
  ),
  rule(
    'R27',
    'An inspection is never ordered after the complete declaration is lodged.',
    '完整申报后不再布控查验。',
    'Notice 127 of 2019',
    pair('notResponse', 'completeLodged', 'inspectionOrdered'),
  ),
  rule(
    'R29',
    'A guarantee that is bound is given back when the duty is paid, and none is given back that was not bound.',
    '担保在缴税后退还, 未担保者无所退还。',
    'Customs Law art. 66; Notice 127 of 2019',
    pair('succession', 'guaranteeBound', 'guaranteeReturned'),
  ),
  rule(
    'R30',
    'A consignment is declared in one step or in two, never in both.',
    '一次申报与两步申报不得并用。',
    'Notice 127 of 2019',
    pair('notCoexistence', 'accepted', 'summaryAccepted'),
  ),
  rule(
    'R34',
    'Advance declaration never gives release before arrival.',
    '提前申报不得在运抵前放行。',
    'Notice 74 of 2014',
    pair('precedence', 'arrived', ['released', 'pickupPermitted']),
  ),
  rule(
    'R44',
    'Where goods leave early, the papers follow.',
    '先行提离的货物须补齐完整申报。',
    'Notice 127 of 2019',
    pair('response', 'pickupPermitted', 'completeAccepted'),
  ),
  rule(
    'R58',
    'Duty that is assessed is paid.',
    '已计征的税款须缴纳。',
    'Customs Law art. 60',
    pair('response', 'assessed', 'paid'),
  ),
  ...(
    [
      ['P1', 'removed', 'handed over to the importer', '提离'],
      ['P2', 'completeAccepted', 'declared in two steps', '两步申报'],
      ['P3', 'guaranteeReturned', 'released on a guarantee', '凭担保放行'],
      ['P4', 'returned', 'sent back', '退运'],
      ['P5', 'destroyed', 'destroyed', '销毁'],
      ['P6', 'disposed', 'disposed of', '变卖'],
      ['P7', 'start:greenChannelReview', 'reviewed in the green channel', '绿色通道审单'],
    ] as const
  ).map(([id, event, en, zh]) =>
    rule(id, `A consignment can be ${en}.`, `货物可以${zh}。`, 'witness', { possible: event }),
  ),
  rule('P8', 'From wherever a consignment may be, its flow can end.', '任何状态下流程均可结束。', 'witness', {
    canEnd: true,
  }),
];

function rule(id: string, en: string, zh: string, source: string, claim: Claim): Rule {
  return { id, says: { en, zh }, source, claim };
}

function pair(template: PairTemplate, a: string | readonly string[], b: string | readonly string[]): Claim {
  return { template, a, b };
}
