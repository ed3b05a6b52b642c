import { expect, test } from 'vitest';
import {
  endings,
  indicatorLabels,
  lawProfiles,
  milestones,
  stages,
  standardIndicators,
  words,
  type Anchor,
} from '../../src/customs/index.ts';

const namesIn = (anchor: Anchor): readonly string[] => ('first' in anchor ? anchor.first : anchor.last);

test('stages, indicators and endings speak of known milestones only', () => {
  const named = [
    ...stages.flatMap(({ from, to }) => [...namesIn(from), ...namesIn(to)]),
    ...Object.values(standardIndicators).flatMap(({ from, to }) => [...namesIn(from), ...namesIn(to)]),
    ...endings,
  ];
  expect(named.filter((name) => !Object.hasOwn(milestones, name))).toEqual([]);
});

test('each stage begins where the one before it ends', () => {
  expect(stages.slice(1).map(({ from }) => from)).toEqual(stages.slice(0, -1).map(({ to }) => to));
});

test('every standard indicator has a label, and so has every credit level of the law', () => {
  expect(Object.keys(standardIndicators).filter((name) => !Object.hasOwn(indicatorLabels, name))).toEqual([]);
  expect(
    Object.values(lawProfiles)
      .flatMap(({ creditLevels }) => creditLevels)
      .filter((level) => !Object.hasOwn(words, level)),
  ).toEqual([]);
});
