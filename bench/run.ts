// npm run bench: what clearsim costs, beside other programs of the same models in the same run.
//   npm run bench                   all parts, a quarter of an hour; the figures are kept in bench/results.json, the words in docs/studies/engine.md
//   npm run bench -- network log    these parts only; nothing is kept
// Each program runs in a process of its own, in turn with the others; CPU seconds are those of the whole process (user + system),
// start included; medians of ROUNDS (5) rounds.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventList } from './parts/event-list.ts';
import { log } from './parts/log.ts';
import { memory } from './parts/memory.ts';
import { network } from './parts/network.ts';
import { seaImport } from './parts/sea-import.ts';
import { shadow } from './parts/shadow.ts';
import { start } from './parts/start.ts';
import { workers } from './parts/workers.ts';
import { openBench, type Bench, type Finding } from './subjects.ts';

const parts: Readonly<Record<string, (bench: Bench) => Finding>> = {
  network,
  'sea-import': seaImport,
  memory,
  'event-list': eventList,
  workers,
  log,
  start,
  shadow,
};

const study = `# The engine, measured

Written by \`npm run bench\`; what each part measures stands at the head of its file in bench/parts. CPU seconds are those of a whole process, start included.
`;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`no part is called ${unknown.join(' or ')}; there are ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}
const rounds = Number(process.env['ROUNDS'] ?? 5);
const folder = mkdtempSync(join(tmpdir(), 'clearsim-bench-'));
try {
  const bench = openBench(folder, rounds);
  const machine = { processor: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}`, ...versions() };
  const head = `${Object.values(machine).join(', ')}; medians of ${rounds}`;
  console.log(head);
  const words: string[] = [];
  const found: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const { lines, figures } = part(bench);
    console.log(`\n${name}\n${lines.map((line) => `  ${line}`).join('\n')}`);
    words.push(`## ${name}\n\n\`\`\`text\n${lines.join('\n')}\n\`\`\`\n`);
    found[name] = figures;
  }
  if (wanted.length === 0) {
    writeFileSync('bench/results.json', `${JSON.stringify({ ...machine, rounds, ...found }, numberText, 1)}\n`);
    writeFileSync('docs/studies/engine.md', [study, `${head}.\n`, ...words].join('\n'));
  }
} finally {
  rmSync(folder, { recursive: true });
}

function versions(): Readonly<Record<string, string>> {
  return {
    system: `${process.platform} ${process.arch}`,
    node: `Node ${process.version}`,
    v8: `V8 ${process.versions.v8}`,
  };
}

/** Five digits of a number are all that is known of it. */
function numberText(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value;
}
