/**
 * The scenario behind every scenario of this flow: each number that the machine asks for, and where it comes from.
 *
 * Fitted so that `scenarios/examples/sea-import-2017.yaml` without advance declaration has the stage means of Qingdao 2017
 * (8.3, 81.4, 5.9, 52.4 h): `unloading` and `pickUp` are the measured stages; `preparation` is begun at arrival and so includes
 * the unloading (81.4 + 8.3 h); `payment` is what the customs stage leaves when check, review, correction and inspection are
 * taken off it (docs/decisions/004-sea-import.md).
 */
export const defaults = `name: Import by sea
flow: sea-import
source: State Port Office survey 2017, Qingdao (stage means); law of 13 July 2021; the rest are assumptions, each marked
start: 2017-03-06T00:00+08:00
law: cn-2021-07-13
run: {horizon: 12 weeks, warmUp: auto, seed: sea-import, replications: {min: 50, max: 200, precision: 2 %, of: releaseTime}}
arrivals:
  vessels: {every: exponential(6 h), carry: poisson(40), voyage: lognormal(mean 4 d cv 0.3)}
  preparationStarts: arrival
  source: assumption
attributes:
  credit: {advancedCertified: 12 %, generalCredit: 85 %, discredited: 3 %, source: assumption (levels of GACC Order 237)}
  goods: {ordinary: 90 %, perishable: 7 %, antiEpidemic: 3 %, source: assumption}
  value: {is: lognormal(mean 300000 CNY cv 1.5), source: assumption}
  duty: {is: 18 % of value, source: 'assumption (value added tax 13 %, mean tariff about 5 %)'}
  taxable: {is: 90 %, source: assumption}
  hasGuarantee: {by: credit, advancedCertified: 95 %, discredited: 0 %, otherwise: 60 %, source: 'assumption; discredited: law (Notice 45 of 2017, Notice 155 of 2018)'}
measures: {advanceDeclaration: 0 %, twoStepDeclaration: 0 %, attendanceWaiver: 0 %, greenChannel: off, releaseOnGuarantee: 0 %}
chances:
  faultFound: {share: 4 %, drawn: eachVisit, source: assumption}
  selectedForReview: {is: 30 %, source: 'assumption; since the integration of 2017 most declarations are accepted and released by the system (Jiangmen 2017)'}
  selectedForInspection: {by: credit, advancedCertified: 0.57 %, discredited: 84.8 %, otherwise: 3 %, source: 'measured (China 2019: advanced certified 0.57 %, discredited 84.76 %); otherwise: derived (0.57 % is at most a fifth of it)'}
  irregularityFound: {is: 4 %, source: 'measured (Shanghai 2015: 165,000 of 172,000 inspected clean)'}
  orderedBack: {is: 5 %, source: assumption}
  orderedDestroyed: {is: 2 %, source: assumption}
activities:
  documentReview: {needs: documentOfficers, takes: lognormal(mean 12 min cv 1), priority: {by: greenChannel, true: 1, false: 0}, source: assumption}
  greenChannelReview: {needs: documentOfficers, takes: 100 % of documentReview, priority: {by: greenChannel, true: 1, false: 0}, source: assumption (same officers and work; only the order differs)}
  inspection: {needs: inspectors, takes: lognormal(mean 4 h cv 0.7), priority: {by: greenChannel, true: 1, false: 0}, source: 'measured (Yiwu 2019: manual unstuffing 4 h, half to one day if complex); spread: assumption'}
  inspectionBay: {needs: inspectionBays, holds: true, priority: {by: greenChannel, true: 1, false: 0}, source: law (the goods are at the bay while inspected)}
delays:
  unloading: {is: lognormal(mean 8.3 h cv 0.5), source: 'measured (Qingdao 2017); spread: assumption'}
  preparation: {is: lognormal(mean 89.7 h cv 0.8), source: 'measured (Qingdao 2017: 81.4 h after 8.3 h of unloading); spread: assumption'}
  summaryPreparation: {is: 12 % of preparation, source: 'law (9 items of about 105, Notice 127 of 2019); the share of time: assumption'}
  completePreparation: {is: 88 % of preparation, source: assumption (what the summary leaves)}
  electronicCheck: {is: 16 s, source: 'measured (Jiangmen 2017: 16 s from declaration to automatic release)'}
  correction: {is: lognormal(mean 6 h cv 1), source: assumption}
  moveToBay: {is: lognormal(mean 4 h cv 0.5), source: assumption}
  attendance: {is: lognormal(mean 12 h cv 0.5), source: 'assumption (the trader comes the next working morning)'}
  caseHandling: {is: lognormal(mean 3 d cv 1), source: assumption}
  payment: {is: lognormal(mean 4 h cv 1), source: 'fitted to the customs stage (Qingdao 2017: 5.9 h); spread: assumption'}
  pickUp: {is: lognormal(mean 52.4 h cv 0.8), source: 'measured (Qingdao 2017); spread: assumption'}
deadlines:
  completeDeclaration: {from: arrived, after: 14 calendar days, roll: firstFeeDay, source: 'law (Notice 127 of 2019: 14 days from the entry of the conveyance)'}
  disposal: {from: arrived, after: 3 months, source: law (Customs Law art. 30)}
terms:
  declaration: {from: arrived, to: [accepted, completeAccepted], within: 14 calendar days, roll: firstFeeDay, charge: lateDeclaration, source: law (Customs Law art. 24; GACC Order 128 of 2005)}
  payment: {from: assessed, to: paid, within: 15 calendar days, roll: nextWorkingDay, charge: latePayment, source: law (Customs Law art. 60)}
resources:
  documentOfficers: {count: 3, source: 'assumption; round the clock at sea ports since 2017'}
  inspectors: {count: 10, calendar: office, atShiftEnd: finish, source: 'assumption; a unit is a team of two officers (Order 138 of 2005)'}
  inspectionBays: {count: 18, source: assumption}
calendars:
  office: {week: [Mon-Fri 09:00-12:00 13:30-17:30], holidays: china, source: assumption}
fees:
  lateDeclaration: {is: statutory, source: law (GACC Order 128 of 2005)}
  latePayment: {is: statutory, source: law (Customs Law art. 60)}
`;
