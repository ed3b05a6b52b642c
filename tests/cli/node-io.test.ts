import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { nodeIo } from '../../src/cli/node-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'clearsim-'));
afterAll(() => rmSync(folder, { recursive: true }));
const io = nodeIo();
const at = (name: string): string => join(folder, name);

test('a file is written whole, over an old one too, and leaves nothing beside it', () => {
  io.writeFile(at('out.txt'), 'one');
  io.writeFile(at('out.txt'), 'two');
  expect(readFileSync(at('out.txt'), 'utf8')).toBe('two');
  expect(readdirSync(folder)).toEqual(['out.txt']);
});

test('what cannot be written is named by its errno, and nothing is left', () => {
  expect(() => io.writeFile(at('none/out.txt'), 'one')).toThrow(
    expect.objectContaining({ name: 'WriteFailed', code: 'ENOENT' }),
  );
  mkdirSync(at('taken'));
  expect(() => io.writeFile(at('taken'), 'one')).toThrow(
    expect.objectContaining({ name: 'WriteFailed', code: 'EISDIR' }),
  );
  expect(readdirSync(folder).filter((name) => name.includes('tmp'))).toEqual([]);
});

test('only so much of a file is read as is wanted', () => {
  writeFileSync(at('long.yaml'), 'x'.repeat(1000));
  expect(io.read(at('long.yaml'), 10)).toHaveLength(10);
  expect(() => io.read(at('none.yaml'), 10)).toThrow(expect.objectContaining({ name: 'ReadFailed', code: 'ENOENT' }));
  expect(() => io.read(folder, 10)).toThrow(expect.objectContaining({ name: 'ReadFailed', code: 'EISDIR' }));
});

test('a large file is read piece by piece', () => {
  const bytes = Buffer.from(Array.from({ length: 600_000 }, (_, index) => index % 251));
  writeFileSync(at('large.csv'), bytes);
  const pieces = Array.from(io.pieces(at('large.csv')), (piece) => Buffer.from(piece));
  expect(pieces.length).toBeGreaterThan(1);
  expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
  expect(() => [...io.pieces(at('none.csv'))]).toThrow(expect.objectContaining({ name: 'ReadFailed', code: 'ENOENT' }));
  expect(() => [...io.pieces(folder)]).toThrow(expect.objectContaining({ name: 'ReadFailed', code: 'EISDIR' }));
});

test('a scenario reaches only what lies in its folder, links followed', () => {
  mkdirSync(at('study'));
  writeFileSync(at('study/near.csv'), '1');
  writeFileSync(at('far.csv'), '1');
  symlinkSync(at('far.csv'), at('study/link.csv'));
  const scenario = at('study/scenario.yaml');
  expect(io.beside(scenario, 'near.csv')).toHaveProperty('path');
  for (const path of ['link.csv', '../far.csv', at('far.csv'), String.raw`\\host\far.csv`, String.raw`C:\far.csv`])
    expect(io.beside(scenario, path)).toHaveProperty('refused');
  expect(() => io.beside(scenario, 'none.csv')).toThrow(expect.objectContaining({ code: 'ENOENT' }));
});

test('a cache keeps a hundred texts, and is no matter where it cannot be', () => {
  vi.stubEnv('XDG_CACHE_HOME', at('cache'));
  expect(io.recall('cache', 'first')).toBeUndefined();
  for (let each = 0; each < 110; each++) io.remember('cache', `text-${each}`, String(each));
  io.remember('cache', 'first', 'one');
  io.remember('cache', 'first', 'two');
  expect(io.recall('cache', 'first')).toBe('two');
  expect(readdirSync(at('cache/clearsim'))).toHaveLength(100);

  writeFileSync(at('no-folder'), '');
  vi.stubEnv('XDG_CACHE_HOME', at('no-folder'));
  io.remember('cache', 'first', 'three');
  expect(io.recall('cache', 'first')).toBeUndefined();
  vi.unstubAllEnvs();
});

test.runIf(process.platform !== 'win32').each(['', 'here'])(
  'a cache folder that is no absolute path (%j) counts as none',
  (named) => {
    vi.stubEnv('HOME', at('home'));
    vi.stubEnv('XDG_CACHE_HOME', named);
    io.remember('cache', `text of ${named}`, 'kept');
    expect(readdirSync(at('home/.cache/clearsim'))).toContain(`text of ${named}`);
    vi.unstubAllEnvs();
  },
);

test("what is the user's is kept apart from the cache, and nothing of it goes", () => {
  vi.stubEnv('XDG_DATA_HOME', at('data'));
  for (let each = 0; each < 110; each++) io.remember('data', `text-${each}`, String(each));
  expect(readdirSync(at('data/clearsim'))).toHaveLength(110);
  expect([io.recall('data', 'text-0'), io.recall('cache', 'text-0')]).toEqual(['0', undefined]);
  vi.unstubAllEnvs();
});

test('files that come with clearsim are found, and a folder that is not there has none', () => {
  expect(io.names(io.own('docs/lessons'))).toContain('01-where-the-time-is.yaml');
  expect(io.names(at('nowhere'))).toEqual([]);
  mkdirSync(at('named/inner'), { recursive: true });
  symlinkSync(at('named/inner'), at('named/link'));
  io.writeFile(at('named/a.yaml'), '');
  expect(io.names(at('named'))).toEqual(['a.yaml', 'inner/', 'link/']);
});
