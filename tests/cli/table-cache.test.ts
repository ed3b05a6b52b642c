import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Keep } from '../../src/cli/io.ts';
import { nodeIo } from '../../src/cli/node-io.ts';
import { tableCache } from '../../src/cli/table-cache.ts';
import { compileFlow } from '../../src/compile/index.ts';
import { readMachine } from '../../src/flows/index.ts';

const machine = { initial: 'a', states: { a: { after: { rest: 'b' } }, b: { type: 'final' } } };
const flow = readMachine(machine, 'rest');
const content = (flow.ok && flow.value.content) || '';
const compiled = flow.ok ? compileFlow(flow.value) : undefined;
const table = compiled?.ok === true ? compiled.value : expect.fail('the flow compiles');

let kept = new Map<string, string>();
const io = {
  recall: (_: Keep, name: string): string | undefined => kept.get(name),
  remember: (_: Keep, name: string, text: string): void => void kept.set(name, text),
  digest: (text: string): string => nodeIo().digest(text),
};

// The build sets it; run from its sources the command line keeps no tables.
beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('compilerDigest', 'one');
});
afterEach(() => vi.unstubAllGlobals());

test('a table that was kept is found again, whole, by the content of its flow', () => {
  tableCache(io).put(content, table);
  expect(kept.size).toBe(1);
  expect(tableCache(io).find(content)).toEqual(table);
  expect(tableCache(io).find(content.replace('rest', 'work'))).toBeUndefined();
});

test('another compiler does not find it', () => {
  tableCache(io).put(content, table);
  vi.stubGlobal('compilerDigest', 'two');
  expect(tableCache(io).find(content)).toBeUndefined();
});

test('a file that is cut off or changed is none', () => {
  tableCache(io).put(content, table);
  const [[name = '', text = ''] = []] = kept;
  for (const broken of [text.slice(0, -1), text.replace('"code":[', '"code":[1,'), '', 'x']) {
    kept.set(name, broken);
    expect(tableCache(io).find(content)).toBeUndefined();
  }
});

test('without a build there is no cache', () => {
  vi.unstubAllGlobals();
  tableCache(io).put(content, table);
  expect(kept.size).toBe(0);
});
