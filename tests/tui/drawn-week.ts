import type { OneMore } from '../../src/experiment/index.ts';
import type { StationWeek, Week } from '../../src/simulation/index.ts';

/**
 * A week drawn by hand, no result of any run: ships of the weekend meet the inspectors on Monday morning, documents are read round
 * the clock. Replications differ a little.
 */
export function drawnWeek(replication: number): Week {
  const luck = 1 + ((replication * 7) % 10) / 50;
  const hours = Array.from({ length: 168 }, (_, hour) => hour);
  const night = (hour: number): number => Math.abs((hour % 24) - 12) / 12;
  const queue = (hour: number): number => {
    const day = Math.floor(hour / 24);
    if (day === 5) return 4 + (hour % 24) / 4;
    if (day === 6) return 10 + (hour % 24) / 4;
    const morning = [16, 8, 6, 4, 3][day] ?? 0;
    return hour % 24 < 9 ? morning : (morning * night(hour)) / 2;
  };
  const arrivals = hours.map((hour) => 60 + 20 * Math.round(night(hour) * 3));
  return {
    replication,
    minutes: hours.map(() => 660),
    stations: {
      documentOfficers: station(hours, { queue: () => 0.05 * luck, busy: 0.42, waits: [0.02, 0.03, 0.03], luck }),
      inspectors: station(hours, { queue: (hour) => queue(hour) * luck, busy: 4.9, waits: [16.2, 16.8, 17.1], luck }),
      inspectionBays: station(hours, {
        queue: (hour) => queue(hour) * luck * 0.3,
        busy: 11,
        waits: [5.1, 5.7, 6],
        luck,
      }),
    },
    arrivals,
    releases: hours.map((hour) => arrivals[(hour + 100) % 168] ?? 0),
  };
}

/** What one unit more saves in a replication, drawn by hand. */
export function drawnSaving(replication: number): OneMore {
  const luck = 1 + ((replication * 7) % 10) / 50;
  return { replication, wait: 1.9 * luck, indicators: { releaseTime: 0.06 * luck, dwellTime: 0.06 * luck } };
}

function station(
  hours: readonly number[],
  of: {
    readonly queue: (hour: number) => number;
    readonly busy: number;
    readonly waits: readonly number[];
    readonly luck: number;
  },
): StationWeek {
  const [certified = 0, general = 0, discredited = 0] = of.waits.map((wait) => wait * of.luck);
  return {
    waiting: hours.map((hour) => 660 * of.queue(hour)),
    longest: hours.map((hour) => Math.ceil(2.5 * of.queue(hour))),
    busy: hours.map(() => 660 * of.busy),
    came: hours.map((hour) => (hour % 24 < 4 ? 0 : 5)),
    waited: hours.map((hour) => (hour % 24 < 4 ? 0 : 300 * of.queue(hour))),
    byLevel: {
      credit: {
        advancedCertified: { count: 11, mean: certified * 60 },
        generalCredit: { count: 285, mean: general * 60 },
        discredited: { count: 282, mean: discredited * 60 },
      },
      goods: { ordinary: { count: 513, mean: general * 60 }, perishable: { count: 46, mean: general * 66 } },
    },
  };
}
