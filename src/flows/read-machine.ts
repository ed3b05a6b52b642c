import {
  nearestWord,
  right,
  verbatim,
  wrong,
  type Label,
  type Mistake,
  type Path,
  type Result,
} from '../base/index.ts';
import { oneOf } from '../notation/index.ts';
import { and, assign, createMachine, not, or, raise, stateIn, type AnyStateMachine } from 'xstate';
import { inertActivity, inertDelay } from './dialect.ts';
import { invokeKeys, stateKeys, transitionKeys } from './dialect-keys.ts';
import type { Flow, FlowNames } from './flow.ts';
import { isMapping, type Mapping } from './plain.ts';

/**
 * Reads a machine written as data (YAML, JSON) in the dialect of docs/reference/dialect.md into a plain XState machine.
 * `name` names the flow. Wrong: every mistake at once, each with its path inside `config`.
 *
 * The machine opens in XState tools and stays where it is: its activities are never done, its delays last 24.8 days,
 * its guards say no (those named like an attribute that an action sets read the attribute).
 */
export function readMachine(config: unknown, name: string): Result<Flow, readonly Mistake[]> {
  const reader = new MachineReader(config);
  const read = reader.state(config, [], []);
  if (reader.mistakes.length > 0) return wrong(reader.mistakes);
  const id = /^[\w-]+$/.test(name) ? name : 'flow';
  const description = isMapping(config) && typeof config['description'] === 'string' ? config['description'] : '';
  return right({
    name,
    label: { en: name, zh: name },
    explanation: { en: description, zh: description },
    machine: machineOf({ id, ...read }, reader),
    content: JSON.stringify([id, config]),
    measures: {},
  });
}

/** Guards, activities and delays that a machine written as data names, as far as it can be read. */
export function namesWritten(config: unknown): Pick<FlowNames, 'guards' | 'activities' | 'delays'> {
  const reader = new MachineReader(config);
  reader.state(config, [], []);
  const names = (of: ReadonlySet<string>): readonly string[] => [...of].filter((name) => /^\S+$/u.test(name));
  return { guards: names(reader.guards), activities: names(reader.activities), delays: names(reader.delays) };
}

function machineOf(config: AnyStateMachine['config'], names: MachineReader): AnyStateMachine {
  const inert = <Value>(words: Iterable<string>, value: (word: string) => Value): Record<string, Value> =>
    Object.fromEntries([...words].map((word) => [word, value(word)]));
  return createMachine(
    { ...config, context: {}, options: { maxIterations: 1000 } },
    {
      actors: inert(names.activities, () => inertActivity),
      delays: inert(names.delays, () => inertDelay),
      guards: {
        ...inert(
          names.guards,
          (guard) =>
            ({ context }: { context: Mapping }) =>
              context[guard] === true,
        ),
        ...Object.fromEntries(names.composed),
      },
      actions: { charge: () => undefined, reach: () => undefined },
    },
  );
}

const stateTypes = ['atomic', 'compound', 'parallel', 'final', 'history'];
const guardKeys = ['in', 'all', 'any', 'not'];
const actionKeys = ['set', 'charge', 'reach', 'raise'];

/** Reads part by part; whatever is wrong is noted, and something harmless put in its place. */
class MachineReader {
  readonly mistakes: Mistake[] = [];
  readonly activities: Set<string> = new Set();
  readonly delays: Set<string> = new Set();
  readonly guards: Set<string> = new Set();
  /** Guards made of `in`, `all`, `any`, `not`, by the text that names them. */
  readonly composed: Map<string, ReturnType<typeof stateIn>> = new Map();
  readonly #root: unknown;
  /** States that were given an id, by it. */
  readonly #named: Map<string, readonly string[]> = new Map();

  constructor(root: unknown) {
    this.#root = root;
    this.#nameStates(root, []);
  }

  /** A state; `at` is its path in the document, `where` its path in the machine. */
  state(value: unknown, at: Path, where: readonly string[]): Mapping {
    // In YAML a state without anything is `released:`.
    const config = value === null ? {} : this.#mapping(value, at, { en: 'a state: a mapping', zh: '状态：映射' });
    this.#knownKeys(config, at, stateKeys);
    const read: Record<string, unknown> = {};
    const put = (key: string, reader: (value: unknown, at: Path) => unknown): void => {
      if (config[key] !== undefined) read[key] = reader(config[key], [...at, key]);
    };
    const transitions = (each: unknown, path: Path): unknown => this.#transitions(each, path, where);
    const byName = (each: unknown, path: Path, noted?: Set<string>): unknown =>
      Object.fromEntries(
        Object.entries(
          this.#mapping(each, path, { en: 'a mapping from names to transitions', zh: '名称到转移的映射' }),
        ).flatMap(([key, inner]) => {
          noted?.add(key);
          const entry = [key, transitions(inner, [...path, key])] as const;
          if (key.trim() !== '') return [entry];
          this.#mistake(
            'no-name',
            [...path, key],
            { en: 'a transition without a name', zh: '转移没有名称' },
            {
              expected: { en: 'the name of an event or delay', zh: '事件或等待的名称' },
            },
          );
          return [];
        }),
      );
    put('id', (each, path) => this.#text(each, path, { en: 'a name', zh: '名称' }));
    put('type', (each, path) => this.#oneOf(each, path, stateTypes));
    put('history', (each, path) => this.#oneOf(each, path, ['shallow', 'deep']));
    put('target', (each, path) => this.#targets(each, path, where.slice(0, -1), 'history'));
    put('initial', (each, path) => this.#initial(each, path, config));
    put('states', (each, path) => this.#states(each, path, where));
    put('on', (each, path) => byName(each, path));
    put('always', transitions);
    put('after', (each, path) => byName(each, path, this.delays));
    put('invoke', (each, path) => this.#list(each, path, (invoke, inner) => this.#invoke(invoke, inner, where)));
    put('entry', (each, path) => this.#actions(each, path));
    put('exit', (each, path) => this.#actions(each, path));
    put('onDone', transitions);
    put('tags', (each, path) =>
      this.#list(each, path, (tag, inner) =>
        this.#text(tag, inner, { en: 'the name of a milestone', zh: '里程碑的名称' }),
      ),
    );
    put('meta', (each) => each);
    put('description', (each, path) => this.#text(each, path, { en: 'a text', zh: '文字' }));
    this.#checkType(config, at);
    return read;
  }

  #states(value: unknown, at: Path, where: readonly string[]): Mapping {
    const states = this.#mapping(value, at, { en: 'a mapping from names to states', zh: '名称到状态的映射' });
    return Object.fromEntries(
      Object.entries(states).map(([key, child]) => {
        if (!/^[\w-]+$/u.test(key))
          this.#mistake(
            'wrong-name',
            [...at, key],
            { en: 'a state’s name has letters, digits, `_` and `-` only', zh: '状态名称只能用字母、数字、`_` 和 `-`' },
            {
              found: key,
            },
          );
        return [key, this.state(child, [...at, key], [...where, key])];
      }),
    );
  }

  /** What must stand together: `initial` with states, `history` with its type. */
  #checkType(config: Mapping, at: Path): void {
    const children = Object.keys(childrenOf(config));
    const { type } = config;
    if (type === 'parallel' || type === 'compound') {
      if (children.length === 0)
        this.#mistake(
          'missing-states',
          at,
          { en: `a ${type} state without states`, zh: `${type} 状态没有下级状态` },
          { expected: verbatim('states:') },
        );
    } else if (type !== undefined && children.length > 0) {
      this.#mistake(
        'wrong-type',
        [...at, 'type'],
        { en: 'a state of this type has no states inside', zh: '此类状态没有下级状态' },
        {
          found: written(type),
        },
      );
    }
    if (children.length > 0 && type !== 'parallel' && config['initial'] === undefined) {
      this.#mistake(
        'missing-initial',
        at,
        { en: 'it does not say which of its states is first', zh: '没有说明哪个状态在先' },
        {
          expected: verbatim(`initial: ${children[0] ?? ''}`),
        },
      );
    }
    if (config['initial'] !== undefined && (type === 'parallel' || children.length === 0)) {
      this.#mistake(
        'unknown-key',
        [...at, 'initial'],
        type === 'parallel'
          ? { en: 'all states of a parallel state are first', zh: '并行状态的各状态同时进入' }
          : { en: 'there are no states to begin with', zh: '没有可作为起始的状态' },
        { found: 'initial' },
      );
    }
    for (const key of ['history', 'target']) {
      if (config[key] !== undefined && type !== 'history')
        this.#mistake(
          'unknown-key',
          [...at, key],
          {
            en: `only a state of \`type: history\` has \`${key}\``,
            zh: `只有 \`type: history\` 的状态才有 \`${key}\``,
          },
          { found: key },
        );
    }
  }

  #initial(value: unknown, at: Path, config: Mapping): unknown {
    const children = Object.keys(childrenOf(config));
    const name = this.#text(value, at, { en: 'the name of the first state', zh: '起始状态的名称' });
    if (name !== '' && children.length > 0 && !children.includes(name)) this.#unknownState(at, name, children);
    return name;
  }

  #invoke(value: unknown, at: Path, where: readonly string[]): unknown {
    const config = this.#mapping(value, at, {
      en: 'an activity: `{src: name, onDone: target}`',
      zh: '作业：`{src: 名称, onDone: 目标}`',
    });
    this.#knownKeys(config, at, invokeKeys);
    const src = this.#text(config['src'], 'src' in config ? [...at, 'src'] : at, {
      en: '`src`, the name of an activity',
      zh: '`src`，作业的名称',
    });
    this.activities.add(src);
    return {
      src,
      ...(config['id'] === undefined
        ? {}
        : { id: this.#text(config['id'], [...at, 'id'], { en: 'a name', zh: '名称' }) }),
      ...(config['onDone'] === undefined
        ? {}
        : { onDone: this.#transitions(config['onDone'], [...at, 'onDone'], where) }),
    };
  }

  #transitions(value: unknown, at: Path, where: readonly string[]): readonly Mapping[] {
    return this.#list(value, at, (each, path) => this.#transition(each, path, where));
  }

  #transition(value: unknown, at: Path, where: readonly string[]): Mapping {
    if (typeof value === 'string') return { target: this.#target(value, at, where) };
    const config = this.#mapping(value, at, {
      en: 'a transition: the name of a state, or a mapping',
      zh: '转移：状态名称，或映射',
    });
    this.#knownKeys(config, at, transitionKeys);
    const read: Record<string, unknown> = {};
    if (config['target'] !== undefined) read['target'] = this.#targets(config['target'], [...at, 'target'], where);
    if (config['guard'] !== undefined) read['guard'] = this.#guard(config['guard'], [...at, 'guard']);
    if (config['actions'] !== undefined) read['actions'] = this.#actions(config['actions'], [...at, 'actions']);
    if (config['reenter'] !== undefined) read['reenter'] = this.#flag(config['reenter'], [...at, 'reenter']);
    if (config['description'] !== undefined)
      read['description'] = this.#text(config['description'], [...at, 'description'], { en: 'a text', zh: '文字' });
    if (config['meta'] !== undefined) read['meta'] = config['meta'];
    return read;
  }

  #targets(
    value: unknown,
    at: Path,
    where: readonly string[],
    kind: 'transition' | 'history' = 'transition',
  ): readonly string[] {
    return this.#list(value, at, (each, path) => this.#target(each, path, kind === 'history' ? [...where, ''] : where));
  }

  /** A target as XState reads it: `.child`, `#id.path`, or a state beside the one that has the transition. */
  #target(value: unknown, at: Path, where: readonly string[]): string {
    const target = this.#text(value, at, { en: 'the name of a state', zh: '状态的名称' });
    if (target === '') return target;
    if (target.startsWith('#')) {
      const [id = '', ...rest] = target.slice(1).split('.');
      const base = this.#named.get(id);
      if (base === undefined)
        this.#unknownState(
          at,
          target,
          [...this.#named.keys()].map((each) => `#${each}`),
        );
      else this.#walk(target, rest, base, at);
    } else if (target.startsWith('.')) this.#walk(target, target.slice(1).split('.'), where, at);
    else if (where.length === 0) {
      this.#mistake(
        'unknown-state',
        at,
        { en: 'a target of the whole machine begins with a dot', zh: '整个状态机的目标以点开头' },
        {
          found: target,
          nearest: `.${target}`,
        },
      );
    } else this.#walk(target, target.split('.'), where.slice(0, -1), at);
    return target;
  }

  /** Follows a path of states; the first step that leads nowhere is a mistake. */
  #walk(target: string, steps: readonly string[], from: readonly string[], at: Path): void {
    let state = stateAt(this.#root, from);
    for (const step of steps) {
      const children: Mapping = childrenOf(state);
      if (!(step in children)) {
        this.#unknownState(at, target, Object.keys(children), step);
        return;
      }
      state = children[step];
    }
  }

  /** A guard's name. What is put together from others gets its own text as name, so that XState tools show it. */
  #guard(value: unknown, at: Path): string {
    if (typeof value === 'string' && value !== '') {
      if (/\s/.test(value))
        this.#mistake(
          'wrong-name',
          at,
          { en: 'a guard’s name has no spaces', zh: '条件名称不含空格' },
          { found: value },
        );
      this.guards.add(value);
      return value;
    }
    const config = this.#mapping(value, at, {
      en: 'a guard: a name, or one of `in`, `all`, `any`, `not`',
      zh: '条件：名称，或 `in`、`all`、`any`、`not` 之一',
    });
    const key = this.#onlyKey(config, at, guardKeys);
    if (key === undefined) return 'never';
    const parts = this.#list(config[key], [...at, key], (part, path) =>
      key === 'in' ? this.#stateIn(part, path) : this.#guard(part, path),
    );
    const [first = 'never'] = parts;
    switch (key) {
      case 'in':
        return parts.length === 1 ? first : this.#compose(`any (${parts.join(', ')})`, or(parts));
      case 'not':
        if (parts.length > 1)
          this.#mistake(
            'wrong-type',
            [...at, key],
            {
              en: '`not` has one guard: say `{not: {any: [...]}}` or `{not: {all: [...]}}`',
              zh: '`not` 只带一个条件：请写 `{not: {any: [...]}}` 或 `{not: {all: [...]}}`',
            },
            { found: written(config[key]) },
          );
        return this.#compose(`not (${first})`, not(first));
      default:
        return this.#compose(`${key} (${parts.join(', ')})`, key === 'all' ? and(parts) : or(parts));
    }
  }

  #stateIn(value: unknown, at: Path): string {
    const state = this.#text(value, at, {
      en: 'a state, as a path from the machine: `goods.inYard`',
      zh: '状态，即从状态机起的路径：`goods.inYard`',
    });
    if (state !== '') this.#walk(state, state.split('.'), [], at);
    return this.#compose(`in ${state}`, stateIn(state));
  }

  #compose(name: string, guard: ReturnType<typeof stateIn>): string {
    this.composed.set(name, guard);
    return name;
  }

  #actions(value: unknown, at: Path): readonly unknown[] {
    return this.#list(value, at, (each, path) => this.#action(each, path));
  }

  #action(value: unknown, at: Path): unknown {
    const config = this.#mapping(value, at, {
      en: 'an action: one of `{set: {attribute: value}}`, `{charge: fee}`, `{reach: milestone}`, `{raise: EVENT}`',
      zh: '动作：`{set: {属性: 值}}`、`{charge: 费用}`、`{reach: 里程碑}`、`{raise: 事件}` 之一',
    });
    const key = this.#onlyKey(config, at, actionKeys);
    const path: Path = [...at, key ?? ''];
    switch (key) {
      case 'set':
        return assign(
          Object.fromEntries(
            Object.entries(
              this.#mapping(config['set'], path, { en: 'a mapping from attributes to values', zh: '属性到值的映射' }),
            ).map(([attribute, each]) => [attribute, this.#written(each, [...path, attribute])]),
          ),
        );
      case 'charge':
        return {
          type: 'charge',
          params: { fee: this.#text(config['charge'], path, { en: 'the name of a fee', zh: '费用的名称' }) },
        };
      case 'reach':
        return {
          type: 'reach',
          params: {
            milestone: this.#text(config['reach'], path, { en: 'the name of a milestone', zh: '里程碑的名称' }),
          },
        };
      case 'raise':
        return raise({ type: this.#text(config['raise'], path, { en: 'the name of an event', zh: '事件的名称' }) });
      default:
        return 'nothing';
    }
  }

  /** What `set` writes: a constant, or `{copy: attribute}`. */
  #written(value: unknown, at: Path): unknown {
    if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value;
    const config = this.#mapping(value, at, {
      en: '`true`, `false`, a number, a level or `{copy: attribute}`',
      zh: '`true`、`false`、数字、等级或 `{copy: 属性}`',
    });
    if (this.#onlyKey(config, at, ['copy']) === undefined) return false;
    const from = this.#text(config['copy'], [...at, 'copy'], { en: 'the name of an attribute', zh: '属性的名称' });
    return ({ context }: { context: Mapping }) => context[from];
  }

  #list<Item>(value: unknown, at: Path, item: (value: unknown, at: Path) => Item): readonly Item[] {
    if (!Array.isArray(value)) return [item(value, at)];
    if (value.length === 0)
      this.#mistake('wrong-type', at, { en: 'an empty list says nothing', zh: '空列表没有内容' }, { found: '[]' });
    return value.map((each, index) => item(each, [...at, index]));
  }

  #mapping(value: unknown, at: Path, expected: Label): Mapping {
    if (isMapping(value)) return value;
    this.#mistake(
      'wrong-type',
      at,
      { en: 'not what stands here', zh: '此处内容不对' },
      { found: written(value), expected },
    );
    return {};
  }

  #text(value: unknown, at: Path, expected: Label): string {
    if (typeof value === 'string' && value !== '') return value;
    this.#mistake(
      'wrong-type',
      at,
      { en: 'not what stands here', zh: '此处内容不对' },
      { found: written(value), expected },
    );
    return '';
  }

  #flag(value: unknown, at: Path): boolean {
    if (typeof value !== 'boolean')
      this.#mistake(
        'wrong-type',
        at,
        { en: 'not what stands here', zh: '此处内容不对' },
        { found: written(value), expected: { en: '`true` or `false`', zh: '`true` 或 `false`' } },
      );
    return value === true;
  }

  #oneOf(value: unknown, at: Path, words: readonly string[]): string {
    const text = this.#text(value, at, oneOf(words));
    if (text !== '' && !words.includes(text))
      this.#mistake(
        'unknown-word',
        at,
        { en: 'not one of the words that may stand here', zh: '此处不能用这个词' },
        {
          found: text,
          expected: oneOf(words),
          nearest: nearestWord(text, words),
        },
      );
    return text;
  }

  #knownKeys(config: Mapping, at: Path, keys: readonly string[]): void {
    for (const key of Object.keys(config)) {
      if (!keys.includes(key))
        this.#mistake(
          'unknown-key',
          [...at, key],
          { en: 'not a word of the dialect', zh: '流程写法中没有此项' },
          {
            found: key,
            expected: oneOf(keys),
            nearest: nearestWord(key, keys),
          },
        );
    }
  }

  /** The one key of a mapping that must have exactly one, of these. */
  #onlyKey(config: Mapping, at: Path, keys: readonly string[]): string | undefined {
    this.#knownKeys(config, at, keys);
    const known = Object.keys(config).filter((key) => keys.includes(key));
    if (known.length > 1)
      this.#mistake(
        'too-many-keys',
        at,
        { en: 'only one of these may stand here', zh: '此处只能写其中之一' },
        {
          found: known.join(', '),
          expected: oneOf(keys),
        },
      );
    return known.length === 1 ? known[0] : undefined;
  }

  #unknownState(at: Path, target: string, known: readonly string[], step: string = target): void {
    this.#mistake(
      'unknown-state',
      at,
      { en: 'no such state', zh: '没有这个状态' },
      {
        found: target,
        expected: oneOf(known),
        nearest: nearestWord(step, known),
      },
    );
  }

  #mistake(
    code: string,
    path: Path,
    message: Label,
    more: { found?: string | undefined; expected?: Label; nearest?: string | undefined },
  ): void {
    const { found, nearest, ...rest } = more;
    this.mistakes.push({
      code,
      path,
      message,
      ...(found === undefined ? {} : { found }),
      ...rest,
      ...(nearest === undefined ? {} : { nearest }),
    });
  }

  #nameStates(state: unknown, where: readonly string[]): void {
    if (isMapping(state) && typeof state['id'] === 'string') this.#named.set(state['id'], where);
    for (const [key, child] of Object.entries(childrenOf(state))) this.#nameStates(child, [...where, key]);
  }
}

function childrenOf(state: unknown): Mapping {
  const states = isMapping(state) ? state['states'] : undefined;
  return isMapping(states) ? states : {};
}

function stateAt(root: unknown, path: readonly string[]): unknown {
  return path.reduce((state: unknown, key) => childrenOf(state)[key], root);
}

/** A value as it may be written; none where nothing stands. */
function written(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}
