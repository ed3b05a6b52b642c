// npm run bench: what clearsim costs, beside other programs of the same models in the same run.
//   npm run bench                   all parts, a quarter of an hour
//   npm run bench -- network log    these parts
// Figures are kept in bench/results.json, words in docs/studies/engine.md: those of other parts stay if they are of the same machine.
// Each program runs in a process of its own, in turn with the others; CPU seconds are those of the whole process (user + system),
// start included; medians of ROUNDS (5) rounds.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkLog } from './parts/check-log.ts';
import { eventList } from './parts/event-list.ts';
import { log } from './parts/log.ts';
import { memory } from './parts/memory.ts';
import { network } from './parts/network.ts';
import { proof } from './parts/proof.ts';
import { rules } from './parts/rules.ts';
import { screen } from './parts/screen.ts';
import { seaImport } from './parts/sea-import.ts';
import { shadow } from './parts/shadow.ts';
import { start } from './parts/start.ts';
import { workers } from './parts/workers.ts';
import { openBench, type Bench, type Finding } from './subjects.ts';

const parts: Readonly<Record<string, (bench: Bench) => Finding | Promise<Finding>>> = {
  network,
  'sea-import': seaImport,
  memory,
  'event-list': eventList,
  workers,
  log,
  start,
  shadow,
  rules,
  'check-log': checkLog,
  proof,
  screen,
};

const study = `# The engine, measured

Written by \`npm run bench\`; what each part measures stands at the head of its file in bench/parts. CPU seconds are those of a whole process, start included.
`;

const results = 'bench/results.json';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`no part is called ${unknown.join(' or ')}; there are ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}
const rounds = Number(process.env['ROUNDS'] ?? 5);
const head = `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, ${process.platform} ${process.arch}, Node ${process.version}, V8 ${process.versions.v8}; medians of ${rounds}`;
const folder = mkdtempSync(join(tmpdir(), 'clearsim-bench-'));
try {
  const bench = openBench(folder, rounds);
  const kept = keptOf(head);
  console.log(head);
  for (const [name, part] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const found = await part(bench);
    kept.set(name, found);
    console.log(`\n${name}\n${found.lines.map((line) => `  ${line}`).join('\n')}`);
  }
  const all = Object.keys(parts).flatMap((name) => (kept.has(name) ? [[name, kept.get(name)] as const] : []));
  writeFileSync(results, `${JSON.stringify({ head, ...Object.fromEntries(all) }, numberText, 1)}\n`);
  const words = all.map(([name, found]) => `## ${name}\n\n\`\`\`text\n${found?.lines.join('\n') ?? ''}\n\`\`\`\n`);
  writeFileSync('docs/studies/engine.md', [study, `${head}.\n`, ...words].join('\n'));
} finally {
  rmSync(folder, { recursive: true });
}

/** What was found before under the same head. */
function keptOf(same: string): Map<string, Finding> {
  try {
    const { head: before, ...found } = JSON.parse(readFileSync(results, 'utf8')) as { head: string } & Record<
      string,
      Finding
    >;
    return new Map(before === same ? Object.entries(found) : []);
  } catch {
    return new Map();
  }
}

/** Five digits of a number are all that is known of it. */
function numberText(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value;
}
