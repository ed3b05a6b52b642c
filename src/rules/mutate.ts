import { right, wrong, type Result } from '../base/index.ts';
import { Recompiler } from '../compile/index.ts';
import { mutantsOf, transitionsOf, type Mutant, type MutantKind } from '../flows/index.ts';
import { prepare, type Model } from '../simulation/index.ts';
import { Equivalence } from './equivalence.ts';
import { fails } from './fails.ts';
import type { Verdict } from './prove.ts';
import { proveModel, verdictsOf } from './prove-model.ts';
import { proposalsFor, type Proposal } from './propose.ts';
import type { Rule } from './rule.ts';

/** What became of a mutant. */
export interface MutantFate {
  readonly kind: MutantKind;
  readonly name: string;
  /**
   * `refused`: the compiler takes it for no flow. `killed`: some rule is broken. `equivalent`: it does all that the flow does and no more (see
   * {@link Equivalence}). `survived`: no rule tells, though one could.
   */
  readonly fate: 'refused' | 'killed' | 'equivalent' | 'survived';
  /** Rules that are broken; those with a condition are asked only where no other is. */
  readonly by: readonly string[];
}

/** How much of a flow its rules hold. */
export interface Mutation {
  readonly flow: string;
  readonly mutants: readonly MutantFate[];
  /** Killed by killed and survived, 0..1; 1 where there is none of either. */
  readonly score: number;
  /** Rules that nothing triggers: `guarded` ones kill some mutant all the same, `dead` ones say nothing at all. */
  readonly vacuous: readonly { readonly rule: string; readonly is: 'guarded' | 'dead' }[];
  /** Transitions of which mutants survived and none is killed, by name, of so many. */
  readonly uncovered: { readonly transitions: readonly string[]; readonly of: number };
  /** States that no rule sees entered or left: all transitions into and out of them are uncovered; of so many that have some. */
  readonly unseen: { readonly states: readonly string[]; readonly of: number };
  /** Rules that would kill mutants which survived. */
  readonly proposals: readonly Proposal[];
}

/** States at which the exploration of a mutant is cut. */
const statesMax = 200_000;

/**
 * Changes the machine of a model in every small way, and looks which changes its rules notice. Wrong: what a rule that fails on the
 * machine as it is says; where one does, every mutant would look noticed. `tell` hears how far it is.
 */
export function mutate(
  model: Model,
  rules: readonly Rule[],
  tell: (done: number, of: number) => void = () => undefined,
): Result<Mutation, readonly Verdict[]> {
  const proved = proveModel(model, rules).verdicts;
  const failing = proved.filter((verdict) => fails(verdict));
  if (failing.length > 0) return wrong(failing);
  // Of a window only what is so without it is asked of mutants: what must come and never does.
  const useful = proved.filter(({ verdict }) => verdict === 'holds' || verdict === 'never');
  const vacuous = new Set(useful.filter(({ verdict }) => verdict === 'never').map(({ rule }) => rule.id));
  const guarded = new Set<string>();
  const equivalence = new Equivalence(model, statesMax);
  const { flow } = model.scenario;
  const mutants = mutantsOf(flow.machine);
  const recompiler = new Recompiler(flow);
  const survived: Model[] = [];
  const fates = mutants.map((mutant, index): MutantFate & Mutant => {
    tell(index, mutants.length);
    const mutated = withMachine(model, mutant, recompiler);
    if (mutated === undefined) return { ...mutant, fate: 'refused', by: [] };
    // A condition costs an exploration of its own, so rules with one are asked last; those that nothing triggers, until one is known to be of use.
    const isEarly = ({ rule }: Verdict): boolean =>
      rule.when === undefined || (vacuous.has(rule.id) && !guarded.has(rule.id));
    const early = brokenOn(mutated, useful.filter(isEarly));
    const by =
      early.length > 0
        ? early
        : brokenOn(
            mutated,
            useful.filter((each) => !isEarly(each)),
          );
    const fate = by.length > 0 ? 'killed' : equivalence.holdsFor(mutated) ? 'equivalent' : 'survived';
    for (const id of by) if (vacuous.has(id)) guarded.add(id);
    if (fate === 'survived') survived.push(mutated);
    return { ...mutant, fate, by };
  });
  const killed = fates.filter(({ fate }) => fate === 'killed');
  const transitions = transitionsOf(flow.machine);
  const noticed = new Set(killed.flatMap(({ of }) => of));
  const missed = new Set(fates.filter(({ fate }) => fate === 'survived').flatMap(({ of }) => of));
  const uncovered = transitions.filter(({ name }) => missed.has(name) && !noticed.has(name));
  const ends = (all: typeof transitions): ReadonlySet<string> =>
    new Set(all.flatMap(({ state, told }) => [state, ...(told.target?.split(', ') ?? [])]));
  const seen = ends(transitions.filter((transition) => !uncovered.includes(transition)));
  const states = [...ends(transitions)];
  const notices = killed.length + survived.length;
  return right({
    flow: flow.name,
    mutants: fates.map(({ kind, name, fate, by }) => ({ kind, name, fate, by })),
    score: notices === 0 ? 1 : killed.length / notices,
    vacuous: [...vacuous].map((rule) => ({ rule, is: guarded.has(rule) ? 'guarded' : 'dead' })),
    uncovered: { transitions: uncovered.map(({ name }) => name), of: transitions.length },
    unseen: { states: states.filter((state) => !seen.has(state)), of: states.length },
    proposals: proposalsFor(model, survived, statesMax),
  });
}

/** Rules that are broken on a model, by id. */
function brokenOn(model: Model, useful: readonly Verdict[]): readonly string[] {
  const rules = useful.map(({ rule }) => rule);
  return verdictsOf(model, rules, statesMax)
    .filter(({ verdict }) => verdict === 'broken')
    .map(({ rule }) => rule.id);
}

/** The model with the machine of a mutant; none: it is refused. */
function withMachine({ scenario }: Model, { machine, name, at }: Mutant, recompiler: Recompiler): Model | undefined {
  const table = recompiler.compile(machine, at);
  if (!table.ok) return undefined;
  const flow = { ...scenario.flow, machine, content: name };
  const prepared = prepare({ ...scenario, flow }, { find: () => table.value, put: () => undefined });
  return prepared.ok ? prepared.value : undefined;
}
