import type { Label } from '../base/index.ts';

/**
 * Milestones of consignments in their usual order, with their words. Which apply, and in which order they are reached,
 * is the flow's business. A qualified milestone (`pickupPermitted.conditional`) is also its plain one.
 */
export const milestones: Readonly<Record<string, Label>> = {
  departed: { en: 'departed', zh: '起运' },
  arrived: { en: 'arrived', zh: '申报进境' },
  unloaded: { en: 'unloaded', zh: '卸货运抵' },
  lodged: { en: 'declaration lodged', zh: '申报' },
  rejected: { en: 'declaration returned', zh: '退单' },
  accepted: { en: 'declaration accepted', zh: '接受申报' },
  summaryLodged: { en: 'summary declaration lodged', zh: '概要申报' },
  summaryAccepted: { en: 'summary declaration accepted', zh: '概要申报接受' },
  reviewed: { en: 'documents reviewed', zh: '审单完成' },
  inspectionOrdered: { en: 'inspection ordered', zh: '布控查验' },
  inspectionStarted: { en: 'inspection started', zh: '查验开始' },
  inspectionEnded: { en: 'inspection ended', zh: '查验结束' },
  irregular: { en: 'irregularity found', zh: '查验异常' },
  resolved: { en: 'case settled', zh: '处置完毕' },
  assessed: { en: 'duty assessed', zh: '税单生成' },
  guaranteeBound: { en: 'guarantee bound', zh: '担保扣减' },
  paid: { en: 'duty paid', zh: '缴税' },
  guaranteeReturned: { en: 'guarantee returned', zh: '担保返还' },
  pickupPermitted: { en: 'pick-up permitted', zh: '允许提离' },
  'pickupPermitted.conditional': { en: 'conditional pick-up permitted', zh: '附条件提离' },
  'pickupPermitted.transfer': { en: 'transfer under seal permitted', zh: '准予转场' },
  completeOverdue: { en: 'complete declaration overdue', zh: '逾期未完整申报' },
  completeLodged: { en: 'complete declaration lodged', zh: '完整申报' },
  completeAccepted: { en: 'complete declaration accepted', zh: '完整申报接受' },
  released: { en: 'released', zh: '放行' },
  removed: { en: 'removed', zh: '提离' },
  cleared: { en: 'cleared', zh: '结关' },
  overdue: { en: 'not declared within three months', zh: '超期未报' },
  seized: { en: 'seized', zh: '扣留没收' },
  returned: { en: 'goods returned', zh: '退运' },
  destroyed: { en: 'goods destroyed', zh: '销毁' },
  disposed: { en: 'goods sold by customs', zh: '变卖' },
  created: { en: 'entered the model', zh: '进入模型' },
  ended: { en: 'ended', zh: '流程结束' },
};

/** The plain milestone of a qualified one: `pickupPermitted` of `pickupPermitted.conditional`; of a plain one, itself. */
export function plainMilestone(milestone: string): string {
  return milestone.split('.')[0] ?? milestone;
}

/**
 * Milestones that say that an activity has begun, and the activity. A machine reaches them when it comes to the activity's state; the
 * activity itself begins when those who do it are free.
 */
export const beginnings: Readonly<Record<string, string>> = { inspectionStarted: 'inspection' };

/** How a consignment may end: the first of these that it reaches, the last of them if none before it. */
export const endings: readonly string[] = ['returned', 'destroyed', 'disposed', 'seized', 'released'];
