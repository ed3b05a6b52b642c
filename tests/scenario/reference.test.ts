import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse, told } from './told.ts';

const page = readFileSync('docs/reference/scenario.md', 'utf8');
const blocks = [...page.matchAll(/```yaml\n(.*?)```/gsu)].map(([, block = '']) => block);

test('the reference has examples', () => {
  expect(blocks.length).toBeGreaterThanOrEqual(12);
});

test.each(blocks.map((block) => [block.split('\n').slice(0, 2).join(' / '), block]))(
  'the reference’s example is right: %s',
  (_, block) => {
    const whole = block.startsWith('name:') ? block : `name: example\nflow: sea-import\n${block}`;
    expect(told(parse(whole))).toEqual([]);
  },
);
