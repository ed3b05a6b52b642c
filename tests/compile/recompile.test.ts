import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileFlow, Recompiler } from '../../src/compile/index.ts';
import { mutantsOf, type Flow } from '../../src/flows/index.ts';
import { machineOf, plan } from './random-machine.ts';

test('a machine that differs in one place is compiled as if it stood alone', () => {
  let compared = 0;
  fc.assert(
    fc.property(plan, (drawn) => {
      const machine = machineOf(drawn, { tagsAsActions: false });
      const words = { en: 'random', zh: '随机' };
      const flow: Flow = { name: 'random', label: words, explanation: words, machine, measures: {} };
      if (!compileFlow(flow).ok) return;
      const recompiler = new Recompiler(flow);
      for (const mutant of mutantsOf(machine).slice(0, 30)) {
        expect(recompiler.compile(mutant.machine, mutant.at), mutant.name).toEqual(
          compileFlow({ ...flow, machine: mutant.machine }),
        );
        compared += 1;
      }
    }),
    { numRuns: 40, seed: 20_261_126 },
  );
  expect(compared).toBeGreaterThan(100);
});
