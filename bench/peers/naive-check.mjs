// Rules on a log by the shortest plain JavaScript: split, group by case, look. node naive-check.mjs log.csv rules.json
// rules.json: [["precedence" | "response" | "within" | "once", a, b, minutes]]. Prints how many cases break each.
import { readFileSync } from 'node:fs';
const [file, rulesFile] = process.argv.slice(2);
const rules = JSON.parse(readFileSync(rulesFile, 'utf8'));
const cases = new Map();
for (const line of readFileSync(file, 'utf8').split('\n').slice(1)) {
  if (line === '') continue;
  const [of, event, time] = line.split(',');
  let events = cases.get(of);
  if (events === undefined) cases.set(of, (events = []));
  events.push({ event, at: Date.parse(time) / 60000 });
}
const broken = rules.map(() => 0);
for (const events of cases.values()) {
  events.sort((x, y) => x.at - y.at);
  rules.forEach(([kind, a, b, minutes], rule) => {
    const first = events.findIndex(({ event }) => event === a);
    const breaks =
      kind === 'once'
        ? events.filter(({ event }) => event === a).length > 1
        : kind === 'precedence'
          ? events.some(({ event }, at) => event === b && !(first >= 0 && first < at))
          : events.some(
              ({ event, at }, place) =>
                event === a && !events.slice(place + 1).some((later) => later.event === b && (kind !== 'within' || later.at <= at + minutes)),
            );
    if (breaks) broken[rule]++;
  });
}
console.log(JSON.stringify(broken));
