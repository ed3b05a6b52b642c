import { appendFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure, race, type Program } from '../measure.ts';
import { clearsim, type Bench, type Finding } from '../subjects.ts';

const cases = 100_000;

/** What happens to a case, an hour after the other; in one case of a thousand it is released before it is paid for. */
const events = [
  'arrived',
  'unloaded',
  'lodged',
  'accepted',
  'reviewed',
  'assessed',
  'paid',
  'released',
  'removed',
  'cleared',
];

/** Twenty rules, none of which lacks an event: `[template, a, b, minutes]`. */
const rules: readonly (readonly [kind: string, a: string, b?: string, minutes?: number])[] = [
  ...events.slice(1).map((event, place) => ['precedence', events[place] ?? '', event] as const),
  ...events.slice(1).map((event, place) => ['response', events[place] ?? '', event] as const),
  ['within', 'accepted', 'released', 4 * 60],
  ['once', 'released'],
];

/** Seconds by the clock and of processors for 20 rules on a log of a million events, reading included, beside the shortest plain program in JavaScript; and memory. */
export function checkLog({ folder, rounds }: Bench): Finding {
  const files = { csv: join(folder, 'log.csv'), xes: join(folder, 'log.xes'), json: join(folder, 'log.json') };
  writeLogs(files);
  const rulesFile = join(folder, 'rules.yaml');
  writeFileSync(rulesFile, JSON.stringify({ rules: rules.map(ruleOf) }));
  const plainRules = join(folder, 'rules.json');
  writeFileSync(plainRules, JSON.stringify(rules));
  const checks = Object.entries(files).map(([format, file]) =>
    clearsim(format, 'check', file, '--rules', rulesFile, '--json'),
  );
  const naive: Program = {
    name: 'plain JavaScript',
    command: [process.execPath, 'bench/peers/naive-check.mjs', files.csv, plainRules],
  };
  const expected = measure(naive).out.trim();
  const programs = [...checks, naive];
  const costs = race(programs, rounds);
  const figures = programs.map((program, index) => {
    const { out, talk } = measure(withPeak(program));
    const found = program === naive ? out.trim() : brokenIn(out);
    if (found !== expected) throw new Error(`${program.name} finds ${found} and not ${expected}`);
    return {
      log: program.name,
      seconds: costs[index]?.wall ?? Number.NaN,
      cpuSeconds: costs[index]?.cpu ?? Number.NaN,
      megabytes: Math.round(Number(/peak-kilobytes (\d+)/u.exec(talk)?.[1]) / 1024),
      fileMegabytes: Math.round(statSync(Object.values(files)[index] ?? files.csv).size / 1e6),
    };
  });
  return {
    figures,
    lines: figures.map(
      ({ log, seconds, cpuSeconds, megabytes, fileMegabytes }) =>
        `${log.padEnd(17)} ${seconds.toFixed(2)} s, ${cpuSeconds.toFixed(2)} s CPU, ${megabytes} MB, from a file of ${fileMegabytes} MB`,
    ),
  };
}

/** How many cases break each rule, as JSON. */
function brokenIn(out: string): string {
  const { verdicts } = JSON.parse(out) as { verdicts: { cases: { broken: number } }[] };
  return JSON.stringify(verdicts.map((verdict) => verdict.cases.broken));
}

function withPeak({ name, command: [node = '', ...words] }: Program): Program {
  return { name, command: [node, '--import', './bench/peak-memory.mjs', ...words] };
}

/** Some of them are broken, which is tolerated, so that the check ends well. */
function ruleOf([kind, a, b, minutes = 0]: (typeof rules)[number], index: number): object {
  const claim =
    kind === 'precedence'
      ? { precedence: { need: a, before: b } }
      : kind === 'once'
        ? { absence: { event: a, times: 2 } }
        : { response: { after: a, then: b, ...(kind === 'within' ? { within: `${minutes} min` } : {}) } };
  return { id: `B${index + 1}`, says: `${a} ${b ?? ''}`.trim(), tolerate: '1 %', ...claim };
}

/** The same log in three formats. */
function writeLogs({ csv, xes, json }: Readonly<Record<'csv' | 'xes' | 'json', string>>): void {
  writeFileSync(csv, 'case,event,time\n');
  writeFileSync(xes, '<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="2.0">\n');
  const ids = Array.from({ length: cases }, (_, of) => `{"id":"C${of}","type":"consignment"}`);
  writeFileSync(
    json,
    `{"objectTypes":[{"name":"consignment","attributes":[]}],"eventTypes":[],"objects":[\n${ids.join(',\n')}\n],"events":[\n`,
  );
  for (let from = 0; from < cases; from += 1000) {
    let [table, traces, objects] = ['', '', ''];
    for (let of = from; of < from + 1000; of++) {
      traces += `<trace>\n\t<string key="concept:name" value="C${of}"/>\n`;
      for (let place = 0; place < events.length; place++) {
        const isSwapped = of % 1000 === 0 && (place === 6 || place === 7);
        const event = events[isSwapped ? 13 - place : place] ?? '';
        const time = new Date(1_488_787_200_000 + (of + 60 * place) * 60_000).toISOString();
        table += `C${of},${event},${time}\n`;
        traces += `\t<event>\n\t\t<string key="concept:name" value="${event}"/>\n\t\t<date key="time:timestamp" value="${time}"/>\n\t</event>\n`;
        objects += `${of + place === 0 ? '' : ',\n'}{"id":"E${of}.${place}","type":"${event}","time":"${time}","attributes":[],"relationships":[{"objectId":"C${of}","qualifier":"of"}]}`;
      }
      traces += '</trace>\n';
    }
    appendFileSync(csv, table);
    appendFileSync(xes, traces);
    appendFileSync(json, objects);
  }
  appendFileSync(xes, '</log>\n');
  appendFileSync(json, '\n]}\n');
}
