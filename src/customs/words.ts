import type { Label } from './label.ts';

/**
 * Words for the attributes, levels, measures, activities, delays and resources that scenarios of customs clearance name.
 * Names that are not here are shown as they are.
 */
export const words: Readonly<Record<string, Label>> = {
  // Attributes and their levels.
  credit: { en: 'credit level', zh: '企业信用等级' },
  advancedCertified: { en: 'advanced certified (AEO)', zh: '高级认证企业' },
  generalCertified: { en: 'general certified', zh: '一般认证企业' },
  generalCredit: { en: 'general credit', zh: '一般信用企业' },
  discredited: { en: 'discredited', zh: '失信企业' },
  goods: { en: 'goods', zh: '货物' },
  ordinary: { en: 'ordinary', zh: '普通货物' },
  perishable: { en: 'perishable', zh: '易腐货物' },
  live: { en: 'live', zh: '活动物' },
  antiEpidemic: { en: 'anti-epidemic', zh: '防疫物资' },
  value: { en: 'customs value', zh: '完税价格' },
  duty: { en: 'duty and taxes', zh: '税款' },
  taxable: { en: 'taxable', zh: '涉税' },
  hasGuarantee: { en: 'has a guarantee on file', zh: '已备案担保' },
  pickupPermit: { en: 'pick-up permit', zh: '提离许可' },
  // Measures.
  advanceDeclaration: { en: 'advance declaration', zh: '提前申报' },
  twoStepDeclaration: { en: 'two-step declaration', zh: '两步申报' },
  greenChannel: { en: 'green channel', zh: '绿色通道' },
  attendanceWaiver: { en: 'attendance waiver (exemption of on-site inspection)', zh: '免到场查验' },
  releaseOnGuarantee: { en: 'release on guarantee', zh: '凭担保放行' },
  // Chances.
  faultFound: { en: 'fault found in the declaration', zh: '申报差错' },
  selectedForReview: { en: 'selected for document review', zh: '转人工审单' },
  selectedForInspection: { en: 'selected for inspection', zh: '布控命中' },
  irregularityFound: { en: 'irregularity found', zh: '查获异常' },
  orderedBack: { en: 'goods ordered back', zh: '责令退运' },
  orderedDestroyed: { en: 'goods ordered destroyed', zh: '责令销毁' },
  // Activities and delays.
  documentReview: { en: 'document review', zh: '审单' },
  greenChannelReview: { en: 'document review in the green channel', zh: '绿色通道审单' },
  inspection: { en: 'inspection', zh: '查验' },
  inspectionBay: { en: 'inspection bay', zh: '查验位' },
  unloading: { en: 'unloading', zh: '卸货' },
  preparation: { en: 'preparation of the papers', zh: '申报准备' },
  summaryPreparation: { en: 'preparation of the summary declaration', zh: '概要申报准备' },
  completePreparation: { en: 'preparation of the complete declaration', zh: '完整申报准备' },
  correction: { en: 'correction of the declaration', zh: '更正申报' },
  electronicCheck: { en: 'electronic check', zh: '系统审核' },
  attendance: { en: "the trader's coming", zh: '收发货人到场' },
  moveToBay: { en: 'move to the bay', zh: '移箱' },
  caseHandling: { en: 'case handling', zh: '异常处置' },
  payment: { en: 'payment', zh: '缴税' },
  pickUp: { en: 'pick-up', zh: '提货' },
  completeDeclaration: { en: 'term of the complete declaration', zh: '完整申报期限' },
  disposal: { en: 'three months without declaration', zh: '超期未报期限' },
  // Parts of the way that are not stages of the time in port.
  preArrival: { en: 'before arrival', zh: '运输途中' },
  postRelease: { en: 'after release or pick-up permit', zh: '放行后' },
  // Resources and their hours.
  documentOfficers: { en: 'document officers', zh: '审单关员' },
  inspectors: { en: 'inspection teams', zh: '查验组' },
  office: { en: 'office', zh: '办公时间' },
  inspectionBays: { en: 'inspection bays', zh: '查验位' },
  // Fees and terms.
  lateDeclaration: { en: 'late-declaration fee', zh: '滞报金' },
  latePayment: { en: 'late-payment fee', zh: '滞纳金' },
  storage: { en: 'storage', zh: '堆存费' },
  declaration: { en: 'term of the declaration', zh: '申报期限' },
};
