import type { OneMore } from '../experiment/index.ts';
import { assert, type Label } from '../base/index.ts';
import type { Answer, Lesson, LessonScenario } from '../learn/index.ts';
import type { Proof } from '../rules/index.ts';
import type { Survey } from '../replay/index.ts';
import type { Recording, Week } from '../simulation/index.ts';
import type { CountedRun } from './counted-run.ts';

/** What a place can want of the desk: by kind, what it asks for and what it is given. */
export interface Wares {
  /** All that happened in a replication of a scenario. */
  readonly recording: {
    readonly asks: CountedRun;
    readonly gives: Recording;
  };
  /** The same, gone through for what is seen of it at any instant. */
  readonly survey: {
    readonly asks: CountedRun;
    readonly gives: Survey;
  };
  /** The same by hour of the week. */
  readonly week: {
    readonly asks: CountedRun;
    readonly gives: Week;
  };
  /** What one unit more of a resource saves in a replication. */
  readonly oneMore: {
    readonly asks: CountedRun & { readonly resource: string };
    readonly gives: OneMore;
  };
  /** The lessons, and the names of those that were done before. */
  readonly lessons: {
    readonly asks: object;
    readonly gives: { readonly lessons: readonly Lesson[]; readonly done: readonly string[] };
  };
  /** The scenario of a lesson, by the lesson's name. */
  readonly lesson: { readonly asks: { readonly lesson: string }; readonly gives: LessonScenario };
  /** The answer of a lesson's question, computed. */
  readonly answer: { readonly asks: { readonly lesson: string }; readonly gives: Answer };
  /** Names in a folder, those of folders with `/` at the end. An empty name: where clearsim was started. */
  readonly names: { readonly asks: { readonly folder: string }; readonly gives: readonly string[] };
  /** What a proof finds about the rules of a scenario. */
  readonly proof: { readonly asks: { readonly scenario: string }; readonly gives: Proof };
}

/** Kinds of what can be wanted. */
export type WareKind = keyof Wares;

/** Something wanted. Two that say the same are the same. */
export type Want<Kind extends WareKind = WareKind> = {
  [Each in Kind]: { readonly kind: Each } & Wares[Each]['asks'];
}[Kind];

/** How something that was wanted stands. */
export type Material<Given> =
  | { readonly is: 'coming' }
  | { readonly is: 'here'; readonly given: Given }
  | { readonly is: 'failed'; readonly why: Label };

/** What the desk has brought, is bringing, or could not bring; it never changes, a changed one is another. */
export class Materials {
  readonly #known: ReadonlyMap<string, Material<unknown>>;

  constructor(known: ReadonlyMap<string, Material<unknown>> = new Map()) {
    this.#known = known;
  }

  /** How it stands; `coming` if nobody has asked for it yet. */
  of<Kind extends WareKind>(want: Want<Kind>): Material<Wares[Kind]['gives']> {
    const material = this.#known.get(keyOf(want)) ?? coming;
    assert(isFor(want, material), 'what was brought is what was wanted');
    return material;
  }

  /** It, if it is here. */
  here<Kind extends WareKind>(want: Want<Kind>): Wares[Kind]['gives'] | undefined {
    const material = this.of(want);
    return material.is === 'here' ? material.given : undefined;
  }

  isKnown(want: Want): boolean {
    return this.#known.has(keyOf(want));
  }

  with(want: Want, material: Material<unknown>): Materials {
    return new Materials(new Map(this.#known).set(keyOf(want), material));
  }

  /** Only what is among these: the rest can be made again. */
  only(wants: readonly Want[]): Materials {
    const keys = new Set(wants.map(keyOf));
    const kept = [...this.#known].filter(([key]) => keys.has(key));
    return kept.length === this.#known.size ? this : new Materials(new Map(kept));
  }
}

/** What is kept under the key of a want was brought for it. */
function isFor<Kind extends WareKind>(
  _: Want<Kind>,
  material: Material<unknown>,
): material is Material<Wares[Kind]['gives']> {
  return material !== undefined;
}

const coming = { is: 'coming' } as const;

function keyOf(want: object): string {
  return JSON.stringify(Object.entries(want).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
