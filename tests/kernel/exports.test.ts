import { readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { openKernel } from '../../src/kernel/index.ts';

/** Functions of the interface, with the number of their arguments. */
function declared(): ReadonlyMap<string, number> {
  const file = 'src/kernel/exports.ts';
  const found = new Map<string, number>();
  for (const statement of parseSync(file, readFileSync(file, 'utf8')).program.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : null;
    if (declaration?.type !== 'TSInterfaceDeclaration') continue;
    for (const member of declaration.body.body) {
      if (member.type !== 'TSMethodSignature' || member.key.type !== 'Identifier') throw new Error(member.type);
      found.set(member.key.name, member.params.length);
    }
  }
  return found;
}

test('the interface of the kernel, written by hand, has the functions that the kernel has, with as many arguments', () => {
  const exported = Object.entries<unknown>({ ...openKernel().call }).flatMap(([name, value]) =>
    typeof value === 'function' ? [[name, value.length] as const] : [],
  );
  expect(exported.length).toBeGreaterThan(50);
  expect(new Map(exported)).toEqual(declared());
});
