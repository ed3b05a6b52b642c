import type { Label } from '../base/index.ts';

/** Words for what comes to a consignment, by the names that rules and walks use. What is not here is told by the activity or delay that it names. */
export const happenings: Readonly<Record<string, Label>> = {
  ARRIVED: { en: 'the ship arrives', zh: '运输工具到港' },
  'due:unloading': { en: 'unloaded', zh: '卸货完毕' },
  'due:preparation': { en: 'papers ready', zh: '单证备齐' },
  'due:summaryPreparation': { en: 'summary ready', zh: '概要申报备齐' },
  'due:completePreparation': { en: 'complete declaration ready', zh: '完整申报备齐' },
  'due:electronicCheck': { en: 'electronic check done', zh: '系统审核完成' },
  'due:correction': { en: 'correction made', zh: '更正完成' },
  'due:moveToBay': { en: 'goods at the bay', zh: '移箱到位' },
  'due:attendance': { en: 'the trader is there', zh: '收发货人到场' },
  'due:caseHandling': { en: 'case decided', zh: '处置决定' },
  'due:payment': { en: 'duty paid', zh: '税款缴纳' },
  'due:pickUp': { en: 'the truck takes the goods', zh: '提货离场' },
  'due:completeDeclaration': { en: 'term of the complete declaration over', zh: '完整申报期限届满' },
  'due:disposal': { en: 'three months over', zh: '满三个月' },
  'start:documentReview': { en: 'review begins', zh: '开始审单' },
  'end:documentReview': { en: 'review ends', zh: '审单结束' },
  'start:greenChannelReview': { en: 'review begins', zh: '开始审单' },
  'end:greenChannelReview': { en: 'review ends', zh: '审单结束' },
  'start:inspection': { en: 'inspection begins', zh: '开始查验' },
  'end:inspection': { en: 'inspection ends', zh: '查验结束' },
  'start:inspectionBay': { en: 'a bay is assigned', zh: '分配查验位' },
  'granted:inspectionBay': { en: 'a bay is free', zh: '查验位就绪' },
};
