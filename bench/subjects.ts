import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from './measure.ts';

/** Where a benchmark is made: a folder for what it needs, rounds for medians, and the C++ program, if there is a compiler. */
export interface Bench {
  readonly rounds: number;
  readonly folder: string;
  /** The C++ program on so many consignments; none without a compiler. */
  readonly reference: ((consignments: number) => Program) | undefined;
}

/** What a part of the benchmark has found: lines to read, and figures to keep. */
export interface Finding {
  readonly lines: readonly string[];
  readonly figures: unknown;
}

/** Events of a consignment of the customs network: arrival, review, 0.2 inspections, 0.02 laboratory tests, release. */
export const networkEvents = 3.22;

/** Compiles the C++ program. */
export function openBench(folder: string, rounds: number): Bench {
  const target = join(folder, 'customs');
  const hasReference = spawnSync('g++', ['-O3', '-o', target, 'bench/peers/customs.cpp']).status === 0;
  if (!hasReference) console.error('no g++ here: what is compared with C++ is left out');
  return {
    rounds,
    folder,
    reference: hasReference
      ? (consignments) => ({ name: 'C++ by hand', command: [target, String(consignments), '1'] })
      : undefined,
  };
}

/** clearsim as its users run it: the bundle. */
export function clearsim(name: string, ...words: readonly string[]): Program {
  return { name, command: [process.execPath, 'dist/clearsim.js', ...words] };
}

/** clearsim on one thread, all statistics and intervals included, its result as JSON. */
export function alone(name: string, file: string, ...words: readonly string[]): Program {
  return clearsim(name, 'run', file, '--workers', '1', '--json', ...words);
}

/** The customs network with so many consignments. */
export function networkFile({ folder }: Bench, consignments: number): string {
  const text = readFileSync('scenarios/examples/customs-network.yaml', 'utf8');
  return write(
    join(folder, `network-${consignments}.yaml`),
    replaced(text, /stopAfter: \d+ consignments/u, `stopAfter: ${consignments} consignments`),
  );
}

/** The shipped sea import with all measures of the campaign, so many replications. */
export function seaImportFile({ folder }: Bench, replications: number): string {
  const shipped = readFileSync('scenarios/sea-import-2017.yaml', 'utf8');
  const changes: readonly (readonly [RegExp, string])[] = [
    [/^variants:[^]*/mu, ''],
    [/replications: \{[^}]*\}/u, `replications: ${replications}`],
    [/warmUp: auto/u, 'warmUp: 168 h'],
    [/advanceDeclaration: 0 %/u, 'advanceDeclaration: 100 %'],
    [/twoStepDeclaration: 0 %/u, 'twoStepDeclaration: 100 %'],
    [/greenChannel: off/u, 'greenChannel: on'],
    [/attendanceWaiver: 0 %/u, 'attendanceWaiver: 100 %'],
  ];
  const text = changes.reduce((before, [what, by]) => replaced(before, what, by), shipped);
  return write(join(folder, `sea-import-${replications}.yaml`), text);
}

/** A flow of one delay, with so many consignments in it at once: one comes in a minute. */
export function pendingFile({ folder }: Bench, pending: number, consignments: number): string {
  return write(
    join(folder, `pending-${pending}.yaml`),
    `name: Pending
flow: {initial: staying, states: {staying: {after: {stay: released}}, released: {type: final, tags: [released]}}}
arrivals: {consignments: {every: exponential(1 min)}}
delays: {stay: exponential(${pending} min)}
run: {stopAfter: ${consignments} consignments, seed: pending, replications: 1}
`,
  );
}

function replaced(text: string, what: RegExp, by: string): string {
  if (!what.test(text)) throw new Error(`the shipped scenario has no ${what.source} any more`);
  return text.replace(what, by);
}

function write(file: string, text: string): string {
  writeFileSync(file, text);
  return file;
}
