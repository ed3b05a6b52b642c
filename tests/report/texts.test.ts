import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FlowOutline } from '../../src/flows/index.ts';
import {
  cellsOf,
  compareText,
  flowsText,
  flowText,
  runText,
  sentence,
  toJson,
  validateText,
  wordsOf,
} from '../../src/report/index.ts';
import { csvText } from '../../src/report/csv.ts';
import { mistakeText } from '../../src/report/mistake-text.ts';
import { comparison, sharpened } from './fixture.ts';

const words = wordsOf('en');
const table = { words, format: 'table', width: 100 } as const;

test('compare prints who gains and who loses', async () => {
  await expect(compareText(sharpened, table)).toMatchFileSnapshot('golden/compare.txt');
  await expect(
    compareText(sharpened, { ...table, format: 'md', madeBy: 'clearsim 0.1.0: `clearsim compare port.yaml`' }),
  ).toMatchFileSnapshot('golden/compare.md');
});

test('a decided difference is never printed as nothing', () => {
  const tiny = {
    ...sharpened,
    differences: sharpened.differences.map((each) =>
      each.scenario === 'green channel' && each.indicator === 'releaseTime'
        ? { ...each, difference: 0.012, interval: [0.008, 0.016] as const, verdict: 'longer' as const }
        : each,
    ),
  };
  expect(compareText(tiny, table)).toMatch(/green channel .*\+0\.012 {2}\[0\.008, 0\.016\] +longer/);
  expect(compareText(tiny, table)).toContain('D against A: 0.72 min longer [0.48, 0.96].');
});

test('run prints indicators, stations, fees and what one must know', async () => {
  const [, twoStep] = sharpened.scenarios;
  if (twoStep === undefined) throw new Error('the fixture has two scenarios');
  await expect(runText(twoStep, table)).toMatchFileSnapshot('golden/run.txt');
  expect(runText(twoStep, { ...table, verbose: true })).toContain(
    "From the flow's defaults: activities.greenChannelReview, delays.payment.",
  );
});

test('plain output is ASCII and within its width, whatever the width', () => {
  for (const width of [60, 80, 100, 140]) {
    const lines = compareText(comparison, { ...table, width }).split('\n');
    for (const line of lines) expect(cellsOf(line), line).toBeLessThanOrEqual(width);
    expect(lines.join('\n')).toMatch(/^[ -~\n]*$/);
  }
});

test('narrow windows lose columns, never digits', () => {
  const narrow = compareText(comparison, { ...table, width: 60 });
  expect(narrow).toContain('-67.7');
  expect(narrow).not.toContain('better  worse');
});

test('csv: a line for each scenario and indicator, numbers in full', () => {
  const lines = compareText(sharpened, { ...table, format: 'csv' })
    .trimEnd()
    .split('\n');
  expect(lines.length).toBe(1 + 6 * 3);
  expect(new Set(lines.map((line) => line.split(',').length)).size).toBe(1);
  expect(lines[7]).toMatch(
    /^advance 100 %,releaseTime,arrived,pickupPermitted\|released,h,107400,28\.2,.*,-67\.7,.*,shorter,1,0,0,0,3\.1$/,
  );
});

test('csv cells are no formulas', () => {
  expect(csvText([['=1+1', '+x', '-5', '+5.25', '-a', '@b', 'a,"b"', -5, Number.NaN, null, '\t=1']])).toBe(
    `'=1+1,'+x,-5,+5.25,'-a,'@b,"a,""b""",-5,,,'\t=1\n`,
  );
});

test('json has no NaN and ends with a newline', () => {
  expect(toJson({ a: Number.NaN, b: [Infinity, 0.1] })).toBe('{\n  "a": null,\n  "b": [\n    null,\n    0.1\n  ]\n}\n');
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(toJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('a mistake shows its place, what was found, what was expected', () => {
  const place = { file: 'port.yaml', line: 2, column: 23 };
  const mistake = {
    code: 'wrong-unit',
    path: ['measures', 'twoStepDeclaration'],
    message: { en: 'not a share', zh: '不是比例' },
    found: '160 %',
    expected: { en: 'a share from 0 % to 100 %', zh: '0 % 至 100 % 的比例' },
    place,
  };
  expect(mistakeText(mistake, ['measures:', '  twoStepDeclaration: 160 %'], words).split('\n')).toEqual([
    'port.yaml:2:23   measures.twoStepDeclaration',
    '      2 |   twoStepDeclaration: 160 %',
    '        |                       ^^^^^',
    '     not a share: found 160 %, expected a share from 0 % to 100 %',
  ]);
  expect(sentence(mistake, wordsOf('zh'))).toBe('不是比例：现为 160 %，应为 0 % 至 100 % 的比例');
});

test('the mark stands under its word behind Chinese characters too', () => {
  const mistake = {
    code: 'unknown-key',
    path: [],
    message: { en: 'unknown resource', zh: '没有此资源' },
    nearest: 'inspectors',
    place: { file: '港口.yaml', line: 1, column: 6 },
  };
  expect(mistakeText(mistake, ['查验: {inspectrs: 3}'], words).split('\n')).toEqual([
    '港口.yaml:1:6',
    '      1 | 查验: {inspectrs: 3}',
    '        |        ^^^^^^^^^',
    '     unknown resource; nearest: inspectors',
  ]);
  expect(sentence(mistake, wordsOf('zh'))).toBe('没有此资源；最接近：inspectors');
});

test('validate says of each file that it is right, or every mistake', () => {
  const linesOf = (): readonly string[] => [];
  const mistakes = [{ code: 'x', path: ['a'], message: { en: 'no number', zh: '不是数字' } }];
  expect(
    validateText(
      [
        { file: 'a.yaml', mistakes: [], linesOf },
        { file: 'b.yaml', mistakes, linesOf },
      ],
      words,
    ),
  ).toBe('a.yaml is right.\n\nb.yaml cannot be used: 1 mistake.\n\na\n     no number\n');
});

const leaf = { law: '', stage: '', milestones: [], isInitial: false, isFinal: false, transitions: [], states: [] };
const outline: FlowOutline = {
  name: 'small',
  label: { en: 'small procedure', zh: '小流程' },
  explanation: { en: 'Shows a flow.', zh: '展示流程。' },
  lanes: [
    {
      name: 'goods',
      states: [
        {
          ...leaf,
          name: 'atSea',
          path: 'goods.atSea',
          label: { en: 'at sea', zh: '海上' },
          isInitial: true,
          transitions: [
            { waitsFor: { kind: 'event', name: 'ARRIVED' }, guard: '', target: 'goods.atBay', actions: [] },
          ],
        },
        {
          ...leaf,
          name: 'atBay',
          path: 'goods.atBay',
          label: { en: 'at the bay', zh: '查验位' },
          law: 'Law 28',
          transitions: [
            {
              waitsFor: { kind: 'activity', name: 'inspection' },
              guard: 'isSatisfied',
              target: 'goods.left',
              actions: ['reach inspectionEnded'],
            },
          ],
        },
        {
          ...leaf,
          name: 'left',
          path: 'goods.left',
          label: { en: 'left', zh: '离开' },
          isFinal: true,
          milestones: ['removed'],
        },
      ],
    },
  ],
};

test('a flow is told state by state', () => {
  expect(flowText(outline, table).split('\n')).toEqual([
    'small: small procedure',
    '',
    'Shows a flow.',
    '',
    'goods',
    '  at sea',
    '    -> at the bay: on ARRIVED',
    '  at the bay  (Law 28)',
    '    -> left: when done: inspection, if isSatisfied, reach inspectionEnded',
    '  left  (end; reaches removed)',
    '',
  ]);
  expect(flowText(outline, { ...table, format: 'csv' }).split('\n')[2]).toBe(
    'goods,goods.atBay,at the bay,Law 28,,activity,inspection,isSatisfied,goods.left,reach inspectionEnded',
  );
  expect(flowText(outline, { words: wordsOf('zh'), format: 'md' })).toContain('- 海上\n  - 到 查验位: 收到 ARRIVED');
  expect(flowsText([{ ...outline, measures: {} }], table)).toBe(
    'flow   what it is\nsmall  small procedure\n\nsmall: Shows a flow.\n',
  );
});
