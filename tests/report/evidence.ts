import type { Evidence } from '../../src/experiment/index.ts';
import { pair } from '../../src/simulation/index.ts';
import { coarseOf, golden, runOf, tallyOf } from '../experiment/made.ts';

/** Consignments of a replication. */
const consignments = 500;

/** Hours from release until the goods are picked up. */
const pickUp = 52;

const credits = ['advancedCertified', 'generalCredit', 'discredited'] as const;
const goods = ['ordinary', 'perishable', 'antiEpidemic'] as const;

/** A consignment: what it is, and how long it takes in practice, in hours. */
interface Made {
  readonly credit: (typeof credits)[number];
  readonly goods: (typeof goods)[number];
  /** 0..1: how it stands among all. */
  readonly luck: number;
  readonly hours: number;
}

/** By scenario of the fixture: hours to release. */
const scenarios: readonly ((of: Made) => number)[] = [
  ({ hours }) => hours,
  ({ hours, luck }) => (golden(1000 * luck) < 0.58 ? 0.98 * hours : hours),
  ({ hours, luck }) => 0.05 * hours + 60 * luck * luck * luck * luck,
  (of) => of.hours + (isFast(of) ? -2 * golden(77 * of.luck) - 0.1 : golden(2000 * of.luck) < 0.95 ? 0.7 * of.luck : 0),
  ({ hours, luck }) => (golden(3000 * luck) < 0.03 ? 0.8 * hours : hours),
  ({ hours, luck }) => 0.05 * hours + 62 * luck * luck * luck * luck,
];

function isFast({ credit, goods: kind }: Made): boolean {
  return credit === 'advancedCertified' || kind === 'perishable';
}

function madeOf(replication: number): readonly Made[] {
  return Array.from({ length: consignments }, (_, number) => {
    const luck = golden(1 + number + consignments * replication + 0.1 * replication);
    return {
      luck,
      credit:
        golden(3 * number + 0.3) < 0.12
          ? 'advancedCertified'
          : golden(3 * number + 0.3) < 0.97
            ? 'generalCredit'
            : 'discredited',
      goods:
        golden(5 * number + 0.7) < 0.9 ? 'ordinary' : golden(5 * number + 0.7) < 0.97 ? 'perishable' : 'antiEpidemic',
      // A law with a long tail: half of them below 78 h.
      hours: 8 + (98 * luck) / (1 - 0.6 * luck),
    };
  });
}

/** What the six scenarios of the fixture might have come from: four replications, made by hand. */
export const evidence: Evidence = evidenceOf(4);

function evidenceOf(replications: number): Evidence {
  const all = Array.from({ length: replications }, (_, replication) => madeOf(replication));
  const minutes = (scenario: number, made: readonly Made[]): readonly number[] =>
    made.map((each) => 60 * (scenarios[scenario]?.(each) ?? 0));
  const times = (scenario: number, made: readonly Made[]): Parameters<typeof pair>[0] => ({
    arrivals: new Float64Array(consignments),
    indicators: new Map([['releaseTime', Float64Array.from(minutes(scenario, made))]]),
    groups: [
      { attribute: 'credit', levels: credits, of: Float64Array.from(made, (each) => credits.indexOf(each.credit)) },
      { attribute: 'goods', levels: goods, of: Float64Array.from(made, (each) => goods.indexOf(each.goods)) },
    ],
  });
  const paired = scenarios
    .slice(1)
    .map((_, variant) => all.map((made) => pair(times(0, made), times(variant + 1, made))));
  return {
    runs: scenarios.map((_, scenario) =>
      all.map((made, at) => {
        const release = minutes(scenario, made);
        const dwell = release.map((each) => each + 60 * pickUp);
        return runOf(at, release, {
          indicators: { releaseTime: tallyOf(release), formalReleaseTime: tallyOf(release), dwellTime: tallyOf(dwell) },
        });
      }),
    ),
    pairs: paired.map((each) => each.map(({ results }) => results)),
    changes: scenarios.slice(1).map((of) => ({
      releaseTime: coarseOf(all.flat().map((made) => 60 * (of(made) - made.hours))),
    })),
  };
}
