// Runs all replications of a scenario, following so many of the rules that ship for its flow, or of those with a condition, for measuring:
//   node bench/rules.ts FILE COUNT [when]
import { present } from '../src/base/index.ts';
import { followRules, ruleBooks } from '../src/rules/index.ts';
import { simulate } from '../src/simulation/index.ts';
import { openModel } from './open-model.ts';

const [file = '', count = '', when] = process.argv.slice(2);
const { model, replications, warmUp } = openModel(file);
const book = present(ruleBooks[model.scenario.flow.name], 'a rule book');
const rules = (when === undefined ? book : book.filter((rule) => rule.when !== undefined)).slice(0, Number(count));
const followed = rules.length === 0 ? model : followRules(model, rules).model;
for (let replication = 0; replication < replications; replication++)
  simulate(followed, { replication, warmUp, keepTimes: false, seriesBin: 0 });
