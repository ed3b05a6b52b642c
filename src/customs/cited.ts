import type { Label } from '../base/index.ts';

/**
 * What citations of law are made of, beside the numbers of articles, orders and notices: names of laws and who gives them, and what is
 * remarked of a law. Chinese names are those that China Customs uses.
 */
export const cited: readonly Label[] = [
  { en: 'Customs Law', zh: '海关法' },
  { en: 'WTO Trade Facilitation Agreement', zh: '世界贸易组织《贸易便利化协定》' },
  { en: 'TFA', zh: '世界贸易组织《贸易便利化协定》' },
  { en: 'State Council 2020', zh: '国务院2020年' },
  { en: '2020 notices on anti-epidemic goods', zh: '2020年防疫物资通关公告' },
  { en: 'Kiefer and Wolfowitz', zh: 'Kiefer、Wolfowitz' },
  // Where there is no law, or where it leaves something open.
  { en: 'law', zh: '法规' },
  { en: 'witness', zh: '例证' },
  { en: 'assumption', zh: '假定' },
  { en: 'physical', zh: '事理' },
  { en: 'liveness', zh: '终会发生' },
  { en: 'on average', zh: '平均而言' },
  { en: 'in networks on average only', zh: '网络中仅平均成立' },
  { en: 'one review for each declaration', zh: '每份报关单审单一次' },
  { en: 'assumption for the complete declaration', zh: '完整申报部分为假定' },
  { en: 'lodged again; that nothing is prepared anew is an assumption', zh: '重新申报；不必重新备单为假定' },
  {
    en: 'before duty is settled; that none is bound after is an assumption',
    zh: '税款结清之前；此后不再占用担保为假定',
  },
  {
    en: 'assumption; what is perishable or dangerous may be sold earlier, which is not modelled',
    zh: '假定；易腐、危险货物可提前变卖，未建模',
  },
  // What the law says there.
  { en: '14 days', zh: '14日' },
  { en: '15 days', zh: '15日' },
  { en: 'three months', zh: '三个月' },
  { en: '14 days from arrival', zh: '自申报进境起14日' },
  { en: '14 days from the entry of the conveyance', zh: '自运输工具申报进境起14日' },
  { en: 'day of acceptance', zh: '接受申报之日' },
  { en: 'the conveyance declares entry', zh: '运输工具申报进境' },
  { en: 'under customs control until released', zh: '放行前受海关监管' },
  { en: 'before arrival only in advance', zh: '到港前须提前申报' },
  { en: 'not accepted; the 14 days run on', zh: '退单；14日继续计算' },
  { en: 'else a fee, and the right is reviewed', zh: '否则收费并复核资格' },
  { en: 'else a late-payment fee', zh: '否则收滞纳金' },
  { en: 'else a late-declaration fee', zh: '否则收滞报金' },
  { en: 'duty follows the complete declaration', zh: '完整申报后计税' },
  { en: 'a guarantee number if duty is due', zh: '涉税须填担保备案号' },
  {
    en: 'level general credit or above; taxable goods need a guarantee on file',
    zh: '一般信用及以上企业；涉税须有已备案担保',
  },
  { en: 'collective payment: not for discredited', zh: '汇总征税：失信企业不适用' },
  { en: 'insurance: general credit or above', zh: '关税保证保险：一般信用及以上企业' },
  { en: 'integrated clearance', zh: '通关一体化' },
  { en: 'attendance', zh: '到场' },
  { en: 'waived by', zh: '免于到场：' },
  { en: 'two officers', zh: '两名以上关员' },
  { en: 'perishable goods', zh: '易腐货物' },
  { en: 'authorised operators', zh: '经认证的经营者' },
  { en: 'priority of certified enterprises', zh: '认证企业优先办理' },
  { en: 'transfer inspection', zh: '转场检查' },
  { en: 'conditional pick-up', zh: '附条件提离' },
  { en: '11 February 2020', zh: '2020年2月11日' },
  { en: 'derogating from', zh: '不适用' },
];
