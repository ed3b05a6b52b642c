import { and, not, type AnyStateNodeConfig } from 'xstate';
import { reach } from '../dialect.ts';

/** The papers: prepared, lodged, checked, perhaps inspected against the goods, released; in one step or in two. */
export const declaration: AnyStateNodeConfig = {
  initial: 'undeclared',
  states: {
    undeclared: {
      meta: {
        en: 'not declared',
        zh: '未申报',
        stage: 'preparation',
        law: 'Customs Law art. 24 (14 days), 30 (three months)',
      },
      // Deadlines count from the arrival, so coming back for a correction does not start them anew.
      after: { disposal: { target: 'disposed', actions: reach('overdue') } },
      initial: 'waiting',
      states: {
        waiting: {
          meta: { en: 'papers not begun', zh: '未备单', stage: 'preArrival' },
          always: [
            { guard: and(['papersMayBegin', 'twoStepDeclaration']), target: 'preparingSummary' },
            { guard: 'papersMayBegin', target: 'preparing' },
          ],
        },
        preparing: {
          meta: { en: 'being prepared', zh: '申报准备', stage: 'preparation' },
          after: { preparation: 'prepared' },
        },
        prepared: {
          meta: {
            en: 'prepared',
            zh: '待申报',
            stage: 'preparation',
            law: 'Order 103 art. 18; Notice 74 of 2014 (before arrival only in advance)',
          },
          always: { guard: 'papersMayBeLodged', target: '#sea-import.declaration.lodged' },
        },
        correcting: {
          tags: ['rejected'],
          meta: {
            en: 'returned for correction',
            zh: '退单',
            stage: 'customs',
            law: 'Order 103 (not accepted; the 14 days run on)',
          },
          after: { correction: '#sea-import.declaration.lodged' },
        },
        preparingSummary: {
          meta: {
            en: 'summary being prepared',
            zh: '概要申报准备',
            stage: 'preparation',
            law: 'Notice 127 of 2019, Notice 216 of 2019',
          },
          after: { summaryPreparation: 'summaryPrepared' },
        },
        summaryPrepared: {
          meta: { en: 'summary prepared', zh: '待概要申报', stage: 'preparation', law: 'Notice 127 of 2019' },
          always: { guard: 'papersMayBeLodged', target: '#sea-import.declaration.summaryLodged' },
        },
        correctingSummary: {
          tags: ['rejected'],
          meta: {
            en: 'summary returned for correction',
            zh: '概要申报退单',
            stage: 'customs',
            law: 'Notice 127 of 2019',
          },
          after: { correction: '#sea-import.declaration.summaryLodged' },
        },
      },
    },

    lodged: {
      tags: ['lodged'],
      meta: { en: 'lodged', zh: '已申报', stage: 'customs', law: 'Customs Law art. 24' },
      after: { electronicCheck: [{ guard: 'faultFound', target: 'undeclared.correcting' }, { target: 'accepted' }] },
    },
    accepted: {
      tags: ['accepted'],
      meta: { en: 'accepted', zh: '接受申报', stage: 'customs', law: 'Order 103 (day of acceptance)' },
      always: 'routed',
    },
    summaryLodged: {
      tags: ['lodged', 'summaryLodged'],
      meta: { en: 'summary lodged', zh: '概要申报', stage: 'customs', law: 'Notice 127 of 2019' },
      after: {
        electronicCheck: [
          { guard: 'faultFound', target: 'undeclared.correctingSummary' },
          { target: 'summaryAccepted' },
        ],
      },
    },
    summaryAccepted: {
      tags: ['summaryAccepted'],
      meta: { en: 'summary accepted', zh: '概要申报接受', stage: 'customs', law: 'Notice 127 of 2019' },
      always: 'routed',
    },

    routed: {
      meta: {
        en: 'routed by risk',
        zh: '风险分流',
        stage: 'customs',
        law: 'Notice 25 of 2017 (integrated clearance); TFA art. 7.4',
      },
      always: [
        { guard: not('selectedForReview'), target: 'reviewed' },
        { guard: 'greenChannel', target: 'underGreenReview' },
        { target: 'underReview' },
      ],
    },
    underReview: {
      meta: { en: 'under document review', zh: '审单', stage: 'customs', law: 'Customs Law art. 24' },
      invoke: { src: 'documentReview', onDone: 'reviewed' },
    },
    underGreenReview: {
      meta: {
        en: 'under document review, green channel',
        zh: '绿色通道审单',
        stage: 'customs',
        law: 'TFA art. 7.9 (perishable goods), 7.7 (authorised operators)',
      },
      invoke: { src: 'greenChannelReview', onDone: 'reviewed' },
    },
    reviewed: {
      tags: ['reviewed'],
      meta: { en: 'reviewed', zh: '审结', stage: 'customs' },
      always: [{ guard: 'selectedForInspection', target: 'selected' }, { target: 'satisfied' }],
    },
    selected: {
      tags: ['inspectionOrdered'],
      meta: {
        en: 'selected for inspection',
        zh: '布控查验',
        stage: 'customs',
        law: 'Customs Law art. 28; Order 138 of 2005',
      },
      initial: 'notified',
      states: {
        notified: {
          meta: { en: 'trader notified', zh: '查验通知', stage: 'customs', law: 'Order 138 of 2005' },
          always: [
            { guard: and(['goodsAreCalled', 'attendanceWaiver']), target: 'ready' },
            { guard: 'goodsAreCalled', target: 'awaitingTrader' },
          ],
        },
        awaitingTrader: {
          meta: {
            en: 'waiting for the trader',
            zh: '待收发货人到场',
            stage: 'customs',
            law: 'Customs Law art. 28 (attendance); waived by Notice 24 of 2020',
          },
          after: { attendance: 'ready' },
        },
        ready: {
          meta: { en: 'waiting for the goods at the bay', zh: '待货到位', stage: 'customs' },
          always: { guard: 'goodsAreAtBay', target: 'inspecting' },
        },
        inspecting: {
          tags: ['inspectionStarted'],
          meta: {
            en: 'under inspection',
            zh: '查验',
            stage: 'customs',
            law: 'Customs Law art. 28; Order 138 of 2005 (two officers)',
          },
          invoke: {
            src: 'inspection',
            onDone: [
              {
                guard: 'irregularityFound',
                target: '#sea-import.declaration.irregular',
                actions: reach('inspectionEnded'),
              },
              { target: '#sea-import.declaration.satisfied', actions: reach('inspectionEnded') },
            ],
          },
        },
      },
    },
    irregular: {
      tags: ['irregular'],
      meta: { en: 'irregular', zh: '查验异常', stage: 'customs', law: 'Order 138 of 2005' },
      after: {
        caseHandling: [
          { guard: 'orderedBack', target: 'returned' },
          { guard: 'orderedDestroyed', target: 'destroyed' },
          { target: 'satisfied', actions: reach('resolved') },
        ],
      },
    },

    satisfied: {
      meta: {
        en: 'customs satisfied',
        zh: '监管通过',
        stage: 'customs',
        law: 'Customs Law art. 29; TFA art. 7.3',
      },
      always: [
        { guard: and(['goodsAreWhereReleaseNeedsThem', 'dutyIsSecured', 'twoStepDeclaration']), target: 'completing' },
        { guard: and(['goodsAreWhereReleaseNeedsThem', 'dutyIsSecured']), target: 'released' },
      ],
    },

    completing: {
      tags: ['pickupPermitted'],
      meta: {
        en: 'may be picked up',
        zh: '允许提离',
        stage: 'postRelease',
        law: 'Notice 127 of 2019 (14 days from arrival)',
      },
      after: { completeDeclaration: { actions: reach('completeOverdue') } },
      initial: 'preparing',
      states: {
        preparing: {
          meta: { en: 'complete declaration being prepared', zh: '完整申报准备', stage: 'postRelease' },
          after: { completePreparation: 'lodged' },
        },
        lodged: {
          tags: ['completeLodged'],
          meta: { en: 'complete declaration lodged', zh: '完整申报', stage: 'postRelease', law: 'Notice 127 of 2019' },
          after: {
            electronicCheck: [
              { guard: 'faultFound', target: 'correcting' },
              { target: '#sea-import.declaration.completed' },
            ],
          },
        },
        correcting: {
          tags: ['rejected'],
          meta: { en: 'complete declaration returned for correction', zh: '完整申报退单', stage: 'postRelease' },
          after: { correction: 'lodged' },
        },
      },
    },
    completed: {
      tags: ['completeAccepted'],
      meta: {
        en: 'complete declaration accepted',
        zh: '完整申报接受',
        stage: 'postRelease',
        law: 'Notice 127 of 2019',
      },
      always: { guard: 'dutyIsSettled', target: 'released' },
    },

    released: {
      type: 'final',
      tags: ['released'],
      meta: { en: 'released', zh: '放行', stage: 'customs', law: 'Customs Law art. 29' },
    },
    returned: {
      type: 'final',
      tags: ['returned'],
      meta: { en: 'goods sent back', zh: '退运', stage: 'customs', law: 'Order 138 of 2005' },
    },
    destroyed: {
      type: 'final',
      tags: ['destroyed'],
      meta: { en: 'goods destroyed', zh: '销毁', stage: 'customs', law: 'Order 138 of 2005' },
    },
    disposed: {
      type: 'final',
      tags: ['disposed'],
      meta: { en: 'taken and sold by customs', zh: '变卖', stage: 'customs', law: 'Customs Law art. 30' },
    },
  },
};
