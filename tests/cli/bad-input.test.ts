import { describe, expect, test } from 'vitest';
import { tell, type World } from './fake-io.ts';

const good = `name: A queue
flow:
  initial: review
  states:
    review: {invoke: {src: service, onDone: done}}
    done: {type: final, tags: [released]}
arrivals:
  consignments: {every: exponential(10 min)}
attributes:
  class: {high: 30 %, low: 70 %}
measures: {}
activities:
  service: {needs: officers, takes: exponential(20 min)}
resources:
  officers: 3
run: {horizon: 50 h, warmUp: 10 h, seed: short, replications: 10}
`;

const change = (from: string, to: string): string => {
  if (!good.includes(from)) throw new Error(`the story has no ${from}`);
  return good.replace(from, to);
};

/** Each kind of bad input of which a user hears: what the file is, where the mistake lies, and what is said about it. */
const cases: readonly { what: string; text: string | Uint8Array | undefined; line: number; says: RegExp }[] = [
  { what: 'no such file', text: undefined, line: 1, says: /no such file/ },
  {
    what: 'not UTF-8',
    text: new Uint8Array([...new TextEncoder().encode('name: '), 0xc9, 0xcf, 0xba, 0xa3, 0x0a]),
    line: 1,
    says: /UTF-8/,
  },
  { what: 'tab indent', text: change('  officers: 3', '\tofficers: 3'), line: 15, says: /tab/i },
  { what: 'duplicate key', text: change('measures: {}', 'measures: {}\nmeasures: {}'), line: 12, says: /measures/ },
  { what: 'unknown key', text: change('resources:', 'resorces:'), line: 14, says: /nearest: resources/ },
  { what: 'wrong unit', text: change('exponential(10 min)', 'exponential(10 kg)'), line: 8, says: /kg/ },
  { what: 'number without unit', text: change('exponential(10 min)', 'exponential(10)'), line: 8, says: /unit|min/ },
  { what: 'share above 100 %', text: change('high: 30 %', 'high: 130 %'), line: 10, says: /130 %/ },
  { what: 'shares not summing to 100 %', text: change('low: 70 %', 'low: 60 %'), line: 10, says: /90 %|100 %/ },
  {
    what: 'unknown flow',
    text: good.replace(/flow:[^]*arrivals:/, 'flow: sea-imprt\narrivals:'),
    line: 2,
    says: /nearest: sea-import/,
  },
  {
    what: 'guard without definition',
    text: change('onDone: done}', 'onDone: {guard: isRich, target: done}}'),
    line: 5,
    says: /isRich/,
  },
  { what: 'activity without definition', text: change('  service: {', '  servise: {'), line: 5, says: /service/ },
  { what: 'misspelt key in a machine', text: change('onDone: done', 'onDon: done'), line: 5, says: /nearest: onDone/ },
  {
    what: 'endless always',
    text: change('    done: {type', '    a: {always: b}\n    b: {always: a}\n    done: {type').replace(
      'onDone: done',
      'onDone: a',
    ),
    line: 6,
    says: /always|end/,
  },
  { what: 'resource with 0 capacity', text: change('officers: 3', 'officers: 0'), line: 15, says: /0/ },
  { what: 'horizon before warm-up', text: change('warmUp: 10 h', 'warmUp: 60 h'), line: 16, says: /warm|horizon/i },
  {
    what: 'a comma inside braces',
    text: change('takes: exponential(20 min)', 'takes: lognormal(mean 20 min, cv 1)'),
    line: 13,
    says: /comma/i,
  },
  { what: 'alias bomb', text: bomb(), line: 1, says: /alias/i },
  { what: '100,000 nested brackets', text: `a: ${'['.repeat(100_000)}`, line: 1, says: /deep|nest/i },
  { what: 'a 9 MiB file', text: new Uint8Array(9 * 1024 * 1024).fill(0x20), line: 1, says: /1 MiB/ },
];

function bomb(): string {
  let text = 'a0: &a0 [x]\n';
  for (let level = 1; level < 10; level++)
    text += `a${level}: &a${level} [${Array(9)
      .fill(`*a${level - 1}`)
      .join(',')}]\n`;
  return text;
}

describe('bad input is answered by a sentence with its place, exit 2, within a second', () => {
  test('the file that all these are made from is right', async () => {
    expect((await tell(['validate', 'story.yaml'], { files: { 'story.yaml': good } })).code).toBe(0);
  });

  test.each(
    cases.flatMap((each) => [
      { ...each, command: 'validate' },
      { ...each, command: 'run' },
    ]),
  )('$command, $what', async ({ text, line, says, command }) => {
    const world: World = text === undefined ? {} : { files: { 'story.yaml': text } };
    const before = performance.now();
    const { code, out, talk } = await tell([command, 'story.yaml'], world);
    expect(performance.now() - before).toBeLessThan(1000);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(talk).toMatch(new RegExp(`^story\\.yaml:${line}:\\d+`, 'm'));
    expect(talk).toMatch(says);
    expect(talk).toMatch(/cannot be used: (?:1 mistake|\d+ mistakes)/);
    expect(talk).not.toMatch(/\n\s+at /);
    expect(talk.length).toBeLessThan(20_000);
  });
});
