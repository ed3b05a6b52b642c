/**
 * What must hold for imports by sea: `R` and a number as in the sources of the project, `P` and `W` witnesses that the flow lets
 * something happen, `O` the order in which a procedure of this kind goes on. What the flow does not model yet is listed with what it waits for.
 */
export const seaImportRules = `flow: sea-import
rules:
  - id: R02
    says: {en: 'Nothing is released without an accepted declaration.', zh: '未接受申报的货物不得放行。'}
    law: 'Customs Law art. 24, 29'
    confidence: high
    precedence: {before: [released, pickupPermitted], need: [accepted, summaryAccepted]}
  - id: R03a
    says: {en: 'Nothing is released while its duty is due.', zh: '税款未缴不得放行。'}
    law: Customs Law art. 29; TFA art. 7.3
    confidence: high
    never: {all: [{in: declaration.released}, {in: duty.due}]}
  - id: R03b
    says: {en: 'Nothing is released before its duty is assessed.', zh: '未计税不得放行。'}
    law: Customs Law art. 29; TFA art. 7.3
    confidence: high
    never: {all: [{in: declaration.released}, {in: duty.unassessed}]}
  - id: R07
    says: {en: 'After three months without acceptance the goods are disposed of.', zh: '超过三个月未申报的货物由海关变卖。'}
    law: Customs Law art. 30
    confidence: high
    response: {after: overdue, then: disposed}
  - id: R08
    says: {en: 'Goods that are disposed of, destroyed or sent back are neither released nor handed over.', zh: '已变卖、销毁或退运的货物不再放行或提离。'}
    law: Customs Law art. 30 (assumption)
    confidence: assumed
    notResponse: {after: [disposed, destroyed, returned], never: [released, pickupPermitted, removed]}
  - id: R09
    says: {en: 'Inspection never starts before the goods have arrived.', zh: '货物运抵前不得查验。'}
    law: Customs Law art. 28
    confidence: cited
    precedence: {before: inspectionStarted, need: arrived}
  - id: R10
    says: {en: 'Every ordered inspection ends.', zh: '布控的查验必须完成。'}
    law: assumption (liveness)
    confidence: assumed
    response: {after: inspectionOrdered, then: inspectionEnded}
  - id: R11a
    says: {en: 'Between the order to inspect and its end the goods are not handed over.', zh: '查验期间货物不得提离。'}
    law: Customs Law art. 28
    confidence: high
    never: {all: [{in: declaration.selected}, {in: goods.removed}]}
  - id: R11d
    says: {en: 'Between the order to inspect and its end the goods do not wait for the truck.', zh: '查验期间货物不得待提。'}
    law: Customs Law art. 28
    confidence: high
    never: {all: [{in: declaration.selected}, {in: goods.leaving}]}
  - id: R11e
    says: {en: 'The inspection begins when the goods have come to the bay.', zh: '货物到达查验位后方可查验。'}
    law: assumption (physical)
    confidence: assumed
    precedence: {before: start:inspection, need: enter:goods.atInspection.atBay}
  - id: R12
    says: {en: 'No goods pass the gate without a permit.', zh: '未获准的货物不得提离。'}
    law: 'Customs Law art. 23, 29'
    confidence: high
    precedence: {before: removed, need: [pickupPermitted, released]}
  - id: R13a
    says: {en: 'A consignment is accepted at most once.', zh: '每票货物至多接受一次。'}
    law: Order 103
    confidence: high
    absence: {event: accepted, times: 2}
  - id: R13b
    says: {en: 'A consignment is accepted by summary at most once.', zh: '每票货物至多接受概要申报一次。'}
    law: Order 103
    confidence: high
    absence: {event: summaryAccepted, times: 2}
  - id: R13c
    says: {en: 'A consignment is released at most once.', zh: '每票货物至多放行一次。'}
    law: Order 103
    confidence: high
    absence: {event: released, times: 2}
  - id: R13d
    says: {en: 'A consignment is handed over at most once.', zh: '每票货物至多提离一次。'}
    law: Order 103
    confidence: high
    absence: {event: removed, times: 2}
  - id: R13e
    says: {en: 'A consignment is selected for inspection at most once.', zh: '每票货物至多布控查验一次。'}
    law: Order 103
    confidence: high
    absence: {event: inspectionOrdered, times: 2}
  - id: R14
    says: {en: 'A declaration that is returned is lodged again or runs overdue.', zh: '退单后须重新申报，否则超期。'}
    law: Order 103
    confidence: high
    response: {after: rejected, then: [lodged, completeLodged, overdue]}
  - id: R17a
    says: {en: 'An irregularity is found only by an inspection.', zh: '查验后方有异常。'}
    law: Order 138 of 2005 (assumption)
    confidence: assumed
    precedence: {before: irregular, need: inspectionEnded}
  - id: R17b
    says: {en: 'An irregularity is resolved, or the goods are sent back or destroyed.', zh: '查验异常须处理完毕，或退运、销毁。'}
    law: Order 138 of 2005 (assumption)
    confidence: assumed
    response: {after: irregular, then: [resolved, returned, destroyed]}
  - id: R17c
    says: {en: 'After an irregularity nothing is released before it is resolved.', zh: '异常未处理不得放行。'}
    law: Order 138 of 2005 (assumption)
    confidence: assumed
    never: {all: [{in: declaration.irregular}, {in: goods.leaving}]}
  - id: R20
    says: {en: 'In two steps nothing is handed over before the summary is accepted.', zh: '两步申报未接受概要申报不得提离。'}
    law: Notice 127 of 2019
    confidence: cited
    precedence: {before: pickupPermitted, need: summaryAccepted}
  - id: R22
    says: {en: 'Every accepted summary is completed, or the goods leave the flow.', zh: '概要申报须完成完整申报，或货物退出流程。'}
    law: Notice 127 of 2019
    confidence: cited
    response: {after: summaryAccepted, then: [completeAccepted, returned, destroyed]}
  - id: R24
    says: {en: 'Goods with duty due are never permitted to be picked up before it is secured.', zh: '应税货物未担保不得允许提离。'}
    law: Notice 127 of 2019
    confidence: cited
    never: {all: [{in: declaration.completing}, {in: duty.due}]}
  - id: R27
    says: {en: 'An inspection is never ordered after the complete declaration is lodged.', zh: '完整申报后不再布控查验。'}
    law: Notice 127 of 2019
    confidence: cited
    notResponse: {after: completeLodged, never: inspectionOrdered}
  - id: R29
    says: {en: 'A guarantee that is bound is given back when the duty is paid, and none is given back that was not bound.', zh: '担保在缴税后返还，未担保者无所返还。'}
    law: Customs Law art. 66; Notice 127 of 2019
    confidence: high
    succession: {first: guaranteeBound, then: guaranteeReturned}
  - id: R30
    says: {en: 'A consignment is declared in one step or in two, never in both.', zh: '一次申报与两步申报不得并用。'}
    law: Notice 127 of 2019
    confidence: cited
    notCoexistence: [accepted, summaryAccepted]
  - id: R34
    says: {en: 'Advance declaration never gives release before arrival.', zh: '提前申报不得在运抵前放行。'}
    law: Notice 74 of 2014
    confidence: high
    precedence: {before: [released, pickupPermitted], need: arrived}
  - id: R44
    says: {en: 'Where goods leave early, the papers follow.', zh: '先行提离的货物须补齐完整申报。'}
    law: Notice 127 of 2019
    confidence: medium
    response: {after: pickupPermitted, then: completeAccepted}
  - id: R58
    says: {en: 'Duty that is assessed is paid.', zh: '已计征的税款须缴纳。'}
    law: Customs Law art. 60
    confidence: medium
    response: {after: assessed, then: paid}
  - id: P1
    says: {en: 'A consignment can be handed over to the importer.', zh: '货物可以提离。'}
    law: witness
    possible: removed
  - id: P2
    says: {en: 'A consignment can be declared in two steps.', zh: '货物可以两步申报。'}
    law: witness
    possible: completeAccepted
  - id: P3
    says: {en: 'A consignment can be released on a guarantee.', zh: '货物可以凭担保放行。'}
    law: witness
    possible: guaranteeReturned
  - id: P4
    says: {en: 'A consignment can be sent back.', zh: '货物可以退运。'}
    law: witness
    possible: returned
  - id: P5
    says: {en: 'A consignment can be destroyed.', zh: '货物可以销毁。'}
    law: witness
    possible: destroyed
  - id: P6
    says: {en: 'A consignment can be disposed of.', zh: '货物可以变卖。'}
    law: witness
    possible: disposed
  - id: P7
    says: {en: 'A consignment can be reviewed in the green channel.', zh: '货物可以绿色通道审单。'}
    law: witness
    possible: start:greenChannelReview
  - id: P8
    says: {en: 'From wherever a consignment may be, its flow can end.', zh: '任何状态下流程均可结束。'}
    law: witness
    canEnd: true
  - id: R03c
    says: {en: 'Taxed goods are released when the duty is paid or a guarantee bound.', zh: '应税货物缴税或提供担保后方可放行。'}
    law: Customs Law art. 29; TFA art. 7.3
    confidence: high
    precedence: {before: released, need: [paid, guaranteeBound]}
    when: {taxable: true}
  - id: R05
    says: {en: 'What is not declared in advance is accepted within 14 days of arrival.', zh: '非提前申报货物自进境之日起14日内申报。'}
    law: Customs Law art. 24; Order 128 of 2005 (else a late-declaration fee)
    confidence: cited
    severity: warning
    response: {after: arrived, then: [accepted, summaryAccepted, disposed], within: 14 calendar days}
    when: {advanceDeclaration: false}
  - id: R05a
    says: {en: 'What has arrived is declared, or disposed of.', zh: '进境货物须申报，否则变卖。'}
    law: Customs Law art. 24, 30
    confidence: high
    respondedExistence: {if: arrived, then: [accepted, summaryAccepted, disposed]}
  - id: R06
    says: {en: 'What is charged for late declaration is what the law says: nothing by day 14.', zh: '滞报金按法定标准计征，14日内不征。'}
    law: Order 128 of 2005
    confidence: cited
    amount: {fee: lateDeclaration, equals: statutory}
  - id: R07a
    says: {en: 'Nothing is overdue before three months have passed since the arrival.', zh: '自进境之日起未满三个月不为超期。'}
    law: Customs Law art. 30
    confidence: high
    precedence: {before: overdue, need: arrived, atLeast: 3 months}
  - id: R07b
    says: {en: 'Only what is overdue is disposed of.', zh: '超期未报方可变卖。'}
    law: Customs Law art. 30 (assumption; what is perishable or dangerous may be sold earlier, which is not modelled)
    confidence: assumed
    precedence: {before: disposed, need: overdue}
  - id: R11
    says: {en: 'Between the order to inspect and its end nothing is released or handed over.', zh: '布控至查验结束期间不得放行或提离。'}
    law: Customs Law art. 28
    confidence: high
    between: {from: inspectionOrdered, to: inspectionEnded, never: [released, pickupPermitted, removed]}
  - id: R11c
    says: {en: 'While the papers are under inspection the goods are at the bay.', zh: '查验期间货物在查验位。'}
    law: assumption (physical)
    confidence: assumed
    never: {all: [{in: declaration.selected.inspecting}, {not: {in: goods.atInspection.atBay}}]}
  - id: R11f
    says: {en: 'Inspections are ordered and held one at a time.', zh: '查验指令与查验一一对应。'}
    law: Order 138 of 2005
    confidence: medium
    alternatePrecedence: {before: inspectionStarted, need: inspectionOrdered}
  - id: R16
    says: {en: 'Duty is paid within 15 days of the bill.', zh: '自税款缴款书填发之日起15日内缴纳税款。'}
    law: Customs Law art. 60 (else a late-payment fee)
    confidence: high
    severity: warning
    response: {after: assessed, then: paid, within: 15 calendar days}
  - id: R16a
    says: {en: 'What is charged for late payment is what the law says.', zh: '滞纳金按法定标准计征。'}
    law: Customs Law art. 60
    confidence: high
    amount: {fee: latePayment, equals: statutory}
  - id: R19
    says: {en: 'One inspector more never makes the mean time from arrival to release longer.', zh: '增加一名查验人员不会延长平均通关时间。'}
    law: Kiefer and Wolfowitz (in networks on average only)
    confidence: assumed
    monotone: {change: {resources.inspectors.count: {add: 1}}, indicator: releaseTime, never: longer}
  - id: R20a
    says: {en: 'Who declares in two steps does not get the goods before the summary is accepted.', zh: '两步申报未接受概要申报不得提离。'}
    law: Notice 127 of 2019
    confidence: cited
    precedence: {before: removed, need: summaryAccepted}
    when: {twoStepDeclaration: true}
  - id: R23
    says: {en: 'The complete declaration is accepted within 14 days of arrival.', zh: '自运输工具申报进境之日起14日内完成完整申报。'}
    law: Notice 127 of 2019 (else a fee, and the right is reviewed)
    confidence: cited
    severity: warning
    response: {after: summaryAccepted, then: [completeAccepted, returned, destroyed], within: 14 calendar days, from: arrived}
  - id: R23a
    says: {en: 'Nothing counts as completed late before 14 days have passed since the arrival.', zh: '进境未满14日不为逾期未完整申报。'}
    law: Notice 127 of 2019
    confidence: cited
    precedence: {before: completeOverdue, need: arrived, atLeast: 14 calendar days}
  - id: R24a
    says: {en: 'Taxed goods in two steps are permitted to be picked up only on a guarantee.', zh: '应税货物两步申报须先担保后提离。'}
    law: Notice 127 of 2019
    confidence: cited
    precedence: {before: pickupPermitted, need: guaranteeBound}
    when: {taxable: true}
  - id: R25
    says: {en: 'Discredited traders do not declare in two steps.', zh: '失信企业不适用两步申报。'}
    law: Notice 216 of 2019
    confidence: cited
    absence: {event: summaryLodged}
    when: {credit: discredited}
  - id: R34a
    says: {en: 'Who has not declared in advance lodges nothing before arrival.', zh: '非提前申报货物运抵前不得申报。'}
    law: Order 103 of 2003 art. 18; Notice 74 of 2014
    confidence: cited
    precedence: {before: lodged, need: arrived}
    when: {advanceDeclaration: false}
  - id: R39
    says: {en: 'Advance declaration never makes the mean time from arrival to release longer.', zh: '提前申报不会延长平均通关时间。'}
    law: assumption (on average)
    confidence: assumed
    monotone: {change: {measures.advanceDeclaration: 100 %}, indicator: releaseTime, never: longer}
  - id: R42
    says: {en: 'Discredited traders do not use the green channel.', zh: '失信企业不适用绿色通道。'}
    law: assumption
    confidence: assumed
    absence: {event: 'start:greenChannelReview'}
    when: {credit: discredited}
  - id: R45
    says: {en: 'Without a waiver no inspection starts before the trader has come.', zh: '未免于到场的，收发货人到场后方可查验。'}
    law: Customs Law art. 28; Notice 24 of 2020
    confidence: cited
    precedence: {before: inspectionStarted, need: 'leave:declaration.selected.awaitingTrader'}
    when: {attendanceWaiver: false}
  - id: R48
    says: {en: 'A waiver of attendance is no waiver of the inspection.', zh: '免于到场不免除查验。'}
    law: Notice 24 of 2020
    confidence: cited
    response: {after: inspectionOrdered, then: inspectionStarted}
    when: {attendanceWaiver: true}
  - id: R55
    says: {en: 'Unpaid duty is released on a guarantee only.', zh: '未缴税款凭担保放行。'}
    law: Customs Law art. 29, 66
    confidence: high
    never: {all: [{in: declaration.released}, {not: {any: [{in: duty.paid}, {in: duty.exempt}, {in: duty.guaranteed}]}}]}
  - id: R57
    says: {en: 'Discredited traders bind no guarantee for collective payment.', zh: '失信企业不得汇总征税。'}
    law: Notice 45 of 2017
    confidence: cited
    absence: {event: guaranteeBound}
    when: {credit: discredited}
  - id: R70
    says: {en: 'No credit level is free of inspection: advanced certified importers too can be selected.', zh: '任何信用等级均不免查。'}
    law: State Council 2020 (0.57 %)
    confidence: cited
    possible: inspectionOrdered
    when: {credit: advancedCertified}
  - id: R71
    says: {en: 'Discredited traders use no facilitation that trust is asked for.', zh: '失信企业不适用便利措施。'}
    law: Notice 216 of 2019; Notice 45 of 2017
    confidence: cited
    absence: {event: [summaryLodged, guaranteeBound, completeLodged]}
    when: {credit: discredited}
  - id: W01
    says: {en: 'An advanced certified importer can declare in two steps and take the goods home.', zh: '高级认证企业可两步申报并提离货物。'}
    law: witness
    possible: removed
    when: {all: [{credit: advancedCertified}, {twoStepDeclaration: true}]}
  - id: W02
    says: {en: 'A discredited importer too can get the goods.', zh: '失信企业也可提离货物。'}
    law: witness
    possible: removed
    when: {credit: discredited}
  - id: W03
    says: {en: 'Untaxed goods can be released.', zh: '不涉税货物可以放行。'}
    law: witness
    possible: released
    when: {taxable: false}
  - id: W04
    says: {en: 'Perishable goods can go through the green channel.', zh: '鲜活易腐货物可走绿色通道。'}
    law: witness
    possible: 'start:greenChannelReview'
    when: {goods: perishable}
  - id: P9
    says: {en: 'A consignment can be declared in one step.', zh: '货物可以一次申报。'}
    law: witness
    possible: accepted
  - id: P10
    says: {en: 'A consignment can be reviewed by an officer.', zh: '货物可以人工审单。'}
    law: witness
    possible: 'start:documentReview'
  - id: P11
    says: {en: 'A consignment can be prepared for declaration in one step.', zh: '货物可以备单申报。'}
    law: witness
    possible: 'enter:declaration.undeclared.preparing'
  - id: P12
    says: {en: 'A consignment can be prepared for a summary.', zh: '货物可以概要申报备单。'}
    law: witness
    possible: 'enter:declaration.undeclared.preparingSummary'
  - id: P13
    says: {en: 'A consignment can be returned for correction.', zh: '货物可以退单修改。'}
    law: witness
    possible: 'enter:declaration.undeclared.correcting'
  - id: P14
    says: {en: 'A consignment can be returned with its summary.', zh: '货物可以概要申报退单修改。'}
    law: witness
    possible: 'enter:declaration.undeclared.correctingSummary'
  - id: P15
    says: {en: 'A consignment can be returned with its complete declaration.', zh: '货物可以完整申报退单修改。'}
    law: witness
    possible: 'enter:declaration.completing.correcting'
  - id: P16
    says: {en: 'A consignment can be selected before its goods can be called.', zh: '货物可以货物调运前布控。'}
    law: witness
    possible: 'enter:declaration.selected.notified'
  - id: P17
    says: {en: 'A consignment can be inspected in the presence of the trader.', zh: '货物可以收发货人到场查验。'}
    law: witness
    possible: 'enter:declaration.selected.awaitingTrader'
  - id: P18
    says: {en: 'A consignment can be moved to the bay.', zh: '货物可以移箱至查验位。'}
    law: witness
    possible: 'enter:goods.atInspection.moving'
  - id: P19
    says: {en: 'A consignment can be waiting for the truck.', zh: '货物可以待提。'}
    law: witness
    possible: 'enter:goods.leaving'
  - id: P20
    says: {en: 'A consignment can be settled after an irregularity.', zh: '货物可以异常处置完毕。'}
    law: witness
    possible: resolved
  - id: P21
    says: {en: 'A consignment can be late with its complete declaration.', zh: '货物可以逾期未完整申报。'}
    law: witness
    possible: completeOverdue
  - id: P22
    says: {en: 'A consignment can be waiting for its duty after the complete declaration.', zh: '货物可以完整申报后待缴税。'}
    law: witness
    possible: 'enter:declaration.completed'
  - id: P23
    says: {en: 'A consignment can be charged before release.', zh: '货物可以放行前缴税。'}
    law: witness
    possible: 'enter:duty.due'
  - id: P24
    says: {en: 'A consignment can be free of duty.', zh: '货物可以不涉税。'}
    law: witness
    possible: 'enter:duty.exempt'
  - id: P25
    says: {en: 'A consignment can be relieved of duty when it is refused.', zh: '货物可以不再计征。'}
    law: witness
    possible: 'enter:duty.lapsed'
  - id: P26
    says: {en: 'A consignment can be covered by a guarantee before its duty is billed.', zh: '货物可以担保扣减。'}
    law: witness
    possible: 'enter:duty.guaranteed.bound'
  - id: P27
    says: {en: 'What is declared in one step can be released without an officer looking at it.', zh: '一次申报可由系统自动审放。'}
    law: witness
    possible: {event: released, without: [summaryAccepted, 'start:documentReview', 'start:greenChannelReview']}
  - id: P28
    says: {en: 'What is declared in two steps can be accepted without an officer looking at it.', zh: '两步申报可由系统自动审放。'}
    law: witness
    possible: {event: completeAccepted, without: ['start:documentReview', 'start:greenChannelReview']}
  - id: P29a
    says: {en: 'What is declared in one step can be reviewed by an officer.', zh: '一次申报可人工审单。'}
    law: witness
    possible: {event: 'start:documentReview', after: accepted}
  - id: P29b
    says: {en: 'What is declared in two steps can be reviewed by an officer.', zh: '两步申报可人工审单。'}
    law: witness
    possible: {event: 'start:documentReview', after: summaryAccepted}
  - id: P30a
    says: {en: 'What is declared in one step can be reviewed in the green channel.', zh: '一次申报可绿色通道审单。'}
    law: witness
    possible: {event: 'start:greenChannelReview', after: accepted}
  - id: P30b
    says: {en: 'What is declared in two steps can be reviewed in the green channel.', zh: '两步申报可绿色通道审单。'}
    law: witness
    possible: {event: 'start:greenChannelReview', after: summaryAccepted}
  - id: P31
    says: {en: 'Goods can be handed over without an inspection.', zh: '货物可不经查验提离。'}
    law: witness
    possible: {event: removed, without: inspectionOrdered}
  - id: P32
    says: {en: 'An inspection can find nothing.', zh: '查验可无异常。'}
    law: witness
    possible: {event: removed, after: inspectionEnded, without: irregular}
  - id: P33
    says: {en: 'An inspection can begin without the trader.', zh: '收发货人可免于到场。'}
    law: witness
    possible: {event: inspectionStarted, without: 'due:attendance'}
  - id: P34
    says: {en: 'What was returned for correction can be accepted.', zh: '退单修改后可接受申报。'}
    law: witness
    possible: {event: accepted, after: rejected}
  - id: P35
    says: {en: 'A summary that was returned can be accepted.', zh: '概要申报退单修改后可接受。'}
    law: witness
    possible: {event: summaryAccepted, after: rejected}
  - id: P36
    says: {en: 'Goods on which nothing is due can be declared in two steps without a guarantee.', zh: '不涉税货物两步申报无须担保。'}
    law: witness
    possible: {event: completeAccepted, without: guaranteeBound}
  - id: O1
    says: {en: 'Nothing is accepted or returned that was not lodged.', zh: '未申报者不得接受或退单。'}
    law: Customs Law art. 24; Order 103
    confidence: high
    precedence: {need: lodged, before: [accepted, summaryAccepted, rejected]}
  - id: O2
    says: {en: 'No summary is accepted that was not lodged.', zh: '未概要申报者不得接受。'}
    law: Notice 127 of 2019
    confidence: high
    precedence: {need: summaryLodged, before: summaryAccepted}
  - id: O3
    says: {en: 'Papers that were lodged are corrected, not prepared anew.', zh: '已申报单证修改后重报，不重新备单。'}
    law: Order 103 (lodged again; that nothing is prepared anew is an assumption)
    confidence: assumed
    notResponse: {after: lodged, never: ['enter:declaration.undeclared.preparing', 'enter:declaration.undeclared.preparingSummary']}
  - id: O4
    says: {en: 'A complete declaration is returned only after it was lodged.', zh: '完整申报退单须在申报之后。'}
    law: Order 103 (assumption for the complete declaration)
    confidence: assumed
    precedence: {need: completeLodged, before: 'enter:declaration.completing.correcting'}
  - id: O5
    says: {en: 'A complete declaration that was lodged is corrected, not prepared anew.', zh: '完整申报退单后修改重报。'}
    law: Order 103 (assumption for the complete declaration)
    confidence: assumed
    notResponse: {after: completeLodged, never: 'enter:declaration.completing.preparing'}
  - id: O6
    says: {en: 'Whatever is accepted is reviewed, by the system or by an officer.', zh: '接受申报后须审单。'}
    law: Notice 25 of 2017 (assumption)
    confidence: assumed
    response: {after: [accepted, summaryAccepted], then: reviewed}
  - id: O7
    says: {en: 'A review that ends is the end of the review.', zh: '审单完成即审结。'}
    law: assumption (one review for each declaration)
    confidence: assumed
    response: {after: ['end:documentReview', 'end:greenChannelReview'], then: reviewed}
  - id: O8
    says: {en: 'A consignment is reviewed in the green channel or beside it, never both.', zh: '绿色通道审单与普通审单不并行。'}
    law: assumption (one review for each declaration)
    confidence: assumed
    notCoexistence: ['start:documentReview', 'start:greenChannelReview']
  - id: O9
    says: {en: 'Goods are sent back or destroyed only where an inspection found an irregularity.', zh: '查验异常方可退运或销毁。'}
    law: Order 138 of 2005 (assumption)
    confidence: assumed
    precedence: {need: irregular, before: [returned, destroyed]}
  - id: O11
    says: {en: 'Goods of a settled case are neither sent back nor destroyed.', zh: '异常处置完毕后不再退运或销毁。'}
    law: Order 138 of 2005 (assumption)
    confidence: assumed
    notResponse: {after: resolved, never: [returned, destroyed]}
  - id: O12
    says: {en: 'Goods are called to inspection only when one was ordered.', zh: '布控后方可调往查验。'}
    law: Customs Law art. 28; Order 138 of 2005
    confidence: medium
    precedence: {need: inspectionOrdered, before: 'enter:goods.atInspection'}
  - id: O13
    says: {en: 'Goods are unloaded at most once.', zh: '每票货物至多卸货一次。'}
    law: assumption (physical)
    confidence: assumed
    absence: {event: unloaded, times: 2}
  - id: O14
    says: {en: 'Goods are withheld only when they are sent back, destroyed or disposed of.', zh: '退运、销毁或变卖者方不予提离。'}
    law: 'Customs Law art. 29, 30 (assumption)'
    confidence: assumed
    precedence: {need: [returned, destroyed, disposed], before: 'enter:goods.withheld'}
  - id: O15
    says: {en: 'A guarantee is bound before the duty is assessed, not after.', zh: '担保先于计税。'}
    law: Customs Law art. 66 (before duty is settled; that none is bound after is an assumption)
    confidence: assumed
    notResponse: {after: assessed, never: guaranteeBound}
  - id: O16
    says: {en: 'Duty under a guarantee is billed only when the declaration is complete.', zh: '申报完成后方对担保项下税款计征。'}
    law: Notice 127 of 2019 (duty follows the complete declaration)
    confidence: medium
    precedence: {need: [released, completeAccepted], before: 'enter:duty.guaranteed.billed'}
  - id: O17
    says: {en: 'No guarantee is bound where nothing is due.', zh: '不涉税货物不扣减担保。'}
    law: Notice 127 of 2019 (a guarantee number if duty is due)
    confidence: medium
    absence: {event: guaranteeBound}
    when: {taxable: false}
  - id: O18
    says: {en: 'What is selected for review is reviewed by an officer.', zh: '布控审单者须人工审单。'}
    law: Notice 25 of 2017
    confidence: medium
    response: {after: [accepted, summaryAccepted], then: ['start:documentReview', 'start:greenChannelReview']}
    when: {selectedForReview: true}
  - id: O19
    says: {en: 'What is not selected for review is not reviewed by an officer.', zh: '未布控审单者由系统审结。'}
    law: Notice 25 of 2017 (assumption)
    confidence: assumed
    absence: {event: ['start:documentReview', 'start:greenChannelReview']}
    when: {selectedForReview: false}
  - id: O20
    says: {en: 'What is selected for inspection is called to it.', zh: '布控查验者须查验。'}
    law: Customs Law art. 28; Order 138 of 2005
    confidence: high
    response: {after: reviewed, then: inspectionOrdered}
    when: {selectedForInspection: true}
  - id: O21
    says: {en: 'What an inspection finds irregular is treated so.', zh: '查验发现异常须处理。'}
    law: Order 138 of 2005 (assumption)
    confidence: assumed
    response: {after: inspectionEnded, then: irregular}
    when: {irregularityFound: true}
  - id: O22
    says: {en: 'What is ordered back is sent back.', zh: '责令退运者须退运。'}
    law: Order 138 of 2005 (assumption)
    confidence: assumed
    response: {after: irregular, then: returned}
    when: {orderedBack: true}
  - id: O23
    says: {en: 'Nothing is sent back that was not ordered back.', zh: '未责令退运者不得退运。'}
    law: Order 138 of 2005 (assumption)
    confidence: assumed
    absence: {event: returned}
    when: {orderedBack: false}
  - id: O24
    says: {en: 'Nothing is destroyed that was not ordered to be.', zh: '未责令销毁者不得销毁。'}
    law: Order 138 of 2005 (assumption)
    confidence: assumed
    absence: {event: destroyed}
    when: {orderedDestroyed: false}
waiting:
  - {id: R01, says: {en: 'Nothing is accepted before the main manifest data are.', zh: '舱单主要数据未接受，不得接受申报。'}, for: {en: 'manifests', zh: '舱单'}}
  - {id: R04, says: {en: 'Licensed goods are not released before the licence is verified.', zh: '许可证未经核验，涉证货物不得放行。'}, for: {en: 'licences', zh: '许可证'}}
  - {id: R11b, says: {en: 'Nothing is released between sampling and test.', zh: '取样至检测出具结果期间不得放行。'}, for: {en: 'the laboratory', zh: '实验室检测'}}
  - {id: R15, says: {en: 'An inspection has at least two officers.', zh: '查验须由两名以上关员实施。'}, for: {en: 'officers one by one (a unit is a team)', zh: '关员逐人建模（现以组为单位）'}}
  - {id: R26, says: {en: 'Summary and complete declaration have one number.', zh: '概要申报与完整申报使用同一报关单号。'}, for: {en: 'numbers of declarations', zh: '报关单号'}}
  - {id: R28, says: {en: 'Licensed goods give licence data in the summary.', zh: '涉证货物在概要申报时提供许可证信息。'}, for: {en: 'licences', zh: '许可证'}}
  - {id: R31, says: {en: 'Nothing is closed before the complete declaration is accepted.', zh: '完整申报未接受不得结案。'}, for: {en: 'closing', zh: '结案'}}
  - {id: R32, says: {en: 'No advance declaration is accepted before departure and manifest.', zh: '启运及舱单传输前不得接受提前申报。'}, for: {en: 'manifests', zh: '舱单'}}
  - {id: R33, says: {en: 'Exports are declared at most three days before they are delivered.', zh: '出口货物至多在运抵前三日内申报。'}, for: {en: 'exports', zh: '出口'}}
  - {id: R35, says: {en: 'The rate of duty is that of the day of arrival.', zh: '适用货物到港之日的税率。'}, for: {en: 'rates that change', zh: '税率变动'}}
  - {id: R36, says: {en: 'What is accepted before arrival is not charged for being late.', zh: '到港前已接受申报的不征滞报金。'}, for: {en: 'an amount and an order in one rule (R06 says more)', zh: '同一规则兼含金额与次序（R06 所述更多）'}}
  - {id: R37, says: {en: 'Goods that fail to come are amended or withdrawn.', zh: '未到港的货物须修改或撤销申报。'}, for: {en: 'amendment and withdrawal', zh: '修改与撤销'}}
  - {id: R37b, says: {en: 'A licence is valid on the day of acceptance.', zh: '许可证在接受申报之日有效。'}, for: {en: 'licences', zh: '许可证'}}
  - {id: R38, says: {en: 'Changes by the ship are no errors of the declarant.', zh: '运输原因造成的变更不记为申报差错。'}, for: {en: 'amendment and withdrawal', zh: '修改与撤销'}}
  - {id: R40, says: {en: 'No green consignment waits while an ordinary one that came later is begun.', zh: '后到的普通货物开始时，绿色通道货物不得仍在等待。'}, for: {en: 'rules about several consignments', zh: '涉及多票货物的规则'}}
  - {id: R41, says: {en: 'The green channel does not skip quarantine.', zh: '绿色通道不免除检疫。'}, for: {en: 'quarantine', zh: '检疫'}}
  - {id: R43, says: {en: 'More green goods never shorten the wait of the others.', zh: '绿色通道货物增多不会缩短其他货物的等待。'}, for: {en: 'indicators by level in comparisons of runs', zh: '运行比较中按级别的指标'}}
  - {id: R46, says: {en: 'The record of an inspection is signed.', zh: '查验记录须签字。'}, for: {en: 'records', zh: '查验记录'}}
  - {id: R47, says: {en: 'Special goods declare their properties before an unattended inspection.', zh: '特殊货物在免到场查验前须申明其特性。'}, for: {en: 'kinds of goods', zh: '货物种类'}}
  - {id: R49, says: {en: 'There are no more inspections in a slot than bays.', zh: '同一时段的查验不超过查验位数。'}, for: {en: 'appointments', zh: '预约'}}
  - {id: R50, says: {en: 'No inspection starts before its slot.', zh: '预约时段开始前不得查验。'}, for: {en: 'appointments', zh: '预约'}}
  - {id: R51, says: {en: 'Who misses a slot books again or withdraws.', zh: '错过时段者须重新预约或撤销。'}, for: {en: 'appointments', zh: '预约'}}
  - {id: R52, says: {en: 'Priority goods go first and nobody is interrupted.', zh: '优先货物先行，已开始的查验不中断。'}, for: {en: 'rules about several consignments', zh: '涉及多票货物的规则'}}
  - {id: R53, says: {en: 'With appointments goods stand at the bay no longer.', zh: '预约后货物在查验位停留不更久。'}, for: {en: 'appointments', zh: '预约'}}
  - {id: R54, says: {en: 'Bound duty never exceeds the guarantee.', zh: '占用的担保额度不超过总额度。'}, for: {en: 'headroom of guarantees', zh: '担保额度'}}
  - {id: R56, says: {en: 'Collective duty is paid by the fifth working day of the next month.', zh: '汇总征税的税款在次月第五个工作日前缴纳。'}, for: {en: 'collective payment', zh: '汇总征税'}}
  - {id: R56b, says: {en: 'The late-declaration fee is paid before release.', zh: '滞报金在放行前缴纳。'}, for: {en: 'payment of fees', zh: '费用缴纳'}}
  - {id: R59, says: {en: 'A guarantee replaces no licence.', zh: '担保不能替代许可证。'}, for: {en: 'licences', zh: '许可证'}}
  - {id: R68, says: {en: 'Advanced certified importers are inspected at most a fifth as often.', zh: '高级认证企业的查验率不超过一般企业的五分之一。'}, for: {en: 'shares compared between levels', zh: '按级别比较占比'}}
  - {id: R69, says: {en: 'Discredited importers are inspected in more than 80 of 100 cases.', zh: '失信企业的查验率在80%以上。'}, for: {en: 'shares compared between levels', zh: '按级别比较占比'}}
  - {id: R72, says: {en: 'The level of a trader is that of the day of acceptance.', zh: '企业信用等级以接受申报之日为准。'}, for: {en: 'levels that change', zh: '等级变动'}}
`;
