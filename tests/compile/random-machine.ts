import fc from 'fast-check';
import { and, assign, createMachine, not, or, raise, stateIn, type AnyStateMachine } from 'xstate';

/** A machine drawn at random, as data: fast-check can make it smaller. Targets are positions in the list of all states. */
export interface Plan {
  readonly kind: 'atomic' | 'final' | 'compound' | 'parallel';
  readonly children: readonly Plan[];
  /** History states added to a compound state, each with the position of its default target among the children, or none. */
  readonly histories: readonly { readonly deep: boolean; readonly target: number | undefined }[];
  readonly on: readonly { readonly event: string; readonly take: PlannedTransition }[];
  readonly always: readonly PlannedTransition[];
  readonly after: readonly { readonly delay: string; readonly take: PlannedTransition }[];
  readonly invoke: readonly PlannedTransition[];
  readonly onDone: readonly PlannedTransition[];
  readonly entry: readonly PlannedAction[];
  readonly exit: readonly PlannedAction[];
  readonly tags: readonly string[];
}

export interface PlannedTransition {
  readonly target: number | undefined;
  readonly reenter: boolean;
  readonly guard: PlannedGuard | undefined;
  readonly actions: readonly PlannedAction[];
}

export type PlannedGuard =
  | { readonly name: string }
  | { readonly inState: number }
  | { readonly all: readonly PlannedGuard[] }
  | { readonly any: readonly PlannedGuard[] }
  | { readonly not: PlannedGuard };

export type PlannedAction =
  | { readonly set: string; readonly to: boolean }
  | { readonly copy: string; readonly from: string }
  | { readonly charge: string }
  | { readonly reach: string }
  | { readonly raise: string };

/** Attributes of the random machines; guards of the same names read them. */
const bits: readonly string[] = ['c0', 'c1', 'c2', 'c3'];
const bit = fc.constantFrom(...bits);
const position = fc.nat(40);

const guard: fc.Arbitrary<PlannedGuard> = fc.letrec<{ guard: PlannedGuard }>((tie) => ({
  guard: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 4, arbitrary: fc.record({ name: fc.oneof(bit, fc.constantFrom('g0', 'g1', 'g2')) }) },
    { weight: 2, arbitrary: fc.record({ inState: position }) },
    { weight: 1, arbitrary: fc.record({ all: fc.array(tie('guard'), { minLength: 1, maxLength: 2 }) }) },
    { weight: 1, arbitrary: fc.record({ any: fc.array(tie('guard'), { minLength: 1, maxLength: 2 }) }) },
    { weight: 1, arbitrary: fc.record({ not: tie('guard') }) },
  ),
})).guard;

const action: fc.Arbitrary<PlannedAction> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ set: bit, to: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ copy: bit, from: bit }) },
  { weight: 2, arbitrary: fc.record({ charge: fc.constantFrom('fee0', 'fee1') }) },
  { weight: 2, arbitrary: fc.record({ reach: fc.constantFrom('mark0', 'mark1') }) },
  { weight: 1, arbitrary: fc.record({ raise: fc.constantFrom('R0', 'R1') }) },
);
const actions = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(action, { minLength: 1, maxLength: 2 }) },
);

const transition = (guarded: number): fc.Arbitrary<PlannedTransition> =>
  fc.record({
    target: fc.option(position, { nil: undefined, freq: 6 }),
    reenter: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    guard: fc.oneof({ weight: 4 - guarded, arbitrary: fc.constant(undefined) }, { weight: guarded, arbitrary: guard }),
    actions,
  });

const few = <Item>(item: fc.Arbitrary<Item>, weight: number, most = 1): fc.Arbitrary<readonly Item[]> =>
  fc.oneof(
    { weight: 10 - weight, arbitrary: fc.constant([]) },
    { weight, arbitrary: fc.array(item, { minLength: 1, maxLength: most }) },
  );

const event = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('A', 'B', 'C') },
  { weight: 3, arbitrary: fc.constantFrom('R0', 'R1') },
  { weight: 1, arbitrary: fc.constant('*') },
);

const parts = {
  on: few(fc.record({ event, take: transition(1) }), 8, 3),
  always: few(transition(3), 1, 2),
  after: few(fc.record({ delay: fc.constantFrom('short', 'long'), take: transition(1) }), 3, 2),
  invoke: few(transition(1), 2),
  entry: few(action, 3, 2),
  exit: few(action, 2, 2),
  tags: few(fc.constantFrom('tag0', 'tag1', 'tag2'), 2, 2),
};

/** Machines of up to three levels inside the root, with everything that the compiler says comes free. */
export const plan: fc.Arbitrary<Plan> = fc.letrec<{ leaf: Plan; inner: Plan; root: Plan }>((tie) => {
  const composite = (children: fc.Arbitrary<Plan>): fc.Arbitrary<Plan> =>
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({
          ...parts,
          kind: fc.constant('compound' as const),
          children: fc.array(children, { minLength: 2, maxLength: 4 }),
          histories: few(fc.record({ deep: fc.boolean(), target: fc.option(fc.nat(3), { nil: undefined }) }), 3, 2),
          onDone: few(transition(1), 4),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          ...parts,
          kind: fc.constant('parallel' as const),
          children: fc.array(children, { minLength: 2, maxLength: 2 }),
          histories: fc.constant([]),
          onDone: few(transition(1), 4),
        }),
      },
    );
  return {
    leaf: fc.record({
      ...parts,
      kind: fc.oneof(
        { weight: 8, arbitrary: fc.constant('atomic' as const) },
        { weight: 1, arbitrary: fc.constant('final' as const) },
      ),
      children: fc.constant([]),
      histories: fc.constant([]),
      onDone: fc.constant([]),
    }),
    inner: fc.oneof(
      { maxDepth: 2, depthSize: 'medium' },
      { weight: 2, arbitrary: tie('leaf') },
      { weight: 1, arbitrary: composite(tie('inner')) },
    ),
    root: composite(tie('inner')),
  };
}).root;

/**
 * The XState machine of a plan. With `tagsAsActions` a state reaches its tags by actions of its own, as a table does:
 * so the reference can be stepped by XState alone.
 */
export function machineOf(root: Plan, { tagsAsActions }: { readonly tagsAsActions: boolean }): AnyStateMachine {
  const paths = pathsOf(root, 'm');
  const target = (index: number): string => `#${paths[index % paths.length] ?? 'm'}`;

  const guardOf = (planned: PlannedGuard): never => {
    const built: unknown =
      'name' in planned
        ? planned.name
        : 'inState' in planned
          ? stateIn(target(planned.inState))
          : 'all' in planned
            ? and(planned.all.map(guardOf))
            : 'any' in planned
              ? or(planned.any.map(guardOf))
              : not(guardOf(planned.not));
    return built as never;
  };
  const actionOf = (planned: PlannedAction): unknown => {
    if ('set' in planned) return assign({ [planned.set]: planned.to });
    if ('copy' in planned)
      return assign({ [planned.copy]: ({ context }: { context: Record<string, unknown> }) => context[planned.from] });
    if ('charge' in planned) return { type: 'charge', params: { fee: planned.charge } };
    if ('reach' in planned) return { type: 'reach', params: { milestone: planned.reach } };
    return raise({ type: planned.raise });
  };
  const take = (planned: PlannedTransition): Record<string, unknown> => ({
    ...(planned.target === undefined ? {} : { target: target(planned.target) }),
    ...(planned.guard === undefined ? {} : { guard: guardOf(planned.guard) }),
    ...(planned.reenter ? { reenter: true } : {}),
    actions: planned.actions.map(actionOf),
  });
  const together = (list: readonly (readonly [string, PlannedTransition])[]): Record<string, unknown> => {
    const map: Record<string, unknown[]> = {};
    for (const [key, each] of list) (map[key] ??= []).push(take(each));
    return map;
  };
  const stateOf = (state: Plan): Record<string, unknown> => {
    const keys = state.children.map((_, index) => `s${index}`);
    const tags = [...new Set(state.tags)];
    return {
      ...(state.kind === 'parallel' || state.kind === 'final' ? { type: state.kind } : {}),
      ...(state.kind === 'compound' ? { initial: 's0' } : {}),
      states: Object.fromEntries([
        ...state.children.map((child, index) => [keys[index], stateOf(child)]),
        ...state.histories.map((history, index) => [
          `h${index}`,
          {
            type: 'history',
            history: history.deep ? 'deep' : 'shallow',
            ...(history.target === undefined ? {} : { target: keys[history.target % keys.length] }),
          },
        ]),
      ]),
      entry: [
        ...(tagsAsActions ? tags.map((milestone) => ({ type: 'reach', params: { milestone } })) : []),
        ...state.entry.map(actionOf),
      ],
      exit: state.exit.map(actionOf),
      ...(tagsAsActions ? {} : { tags }),
      // What a final state listens to is never asked.
      on: together(state.on.map(({ event: type, take: each }) => [type, each])),
      after: together(state.after.map(({ delay, take: each }) => [delay, each])),
      ...(state.always.length > 0 ? { always: state.always.map(take) } : {}),
      ...(state.onDone.length > 0 ? { onDone: state.onDone.map(take) } : {}),
      invoke: state.invoke.map((each) => ({ src: 'work', onDone: take(each) })),
    };
  };
  return createMachine({
    id: 'm',
    context: Object.fromEntries(bits.map((name) => [name, false])),
    ...stateOf(root),
  } as never);
}

/** Full paths of all states in document order, history states included. */
function pathsOf(state: Plan, path: string): readonly string[] {
  return [
    path,
    ...state.children.flatMap((child, index) => pathsOf(child, `${path}.s${index}`)),
    ...state.histories.map((_, index) => `${path}.h${index}`),
  ];
}
