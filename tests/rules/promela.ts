import { present } from '../../src/base/index.ts';
import { engineModel } from '../../src/engine/index.ts';
import { automatonOf, symbols } from '../../src/rules/automaton.ts';
import type { Pattern } from '../../src/rules/pattern.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { isIn } from '../../src/rules/state-test.ts';
import { symbolOf } from '../../src/rules/symbols.ts';
import type { Model } from '../../src/simulation/index.ts';
import { pathsIn } from './brute-force.ts';

const { Op } = engineModel;

/** A value that is not drawn yet. */
const undrawn = 255;
/** The state of a rule that is broken for good. */
const broken = 255;

/** Whether SPIN can be asked about a rule: order and states of one consignment, no time, no condition on attributes. */
export function isForSpin({ claim, when }: Rule): boolean {
  if (when !== undefined) return false;
  if ('never' in claim || 'possible' in claim) return true;
  return (
    'template' in claim &&
    !('window' in claim && claim.window !== undefined) &&
    !('kinship' in claim && claim.kinship !== undefined)
  );
}

/**
 * A model without time as a process of Promela, with the machines of rules beside it; the environment variable RULE says which of them
 * is watched; the tables of these are C, and go into `tables.h`. An assertion fails where the rule is broken, or where it is found what the rule says is possible.
 * Attributes and chances are numbers, drawn when they are first asked for: nothing of it is shared with src/rules/world.ts.
 */
export function promelaOf(model: Model, rules: readonly Rule[]): { readonly process: string; readonly tables: string } {
  return new Writer(model, rules).written();
}

/** A way through a program: what it asks of the variables before it, and the values of facts that it knows or has written. */
interface Path {
  readonly asks: readonly string[];
  readonly now: ReadonlyMap<string, number>;
  readonly does: readonly string[];
  readonly events: readonly string[];
}

class Writer {
  readonly #model: Model;
  readonly #rules: readonly Rule[];
  readonly #labels: (readonly string[])[] = [];
  readonly #states: readonly (readonly string[])[];

  constructor(model: Model, rules: readonly Rule[]) {
    this.#model = model;
    this.#rules = rules;
    this.#states = model.table.configurations.map(({ value }) => pathsIn(value));
  }

  written(): { readonly process: string; readonly tables: string } {
    const { engine } = this.#model;
    const entry = this.#program(engine.program.start, -1, '1', []);
    const unheard = this.#unheard();
    const moves = this.#states.map((_, from) => this.#moves(from));
    // Tables are longer than what SPIN takes in place.
    const tables = this.#tables();
    const process = `c_decl {
\\#include <stdlib.h>
\\#include "tables.h"
}
byte rule;
byte mode;
short label;
bool lost;
short at = -1;
bool arrived;
${engine.timers.map((_, timer) => `bool armed${timer};`).join('\n')}
${engine.activities.map((_, activity) => `byte stage${activity};`).join('\n')}
${Array.from({ length: engine.milestones }, (_, column) => `bool reached${column};`).join('\n')}
${engine.levelColumns.map((column, index) => `byte level${index} = ${column.kind === 'written' ? column.initial : undrawn};`).join('\n')}
${engine.numberColumns.map((_, index) => `byte span${index} = ${undrawn};`).join('\n')}
${engine.guards.map((_, index) => `byte chance${index} = ${undrawn};`).join('\n')}
inline judge() {
  c_code {
    now.mode = ruleAfter[now.rule][now.label][now.mode];
    now.lost = now.mode == ${broken} || isBad[now.rule][now.at];
  };
  assert(!lost)
}
active proctype consignment() {
  c_code { now.rule = atoi(getenv("RULE")); };
  if
${entry.join('\n')}
  fi;
  judge();
  do
  :: if
${unheard.join('\n')}
${moves.map((options, from) => options.map((option) => option.replace('c_expr { ', `c_expr { now.at == ${from} && `)).join('\n')).join('\n')}
     :: else -> break
     fi;
     judge()
  od;
  if
  :: c_expr { isKept[now.rule][now.mode] } -> skip
  :: else -> assert(false)
  fi
}
`;
    return { process, tables };
  }

  /** What happens to a rule's machine by each label, where it may end, and which configurations it forbids. */
  #tables(): string {
    const machines = this.#rules.map((rule) => {
      const { claim } = rule;
      if ('never' in claim)
        return {
          after: this.#labels.map(() => [0]),
          isKept: [true],
          isBad: this.#states.map((active) => isIn(claim.never, active)),
        };
      const pattern: Pattern =
        'possible' in claim ? { template: 'absence', a: claim.possible, times: 1 } : (claim as Pattern);
      const { next, isKept, isBroken, states } = automatonOf(pattern);
      const symbol = symbolOf(rule, pattern);
      return {
        after: this.#labels.map((events) =>
          Array.from({ length: states }, (_, mode) => {
            const last = events.reduce((before, event) => {
              const what = symbol(event);
              return what === undefined ? before : present(next[before * symbols + what], 'a state of a rule');
            }, mode);
            return isBroken[last] === true ? broken : last;
          }),
        ),
        isKept,
        isBad: this.#states.map(() => false),
      };
    });
    const most = Math.max(...machines.map(({ isKept }) => isKept.length));
    const { go, events, done } = this.#model.engine.program;
    const row = (numbers: readonly (number | boolean)[]): string => `{${numbers.map(Number).join(',')}}`;
    return `static const unsigned char ruleAfter[][${this.#labels.length}][${most}] = {${machines.map(({ after }) => `{${after.map(row).join(',')}}`).join(',\n')}};
static const unsigned char isHeard[][${events}] = {${this.#states.map((_, at) => row(Array.from(go.slice(at * events, (at + 1) * events), (start) => start >= 0))).join(',\n')}};
static const unsigned char isDone[] = ${row([...done])};
static const unsigned char isKept[][${most}] = {${machines.map(({ isKept }) => row(isKept)).join(',')}};
static const unsigned char isBad[][${this.#states.length}] = {${machines.map(({ isBad }) => row(isBad)).join(',\n')}};`;
  }

  /** What may come in a configuration and is heard there. */
  #moves(from: number): readonly string[] {
    const { go, events, done } = this.#model.engine.program;
    if (done[from] === 1) return [];
    return this.#pending().flatMap(({ event, where, does, first }) => {
      const start = event === undefined ? -1 : present(go[from * events + event], 'a program or none');
      return start < 0 ? [] : this.#program(start, from, where, does, first);
    });
  }

  /** What may come and is heard nowhere, or not where the consignment is: it only goes by. */
  #unheard(): readonly string[] {
    return this.#pending().map(({ event, where, does, first }) => {
      const isHeard = event === undefined ? '0' : `isHeard[now.at][${event}]`;
      return this.#option(`${where} && !${isHeard} && !isDone[now.at]`, {
        asks: [],
        now: new Map(),
        does,
        events: first,
      });
    });
  }

  /** What may be pending, and when. */
  #pending(): readonly {
    readonly event: number | undefined;
    readonly where: string;
    readonly does: readonly string[];
    readonly first: readonly string[];
  }[] {
    const { engine, names, table } = this.#model;
    const { arrived: event } = engine.program;
    return [
      ...(event >= 0 && engine.arrivals.kind === 'conveyances'
        ? [{ event, where: '!now.arrived', does: ['now.arrived = 1'], first: [] }]
        : []),
      ...engine.timers.map((timer, index) => {
        const anchors = timer.kind === 'delay' ? [] : timer.from.columns;
        const reached = anchors.map((column) => (column === engineModel.created ? '1' : `now.reached${column}`));
        const isAnchored =
          timer.kind === 'delay' ? '1' : `(${reached.join(timer.from.of === 'first' ? ' || ' : ' && ')})`;
        return {
          event: timer.event,
          where: `now.armed${index} && ${isAnchored}`,
          does: [`now.armed${index} = 0`],
          first: [`due:${table.timers[index]?.delay ?? ''}`],
        };
      }),
      ...engine.activities.flatMap(({ takes, done }, index) => {
        const name = names.activities[index] ?? '';
        const stage = `now.stage${index}`;
        return [
          { event: undefined, where: `${stage} == 1`, does: [`${stage} = 2`], first: [`start:${name}`] },
          {
            event: done,
            where: `${stage} == 2`,
            does: [`${stage} = ${takes === undefined ? 3 : 0}`],
            first: takes === undefined ? [] : [`end:${name}`],
          },
        ];
      }),
    ];
  }

  /** Options, one for each way through a program. */
  #program(
    start: number,
    from: number,
    where: string,
    does: readonly string[],
    first: readonly string[] = [],
  ): readonly string[] {
    const { code } = this.#model.engine.program;
    const { names } = this.#model;
    const options: string[] = [];
    const word = (at: number): number => present(code[at], 'a word');
    const follow = (at: number, path: Path): void => {
      const operand = word(at + 1);
      switch (word(at)) {
        case Op.test:
          this.#ask(operand, path, (isYes, then) => follow(isYes ? at + 3 : word(at + 2), then));
          return;
        case Op.goto: {
          const before = this.#states[from] ?? [];
          const now = present(this.#states[operand], 'a configuration');
          const events = [
            ...first,
            ...before.filter((each) => !now.includes(each)).map((each) => `leave:${each}`),
            ...path.events,
            ...now.filter((each) => !before.includes(each)).map((each) => `enter:${each}`),
          ];
          options.push(this.#option(where, { ...path, events, does: [...path.does, `now.at = ${operand}`] }));
          return;
        }
        case Op.set:
          follow(at + 3, { ...path, now: new Map(path.now).set(`level${operand}`, word(at + 2)) });
          return;
        case Op.copy:
          this.#read(`level${word(at + 2)}`, path, (value, then) =>
            follow(at + 3, { ...then, now: new Map(then.now).set(`level${operand}`, value) }),
          );
          return;
        case Op.reach:
          follow(at + 2, {
            ...path,
            does: [...path.does, `now.reached${operand} = 1`],
            events: [...path.events, names.milestones[operand] ?? ''],
          });
          return;
        case Op.charge:
          follow(at + 2, { ...path, events: [...path.events, `fee:${names.fees[operand] ?? ''}`] });
          return;
        case Op.arm:
        case Op.disarm:
          follow(at + 2, {
            ...path,
            does: [...path.does, `now.armed${operand} = ${word(at) === Op.arm ? 1 : 0}`],
          });
          return;
        default:
          follow(at + 2, { ...path, does: [...path.does, `now.stage${operand} = ${word(at) === Op.begin ? 1 : 0}`] });
      }
    };
    follow(start, { asks: [], now: new Map(), does, events: [] });
    return options;
  }

  #option(where: string, of: Path): string {
    const { now, events } = of;
    const label = this.#labels.findIndex((known) => known.join(' ') === events.join(' '));
    const number = label < 0 ? this.#labels.push(events) - 1 : label;
    const sets = [...now].map(([fact, value]) => `now.${fact} = ${value}`);
    const does = [...of.does, ...sets, `now.label = ${number}`];
    return `  :: d_step { c_expr { ${[where, ...of.asks].join(' && ')} } -> c_code { ${does.join('; ')}; } }`;
  }

  /** Goes on with each value that a fact may have. */
  #read(fact: string, path: Path, then: (value: number, path: Path) => void): void {
    const known = path.now.get(fact);
    if (known !== undefined) {
      then(known, path);
      return;
    }
    for (const value of this.#valuesOf(fact))
      then(value, asking(path, `(now.${fact} == ${undrawn} || now.${fact} == ${value})`, fact, value));
  }

  #valuesOf(fact: string): readonly number[] {
    const { levelColumns } = this.#model.engine;
    if (fact.startsWith('span')) return this.#limits(Number(fact.slice('span'.length))).map((_, index) => index);
    const column = present(levelColumns[Number(fact.slice('level'.length))], 'a column');
    const levels = Array.from({ length: column.levels }, (_, level) => level);
    if (column.kind === 'written') return levels;
    // Levels that nobody has are never drawn.
    const drawn = (choice: engineModel.Choice<readonly number[]>): readonly number[] =>
      'is' in choice
        ? levels.filter((level) => (choice.is[level] ?? 0) > (choice.is[level - 1] ?? 0))
        : 'by' in choice
          ? choice.levels.flatMap(drawn)
          : [...drawn(choice.no), ...drawn(choice.yes)];
    return [...new Set(drawn(column.upTo))];
  }

  /** A value of a number column in each span that some guard tells apart. */
  #limits(column: number): readonly number[] {
    const limits = this.#model.engine.guards.flatMap((guard) =>
      guard.kind === 'range' && guard.column === column ? [guard.atLeast, guard.below] : [],
    );
    return [Number.NEGATIVE_INFINITY, ...new Set(limits.filter(Number.isFinite))];
  }

  /** Goes on with each answer that a guard may have. */
  #ask(index: number, path: Path, then: (isYes: boolean, path: Path) => void): void {
    const guard = present(this.#model.engine.guards[index], 'a guard');
    switch (guard.kind) {
      case 'constant':
        then(guard.value, path);
        return;
      case 'level':
        this.#read(`level${guard.column}`, path, (level, after) => then(guard.isOneOf.includes(level), after));
        return;
      case 'range':
        this.#read(`span${guard.column}`, path, (span, after) => {
          const value = present(this.#limits(guard.column)[span], 'a span');
          then(value >= guard.atLeast && value < guard.below, after);
        });
        return;
      case 'not':
        this.#ask(guard.of, path, (isYes, after) => then(!isYes, after));
        return;
      case 'all':
      case 'any': {
        const ends = guard.kind === 'any';
        const from = (at: number, before: Path): void => {
          const each = guard.of[at];
          if (each === undefined) then(!ends, before);
          else this.#ask(each, before, (isYes, after) => (isYes === ends ? then(ends, after) : from(at + 1, after)));
        };
        from(0, path);
        return;
      }
      default: {
        const fact = `chance${index}`;
        const known = guard.counter === 'once' ? path.now.get(fact) : undefined;
        if (known !== undefined) {
          then(known === 1, path);
          return;
        }
        const draw = (before: Path, keep: (path: Path, value: number) => Path): void =>
          this.#share(guard.share, before, (share, after) => {
            if (share < 1) then(false, keep(after, 0));
            if (share > 0) then(true, keep(after, 1));
          });
        if (guard.counter !== 'once') {
          draw(path, (after) => after);
          return;
        }
        for (const value of [0, 1]) then(value === 1, asking(path, `now.${fact} == ${value}`, fact, value));
        draw({ ...path, asks: [...path.asks, `now.${fact} == ${undrawn}`] }, (after, value) => ({
          ...after,
          now: new Map(after.now).set(fact, value),
        }));
      }
    }
  }

  #share(choice: engineModel.Choice<number>, path: Path, then: (share: number, path: Path) => void): void {
    if ('is' in choice) then(choice.is, path);
    else if ('by' in choice)
      this.#read(`level${choice.by}`, path, (level, after) =>
        this.#share(present(choice.levels[level], 'a level'), after, then),
      );
    else this.#ask(choice.if, path, (isYes, after) => this.#share(isYes ? choice.yes : choice.no, after, then));
  }
}

function asking(path: Path, what: string, fact: string, value: number): Path {
  return { ...path, asks: [...path.asks, what], now: new Map(path.now).set(fact, value) };
}
