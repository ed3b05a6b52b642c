import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { studyEquivalence, type Study } from '../compile/equivalence-study.ts';

const seed = 20_270_101;

test('ten thousand random machines do in the table what they do in XState; kept in docs/studies', () => {
  const study = studyEquivalence({ seed, compiledMin: 10_000, histories: 4, steps: 25 });
  expect(study.differences).toEqual([]);
  writeFileSync(new URL('../../docs/studies/compile-equivalence.md', import.meta.url), page(study));
});

function page(study: Study): string {
  const count = (value: number): string => value.toLocaleString('en');
  const refused = Object.entries(study.refused).toSorted(([, a], [, b]) => b - a);
  const all = refused.reduce((sum, [, number]) => sum + number, 0);
  return `# The compiled table and XState, compared on random machines

Written by \`npm run study compile-equivalence\`; seed ${seed}. How it is done: tests/compile/random-machine.ts, tests/compile/compare.ts.

| | |
|---|---|
| machines drawn | ${count(study.machines)} |
| compiled | ${count(study.compiled)} |
| of these with lanes | ${count(study.withParallel)} |
| of these with history states | ${count(study.withHistory)} |
| configurations, mean and most | ${(study.configurations.total / study.compiled).toFixed(1)}, ${study.configurations.most} |
| words of code, mean | ${(study.words / study.compiled).toFixed(0)} |
| steps compared | ${count(study.steps)} |
| **differences** | **${study.differences.length}** |
| steps in which fees and milestones of several lanes came in another order | ${study.reorderedSteps} |

Refused, and so not compared: ${count(all)}.

| reason | machines |
|---|---|
${refused.map(([code, number]) => `| \`${code}\` | ${count(number)} |`).join('\n')}

The machines have up to three levels, compound and parallel states, shallow and deep history, final states, \`onDone\`, guards (named, \`stateIn\`, \`and\`, \`or\`, \`not\`), \`always\`, wildcards,
\`reenter\`, transitions without target, \`after\`, \`invoke\`, entry and exit actions, assigns of constants and copies on four attributes, fees, milestones, tags and raised events.
The other side is a live XState actor with its own memory. Compared after each step: state value, attributes, the exact order of fees, milestones, timers armed and disarmed, activities begun and ended, and whether it is over. One event in ten comes out of place.
Guards asked by an \`always\` of a state that can wait keep their answer for a whole history (a chance drawn at each visit is refused there); all others answer anew at each step.
The study leaves out two of a flow's rules, which protect the user rather than the compiler: that only one lane hears an event, and that every configuration can end.
`;
}
