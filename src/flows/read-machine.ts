import { nearestWord, right, wrong, type Mistake, type Path, type Result } from '../base/index.ts';
import { and, assign, createMachine, not, or, raise, stateIn, type AnyStateMachine } from 'xstate';
import { inertActivity, inertDelay } from './dialect.ts';
import { invokeKeys, stateKeys, transitionKeys } from './dialect-keys.ts';
import type { Flow } from './flow.ts';
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
    const config = value === null ? {} : this.#mapping(value, at, 'a state: a mapping');
    this.#knownKeys(config, at, stateKeys);
    const read: Record<string, unknown> = {};
    const put = (key: string, reader: (value: unknown, at: Path) => unknown): void => {
      if (config[key] !== undefined) read[key] = reader(config[key], [...at, key]);
    };
    const transitions = (each: unknown, path: Path): unknown => this.#transitions(each, path, where);
    const byName = (each: unknown, path: Path, noted?: Set<string>): unknown =>
      Object.fromEntries(
        Object.entries(this.#mapping(each, path, 'a mapping from names to transitions')).flatMap(([key, inner]) => {
          noted?.add(key);
          const entry = [key, transitions(inner, [...path, key])] as const;
          if (key.trim() !== '') return [entry];
          this.#mistake('no-name', [...path, key], 'a transition without a name', {
            expected: 'the name of an event or delay',
          });
          return [];
        }),
      );
    put('id', (each, path) => this.#text(each, path, 'a name'));
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
      this.#list(each, path, (tag, inner) => this.#text(tag, inner, 'the name of a milestone')),
    );
    put('meta', (each) => each);
    put('description', (each, path) => this.#text(each, path, 'a text'));
    this.#checkType(config, at);
    return read;
  }

  #states(value: unknown, at: Path, where: readonly string[]): Mapping {
    const states = this.#mapping(value, at, 'a mapping from names to states');
    return Object.fromEntries(
      Object.entries(states).map(([key, child]) => {
        if (!/^[\w-]+$/u.test(key))
          this.#mistake('wrong-name', [...at, key], 'a state’s name has letters, digits, `_` and `-` only', {
            found: key,
          });
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
        this.#mistake('missing-states', at, `a ${type} state without states`, { expected: 'states' });
    } else if (type !== undefined && children.length > 0) {
      this.#mistake('wrong-type', [...at, 'type'], 'a state of this type has no states inside', {
        found: written(type),
      });
    }
    if (children.length > 0 && type !== 'parallel' && config['initial'] === undefined) {
      this.#mistake('missing-initial', at, 'it does not say which of its states is first', {
        expected: `initial: ${children[0] ?? ''}`,
      });
    }
    if (config['initial'] !== undefined && (type === 'parallel' || children.length === 0)) {
      this.#mistake(
        'unknown-key',
        [...at, 'initial'],
        type === 'parallel' ? 'all states of a parallel state are first' : 'there are no states to begin with',
        { found: 'initial' },
      );
    }
    for (const key of ['history', 'target']) {
      if (config[key] !== undefined && type !== 'history')
        this.#mistake('unknown-key', [...at, key], `only a state of \`type: history\` has \`${key}\``, { found: key });
    }
  }

  #initial(value: unknown, at: Path, config: Mapping): unknown {
    const children = Object.keys(childrenOf(config));
    const name = this.#text(value, at, 'the name of the first state');
    if (name !== '' && children.length > 0 && !children.includes(name)) this.#unknownState(at, name, children);
    return name;
  }

  #invoke(value: unknown, at: Path, where: readonly string[]): unknown {
    const config = this.#mapping(value, at, 'an activity: `{src: name, onDone: target}`');
    this.#knownKeys(config, at, invokeKeys);
    const src = this.#text(config['src'], 'src' in config ? [...at, 'src'] : at, '`src`, the name of an activity');
    this.activities.add(src);
    return {
      src,
      ...(config['id'] === undefined ? {} : { id: this.#text(config['id'], [...at, 'id'], 'a name') }),
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
    const config = this.#mapping(value, at, 'a transition: the name of a state, or a mapping');
    this.#knownKeys(config, at, transitionKeys);
    const read: Record<string, unknown> = {};
    if (config['target'] !== undefined) read['target'] = this.#targets(config['target'], [...at, 'target'], where);
    if (config['guard'] !== undefined) read['guard'] = this.#guard(config['guard'], [...at, 'guard']);
    if (config['actions'] !== undefined) read['actions'] = this.#actions(config['actions'], [...at, 'actions']);
    if (config['reenter'] !== undefined) read['reenter'] = this.#flag(config['reenter'], [...at, 'reenter']);
    if (config['description'] !== undefined)
      read['description'] = this.#text(config['description'], [...at, 'description'], 'a text');
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
    const target = this.#text(value, at, 'the name of a state');
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
      this.#mistake('unknown-state', at, 'a target of the whole machine begins with a dot', {
        found: target,
        nearest: `.${target}`,
      });
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
      if (/\s/.test(value)) this.#mistake('wrong-name', at, 'a guard’s name has no spaces', { found: value });
      this.guards.add(value);
      return value;
    }
    const config = this.#mapping(value, at, 'a guard: a name, or one of `in`, `all`, `any`, `not`');
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
            '`not` has one guard: say `{not: {any: [...]}}` or `{not: {all: [...]}}`',
            { found: 'a list' },
          );
        return this.#compose(`not (${first})`, not(first));
      default:
        return this.#compose(`${key} (${parts.join(', ')})`, key === 'all' ? and(parts) : or(parts));
    }
  }

  #stateIn(value: unknown, at: Path): string {
    const state = this.#text(value, at, 'a state, as a path from the machine: `goods.inYard`');
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
    const config = this.#mapping(
      value,
      at,
      'an action: one of `{set: {attribute: value}}`, `{charge: fee}`, `{reach: milestone}`, `{raise: EVENT}`',
    );
    const key = this.#onlyKey(config, at, actionKeys);
    const path: Path = [...at, key ?? ''];
    switch (key) {
      case 'set':
        return assign(
          Object.fromEntries(
            Object.entries(this.#mapping(config['set'], path, 'a mapping from attributes to values')).map(
              ([attribute, each]) => [attribute, this.#written(each, [...path, attribute])],
            ),
          ),
        );
      case 'charge':
        return { type: 'charge', params: { fee: this.#text(config['charge'], path, 'the name of a fee') } };
      case 'reach':
        return { type: 'reach', params: { milestone: this.#text(config['reach'], path, 'the name of a milestone') } };
      case 'raise':
        return raise({ type: this.#text(config['raise'], path, 'the name of an event') });
      default:
        return 'nothing';
    }
  }

  /** What `set` writes: a constant, or `{copy: attribute}`. */
  #written(value: unknown, at: Path): unknown {
    if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value;
    const config = this.#mapping(value, at, '`true`, `false`, a number, a level or `{copy: attribute}`');
    if (this.#onlyKey(config, at, ['copy']) === undefined) return false;
    const from = this.#text(config['copy'], [...at, 'copy'], 'the name of an attribute');
    return ({ context }: { context: Mapping }) => context[from];
  }

  #list<Item>(value: unknown, at: Path, item: (value: unknown, at: Path) => Item): readonly Item[] {
    if (!Array.isArray(value)) return [item(value, at)];
    if (value.length === 0) this.#mistake('wrong-type', at, 'an empty list says nothing', { found: '[]' });
    return value.map((each, index) => item(each, [...at, index]));
  }

  #mapping(value: unknown, at: Path, expected: string): Mapping {
    if (isMapping(value)) return value;
    this.#mistake('wrong-type', at, 'not what stands here', { found: written(value), expected });
    return {};
  }

  #text(value: unknown, at: Path, expected: string): string {
    if (typeof value === 'string' && value !== '') return value;
    this.#mistake('wrong-type', at, 'not what stands here', { found: written(value), expected });
    return '';
  }

  #flag(value: unknown, at: Path): boolean {
    if (typeof value !== 'boolean')
      this.#mistake('wrong-type', at, 'not what stands here', { found: written(value), expected: '`true` or `false`' });
    return value === true;
  }

  #oneOf(value: unknown, at: Path, words: readonly string[]): string {
    const text = this.#text(value, at, words.join(', '));
    if (text !== '' && !words.includes(text))
      this.#mistake('unknown-word', at, 'not one of the words that may stand here', {
        found: text,
        expected: words.join(', '),
        nearest: nearestWord(text, words),
      });
    return text;
  }

  #knownKeys(config: Mapping, at: Path, keys: readonly string[]): void {
    for (const key of Object.keys(config)) {
      if (!keys.includes(key))
        this.#mistake('unknown-key', [...at, key], 'not a word of the dialect', {
          found: key,
          expected: keys.join(', '),
          nearest: nearestWord(key, keys),
        });
    }
  }

  /** The one key of a mapping that must have exactly one, of these. */
  #onlyKey(config: Mapping, at: Path, keys: readonly string[]): string | undefined {
    this.#knownKeys(config, at, keys);
    const known = Object.keys(config).filter((key) => keys.includes(key));
    if (known.length > 1)
      this.#mistake('too-many-keys', at, 'only one of these may stand here', {
        found: known.join(', '),
        expected: keys.join(' or '),
      });
    return known.length === 1 ? known[0] : undefined;
  }

  #unknownState(at: Path, target: string, known: readonly string[], step: string = target): void {
    this.#mistake('unknown-state', at, 'no such state', {
      found: target,
      expected: known.join(', '),
      nearest: nearestWord(step, known),
    });
  }

  #mistake(
    code: string,
    path: Path,
    message: string,
    more: { found?: string; expected?: string; nearest?: string | undefined },
  ): void {
    const { nearest, ...rest } = more;
    this.mistakes.push({ code, path, message, ...rest, ...(nearest === undefined ? {} : { nearest }) });
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

function written(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
