import { expect, test } from 'vitest';
import { modelOf, run, tell } from './story.ts';

/** One consignment every ten minutes from minute 10 on, counted until one hour is over. */
const everyTenMinutes = `
arrivals: {consignments: {every: 10 min}}
run: {horizon: 60 min, warmUp: 0 h, seed: story, replications: 1}
`;

test('one officer, 15 minutes each: those who come while he works wait in the order of their coming', () => {
  const told = tell(
    `name: one officer
flow: {initial: review, states: {review: {invoke: {src: service, onDone: done}}, done: {type: final, tags: [released]}}}
activities: {service: {needs: officer, takes: 15 min}}
resources: {officer: 1}
${everyTenMinutes}`,
    ['begun', 'reached'],
  );
  expect(told.slice(0, 8)).toEqual([
    [10, 0, 'begun service'],
    [25, 0, 'released'],
    [25, 1, 'begun service'],
    [40, 1, 'released'],
    [40, 2, 'begun service'],
    [55, 2, 'released'],
    [55, 3, 'begun service'],
    [70, 3, 'released'],
  ]);
});

test('its figures by hand: five come in the hour (at 10 to 50); waits 0, 5, 10, 15, 20 minutes; the officer works from 10 to 60', () => {
  const { result } = run(`name: one officer
flow: {initial: review, states: {review: {invoke: {src: service, onDone: done}}, done: {type: final, tags: [released]}}}
activities: {service: {needs: officer, takes: 15 min}}
resources: {officer: 1}
${everyTenMinutes}`);
  expect(result.consignments).toEqual({ counted: 5, ended: { released: 5 }, unfinished: 0, oldest: 0 });
  expect(result.activities['service']).toMatchObject({
    count: 5,
    waited: 4,
    wait: { mean: 10 },
    service: { mean: 15 },
  });
  expect(result.indicators['clearanceTime']).toMatchObject({ count: 5, mean: 25, min: 15, max: 35 });
  // In line within the hour: 20-25, 30-40, 40-55 (from 40), 50-60: 5 + 10 + 15 + 10 = 40 of 60 minutes.
  expect(result.resources['officer']?.utilisation).toBeCloseTo(50 / 60, 12);
  expect(result.resources['officer']?.queueLength).toEqual({ mean: 40 / 60, max: 2 });
});

test('at closing time nobody starts, work begun is finished, and at opening the line goes on', () => {
  const told = tell(
    `name: office
start: 2021-07-12T08:00+08:00
flow: {initial: review, states: {review: {invoke: {src: service, onDone: done}}, done: {type: final, tags: [released]}}}
arrivals: {consignments: {every: 30 min}}
activities: {service: {needs: officer, takes: 40 min}}
resources: {officer: {count: 1, calendar: morning, atShiftEnd: finish}}
calendars: {morning: {week: [Mon-Fri 09:00-10:00]}}
run: {horizon: 24 h, warmUp: 0 h, seed: story, replications: 1}`,
    ['begun'],
  );
  // The office opens at minute 60 of Monday and closes at 120: one begins at 60, one at 100 (and ends at 140, overtime);
  // at 120 nobody; on Tuesday at 1500 and 1540.
  expect(told.slice(0, 4).map(([at, who]) => [at, who])).toEqual([
    [60, 0],
    [100, 1],
    [1500, 2],
    [1540, 3],
  ]);
});

test('a completion at closing time frees the officer, but nobody starts at that instant', () => {
  const told = tell(
    `name: closing
start: 2021-07-12T09:00+08:00
flow: {initial: review, states: {review: {invoke: {src: service, onDone: done}}, done: {type: final, tags: [released]}}}
arrivals: {consignments: {every: 20 min}}
activities: {service: {needs: officer, takes: 40 min}}
resources: {officer: {count: 1, calendar: morning}}
calendars: {morning: {week: [Mon-Fri 09:00-10:00]}}
run: {horizon: 24 h, warmUp: 0 h, seed: story, replications: 1}`,
    ['begun'],
  );
  expect(told.slice(0, 2).map(([at, who]) => [at, who])).toEqual([
    [20, 0],
    [1440, 1],
  ]);
});

test('leaving a state cancels: who waited leaves the line, who was served frees the officer for the next', () => {
  const told = tell(
    `name: patience
flow:
  initial: review
  states:
    review: {invoke: {src: service, onDone: done}, after: {patience: gone}}
    done: {type: final, tags: [released]}
    gone: {type: final, tags: [returned]}
activities: {service: {needs: officer, takes: 30 min}}
delays: {patience: 25 min}
resources: {officer: 1}
${everyTenMinutes}`,
    ['begun', 'cancelled', 'reached'],
  );
  // Everybody loses patience after 25 minutes: 0 is served from 10 and leaves at 35 unfinished, 1 (come at 20) takes over at 35
  // and leaves at 45, 2 (come at 30) is served from 45 to 55, 3 (come at 40) from 55 to 65.
  expect(told.slice(0, 10)).toEqual([
    [10, 0, 'begun service'],
    [35, 0, 'cancelled service'],
    [35, 0, 'returned'],
    [35, 1, 'begun service'],
    [45, 1, 'cancelled service'],
    [45, 1, 'returned'],
    [45, 2, 'begun service'],
    [55, 2, 'cancelled service'],
    [55, 2, 'returned'],
    [55, 3, 'begun service'],
  ]);
});

test('a bay held over several states is freed when the compound state is left', () => {
  const told = tell(
    `name: bay
flow:
  initial: atBay
  states:
    atBay:
      invoke: {src: bay, onDone: .moving}
      initial: called
      onDone: gone
      states:
        called: {}
        moving: {after: {move: inspected}}
        inspected: {type: final}
    gone: {type: final, tags: [released]}
activities: {bay: {needs: bays, holds: true}}
delays: {move: 25 min}
resources: {bays: 1}
${everyTenMinutes}`,
    ['begun', 'completed', 'reached'],
  );
  expect(told.slice(0, 6)).toEqual([
    [10, 0, 'begun bay'],
    [10, 0, 'completed bay'],
    [35, 0, 'released'],
    [35, 1, 'begun bay'],
    [35, 1, 'completed bay'],
    [60, 1, 'released'],
  ]);
});

test('two resources are seized together; who needs only one is not held up by a request that cannot start', () => {
  const told = tell(
    `name: together
flow:
  type: parallel
  states:
    team: {initial: a, states: {a: {invoke: {src: joint, onDone: b}}, b: {type: final}}}
    desk: {initial: a, states: {a: {invoke: {src: single, onDone: b}}, b: {type: final, tags: [released]}}}
activities:
  joint: {needs: {officers: 1, scanner: 1}, takes: 30 min}
  single: {needs: officers, takes: 10 min}
resources: {officers: 2, scanner: 1}
arrivals: {consignments: {every: 20 min}}
run: {horizon: 41 min, warmUp: 0 h, seed: story, replications: 1}`,
    ['begun'],
  );
  // At 20 the first one takes an officer and the scanner, and the other officer. At 40 the scanner is busy until 50:
  // the second's joint work waits, its single work starts at once.
  expect(told.slice(0, 4)).toEqual([
    [20, 0, 'begun joint'],
    [20, 0, 'begun single'],
    [40, 1, 'begun single'],
    [50, 1, 'begun joint'],
  ]);
});

test('a term that is settled late charges its fee by the begun day; one met on its last instant does not', () => {
  const late = (days: number): number =>
    run(`name: storage
flow:
  initial: here
  states:
    here: {tags: [unloaded], after: {stay: gone}}
    gone: {type: final, tags: [removed]}
arrivals: {consignments: {every: 9 d}}
delays: {stay: ${days} d}
fees: {storage: {perDay: 20 CNY, after: 7 d}}
run: {horizon: 10 d, warmUp: 0 h, seed: story, replications: 1}`).result.fees['storage']?.total ?? -1;
  expect([6, 7, 7.5, 8, 9.25].map(late)).toEqual([0, 0, 20, 20, 60]);
});

test('a vessel that is at sea when the run starts has begun its papers at its departure', () => {
  const told = tell(
    `name: vessel
flow:
  type: parallel
  states:
    goods: {initial: atSea, states: {atSea: {on: {ARRIVED: here}}, here: {type: final, tags: [arrived]}}}
    declaration: {initial: preparing, states: {preparing: {after: {preparation: lodged}}, lodged: {type: final, tags: [lodged, released]}}}
arrivals: {vessels: {every: 10 h, carry: 2, voyage: 48 h}}
delays: {preparation: 40 h}
run: {horizon: 11 h, warmUp: 0 h, seed: story, replications: 1}`,
    ['created', 'reached'],
  );
  const hours = told.filter(([, who]) => who <= 1).map(([at, who, what]) => [at / 60, who, what]);
  expect(hours).toEqual([
    [-38, 0, 'created'],
    [-38, 1, 'created'],
    [2, 0, 'lodged'],
    [2, 0, 'released'],
    [2, 1, 'lodged'],
    [2, 1, 'released'],
    [10, 0, 'arrived'],
    [10, 1, 'arrived'],
  ]);
});

function endless(takes: string): string {
  return `name: endless
flow: {initial: a, states: {a: {invoke: {src: service, onDone: [{guard: again, target: a, reenter: true}, {target: done}]}}, done: {type: final}}}
activities: {service: {needs: officers, takes: ${takes}}}
chances: {again: {share: 99.999999 %, drawn: eachVisit}}
resources: {officers: 5}
${everyTenMinutes}`;
}

test('an endless cycle without time stops the run and names the states', () => {
  const { stop, result } = run(endless('0 min'));
  // The first comes at minute 10 and never leaves.
  expect(stop).toMatchObject({ reason: 'endlessInstant', entity: 0, at: 10 });
  expect(stop?.configurations).toHaveLength(1);
  expect(result).toMatchObject({ window: { from: 0, to: 10 }, consignments: { counted: 1, unfinished: 1 } });
});

test('an endless cycle of draws stops the run and names what was drawn', () => {
  // Each round draws the service and the chance once; 65,000 rounds take 65 seconds.
  const { stop } = run(endless('0.001 s'));
  expect(stop).toMatchObject({ reason: 'tooManyVisits', entity: 0, about: 'service' });
  expect(stop?.at).toBeCloseTo(10 + 65 / 60, 9);
});

/** States that a consignment goes round through without time passing; only luck that never comes leads out. */
function circle(states: readonly string[]): string {
  const machine = states.map((state, index) => {
    const next = states[(index + 1) % states.length] ?? '';
    const onward = index > 0 ? next : `[{guard: lucky, target: done}, {target: ${next}}]`;
    return `    ${state}: {invoke: {src: bay, onDone: ${onward}}}`;
  });
  return `name: circle
flow:
  initial: a
  states:
${machine.join('\n')}
    done: {type: final, tags: [released]}
arrivals: {consignments: {every: 1 h}}
activities: {bay: {needs: bays, holds: true}}
chances: {lucky: 0 %}
resources: {bays: 1}
run: {horizon: 10 h, seed: story, replications: 1}`;
}

test('a circle of twenty states without time is named whole', () => {
  expect(run(circle('abcdefghijklmnopqrst'.split(''))).stop?.configurations).toHaveLength(20);
});

test('a request leaves the line that it joined, whatever its priority has become since', () => {
  // Every consignment becomes urgent after twenty minutes; many lose patience later, most of them in line.
  const { result, stop } = run(`name: urgent
flow:
  initial: asked
  states:
    asked:
      invoke: {src: review, onDone: over}
      after:
        hurry: {actions: {set: {urgent: true}}}
        patience: gone
    gone: {type: final, tags: [returned]}
    over: {type: final, tags: [released]}
arrivals: {consignments: {every: 10 min}}
attributes: {urgent: {initial: false}}
activities: {review: {needs: officers, takes: 25 min, priority: {by: urgent, true: 1, false: 0}}}
delays: {patience: exponential(60 min), hurry: 20 min}
resources: {officers: 1}
run: {horizon: 100 h, warmUp: 0 h, seed: story, replications: 1}`);
  expect(stop).toBeUndefined();
  const { counted, ended, unfinished } = result.consignments;
  expect({ counted, unfinished }).toEqual({ counted: 599, unfinished: 0 });
  expect((ended['returned'] ?? 0) + (ended['released'] ?? 0)).toBe(599);
  // Books are closed on every line: a request that had left another than its own would be found there.
  expect(ended['returned']).toBeGreaterThan(100);
});

test('an attribute may have 256 levels, and conditions may name any of them', () => {
  const levels = Array.from({ length: 256 }, (_, level) => `l${level}`);
  const { result } = run(`name: levels
flow: {initial: a, states: {a: {always: [{guard: isLast, target: slow}, {target: done}]}, slow: {after: {rest: done}}, done: {type: final, tags: [released]}}}
attributes: {kind: {${levels.map((level) => `${level}: ${level === 'l255' ? 100 : 0} %`).join(', ')}}}
conditions: {isLast: {kind: l255}}
delays: {rest: 7 min}
${everyTenMinutes}`);
  expect(result.stages).toBeDefined();
  expect(Object.values(result.indicators)[0]?.mean).toBe(7);
});

test('activities that share officers stand in one line: a priority goes before an activity that has none', () => {
  const told = tell(
    `name: one line
flow:
  initial: sort
  states:
    sort: {always: [{guard: urgent, target: quick}, {target: usual}]}
    quick: {invoke: {src: quickReview, onDone: done}}
    usual: {invoke: {src: review, onDone: done}}
    done: {type: final, tags: [released]}
arrivals: {consignments: {every: 10 min}}
chances: {urgent: 50 %}
activities:
  quickReview: {needs: officer, takes: 25 min, priority: 1}
  review: {needs: officer, takes: 25 min}
resources: {officer: 1}
run: {horizon: 500 min, warmUp: 0 h, seed: story, replications: 1}`,
    ['requested', 'begun'],
  );
  const waiting: { who: number; urgent: boolean }[] = [];
  let beginnings = 0;
  for (const [, who, what] of told) {
    if (what.startsWith('requested')) waiting.push({ who, urgent: what.endsWith('quickReview') });
    else {
      const next = waiting.find((each) => each.urgent) ?? waiting[0];
      expect(who).toBe(next?.who);
      waiting.splice(
        waiting.findIndex((each) => each.who === who),
        1,
      );
      beginnings++;
    }
  }
  // He works without a break from minute 10 until the run is ended at 1,000: forty times.
  expect(beginnings).toBe(40);
});

test('a term with two milestones that are reached at one instant is settled once', () => {
  const { result } = run(`name: both at once
flow:
  initial: here
  states:
    here: {tags: [arrived], after: {stay: gone}}
    gone: {type: final, tags: [accepted, completeAccepted]}
arrivals: {consignments: {every: 9 d}}
delays: {stay: 3 d}
terms: {declaration: {from: arrived, to: [accepted, completeAccepted], within: 1 d, charge: surcharge}}
fees: {surcharge: 50 CNY}
run: {horizon: 10 d, warmUp: 0 h, seed: story, replications: 1}`);
  expect(result.terms['declaration']).toEqual({ settled: 1, late: 1 });
  expect(result.fees['surcharge']?.total).toBe(50);
});

test('an activity that is a part of another has the same luck: the same work by other hands takes as long', () => {
  const { times } = run(`name: same work
flow:
  type: parallel
  states:
    one: {initial: a, states: {a: {invoke: {src: review, onDone: b}}, b: {type: final, tags: [reviewed]}}}
    other: {initial: a, states: {a: {invoke: {src: secondReview, onDone: b}}, b: {type: final, tags: [released]}}}
arrivals: {consignments: {every: 10 min}}
activities: {review: {takes: exponential(30 min)}, secondReview: {takes: 100 % of review}}
indicators: {apart: {from: reviewed, to: released}}
run: {horizon: 500 min, warmUp: 0 h, seed: story, replications: 1}`);
  const apart = [...(times?.indicators.get('apart') ?? [])].filter((minutes) => !Number.isNaN(minutes));
  expect(apart.length).toBe(49);
  expect(new Set(apart)).toEqual(new Set([0]));
});

test('a level may hang on a condition over an amount, whatever their names: the amount is drawn first', () => {
  const { result } = run(`name: order
flow: {initial: a, states: {a: {after: {stay: done}}, done: {type: final, tags: [released]}}}
arrivals: {consignments: {every: 10 min}}
attributes:
  channel: {by: isDear, true: {red: 100 %, green: 0 %}, false: {red: 0 %, green: 100 %}}
  worth: uniform(0 CNY 100 CNY)
conditions: {isDear: {worth: {atLeast: 70 CNY}}}
delays: {stay: {by: channel, red: 2 h, green: 1 h}}
run: {horizon: 500 h, warmUp: 0 h, seed: story, replications: 1}`);
  // 3,000 consignments, 30 % of them dear: binomial, four standard deviations are 100.
  const red = result.byAttribute['channel']?.['red']?.['clearanceTime'];
  expect(red?.mean).toBe(120);
  expect(Math.abs((red?.count ?? 0) - 900)).toBeLessThan(100);
});

test('so many consignments of vessels are counted to their end, and the window ends with the arrival of the last', () => {
  const { result } = run(`name: first ten
flow:
  type: parallel
  states:
    goods: {initial: atSea, states: {atSea: {on: {ARRIVED: here}}, here: {tags: [arrived], after: {stay: gone}}, gone: {type: final, tags: [released]}}}
arrivals: {vessels: {every: 10 h, carry: 2, voyage: 48 h}}
delays: {stay: 30 h}
run: {stopAfter: 10 consignments, seed: story, replications: 1}`);
  expect(result.consignments).toEqual({ counted: 10, ended: { released: 10 }, unfinished: 0, oldest: 0 });
  // Vessels arrive at 10, 20, 30, 40, 50 h.
  expect(result.window).toEqual({ from: 0, to: 50 * 60 });
  expect(result.indicators['releaseTime']).toMatchObject({ count: 10, mean: 30 * 60 });
});

test('the run is ended at twice the horizon: what would end after it is unfinished', () => {
  const late = (hours: number) =>
    run(`name: drain
flow: {initial: a, states: {a: {after: {stay: done}}, done: {type: final, tags: [released]}}}
arrivals: {consignments: {every: 70 h}}
delays: {stay: ${hours} h}
run: {horizon: 100 h, warmUp: 0 h, seed: story, replications: 1}`).result.consignments;
  expect(late(130)).toEqual({ counted: 1, ended: { released: 1 }, unfinished: 0, oldest: 0 });
  expect(late(135)).toEqual({ counted: 1, ended: {}, unfinished: 1, oldest: 130 * 60 });
});

/** A consignment that arrives on Monday 12 July 2021 at 10:00 and has two ways out; gives when it takes which, in hours. */
function wayOut(of: {
  start?: string;
  deadline: string;
  states: string;
  delays?: string;
}): (readonly [number, string])[] {
  return tell(
    `name: deadline
start: ${of.start ?? '2021-07-12T00:00+08:00'}
flow:
  initial: open
  states:
${of.states}
arrivals: {consignments: {every: 10 h}}
${of.delays ?? 'delays: {work: 48 h}'}
deadlines: {limit: ${of.deadline}}
run: {horizon: 11 h, warmUp: 0 h, seed: story, replications: 1}`.replace('horizon: 11 h', 'stopAfter: 1 consignments'),
    ['reached'],
  )
    .filter(([, who]) => who === 0)
    .map(([at, , what]) => [at / 60, what] as const);
}

const twoWays = `    open: {tags: [arrived], after: {limit: late, work: done}}
    late: {type: final, tags: [disposed]}
    done: {type: final, tags: [released]}`;

test('a deadline in calendar days ends at midnight: day 0 is the day of arrival', () => {
  expect(wayOut({ deadline: '{from: arrived, after: 1 calendar days}', states: twoWays })).toEqual([
    [10, 'arrived'],
    // Two days end at the midnight after Tuesday.
    [48, 'disposed'],
  ]);
});

test('a deadline that is met on its last instant is met, whichever stands first', () => {
  const met = [
    [10, 'arrived'],
    [58, 'released'],
  ];
  expect(wayOut({ deadline: '{from: arrived, after: 48 h}', states: twoWays })).toEqual(met);
  expect(
    wayOut({
      deadline: '{from: arrived, after: 48 h}',
      states: twoWays.replace('{limit: late, work: done}', '{work: done, limit: late}'),
    }),
  ).toEqual(met);
});

test('a deadline whose anchor is not reached is armed when it is; one that has passed is due at once', () => {
  const later = `    open: {initial: waiting, after: {limit: late}, states: {waiting: {after: {work: here}}, here: {tags: [arrived]}}}
    late: {type: final, tags: [disposed]}`;
  expect(wayOut({ deadline: '{from: arrived, after: 5 h}', states: later })).toEqual([
    [58, 'arrived'],
    [63, 'disposed'],
  ]);
  const past = `    open: {tags: [arrived], after: {work: watched}}
    watched: {after: {limit: late}}
    late: {type: final, tags: [disposed]}`;
  expect(wayOut({ deadline: '{from: arrived, after: 5 h}', states: past })).toEqual([
    [10, 'arrived'],
    [58, 'disposed'],
  ]);
});

test('a deadline without a target only marks: the work of the state goes on undisturbed', () => {
  const marks = `    open: {tags: [arrived], after: {limit: {actions: {reach: overdue}}, work: done}}
    done: {type: final, tags: [released]}`;
  expect(wayOut({ deadline: '{from: arrived, after: 5 h}', states: marks })).toEqual([
    [10, 'arrived'],
    [15, 'overdue'],
    [58, 'released'],
  ]);
});

test('a term whose end comes before its beginning is settled in time', () => {
  const { result } = run(`name: in advance
flow:
  initial: prepared
  states:
    prepared: {tags: [accepted], after: {voyage: here}}
    here: {type: final, tags: [arrived]}
arrivals: {consignments: {every: 10 h}}
delays: {voyage: 5 d}
terms: {declaration: {from: arrived, to: accepted, within: 1 d}}
run: {horizon: 5 d, warmUp: 0 h, seed: story, replications: 1}`);
  expect(result.terms['declaration']).toEqual({ settled: result.consignments.counted, late: 0 });
});

test('a flow cannot call a milestone what every flow has by itself', () => {
  expect(() =>
    run(`name: taken
flow: {initial: a, states: {a: {after: {stay: b}}, b: {type: final, tags: [ended]}}}
arrivals: {consignments: {every: 1 h}}
delays: {stay: 1 h}
run: {horizon: 10 h, seed: story, replications: 1}`),
  ).toThrow('a milestone cannot be called ended');
});

/** Late-declaration fee of goods worth `value` that arrive on Monday 1 March 2021 and are accepted so many days later. */
function lateFee(value: number, days: number): number {
  return (
    run(`name: late
start: 2021-02-28T22:00+08:00
flow: {initial: here, states: {here: {tags: [arrived], after: {papers: done}}, done: {type: final, tags: [accepted, released]}}}
arrivals: {consignments: {every: 10 h}}
attributes: {value: ${value} CNY}
delays: {papers: ${days} d}
terms: {declaration: {from: arrived, to: accepted, within: 14 calendar days, roll: firstFeeDay, charge: lateDeclaration}}
fees: {lateDeclaration: statutory}
run: {stopAfter: 1 consignments, seed: story, replications: 1}`).result.fees['lateDeclaration']?.total ?? -1
  );
}

test('the late-declaration fee: half a thousandth of the value for each day from day 15, both ends counted, none below CNY 50', () => {
  expect(lateFee(1_000_000, 14)).toBe(0);
  expect(lateFee(1_000_000, 15)).toBe(500);
  expect(lateFee(1_000_000, 19)).toBe(2500);
  expect(lateFee(15_000, 20)).toBe(0);
  // Whole yuan, cut: 61.728.
  expect(lateFee(123_456, 15)).toBe(61);
});

test('a chance drawn at each visit is refused where a waiting state asks it again and again', () => {
  expect(() =>
    run(`name: restless
flow:
  type: parallel
  states:
    one: {initial: a, states: {a: {always: {guard: lucky, target: b}, after: {stay: b}}, b: {type: final}}}
    other: {initial: a, states: {a: {after: {stay: b}}, b: {type: final, tags: [released]}}}
arrivals: {consignments: {every: 1 h}}
delays: {stay: 1 h}
chances: {lucky: {share: 50 %, drawn: eachVisit}}
run: {horizon: 10 h, seed: story, replications: 1}`),
  ).toThrow('"lucky" is drawn at each visit');
});

test('grants that go round in a circle without time stop the run and name the states', () => {
  const text = circle(['a', 'b']);
  const { stop } = run(text);
  expect(stop).toMatchObject({ reason: 'endlessInstant', entity: 0, at: 60 });
  const { configurations } = modelOf(text).table;
  expect(stop?.configurations.map((index) => configurations[index]?.value).toSorted()).toEqual(['a', 'b']);
});
