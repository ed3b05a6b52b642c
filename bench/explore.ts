// Proofs of one model: prints what was explored, by the second, and the most memory that was held.
//   node bench/explore.ts LANES STATES CHANCES   the synthetic machine (bench/grid.ts), and four rules
//   node bench/explore.ts books                  the shipped rule books on their flows
import { present } from '../src/base/index.ts';
import { builtInFlows } from '../src/flows/index.ts';
import { Graph } from '../src/rules/graph.ts';
import { freeModel, proveModel, ruleBooks } from '../src/rules/index.ts';
import type { Pattern } from '../src/rules/pattern.ts';
import { questionOf } from '../src/rules/question.ts';
import { Search } from '../src/rules/search.ts';
import { gridModel } from './grid.ts';

const patterns: readonly Pattern[] = [
  { template: 'absence', a: 'done0', times: 2 },
  { template: 'exactly', a: 'done2', times: 1 },
  { template: 'coexistence', a: 'done1', b: 'done2' },
  { template: 'existence', a: ['done0', 'done1', 'done2'], times: 3 },
];

const [what = '', ...sizes] = process.argv.slice(2);
console.log(JSON.stringify(what === 'books' ? books() : grid([what, ...sizes].map(Number))));

function grid([lanes = 0, states = 0, chances = 0]: readonly number[]): unknown {
  const model = gridModel({ lanes, states, chances });
  const start = process.hrtime.bigint();
  const graph = new Graph(model);
  const explored = seconds(start);
  // Rules that hold: each search goes through all that there is.
  const nodes = patterns.map((claim) => {
    const question = present(questionOf({ id: 'R', says: { en: '', zh: '' }, source: '', claim }, graph), 'a question');
    const search = new Search(graph, question);
    search.run();
    return search.nodes;
  });
  return {
    configurations: model.table.configurations.length,
    states: graph.states,
    steps: graph.steps,
    ...(graph.isComplete ? {} : { depth: graph.depth }),
    // Pairs of a state and a state of a rule, with those of no rule.
    nodes: graph.states + nodes.reduce((sum, each) => sum + each, 0),
    explored,
    seconds: seconds(start),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

function books(): unknown {
  const start = process.hrtime.bigint();
  const proofs = Object.entries(ruleBooks).map(([name, book]) =>
    proveModel(freeModel(present(builtInFlows[name], 'a flow')), book),
  );
  return {
    flows: proofs.length,
    rules: proofs.reduce((sum, { verdicts }) => sum + verdicts.length, 0),
    seconds: seconds(start),
  };
}

function seconds(start: bigint): number {
  return Number(process.hrtime.bigint() - start) / 1e9;
}
