import { afterEach, expect, test, vi } from 'vitest';
import { ruleBooks, type Rule } from '../../src/rules/index.ts';
import { tell } from './fake-io.ts';

/** Puts these rules in the place of those that ship for `sea-import`, for one test. */
function ship(rules: readonly Rule[]): void {
  vi.spyOn(ruleBooks, 'sea-import', 'get').mockReturnValue(rules);
}
afterEach(() => {
  vi.restoreAllMocks();
});

test('the shipped rules hold, in every form and language', async () => {
  const told = await tell(['check', 'sea-import', '--json']);
  expect(told.code).toBe(0);
  const proof = JSON.parse(told.out) as { isComplete: boolean; verdicts: { rule: { id: string }; verdict: string }[] };
  expect(proof.isComplete).toBe(true);
  // Terms that a fee enforces can be broken, and only warn; what hangs on many consignments a proof leaves to others.
  const left = proof.verdicts.filter(({ verdict }) => verdict !== 'holds');
  expect(left.map(({ rule, verdict }) => `${rule.id} ${verdict}`)).toEqual([
    'R05 broken',
    'R06 runs',
    'R16 broken',
    'R16a runs',
    'R19 runs',
    'R23 broken',
    'R39 runs',
  ]);
  expect(new Set(proof.verdicts.map(({ rule }) => rule.id)).size).toBe(proof.verdicts.length);
  const csv = await tell(['check', 'sea-import', '--lang', 'zh', '--format', 'csv']);
  expect(csv.out).toContain('R12,holds,,未获准的货物不得提离。,');
});

test('a rule that can be broken is told with the shortest history, and exit 1', async () => {
  ship([
    {
      id: 'X1',
      says: { en: 'Nothing is sent back.', zh: '不得退运。' },
      source: 'assumption',
      claim: { template: 'absence', a: 'returned', times: 1 },
    },
    {
      id: 'X2',
      says: { en: 'Goods that leave their lane are paid for.', zh: '货物离开流程须缴税。' },
      source: 'assumption',
      claim: { template: 'response', a: 'leave:goods', b: 'paid' },
    },
  ]);
  const told = await tell(['check', 'sea-import'], { environment: { COLUMNS: '150' } });
  expect(told.code).toBe(1);
  expect(told.out.split('\n').map((line) => line.trimEnd())).toEqual([
    'sea-import: rules, by proof',
    '',
    'rule  verdict          says                                       source',
    'X1    broken           Nothing is sent back.                      assumption',
    'X2    never triggered  Goods that leave their lane are paid for.  assumption',
    '',
    'X1: Nothing is sent back. (possible with these delays)',
    '',
    'Consignment: credit discredited. Measures: advanceDeclaration no, attendanceWaiver yes. Chances: selectedForReview no, selectedForInspection yes,',
    'irregularityFound yes, orderedBack yes.',
    '',
    '    when    what comes             what happens                           enters',
    ' 1  0       (begins)                                                      goods.atSea, declaration.undeclared.waiting, duty.unassessed',
    ' 2  0..     ARRIVED                arrived                                goods.unloading, declaration.undeclared.preparing',
    ' 3  0..     due:unloading          unloaded                               goods.inYard',
    ' 4  0..     due:preparation        lodged                                 declaration.lodged',
    ' 5  16 s..  due:electronicCheck    accepted, reviewed, inspectionOrdered  goods.atInspection.called, declaration.selected.ready',
    ' 6  16 s..  start:inspectionBay',
    ' 7  16 s..  granted:inspectionBay                                         goods.atInspection.moving',
    ' 8  16 s..  due:moveToBay          inspectionStarted                      goods.atInspection.atBay, declaration.selected.inspecting',
    ' 9  16 s..  start:inspection',
    '10  16 s..  end:inspection         inspectionEnded, irregular             goods.inYard, declaration.irregular',
    '11  16 s..  due:caseHandling       returned                               goods.withheld, declaration.returned, duty.lapsed',
    '',
    'The shortest histories that break a rule. "In some order": of what is pending, whatever delays last; "only": with these delays there is none.',
    'Resources are free at any time.',
    'Times are counted from the entry: from the earliest to the latest. All steps at their earliest are a history.',
    'A rule that is never triggered says nothing about this flow.',
    'Every state is entered and every transition taken; there is no dead end and no circle without a way out.',
    'Too late for released: declaration.destroyed, declaration.disposed, declaration.returned, duty.lapsed, goods.withheld.',
    'Rules name 5 of 53 states and 3 of 55 transitions (-v lists the others).',
    '31 more rules wait for what the flow does not model (-v lists them).',
    'Proof complete: 496 states, 1,100 steps. 2 rules, 1 broken.',
    '',
  ]);
});

test('a chance that is drawn at each visit is so in the proof: what is returned may be accepted after all', async () => {
  ship([
    {
      id: 'X3',
      says: { en: 'What is returned is never accepted.', zh: '退单不再接受。' },
      source: 'assumption',
      claim: { template: 'notResponse', a: 'rejected', b: 'accepted' },
    },
  ]);
  expect((await tell(['check', 'sea-import'])).code).toBe(1);
});

const mine = (text: string) => ({ files: { 'rules.yaml': text } });

test('rules of a file, for a flow and for a scenario', async () => {
  const rules = `rules:
  - {id: M1, says: What is taken home was paid for., precedence: {before: removed, need: paid}}
  - {id: M2, says: What is taxed and taken home was paid for., precedence: {before: removed, need: paid}, when: {taxable: true}, severity: warning}
  - {id: M3, says: Discredited traders lodge no summary., absence: {event: summaryLodged}, when: {credit: discredited}}
`;
  const flow = await tell(['check', 'sea-import', '--rules', 'rules.yaml', '--format', 'csv'], mine(rules));
  expect(flow.code).toBe(1);
  expect(flow.out.split('\n').slice(1, 4)).toEqual([
    'M1,broken,possible,What is taken home was paid for.,assumption,error',
    'M2,broken,possible,What is taxed and taken home was paid for.,assumption,warning',
    'M3,holds,,Discredited traders lodge no summary.,assumption,error',
  ]);
  // Where every duty is paid before release, what is taxed and taken home was paid for.
  const scenario = await tell(['check', 'port.yaml', '--rules', 'rules.yaml', '--format', 'csv'], {
    files: { 'rules.yaml': rules, 'port.yaml': 'name: port\nflow: sea-import\nrun: {horizon: 1 week}\n' },
  });
  expect(scenario.out.split('\n').slice(1, 4)).toEqual([
    'M1,broken,possible,What is taken home was paid for.,assumption,error',
    'M2,holds,,What is taxed and taken home was paid for.,assumption,warning',
    'M3,holds,,Discredited traders lodge no summary.,assumption,error',
  ]);
});

test('a rule that only warns fails nothing', async () => {
  const rules = 'rules:\n  - {id: M1, absence: {event: removed}, severity: warning}\n';
  const told = await tell(['check', 'sea-import', '--rules', 'rules.yaml'], mine(rules));
  expect(told.code).toBe(0);
  expect(told.out).toContain('M1    warning');
  expect(told.out).toContain('1 rule, 0 broken, 1 warning.');
});

test.each(['80', '100'])('names are whole on a terminal of %s columns', async (columns) => {
  const id = 'what-was-found-irregular-is-never-sent-back-to-where-it-came-from';
  const told = await tell(['check', 'sea-import', '--rules', 'rules.yaml'], {
    ...mine(`rules:\n  - {id: ${id}, says: ${'Nothing is sent back. '.repeat(4)}, absence: {event: returned}}\n`),
    environment: { COLUMNS: columns },
  });
  expect(told.out).not.toContain('~');
  expect(told.out).toContain(`${id}  broken   Nothing is sent back.`);
  for (const name of ['declaration.selected.inspecting', 'inspectionOrdered', 'granted:inspectionBay'])
    // The states that are entered are left out where they do not fit.
    expect(told.out.includes(name)).toBe(columns === '100' || !name.startsWith('declaration'));
});

test('names in rules that the flow does not have are told with their places', async () => {
  const rules = `rules:
  - {id: M1, precedence: {before: removed, need: payd}}
  - {id: M2, never: {in: goods.inYrd}}
  - {id: M3, absence: {event: returned}, when: {credit: discreditd}}
  - {id: M4, queue: {resource: inspector, atMost: 4, for: 95 %}}
`;
  const told = await tell(['check', 'sea-import', '--rules', 'rules.yaml'], mine(rules));
  expect(told).toMatchObject({ code: 2, out: '' });
  const lines = told.talk.split('\n').map((line) => line.trim());
  for (const line of [
    'rules.yaml:2:50   rules.0.precedence.need',
    'rules.yaml:3:26   rules.1.never.in',
    'sea-import has no state "goods.inYrd": found goods.inYrd, expected the dotted path of a state; nearest: goods.inYard',
    'rules.yaml:4:57   rules.2.when.credit',
    '"credit" has no level "discreditd": found discreditd, expected advancedCertified, generalCredit or discredited; nearest: discredited',
    'rules.yaml:5:32   rules.3.queue.resource',
  ])
    expect(lines).toContain(line);
});

test('another name gets the nearest', async () => {
  const told = await tell(['check', 'sea-imprt']);
  expect(told).toMatchObject({ code: 2, out: '' });
  expect(told.talk).toContain('Did you mean sea-import?');
});

test('what is broken in some order only is told apart from what is with the delays of the scenario', async () => {
  const port = (preparation: string): string =>
    `name: port\nflow: sea-import\nrun: {horizon: 1 week}\ndelays: {unloading: uniform(4 h 12 h), preparation: ${preparation}}\n`;
  const rules =
    'rules:\n  - {id: M1, says: Papers are lodged for goods in the yard., precedence: {before: lodged, need: unloaded}}\n';
  const told = async (preparation: string): Promise<readonly string[]> =>
    (
      await tell(['check', 'port.yaml', '--rules', 'rules.yaml'], {
        files: { 'rules.yaml': rules, 'port.yaml': port(preparation) },
        environment: { COLUMNS: '120' },
      })
    ).out
      .split('\n')
      .map((line) => line.trimEnd());
  expect((await told('uniform(20 h 9 d)')).slice(5, 13)).toEqual([
    'M1: Papers are lodged for goods in the yard. (possible in some order only)',
    '',
    'Consignment: credit discredited. Measures: advanceDeclaration no.',
    '',
    '   what comes       what happens  enters',
    '1  (begins)                       goods.atSea, declaration.undeclared.waiting, duty.unassessed',
    '2  ARRIVED          arrived       goods.unloading, declaration.undeclared.preparing',
    '3  due:preparation  lodged        declaration.lodged',
  ]);
  expect((await told('uniform(8 h 9 d)')).slice(5, 13)).toEqual([
    'M1: Papers are lodged for goods in the yard. (possible with these delays)',
    '',
    'Consignment: credit discredited. Measures: advanceDeclaration no.',
    '',
    '   when   what comes       what happens  enters',
    '1  0      (begins)                       goods.atSea, declaration.undeclared.waiting, duty.unassessed',
    '2  0..    ARRIVED          arrived       goods.unloading, declaration.undeclared.preparing',
    '3  8 h..  due:preparation  lodged        declaration.lodged',
  ]);
});

const tiny = `name: tiny
flow:
  initial: lodged
  states:
    lodged: {after: {review: [{guard: selected, target: refused}, {target: released}]}}
    lost: {after: {review: released}}
    released: {type: final, tags: [released]}
    refused: {type: final, tags: [returned]}
arrivals: {consignments: {every: 1 h}}
chances: {selected: 50 %}
delays: {review: 1 h}
run: {horizon: 1 week}
`;

test('a state that nobody enters is told, in Markdown and JSON too', async () => {
  const files = { 'tiny.yaml': tiny, 'rules.yaml': 'rules:\n  - {id: M1, canEnd: true}\n' };
  const told = await tell(['check', 'tiny.yaml', '--rules', 'rules.yaml', '--format', 'md', '--verbose'], { files });
  expect(told.code).toBe(0);
  expect(told.out).toContain(
    '- Never entered: lost.\n- Never taken: lost --review--> released.\n- Too late for released: refused.',
  );
  expect(told.out).toContain('Too late for returned: released.');
  expect(told.out).toContain('Rules name 0 of 4 states and 0 of 3 transitions.');
  expect(told.out).toContain('Named by no rule: lodged, lost, released, refused.');
  const { structure, coverage } = JSON.parse(
    (await tell(['check', 'tiny.yaml', '--rules', 'rules.yaml', '--json'], { files })).out,
  );
  expect(structure).toMatchObject({ neverEntered: ['lost'], deadEnds: [], livelocks: [] });
  expect(coverage).toEqual({
    byRules: {
      states: { of: 4, missing: ['lodged', 'lost', 'released', 'refused'] },
      transitions: {
        of: 3,
        missing: ['lodged --review--> refused', 'lodged --review--> released', 'lost --review--> released'],
      },
    },
  });
  const ofRuns: unknown = JSON.parse(
    (
      await tell(['check', 'tiny.yaml', '--by', 'run', '--replications', '1', '--rules', 'rules.yaml', '--json'], {
        files,
      })
    ).out,
  );
  expect(ofRuns).toMatchObject({
    coverage: {
      byRuns: {
        states: { of: 4, missing: ['lost'] },
        transitions: { of: 3, missing: ['lost --review--> released'] },
      },
    },
  });
});

test('small faults, and whether the rules notice them', async () => {
  const rules = (text: string) => ({ files: { 'tiny.yaml': tiny, 'rules.yaml': `rules:\n${text}` } });
  const mutate = ['check', 'tiny.yaml', '--rules', 'rules.yaml', '--mutate'];
  const told = await tell(mutate, rules('  - {id: M1, possible: released}\n  - {id: M2, canEnd: true}\n'));
  expect(told.code).toBe(0);
  expect(told.out).toContain(`faults that no rule notices
guard negated: lodged --review--> refused`);
  expect(told.out).toContain(`Rules that hold now and would notice some of them: for you to confirm

rule`);
  expect(told.out).toContain('{possible: returned, when: {selected: true}}');
  const csv = await tell([...mutate, '--format', 'csv'], rules('  - {id: M1, possible: released}\n'));
  expect(csv.out).toMatch(
    /^mutant,kind,fate,rules\nguard dropped: lodged --review--> refused,guardDropped,killed,M1\n/u,
  );
  const json: unknown = JSON.parse((await tell([...mutate, '--json'], rules('  - {id: M1, canEnd: true}\n'))).out);
  expect(json).toMatchObject({ flow: 'tiny', vacuous: [] });
});

test('no fault is made while a rule is broken; a log has no machine', async () => {
  const files = {
    'tiny.yaml': tiny,
    'rules.yaml': 'rules:\n  - {id: M1, absence: {event: released}}\n',
    'log.csv': '',
  };
  const told = await tell(['check', 'tiny.yaml', '--rules', 'rules.yaml', '--mutate'], { files });
  expect(told).toMatchObject({ code: 1, out: '' });
  expect(told.talk).toContain('error: M1 broken on the machine as it is');
  expect(await tell(['check', 'log.csv', '--mutate'], { files })).toMatchObject({ code: 2, out: '' });
});

test.each([
  ['log.csv --mutate', '--mutate goes with a flow or scenario, not with a log'],
  ['log.csv --by proof', '--by proof goes with a flow or scenario, not with a log'],
  ['log.csv --by chance', '--by chance goes with a flow or scenario, not with a log'],
  ['log.csv --seed x', '--seed goes with --by chance or --by run, not with a log'],
  ['sea-import --replay 3', '--replay goes with --by chance, not with --by proof'],
  ['sea-import --by run --replay 3', '--replay goes with --by chance, not with --by run'],
  ['sea-import --histories 3', '--histories goes with --by chance, not with --by proof'],
  ['sea-import --replications 3', '--replications goes with --by run, not with --by proof'],
  ['sea-import --by chance --workers 3', '--workers goes with --by run, not with --by chance'],
  ['sea-import --seed x', '--seed goes with --by chance or --by run, not with --by proof'],
  ['sea-import --mutate --seed x', '--seed goes with --by chance or --by run, not with --mutate'],
  ['sea-import --mutate --by run', '--mutate goes with --by proof, not with --by run'],
  ['sea-import --case box', '--case goes with a log, not with --by proof'],
  ['sea-import --by run --flow sea-import', '--flow goes with a log, not with --by run'],
  [
    'sea-import --by chance --replay 3 --histories 5',
    '--histories goes with new histories, not with --replay, which shows one again',
  ],
])('an option that the way of checking does not heed: %s', async (words, said) => {
  const files = { 'log.csv': 'case,event,time\n1,lodged,2021-07-13T08:00:00+08:00\n' };
  const told = await tell(['check', ...words.split(' ')], { files });
  expect(told).toMatchObject({ code: 2, out: '', talk: `error: ${said}\n` });
});

test('amounts in rules are of the fee and unit that they speak of', async () => {
  const rules = `rules:
  - {id: M1, amount: {fee: lateDeclaration, equals: statutory}}
  - {id: M2, possible: released, when: {value: {atLeast: 3 h}}}
`;
  const told = await tell(['check', 'sea-import', '--rules', 'rules.yaml'], mine(rules));
  expect(told).toMatchObject({ code: 2, out: '' });
  expect(told.talk).toContain('"value" is measured in CNY: found 3 h, expected CNY; nearest: 3 CNY');
  const port = `name: port
flow: sea-import
fees: {lateDeclaration: 50 CNY}
run: {horizon: 1 week}
`;
  const fixed = await tell(['check', 'port.yaml', '--by', 'run', '--rules', 'rules.yaml'], {
    files: { 'rules.yaml': rules.split('\n').slice(0, 2).join('\n'), 'port.yaml': port },
  });
  expect(fixed).toMatchObject({ code: 2, out: '' });
  expect(fixed.talk).toContain('no law sets "lateDeclaration"');
});

test('rules with different conditions are found by chance together, and again by the command that is told', async () => {
  const rules = `rules:
  - {id: M1, absence: {event: released}, when: {value: {atLeast: 100000 CNY}}}
  - {id: M2, absence: {event: released}, when: {value: {below: 3000 CNY}}}
`;
  const told = await tell(['check', 'sea-import', '--rules', 'rules.yaml', '--by', 'chance', '--json'], mine(rules));
  expect(told.code).toBe(1);
  const { findings, seed } = JSON.parse(told.out) as {
    seed: string;
    findings: { rule: { id: string }; counterexample: { path: string } }[];
  };
  for (const { rule, counterexample } of findings) {
    const again = await tell(
      [
        'check',
        'sea-import',
        '--rules',
        'rules.yaml',
        '--by',
        'chance',
        '--seed',
        seed,
        '--replay',
        counterexample.path,
      ],
      mine(rules),
    );
    expect(again.code).toBe(1);
    expect(again.out).toContain(`It breaks ${rule.id}.`);
  }
  const nowhere = await tell(
    ['check', 'sea-import', '--by', 'chance', '--seed', seed, '--replay', '0:99999999:0'],
    mine(rules),
  );
  expect(nowhere).toMatchObject({ code: 2, out: '' });
});

test('every word that `flow -v` lists may stand in a rule', async () => {
  const listed = await tell(['flow', 'sea-import', '-v'], {});
  for (const word of ['fees\n  lateDeclaration, latePayment', 'credit (advancedCertified, generalCredit, discredited)'])
    expect(listed.out).toContain(word);
  const { words } = JSON.parse((await tell(['flow', 'sea-import', '--json'])).out) as {
    words: { events: string[]; states: string[]; conditions: string[]; attributes: Record<string, string[]> };
  };
  const rules = [
    ...words.events.map((event) => `possible: '${event}'`),
    ...words.states.map((state) => `never: {in: ${state}}`),
    ...words.conditions.map((condition) => `possible: released, when: {${condition}: true}`),
    ...Object.entries(words.attributes).map(([name, [first = '']]) =>
      first === 'CNY' || first === 'false'
        ? `possible: released, when: {${name}: ${first === 'CNY' ? '{atLeast: 1 CNY}' : first}}`
        : `possible: released, when: {${name}: ${first}}`,
    ),
  ].map((claim, index) => `  - {id: r${index}, ${claim}}\n`);
  const files = { 'rules.yaml': `flow: sea-import\nrules:\n${rules.join('')}` };
  expect(await tell(['validate', 'rules.yaml'], { files })).toMatchObject({ code: 0 });
});

test('an attribute that tells too many kinds apart for a proof is told at its place', async () => {
  const levels = Array.from({ length: 40 }, (_, level) => `c${level}`);
  const port = `name: wide
flow: {initial: a, states: {a: {invoke: {src: service, onDone: b}}, b: {type: final, tags: [released]}}}
arrivals: {consignments: {every: 1 h}}
attributes: {country: {${levels.map((level) => `${level}: 2.5 %`).join(', ')}}}
activities: {service: {needs: officers, takes: {by: country, ${levels.map((level, at) => `${level}: ${at + 1} min`).join(', ')}}}}
resources: {officers: 3}
run: {horizon: 1 week, replications: 2}
`;
  const files = { 'wide.yaml': port, 'rules.yaml': 'rules:\n  - {id: A, possible: released}\n' };
  const told = await tell(['check', 'wide.yaml', '--rules', 'rules.yaml'], { files });
  expect(told).toMatchObject({ code: 2, out: '' });
  expect(told.talk).toContain('wide.yaml:4:14   attributes.country');
  expect(told.talk).toContain('found 40, expected at most 30; by run any number');
  expect(await tell(['check', 'wide.yaml', '--rules', 'rules.yaml', '--by', 'run'], { files })).toMatchObject({
    code: 0,
  });
});
