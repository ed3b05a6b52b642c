import { assert, present } from '../base/index.ts';
import { Op } from './flow-table.ts';
import type { Words } from './symbols.ts';

/** What a step did, up to the configuration it ended in. */
export interface Path {
  readonly moments: readonly ({ readonly guard: number; readonly answer: boolean } | { readonly words: Words })[];
  readonly to: number;
}

/** A decision program as a graph; equal parts are one node. */
type Node =
  | { readonly id: number; readonly kind: 'goto'; readonly configuration: number }
  | { readonly id: number; readonly kind: 'test'; readonly guard: number; readonly yes: Node; readonly no: Node }
  | { readonly id: number; readonly kind: 'do'; readonly words: Words; readonly next: Node };

/** Puts programs together from the paths through them and lays them out as code. */
export class ProgramWriter {
  readonly code: number[] = [];
  readonly #nodes: Map<string, Node> = new Map();
  /** Where a node's code begins. */
  readonly #places: Map<Node, number> = new Map();

  /** Writes the program that these paths make together, every outcome of every guard asked among them; its position, or that of an equal one. */
  write(paths: readonly Path[]): number {
    const program = this.#merge(paths, 0);
    const waiting: { node: Node; operand: number }[] = [];
    const start = this.#place(program, waiting);
    // Where a guard fails comes after what happens where it holds.
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      this.code[next.operand] = this.#place(next.node, waiting);
    return start;
  }

  /** The program of paths that are alike before moment `from`. */
  #merge(paths: readonly Path[], from: number): Node {
    const path = present(paths[0], 'a path');
    const moment = path.moments[from];
    if (moment === undefined)
      return this.#node(`goto ${path.to}`, (id) => ({ id, kind: 'goto', configuration: path.to }));
    if ('words' in moment) {
      const next = this.#merge(paths, from + 1);
      return this.#node(`do ${moment.words.join(' ')}, ${next.id}`, (id) => ({
        id,
        kind: 'do',
        words: moment.words,
        next,
      }));
    }
    const answered = (answer: boolean): Node =>
      this.#merge(
        paths.filter(({ moments }) => isAnswer(moments[from], answer)),
        from + 1,
      );
    const yes = answered(true);
    const no = answered(false);
    // A guard whose answer changes nothing need not be asked.
    if (yes === no) return yes;
    return this.#node(`test ${moment.guard}, ${yes.id}, ${no.id}`, (id) => ({
      id,
      kind: 'test',
      guard: moment.guard,
      yes,
      no,
    }));
  }

  #node(key: string, make: (id: number) => Node): Node {
    const known = this.#nodes.get(key);
    if (known !== undefined) return known;
    const made = make(this.#nodes.size);
    this.#nodes.set(key, made);
    return made;
  }

  #place(node: Node, waiting: { node: Node; operand: number }[]): number {
    const known = this.#places.get(node);
    if (known !== undefined) return known;
    const start = this.code.length;
    let at: Node = node;
    for (;;) {
      if (!this.#places.has(at)) this.#places.set(at, this.code.length);
      if (at.kind === 'goto') {
        this.code.push(Op.goto, at.configuration);
        return start;
      }
      if (at.kind === 'do') {
        this.code.push(...at.words);
        at = at.next;
      } else {
        this.code.push(Op.test, at.guard, -1);
        waiting.push({ node: at.no, operand: this.code.length - 1 });
        at = at.yes;
      }
    }
  }
}

function isAnswer(moment: Path['moments'][number] | undefined, answer: boolean): boolean {
  assert(moment !== undefined && 'guard' in moment, 'the same guard is asked on every path so far');
  return moment.answer === answer;
}
