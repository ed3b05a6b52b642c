import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openSources } from '../../src/experiment/index.ts';
import { builtInFlows, outlineOf, statesOfLanes } from '../../src/flows/index.ts';
import { citationText } from '../../src/report/citation-text.ts';
import { ruleBooks } from '../../src/rules/index.ts';
import { readRules } from '../../src/rules/read-rules.ts';

test.each([
  ['Customs Law art. 24', '海关法第二十四条'],
  ['Customs Law art. 24, 30 (assumption)', '海关法第二十四条、第三十条（假定）'],
  ['Customs Law art. 24 (14 days), 30 (three months)', '海关法第二十四条（14日）、第三十条（三个月）'],
  [
    'TFA art. 7.9 (perishable goods), 7.7 (authorised operators)',
    '世界贸易组织《贸易便利化协定》第7.9条（易腐货物）、第7.7条（经认证的经营者）',
  ],
  ['Order 138 of 2005; Notice 24 of 2020', '海关总署令第138号（2005年）；海关总署公告2020年第24号'],
  ['law (Customs Law art. 10; GACC Order 128 of 2005)', '法规（海关法第十条；海关总署令第128号（2005年））'],
  // What somebody else has written stays as it is.
  ['Customs Law art. 24 as we read it', 'Customs Law art. 24 as we read it'],
  ['海关法第二十四条', '海关法第二十四条'],
  ['', ''],
])('%s', (citation, zh) => {
  expect(citationText(citation, 'zh')).toBe(zh);
  expect(citationText(citation, 'en')).toBe(citation);
});

/** Every citation that ships, of rules, states, measures, deadlines and terms. */
function shipped(): readonly string[] {
  const files = globSync('scenarios/**/*.yaml').filter((file) => !file.startsWith('scenarios/rules'));
  const scenarios = files.map((file) => {
    const set = openSources([{ file, text: readFileSync(file, 'utf8'), files: {} }], {});
    if (!set.ok) throw new Error(file);
    return set.value.base;
  });
  const flows = [...Object.values(builtInFlows), ...scenarios.map(({ flow }) => flow)];
  const service = readRules({ file: 'service', text: readFileSync('scenarios/rules/service.yaml', 'utf8') });
  if (!service.ok) throw new Error('service');
  return [
    ...Object.values(ruleBooks).flatMap((rules) => rules.map(({ source }) => source)),
    ...service.value.rules.map(({ source }) => source),
    ...flows.flatMap((flow) => [
      ...statesOfLanes(outlineOf(flow).lanes).map(({ law }) => law),
      ...Object.values(flow.measures).map(({ law }) => law),
    ]),
    ...scenarios.flatMap(({ sources }) =>
      [...sources].flatMap(([path, source]) => (/^(?:deadlines|terms)\./u.test(path) ? [source] : [])),
    ),
  ];
}

test('every citation that ships is told in Chinese', () => {
  const left = shipped().filter((citation) =>
    /[A-Za-z]{2}/u.test(citationText(citation, 'zh').replaceAll(/Kiefer|Wolfowitz/gu, '')),
  );
  expect([...new Set(left)]).toEqual([]);
});
