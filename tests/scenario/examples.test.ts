import { expect, test } from 'vitest';
import { example, right } from './told.ts';

test('mm3: one station, an exponential service, three officers', () => {
  const { base, variants } = right(example('mm3'));
  expect(variants).toEqual([]);
  expect(base.name).toBe('M/M/3');
  expect(base.flowNames).toEqual({
    guards: [],
    activities: ['service'],
    delays: [],
    attributes: [],
    fees: [],
    milestones: ['released'],
    events: [],
  });
  expect(base.law.name).toBe('cn-2021-07-13');
  expect(base.start).toEqual({ text: '2021-07-12T00:00+08:00', day: 18_820, minute: 0, offset: 480 });
  expect(base.run).toEqual({
    horizon: 300_000,
    stopAfter: undefined,
    warmUp: 12_000,
    seed: 'mm3',
    study: 'steady',
    replications: { min: 50, max: 50, precision: 0.02, of: 'clearanceTime' },
  });
  expect(base.arrivals).toEqual({ kind: 'consignments', every: { kind: 'exponential', mean: 10 } });
  expect(base.activities).toEqual({
    service: {
      needs: { officers: 1 },
      takes: { kind: 'law', law: { is: { kind: 'exponential', mean: 22.5 } } },
      holds: false,
      priority: undefined,
    },
  });
  expect(base.resources).toEqual({ officers: { count: 3, calendar: undefined, queue: 'fifo' } });
  expect(base.defaultsTaken).toEqual([]);
  expect(base.places.get('resources.officers')).toEqual({ file: 'my.yaml', line: 12, column: 3 });
  expect(base.places.get('flow.states.review.invoke')).toEqual({ file: 'my.yaml', line: 5, column: 14 });
});

test('priority-review: two classes, the bigger number goes first', () => {
  const { base } = right(example('priority-review'));
  expect(base.attributes).toEqual({
    class: { kind: 'levels', shares: { is: { high: 0.3, low: 0.7 } }, levels: ['high', 'low'] },
  });
  expect(base.activities['documentReview']?.priority).toEqual({
    by: 'class',
    levels: { high: { is: 1 }, low: { is: 0 } },
  });
  expect(base.resources).toEqual({ officers: { count: 3, calendar: undefined, queue: 'priority' } });
});

test('customs-network: chances, a delay, a run that stops after a million consignments', () => {
  const { base } = right(example('customs-network'));
  expect(base.run).toEqual({
    horizon: undefined,
    stopAfter: 1_000_000,
    warmUp: 0,
    seed: 'network',
    study: 'steady',
    replications: { min: 1, max: 1, precision: 0.02, of: 'clearanceTime' },
  });
  expect(base.chances).toEqual({
    selectedForInspection: { share: { is: 0.2 }, drawn: 'once' },
    sampleTaken: { share: { is: 0.1 }, drawn: 'once' },
  });
  expect(base.delays).toEqual({ payment: { kind: 'law', law: { is: { kind: 'exponential', mean: 120 } } } });
  expect(base.activities['laboratoryTest']?.takes).toEqual({
    kind: 'law',
    law: { is: { kind: 'lognormal', mean: 166.666_666_7, cv: 1 } },
  });
});

test('two-lanes: vessels, a measure, an attribute that the flow writes', () => {
  const { base } = right(example('two-lanes'));
  expect(base.arrivals).toEqual({
    kind: 'vessels',
    every: { kind: 'exponential', mean: 360 },
    carry: { kind: 'constant', value: 10 },
    voyage: { kind: 'constant', value: 5760 },
    preparationStarts: 'arrival',
  });
  expect(base.attributes).toEqual({ pickupPermit: { kind: 'written', initial: false, levels: ['false', 'true'] } });
  expect(base.measures).toEqual({ advanceDeclaration: { is: 0.5 } });
  expect(base.run.replications.of).toBe('releaseTime');
  expect(base.flowNames.events).toEqual(['ARRIVED']);
  expect(base.places.get('flow.states.declaration.states.lodged')).toEqual({ file: 'my.yaml', line: 21, column: 9 });
});

test('sea-import-2017: the file over the defaults of its flow', () => {
  const { base } = right(example('sea-import-2017'));
  expect(base.flow.name).toBe('sea-import');
  expect(base.start).toEqual({ text: '2017-03-06T00:00+08:00', day: 17_231, minute: 0, offset: 480 });
  expect(base.run).toEqual({
    horizon: 120_960,
    stopAfter: undefined,
    warmUp: 'auto',
    seed: 'qingdao',
    study: 'steady',
    replications: { min: 50, max: 200, precision: 0.02, of: 'releaseTime' },
  });
  expect(base.chances['selectedForInspection']?.share).toEqual({
    by: 'credit',
    levels: { advancedCertified: { is: 0.0057 }, generalCredit: { is: 0.03 }, discredited: { is: 0.848 } },
  });
  expect(base.activities['inspectionBay']).toMatchObject({
    needs: { inspectionBays: 1 },
    takes: undefined,
    holds: true,
  });
  expect(base.resources['inspectors']).toEqual({ count: 10, calendar: 'office', queue: 'priority' });
  expect(base.calendars['office']?.holidays).toBe('china');
  expect(base.calendars['office']?.week).toHaveLength(10);
  expect(base.terms['declaration']).toEqual({
    from: ['arrived'],
    to: ['accepted', 'completeAccepted'],
    within: { unit: 'calendarDays', count: 14 },
    roll: 'firstFeeDay',
    charge: 'lateDeclaration',
  });
  expect(base.fees['storage']).toEqual({
    kind: 'perDay',
    amount: 20,
    currency: 'CNY',
    after: 10_080,
    of: { from: { first: ['unloaded'] }, to: { first: ['removed'] } },
  });
  expect(base.fees['lateDeclaration']).toEqual({ kind: 'statutory' });
  // What the flow's defaults added is listed; what the file says itself is not.
  expect(base.defaultsTaken).toContain('delays.correction');
  expect(base.defaultsTaken).not.toContain('delays.preparation');
  expect(base.places.get('delays.preparation')).toEqual({ file: 'my.yaml', line: 23, column: 3 });
  expect(base.places.get('delays.correction')?.file).toBe('defaults of sea-import');
  // A variant is where its entries are: the last sets advance declaration in the last line.
  const last = right(example('sea-import-2017')).variants.at(-1)?.scenario;
  const lines = example('sea-import-2017').trimEnd().split('\n');
  expect(last?.places.get('measures.advanceDeclaration')).toMatchObject({
    line: lines.length,
    column: (lines.at(-1) ?? '').indexOf('measures.advanceDeclaration') + 1,
  });
  expect(last?.places.get('delays.preparation')).toEqual(base.places.get('delays.preparation'));
});

test('sea-import-2017: variants say what they change, as written', () => {
  const { variants } = right(example('sea-import-2017'));
  expect(
    variants.map(({ name, changes }) => [
      name,
      changes.map(({ path, before, after }) => `${path}: ${before} -> ${after}`),
    ]),
  ).toEqual([
    ['advance declaration for all', ['measures.advanceDeclaration: 10 % -> 100 %']],
    ['two-step declaration 60 %', ['measures.twoStepDeclaration: 0 % -> 60 %']],
    [
      'everything of the campaign',
      [
        'measures.advanceDeclaration: 10 % -> 80 %',
        'measures.twoStepDeclaration: 0 % -> 30 %',
        'measures.attendanceWaiver: 0 % -> 70 %',
        'measures.greenChannel: off -> on',
      ],
    ],
  ]);
  expect(
    variants.map(({ scenario }) => [
      scenario.name,
      scenario.measures['advanceDeclaration'],
      scenario.measures['greenChannel'],
    ]),
  ).toEqual([
    ['advance declaration for all', { is: 1 }, { is: 0 }],
    ['two-step declaration 60 %', { is: 0.1 }, { is: 0 }],
    ['everything of the campaign', { is: 0.8 }, { is: 1 }],
  ]);
});

test('everything returned is frozen, but for the machine, which is XState’s', () => {
  const set = right(example('sea-import-2017'));
  const loose: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (
      typeof value !== 'object' ||
      value === null ||
      Object.getPrototypeOf(value) === Map.prototype ||
      path.endsWith('.machine')
    )
      return;
    if (!Object.isFrozen(value)) loose.push(path);
    for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`);
  };
  visit(set, 'set');
  expect(loose).toEqual([]);
});
