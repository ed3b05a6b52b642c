import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtInFlows } from '../../src/flows/index.ts';
import { present } from '../../src/base/index.ts';
import { freeModel, ruleBooks, type Rule } from '../../src/rules/index.ts';
import { Graph } from '../../src/rules/graph.ts';
import { prove } from '../../src/rules/prove.ts';
import type { Claim } from '../../src/rules/rule.ts';
import type { Model } from '../../src/simulation/index.ts';
import { plan } from '../compile/random-machine.ts';
import { claimOf, claimPlan } from '../rules/agreement.ts';
import { isForSpin, promelaOf } from '../rules/promela.ts';
import { randomModel } from '../rules/random-model.ts';

const lacks = ['spin', 'gcc'].filter((program) => spawnSync(program, ['--version']).error !== undefined);
if (lacks.length > 0)
  console.log(`skipped: proofs are not compared with SPIN, for there is no ${lacks.join(' and no ')} here`);

test.skipIf(lacks.length > 0)(
  'SPIN and the proof agree on rules of the book that have no time in them, and on their contraries',
  () => {
    for (const [name, book] of Object.entries(ruleBooks)) {
      // With each rule that something never comes, or comes only after something, the same said of what does come.
      // SPIN takes seconds for a rule that holds: one in five of the book is asked.
      const asked = book.filter(isForSpin).filter((_, index) => index % 5 === 0);
      const rules = [...asked, ...book.flatMap(turned).slice(0, 12)].filter(isForSpin);
      const model = freeModel(present(builtInFlows[name], 'a flow'));
      const differing = differences(model, rules);
      expect(differing).toEqual([]);
      expect(rules.length).toBeGreaterThan(20);
    }
  },
);

test.skipIf(lacks.length > 0)('SPIN and the proof agree on random machines and rules', () => {
  const drawn = fc.tuple(plan, fc.array(claimPlan, { minLength: 10, maxLength: 10 }));
  let machines = 0;
  let broken = 0;
  for (const [machine, claims] of fc.sample(drawn, { seed: 7, numRuns: 200 })) {
    const model = machines < 8 ? randomModel(machine) : undefined;
    if (model === undefined || model.table.configurations.length < 5) continue;
    machines++;
    const rules = claims.map((claim, index) => ruleOf(`R${index}`, claimOf(claim, model)));
    const differing = differences(model, rules);
    expect(differing).toEqual([]);
    broken += rules.filter((rule) => prove(rule, new Graph(model)).verdict === 'broken').length;
  }
  expect(machines).toBe(8);
  expect(broken).toBeGreaterThan(20);
});

/** Rules on which the two differ. */
function differences(model: Model, rules: readonly Rule[]): readonly unknown[] {
  const graph = new Graph(model);
  const folder = mkdtempSync(join(tmpdir(), 'clearsim-spin-'));
  try {
    const { process: text, tables } = promelaOf(model, rules);
    writeFileSync(join(folder, 'flow.pml'), text);
    writeFileSync(join(folder, 'tables.h'), tables);
    run(folder, 'spin', ['-a', 'flow.pml']);
    run(folder, 'gcc', ['-O0', '-w', '-DSAFETY', '-DNOREDUCE', '-DVECTORSZ=4096', '-o', 'pan', 'pan.c']);
    return rules.flatMap((rule, index) => {
      const out = run(folder, './pan', ['-E', '-m100000', '-w20'], { RULE: String(index) });
      const errors = /errors: (\d+)/u.exec(out)?.[1];
      if (errors === undefined || out.includes('max search depth too small')) throw new Error(out);
      const { verdict } = prove(rule, graph);
      // An error is the history that was asked for: one that breaks the rule, or shows what is possible.
      const found = 'possible' in rule.claim ? verdict === 'holds' : verdict === 'broken';
      return found === (errors !== '0') ? [] : [{ rule, verdict, errors }];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(
  folder: string,
  program: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): string {
  const { status, stdout, stderr } = spawnSync(program, words, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: Infinity,
    env: { ...process.env, ...environment },
  });
  if (status !== 0) throw new Error(`${program}: ${stdout}\n${stderr}`);
  return stdout;
}

/** Rules about the same events that say the opposite, or near it. */
function turned({ id, claim }: Rule): readonly Rule[] {
  if (!('template' in claim) || !('b' in claim) || 'c' in claim) return [];
  const { a, b } = claim;
  return [
    ruleOf(`${id} never`, { template: 'notResponse', a, b }),
    ruleOf(`${id} back`, { template: 'precedence', a: b, b: a }),
    ruleOf(`${id} next`, { template: 'chainResponse', a, b }),
  ];
}

function ruleOf(id: string, claim: Claim): Rule {
  return { id, says: { en: '', zh: '' }, source: '', claim };
}
