import { present } from '../../../src/base/index.ts';
import { proveModel, ruleBooks, type Proof } from '../../../src/rules/index.ts';
import type { Model } from '../../../src/simulation/index.ts';
import { faults } from '../../rules/faults.ts';

/** Sea import in which refused goods are handed over, and what a proof says of some of its rules. */
export function faulty(): { readonly model: Model; readonly proof: Proof } {
  made ??= make();
  return made;
}

let made: { readonly model: Model; readonly proof: Proof } | undefined;

function make(): { readonly model: Model; readonly proof: Proof } {
  const fault = present(
    faults.find(({ what }) => what === 'sea import: refused goods handed over'),
    'the fault',
  );
  const model = fault.model();
  const book = ruleBooks['sea-import'] ?? [];
  const some = ['R02', 'R03a', 'R08', 'R09', 'R12', 'P1', 'P4'];
  return {
    model,
    proof: proveModel(
      model,
      book.filter(({ id }) => some.includes(id)),
    ),
  };
}
