import { measure } from '../measure.ts';
import type { Finding } from '../subjects.ts';

interface Peer {
  readonly configurations: number;
  readonly seconds: number;
}

interface Books {
  readonly flows: number;
  readonly rules: number;
  readonly seconds: number;
}

interface Explored {
  readonly configurations: number;
  readonly states: number;
  readonly nodes: number;
  readonly depth?: number;
  readonly explored: number;
  readonly seconds: number;
  readonly megabytes: number;
}

/**
 * How fast proofs explore a machine of 32,768 configurations, beside xstate/graph on the same machine; what the process holds when
 * another, of 4913 configurations, nearly as many as a flow may have, is cut at ten million states; and how long the shipped rule books
 * take. Nodes are pairs of a way in which a consignment may stand (configuration, timers, what is known of it) and a state of a rule.
 */
export function proof(): Finding {
  const peer = told('xstate/graph', 'bench/peers/xstate_graph.mjs') as Peer;
  const fast = told('proof', 'bench/explore.ts', '5', '8', '1') as Explored;
  const large = told('large proof', 'bench/explore.ts', '3', '17', '8') as Explored;
  const books = told('books', 'bench/explore.ts', 'books') as Books;
  const [ours, theirs] = [fast.nodes / fast.seconds, peer.configurations / peer.seconds];
  return {
    figures: { peer, fast, large, books, perSecond: ours, peerPerSecond: theirs },
    lines: [
      `clearsim      ${ours.toFixed(0)} nodes per second: ${fast.nodes} nodes, ${fast.states} of them states (${(fast.states / fast.explored).toFixed(0)} per second)`,
      `xstate/graph  ${theirs.toFixed(0)} configurations per second; clearsim is ${(ours / theirs).toFixed(0)} times as fast`,
      `bounded at depth ${large.depth ?? 'none'}: ${large.states} states, ${large.nodes} nodes in ${large.seconds.toFixed(1)} s, ${large.megabytes} MB at most`,
      `shipped rule books: ${books.rules} rules, flows: ${books.flows}, in ${books.seconds.toFixed(2)} s`,
    ],
  };
}

function told(name: string, ...words: readonly string[]): unknown {
  return JSON.parse(measure({ name, command: [process.execPath, ...words] }).out);
}
