import { describe, expect, test } from 'vitest';
import { example, parse, right, told } from './told.ts';

/** A small flow with a guard, an activity, a delay and a fee; `more` are further sections. */
function story(
  more: string,
  machine = 'review: {invoke: {src: review, onDone: [{guard: isUrgent, target: done}, {target: waiting}]}}',
): string {
  return `name: story
flow:
  initial: review
  states:
    ${machine}
    waiting: {tags: [accepted], after: {pause: {target: done, actions: {charge: service}}}}
    done: {type: final, tags: [released]}
arrivals: {consignments: {every: 1 h}}
activities: {review: {needs: officers, takes: 10 min}}
resources: {officers: 2}
delays: {pause: 1 h}
fees: {service: 50 CNY}
run: {horizon: 1 d, warmUp: 0 h}
${more}`;
}

/** What is wrong, without file and expectation; each place must be where the found text stands. */
function lines(text: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  const parsed = parse(text, files);
  for (const { place, found = '', code } of parsed.ok ? [] : parsed.wrong) {
    const there =
      (place?.file === 'my.yaml' ? text : (files[place?.file ?? ''] ?? ''))
        .split('\n')
        .at((place?.line ?? 0) - 1)
        ?.slice((place?.column ?? 0) - 1) ?? '';
    expect(there.includes(code === 'circle' ? (found.split(' ')[0] ?? '') : found), `${found} at ${there}`).toBe(true);
  }
  return told(parsed).map((line) => line.replace('my.yaml:', '').replace(/; expected .*?(?=; nearest|$)/u, ''));
}

describe('a guard has exactly one meaning', () => {
  test.each([
    ['a chance', 'chances: {isUrgent: 10 %}'],
    ['a measure', 'measures: {isUrgent: off}'],
    ['a flag', 'attributes: {isUrgent: 10 %}'],
    ['a condition', 'attributes: {goods: {live: 10 %, dead: 90 %}}\nconditions: {isUrgent: {goods: live}}'],
  ])('%s', (_, section) => {
    expect(lines(story(section))).toEqual([]);
  });

  test('none, two, or one that is neither true nor false', () => {
    expect(lines(story(''))).toEqual(['5:53 the guard "isUrgent" is not defined; found isUrgent']);
    expect(lines(story('chances: {isUrgent: 10 %}\nmeasures: {isUrgent: off}'))).toEqual([
      '14:11 "isUrgent" stands under measures and under chances; found isUrgent',
    ]);
    expect(lines(story('attributes: {isUrgent: 5 CNY}'))).toEqual([
      '5:53 the attribute "isUrgent" is neither true nor false; found isUrgent',
    ]);
  });
});

describe('a value that depends on something has every level', () => {
  const classes = 'attributes: {class: {high: 30 %, middle: 50 %, low: 20 %}}\n';

  test('otherwise stands for the levels that are not named', () => {
    const { base } = right(story(`${classes}chances: {isUrgent: {by: class, high: 50 %, otherwise: 1 %}}`));
    expect(base.chances['isUrgent']?.share).toEqual({
      by: 'class',
      levels: { high: { is: 0.5 }, middle: { is: 0.01 }, low: { is: 0.01 } },
    });
  });

  test('choices stand in choices; conditions and measures have the levels true and false', () => {
    const { base } = right(
      story(
        `${classes}conditions: {isHigh: {class: high}}\nchances: {isUrgent: {by: isHigh, true: {by: class, otherwise: 5 %}, false: 0 %}}`,
      ),
    );
    expect(base.chances['isUrgent']?.share).toEqual({
      by: 'isHigh',
      levels: {
        false: { is: 0 },
        true: { by: 'class', levels: { high: { is: 0.05 }, middle: { is: 0.05 }, low: { is: 0.05 } } },
      },
    });
    expect(
      right(
        story('measures: {isUrgent: 50 %}').replace(
          'takes: 10 min',
          'takes: {by: isUrgent, true: 5 min, otherwise: 10 min}',
        ),
      ).base.activities['review']?.takes,
    ).toEqual({
      kind: 'law',
      law: {
        by: 'isUrgent',
        levels: { false: { is: { kind: 'constant', value: 10 } }, true: { is: { kind: 'constant', value: 5 } } },
      },
    });
  });

  test('an unknown level, a missing one, an unknown or unsuitable attribute', () => {
    const by = (choice: string): readonly string[] => lines(story(`${classes}chances: {isUrgent: {${choice}}}`));
    expect(by('by: class, hihg: 50 %, otherwise: 1 %')).toEqual([
      '15:33 "class" has no level "hihg"; found hihg; nearest high',
    ]);
    expect(by('by: class, high: 50 %')).toEqual(['15:21 there is no value for the levels middle, low of "class"']);
    expect(by('by: clas, otherwise: 1 %')).toEqual([
      '15:26 the attribute, condition or measure "clas" is not defined; found clas; nearest class',
    ]);
    expect(lines(story('attributes: {value: 5 CNY}\nchances: {isUrgent: {by: value, otherwise: 5 %}}'))).toEqual([
      '15:26 the attribute "value" is an amount and has no levels; found value',
    ]);
  });

  test('nothing depends on itself', () => {
    expect(
      lines(
        story('attributes: {isUrgent: {by: isLate, true: 5 %, false: 1 %}, isLate: {by: isUrgent, otherwise: 2 %}}'),
      ),
    ).toEqual(['14:14 "isUrgent" depends on itself; found isUrgent -> isLate -> isUrgent']);
  });
});

test('conditions know the attributes they test', () => {
  const about = (test_: string): readonly string[] =>
    lines(
      story(
        `attributes: {goods: {live: 10 %, dead: 90 %}, value: 5 CNY, isTaxed: 20 %}\nconditions: {isUrgent: ${test_}}`,
      ),
    );
  expect(
    about('{any: [{goods: [live, dead]}, {not: {isTaxed: true}}, {value: {atLeast: 1 CNY, below: 9 CNY}}]}'),
  ).toEqual([]);
  expect(about('{good: live}')).toEqual(['15:25 the attribute "good" is not defined; found good; nearest goods']);
  expect(about('{goods: [live, deaf]}')).toEqual(['15:39 "goods" has no level "deaf"; found deaf; nearest dead']);
  expect(about('{value: {atLeast: 1 EUR}}')).toEqual(['15:42 "value" is measured in CNY; found 1 EUR; nearest 1 CNY']);
  expect(about('{value: {atLeast: 1}}')).toEqual(['15:42 "value" is measured in CNY; found 1; nearest 1 CNY']);
  expect(about('{value: true}')).toEqual(['15:32 the attribute "value" is neither true nor false; found true']);
  expect(about('{isTaxed: yes}')).toEqual(['15:34 the attribute "isTaxed" has no levels; found yes']);
});

test('an attribute has at most 256 levels', () => {
  const levels = (count: number): string =>
    story(
      `attributes: {kind: {${Array.from({ length: count }, (_, level) => `l${level}: ${level === 0 ? 100 : 0} %`).join(', ')}}}\nconditions: {isUrgent: {kind: l0}}`,
    );
  expect(lines(levels(256))).toEqual([]);
  expect(lines(levels(257))).toEqual([expect.stringMatching(/^14:\d+ "kind" has 257 levels; found l256/)]);
});

test('parts are parts of something whole', () => {
  expect(
    right(story('chances: {isUrgent: 0 %}').replace('pause: 1 h', 'pause: 12 % of review')).base.delays['pause'],
  ).toEqual({ kind: 'part', of: 'review', share: { is: 0.12 } });
  expect(lines(story('chances: {isUrgent: 0 %}').replace('pause: 1 h', 'pause: 12 % of reviw'))).toEqual([
    '11:17 the delay or activity "reviw" is not defined; found reviw; nearest review',
  ]);
  expect(lines(story('chances: {isUrgent: 0 %}').replace('pause: 1 h', 'pause: 12 % of pause'))).toEqual([
    '11:17 "pause" is itself a part; found 12 % of pause',
  ]);
  const amounts = 'chances: {isUrgent: 0 %}\nattributes: {value: 5 CNY, duty: 18 % of value, isTaxed: 5 %}';
  expect(right(story(amounts)).base.attributes['duty']).toEqual({
    kind: 'part',
    of: 'value',
    share: { is: 0.18 },
    unit: 'CNY',
  });
  expect(lines(story(amounts.replace('of value', 'of isTaxed')))).toEqual([
    '15:34 the attribute "isTaxed" is no amount; found 18 % of isTaxed',
  ]);
});

test('the whole must fit: units, queues, milestones, fees, laws, holidays, vessels, indicators', () => {
  const chance = 'chances: {isUrgent: 0 %}\n';
  const with_ = (from: string, to: string): readonly string[] => lines(story(chance).replace(from, to));
  expect(with_('needs: officers', 'needs: {officers: 3}')).toEqual([
    '9:41 "officers" has 2 units, fewer than needed; found 3',
  ]);
  expect(with_('takes: 10 min', 'takes: 10 min, holds: true')).toEqual([
    '9:47 an activity that holds lasts until its state is left; found 10 min',
  ]);
  expect(
    lines(
      story(chance)
        .replace('takes: 10 min', 'takes: 10 min, priority: 1')
        .replace('officers: 2', 'officers: {count: 2, queue: fifo}'),
    ),
  ).toEqual([
    '10:41 the activity "review" has a priority, so its resources have priority queues; found fifo; nearest priority',
  ]);
  expect(lines(story(`${chance}terms: {t: {from: acepted, to: released, within: 3 d}}`))).toEqual([
    '15:19 the flow has no milestone "acepted"; found acepted; nearest accepted',
  ]);
  expect(lines(story(`${chance}terms: {t: {from: accepted, to: released, within: 3 d, charge: servce}}`))).toEqual([
    '15:64 the fee "servce" is not defined; found servce; nearest service',
  ]);
  expect(lines(story(`${chance}terms: {t: {from: accepted, to: released, within: 3 d, roll: firstFeeDay}}`))).toEqual([
    '15:62 only calendar days, working days and months can roll; found firstFeeDay',
  ]);
  expect(with_('service: 50 CNY', 'service: statutory')).toEqual([
    '12:17 cn-2021-07-13 has no statutory fee "service"; found statutory',
  ]);
  expect(lines(story(`${chance}law: cn-2021-07-31`))).toEqual([
    '15:6 there is no law profile "cn-2021-07-31"; found cn-2021-07-31; nearest cn-2021-07-13',
  ]);
  expect(
    lines(
      story(`${chance}calendars: {office: {week: daily 08:00-20:00, holidays: chian}}`).replace(
        'officers: 2',
        'officers: {count: 2, calendar: office}',
      ),
    ),
  ).toEqual(['15:57 there is no list of holidays "chian"; found chian; nearest china']);
  expect(with_('horizon: 1 d', 'horizon: 1 d, replications: {of: releaseTime}')).toEqual([
    '13:40 this flow has no indicator "releaseTime"; found releaseTime',
  ]);
  expect(
    lines(
      example('two-lanes').replace(
        'vessels: {every: exponential(6 h), carry: 10, voyage: 96 h}',
        'consignments: {every: 1 h}',
      ),
    ),
  ).toEqual(['25:3 the flow waits for ARRIVED, but no vessels arrive; found consignments: {every: 1 h}']);
  expect(lines(example('two-lanes').replace('{ARRIVED: unloading}', '{ARIVED: unloading}'))).toEqual([
    '8:22 nothing says "ARIVED" to a flow; found ARIVED; nearest ARRIVED',
  ]);
});

test('an indicator may be added; anchors are milestones, the first of several or the last', () => {
  const { base } = right(
    story('chances: {isUrgent: 0 %}\nindicators: {rest: {from: accepted, to: {last: [released, ended]}}}'),
  );
  expect(base.indicators).toEqual({ rest: { from: { first: ['accepted'] }, to: { last: ['released', 'ended'] } } });
});

test('an attribute may stand for the breakdown of the results alone, unless it looks like a slip', () => {
  expect(lines(story('chances: {isUrgent: 0 %}\nattributes: {region: {north: 50 %, south: 50 %}}'))).toEqual([]);
  expect(lines(example('sea-import-2017').replace('  goods: {ord', '  good: {ord'))).toEqual([
    '12:3 nothing uses the attribute "good"; found good; nearest goods',
  ]);
});

test('any number may carry its source', () => {
  const { base } = right(
    story(
      'chances: {isUrgent: {is: 10 %, source: assumption}}\nattributes: {class: {a: 100 %, source: measured}}',
    ).replace('pause: 1 h', 'pause: {is: 1 h, source: law}'),
  );
  expect(base.chances['isUrgent']?.share).toEqual({ is: 0.1 });
  expect(base.delays['pause']).toEqual({ kind: 'law', law: { is: { kind: 'constant', value: 60 } } });
  expect(base.attributes['class']).toMatchObject({ levels: ['a'] });
  expect(lines(story('chances: {isUrgent: {is: 10 h, source: assumption}}'))).toEqual([
    '14:26 "h" is no unit of a share; found 10 h; nearest %',
  ]);
});

describe('a machine in a file of its own', () => {
  const machine =
    'initial: review\nstates:\n  review: {invoke: {src: review, onDone: done}}\n  done: {type: final, tags: [released]}\n';
  const scenario =
    'name: own\nflow: ./flows/my-flow.yaml\narrivals: {consignments: {every: 1 h}}\nactivities: {review: {takes: 10 min}}\nrun: {horizon: 1 d}\n';

  test('is read as if it stood in place', () => {
    const { base } = right(scenario, { './flows/my-flow.yaml': machine });
    expect([base.flow.name, base.flowNames.activities]).toEqual(['my-flow', ['review']]);
    expect(base.places.get('flow.states.done')).toEqual({ file: './flows/my-flow.yaml', line: 4, column: 3 });
  });

  test('has mistakes of its own, in its own places', () => {
    expect(lines(scenario)).toEqual([
      '2:7 ./flows/my-flow.yaml cannot be read: there is no such file; found ./flows/my-flow.yaml',
    ]);
    expect(lines(scenario.replace('./flows', '../flows'))).toEqual([
      '2:7 this file lies outside the folder of the scenario; found ../flows/my-flow.yaml',
    ]);
    expect(lines(scenario, { './flows/my-flow.yaml': machine.replace('onDone', 'onDon') })).toEqual([
      './flows/my-flow.yaml:3:34 not a word of the dialect; found onDon; nearest onDone',
    ]);
    expect(lines(scenario, { './flows/my-flow.yaml': machine.replace('src: review', 'src: reveiw') })).toEqual([
      './flows/my-flow.yaml:3:26 the activity "reveiw" is not defined; found reveiw; nearest review',
    ]);
  });
});

describe('defaults', () => {
  const sea = (text: string): string => `name: small\nflow: sea-import\n${text}`;

  test('a scenario of a built-in flow may say nothing but its name', () => {
    const { base } = right(sea(''));
    expect(base.defaultsTaken).toContain('run.horizon');
    expect(base.defaultsTaken).toContain('activities.inspection');
    expect([base.name, base.shows, base.source]).toEqual(['small', '', '']);
  });

  test('an activity is filled key by key, other entries are replaced whole', () => {
    const { base } = right(sea('activities: {inspection: {takes: 2 h}}\nresources: {inspectors: 4}\n'));
    expect(base.activities['inspection']).toMatchObject({
      needs: { inspectors: 1 },
      takes: { kind: 'law', law: { is: { kind: 'constant', value: 120 } } },
    });
    expect(base.defaultsTaken).toContain('activities.inspection.needs');
    expect(base.resources['inspectors']).toEqual({ count: 4, calendar: undefined, queue: 'priority' });
    // The calendar of the default inspectors is nobody's now.
    expect(base.calendars).toEqual({});
    expect(base.defaultsTaken).not.toContain('calendars.office');
  });

  test('what excludes a default drops it', () => {
    const { base } = right(sea('run: {stopAfter: 100 consignments}\narrivals: {vessels: {carry: 5}}'));
    expect(base.run).toMatchObject({ horizon: undefined, stopAfter: 100, warmUp: 0, seed: 'sea-import' });
    expect(base.arrivals).toMatchObject({
      kind: 'vessels',
      every: { kind: 'exponential', mean: 360 },
      carry: { kind: 'constant', value: 5 },
    });
  });

  test('a mistake that only the file and the defaults make together is placed in the file that has it', () => {
    expect(told(parse(sea('attributes: {credit: 5 CNY}'))).map((line) => line.replace(/:\d+:\d+ .*/u, ''))).toContain(
      'defaults of sea-import',
    );
  });
});

describe('variants', () => {
  const varied = (variants: string): string =>
    `${example('sea-import-2017').split('variants:')[0] ?? ''}variants:\n${variants}`;

  test('change what the base or its defaults say, and are read by the same rules', () => {
    const { variants } = right(
      varied(
        '  - {name: a, shows: more officers, set: {resources.inspectors.count: 12, activities.inspection.priority: 3, delays.correction: {is: 2 h, source: assumption}}}',
      ),
    );
    const [variant] = variants;
    expect(variant?.shows).toBe('more officers');
    expect(variant?.changes.map(({ path, before, after }) => [path, before, after])).toEqual([
      ['resources.inspectors.count', '10', '12'],
      ['activities.inspection.priority', '{by: greenChannel, true: 1, false: 0}', '3'],
      ['delays.correction', 'lognormal(mean 6 h cv 1)', '2 h'],
    ]);
    expect(variant?.scenario.resources['inspectors']?.count).toBe(12);
    expect(variant?.scenario.delays['correction']).toEqual({
      kind: 'law',
      law: { is: { kind: 'constant', value: 120 } },
    });
    expect(variant?.scenario.defaultsTaken).not.toContain('delays.correction');
  });

  test('mistakes point into the entry of the variant', () => {
    expect(lines(varied('  - {name: a, set: {measures.advanceDeclaratoin: 100 %}}'))).toEqual([
      '37:21 the base says nothing at "measures.advanceDeclaratoin"; found measures.advanceDeclaratoin; nearest measures.advanceDeclaration',
    ]);
    expect(
      lines(varied('  - {name: a, set: {measures.advanceDeclaration: 1000 %, resources.inspectors.count: 0}}')),
    ).toEqual(['37:50 a share is at most 100 %; found 1000 %', '37:86 there must be at least one unit; found 0']);
    expect(lines(varied('  - {name: a, set: {run.warmUp: 13 weeks}}'))).toEqual([
      '37:33 nothing is left to count: the run ends before its warm-up does; found 13 weeks',
    ]);
    expect(
      lines(varied('  - {name: a, set: {activities.inspection.__proto__: {polluted: 1}}}')).map(
        (line) => line.split(';')[0],
      ),
    ).toEqual(['37:21 the base says nothing at "activities.inspection.__proto__"']);
    expect(lines(varied('  - {name: a, set: {flow: two-step}}'))).toEqual([
      '37:21 a variant cannot change "flow"; found flow',
    ]);
    expect(
      lines(
        varied('  - {name: a, set: {attributes.goods: {ordinary: 100 %}}}\n  - {name: a, set: {law: cn-2021-07-14}}'),
      ),
    ).toEqual([
      '38:12 another variant has this name; found a',
      '38:26 there is no law profile "cn-2021-07-14"; found cn-2021-07-14; nearest cn-2021-07-13',
    ]);
  });

  test('what only a variant uses is used', () => {
    const text = story(
      'chances: {isUrgent: 0 %}\ncalendars: {day: {week: daily 08:00-20:00}}\nvariants: [{name: by day, set: {resources.officers.calendar: day}}]',
    ).replace('officers: 2', 'officers: {count: 2}');
    expect(lines(text)).toEqual([]);
    expect(lines(text.replace('officers.calendar: day', 'officers.count: 3'))).toEqual([
      '15:13 nothing uses the calendar "day"; found day',
    ]);
  });
});

test('a scenario and its variants may have a name in each language; the English one is what they are called by', () => {
  const text = story(
    'variants: [{name: {en: more, zh: 更多}, set: {resources.officers: 3}}, {name: most, set: {resources.officers: 4}}]\nchances: {isUrgent: 50 %}',
  );
  const { base, variants } = right(text.replace('name: story', 'name: {en: story, zh: 故事}'));
  expect([base.name, base.nameZh, base.flow.name]).toEqual(['story', '故事', 'story']);
  expect(variants.map(({ name, scenario }) => [name, scenario.name, scenario.nameZh])).toEqual([
    ['more', 'more', '更多'],
    ['most', 'most', 'most'],
  ]);
  expect(lines(text.replace('name: story', "name: {en: story, zh: ' '}"))).toEqual([
    expect.stringContaining('this is no name'),
  ]);
  expect(lines(text.replace('name: story', 'name: {en: story}'))).toEqual([expect.stringContaining('zh is missing')]);
});
