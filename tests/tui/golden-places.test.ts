import { expect, test } from 'vitest';
import { reached } from '../report/fixture.ts';
import { visitOf, type Step } from './picture.ts';

/** By place: how one comes there, and what is there in Chinese. */
const places: Readonly<Record<string, { readonly way: readonly Step[]; readonly zh: string }>> = {
  // Base and advance declaration, the reading line two cells on.
  spread: { way: [{ press: ' jj 2ll', sees: '2 of 6 scenarios are marked' }], zh: '已标记 2/6' },
  gainers: { way: [{ press: 'jjj3j', sees: '▸  advanced' }], zh: '▸  高级' },
  slowest: {
    way: [
      { press: 'jj6', sees: 'waited longest for' },
      { press: 'j', sees: '▸   376' },
    ],
    zh: '等待最久',
  },
  timeline: {
    way: [
      { press: 'jj6', sees: 'waited longest for' },
      { press: 'j\r', sees: 'waited for' },
      { press: 'j', sees: '▸  inspection bays' },
    ],
    zh: '等待事项',
  },
};

test.each(Object.entries(places))('golden screens: %s', async (place, { way, zh }) => {
  const { step, resize, picture, leave } = await visitOf({ ascii: false, progress: reached });
  for (const each of way) await step(each);
  await expect(await picture()).toMatchFileSnapshot(`golden/${place}-80x24-en.txt`);
  await resize(160, 50);
  await expect(await picture()).toMatchFileSnapshot(`golden/${place}-160x50-en.txt`);
  await step({ press: 'L', sees: zh });
  await expect(await picture()).toMatchFileSnapshot(`golden/${place}-160x50-zh.txt`);
  await resize(80, 24);
  await expect(await picture()).toMatchFileSnapshot(`golden/${place}-80x24-zh.txt`);
  await leave();
});

test('a visit in ASCII: curves, changes, those who lose, one of them beside the base', async () => {
  const { step, picture, leave } = await visitOf({ ascii: true, progress: reached });
  await step({ press: 'jj2', sees: 'within x h' });
  await expect(await picture()).toMatchFileSnapshot('golden/spread-80x24-ascii.txt');
  await step({ press: '3', sees: '>  all' });
  await expect(await picture()).toMatchFileSnapshot('golden/gainers-80x24-ascii.txt');
  await step({ press: '\r', sees: 'waited longest for' });
  await expect(await picture()).toMatchFileSnapshot('golden/slowest-80x24-losing.txt');
  await step({ press: '\r', sees: 'waited for' });
  await step({ press: 'c', sees: 'the same one in A' });
  await expect(await picture()).toMatchFileSnapshot('golden/timeline-80x24-base.txt');
  await leave();
});
