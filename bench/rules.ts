// Runs all replications of a scenario, each in turn with no rules, with the first twenty that ship for its flow, with twenty that have a condition,
// and with all, and prints by how much more user time of the processor each takes than without, as a share with its interval:
//   node bench/rules.ts FILE
import { present } from '../src/base/index.ts';
import { followRules, ruleBooks } from '../src/rules/index.ts';
import { simulate, type Model } from '../src/simulation/index.ts';
import { between } from './measure.ts';
import { openModel } from './open-model.ts';

const [file = ''] = process.argv.slice(2);
const { model, replications, warmUp } = openModel(file);
const book = present(ruleBooks[model.scenario.flow.name], 'a rule book');
const books = {
  '20 rules': book.slice(0, 20),
  '20 with conditions': book.filter((rule) => rule.when !== undefined).slice(0, 20),
  'the whole book': book,
};
const subjects = [model, ...Object.values(books).map((rules) => followRules(model, rules).model)];
// The first replication is for the compiler of JavaScript.
const users = Array.from({ length: replications }, (_, replication) => timesOf(replication)).slice(1);
console.log(
  JSON.stringify(
    Object.keys(books).map((rules, index) => ({
      rules,
      ...between(users.map((all) => (all[index + 1] ?? Number.NaN) / (all[0] ?? Number.NaN) - 1)),
    })),
  ),
);

/** User time of each subject for a replication; each is first in turn. */
function timesOf(replication: number): readonly number[] {
  const times: number[] = [];
  for (let turn = 0; turn < subjects.length; turn++) {
    const place = (replication + turn) % subjects.length;
    times[place] = userTime(present(subjects[place], 'a model'), replication);
  }
  return times;
}

function userTime(of: Model, replication: number): number {
  const before = process.cpuUsage();
  simulate(of, { replication, warmUp, keepTimes: false, seriesBin: 0 });
  return process.cpuUsage(before).user;
}
