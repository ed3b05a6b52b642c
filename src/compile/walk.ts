import { present } from '../base/index.ts';
import { hears, tagsOf } from '../flows/index.ts';
import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode } from 'xstate';
import { collidingAlways } from './conflicts.ts';
import { configurationLimit, endlessStep, laneConflict, pathLimit } from './walk-refusals.ts';
import type { Configuration, FlowTable, Refusal } from './flow-table.ts';
import { Oracle, type Moment, type Settled, type Trace } from './oracle.ts';
import { ProgramWriter, type Path } from './program.ts';
import { Symbols } from './symbols.ts';

/** How far a walk goes. */
export interface WalkLimits {
  /** Combinations of states. */
  readonly configurationsMax: number;
  /** Ways through one step. */
  readonly pathsMax: number;
}

const flowLimits: WalkLimits = { configurationsMax: 5000, pathsMax: 512 };

/** A table, and what was found on the way that a flow must not have. Without a table the walk could not be ended. */
export interface Walk {
  readonly table: FlowTable | undefined;
  readonly refusals: readonly Refusal[];
  /** Steps that XState was asked for. */
  readonly oracleSteps: number;
}

/** Walks all configurations a machine can reach, XState deciding each step, and writes down what it does. The machine is in the dialect. */
export function walk(machine: AnyStateMachine, flow: string, limits: WalkLimits = flowLimits): Walk {
  return new Walker(machine, flow, { limits }).walk();
}

/** The same, with the steps that it found. */
export function walkAndKnow(machine: AnyStateMachine, flow: string): Walk & { readonly known: Known } {
  const known: Known = { names: '', steps: new Map() };
  return { ...new Walker(machine, flow, { limits: flowLimits, found: known }).walk(), known };
}

/** The same for a machine that differs in one place from one whose steps are known: only steps that may differ are asked for. */
export function walkAgain(machine: AnyStateMachine, flow: string, known: Known, difference: Difference): Walk {
  return new Walker(machine, flow, { limits: flowLimits, before: { known, difference } }).walk();
}

interface Walking {
  readonly limits: WalkLimits;
  /** Takes the steps that are found. */
  readonly found?: Known;
  readonly before?: { readonly known: Known; readonly difference: Difference };
}

/** Where a machine differs from another: in the transitions of one state that wait for the same. */
export interface Difference {
  readonly state: string;
  /** XState's name of the event that they wait for; empty for `always`. */
  readonly event: string;
}

/** Steps of a machine, for walking machines that differ from it in one place. */
export interface Known {
  /** Names as the steps index them. */
  names: string;
  /** By configuration and event. */
  readonly steps: Map<string, KnownStep>;
}

interface KnownStep {
  readonly paths: readonly (Pick<Path, 'moments'> & { readonly to: Configuration })[];
  readonly isDropped: boolean;
  /** States whose transitions may have been asked. */
  readonly active: ReadonlySet<string>;
}

interface Place {
  /** Made when a step has to be walked. */
  settled: Settled | undefined;
  readonly key: string;
  readonly configuration: Configuration;
}

class Walker {
  readonly #flow: string;
  readonly #limits: WalkLimits;
  readonly #symbols: Symbols;
  readonly #oracle: Oracle;
  readonly #writer: ProgramWriter = new ProgramWriter();
  readonly #places: Place[] = [];
  readonly #indices: Map<string, number> = new Map();
  readonly #refusals: Map<string, Refusal> = new Map();
  readonly #found: Known | undefined;
  readonly #before: Walking['before'];
  #oracleSteps = 0;

  constructor(machine: AnyStateMachine, flow: string, { limits, found, before }: Walking) {
    this.#flow = flow;
    this.#limits = limits;
    this.#symbols = new Symbols(machine);
    this.#oracle = new Oracle(machine, this.#symbols);
    const names = JSON.stringify(this.#symbols);
    if (found !== undefined) found.names = names;
    this.#found = found;
    this.#before = before?.known.names === names ? before : undefined;
  }

  walk(): Walk {
    const go: number[] = [];
    for (const conflict of collidingAlways(this.#oracle.machine)) this.#refuse(laneConflict(conflict, this.#symbols));
    const start = this.#program(-1, (answer) => this.#oracle.enter(answer));
    let ended = start !== undefined;
    for (let at = 0; ended && at < this.#places.length; at += 1) {
      const place = present(this.#places[at], 'a configuration');
      for (const { type } of this.#symbols.events) {
        const program = place.configuration.done
          ? -1
          : (this.#knownProgram(place, type) ?? this.#stepProgram(at, type));
        if (program === undefined) ended = false;
        go.push(program ?? -1);
      }
      if (this.#places.length > this.#limits.configurationsMax) {
        this.#refuse(
          configurationLimit(
            this.#limits.configurationsMax,
            this.#oracle.machine,
            this.#places.map(({ configuration }) => configuration.value),
          ),
        );
        ended = false;
      }
    }
    return {
      table: ended && start !== undefined ? this.#table(go, start) : undefined,
      refusals: [...this.#refusals.values()],
      oracleSteps: this.#oracleSteps,
    };
  }

  /** Position of the program of a step that is known from another machine; none where it may differ. */
  #knownProgram({ key }: Place, event: string): number | undefined {
    if (this.#before === undefined) return undefined;
    const { known, difference } = this.#before;
    const step = known.steps.get(`${key} ${event}`);
    if (step === undefined) return undefined;
    // What a timer or an activity sends nobody else does; an event may also be raised within a step.
    const isSent = /^xstate\.(?:after|done\.actor)\./u.test(difference.event);
    if (step.active.has(difference.state) && (!isSent || difference.event === event)) return undefined;
    if (step.isDropped) return -1;
    return this.#writer.write(step.paths.map(({ moments, to }) => ({ moments, to: this.#enter(to, undefined) })));
  }

  #stepProgram(at: number, event: string): number | undefined {
    const place = present(this.#places[at], 'a configuration');
    const { value, history = {} } = place.configuration;
    place.settled ??= this.#oracle.settled(value, history);
    const { snapshot } = place.settled;
    if (snapshot._nodes.some((state) => listens(state, event)))
      return this.#program(at, (answer) => this.#oracle.step(snapshot, event, answer), event);
    this.#found?.steps.set(`${place.key} ${event}`, {
      paths: [],
      isDropped: true,
      active: new Set(snapshot._nodes.map((state) => state.path.join('.'))),
    });
    return -1;
  }

  /** Position of the program of one step from configuration `here`; -1 where the event is dropped, none where it was refused. */
  #program(here: number, step: (answer: (guard: string) => boolean) => Trace, event?: string): number | undefined {
    const paths: Path[] = [];
    const active = new Set<string>();
    // Every outcome of every guard, in the order of a decision tree: repeat the step with the last answer that was `true` made `false`.
    let script: boolean[] | undefined = [];
    let dropped = true;
    while (script !== undefined) {
      const given: boolean[] = [];
      const answers = script;
      const trace = step(() => {
        const answer = answers[given.length] ?? true;
        given.push(answer);
        return answer;
      });
      this.#oracleSteps += 1;
      for (const state of trace.active) active.add(state);
      for (const conflict of trace.conflicts) this.#refuse(laneConflict(conflict, this.#symbols));
      if (trace.end.kind === 'endless') {
        this.#refuse(endlessStep(trace.end.values));
        return undefined;
      }
      if (paths.length >= this.#limits.pathsMax) {
        this.#refuse(
          pathLimit(this.#limits.pathsMax, this.#places[here]?.configuration.value, this.#symbols.guards, trace),
        );
        return undefined;
      }
      dropped &&= trace.end.kind === 'dropped';
      paths.push({
        moments: trace.moments.map((moment) => this.#moment(moment)),
        to: trace.end.kind === 'dropped' ? here : this.#index(trace.end.snapshot),
      });
      const last = given.lastIndexOf(true);
      script = last < 0 ? undefined : [...given.slice(0, last), false];
    }
    if (event !== undefined)
      this.#found?.steps.set(`${this.#place(here).key} ${event}`, {
        paths: paths.map(({ moments, to }) => ({ moments, to: this.#place(to).configuration })),
        isDropped: dropped,
        active,
      });
    return dropped ? -1 : this.#writer.write(paths);
  }

  #place(at: number): Place {
    return present(this.#places[at], 'a configuration');
  }

  #moment(moment: Moment): Path['moments'][number] {
    return 'words' in moment ? moment : { guard: this.#symbols.guards.indexOf(moment.guard), answer: moment.answer };
  }

  /** Index of the configuration of a snapshot; a new one is kept to be walked from. */
  #index(snapshot: AnyMachineSnapshot): number {
    const settled = this.#oracle.settle(snapshot);
    const { value, history } = settled;
    const tags = settled.snapshot._nodes.flatMap((state) => tagsOf(state));
    const configuration = { value, done: settled.snapshot.status === 'done', tags: [...new Set(tags)].toSorted() };
    return this.#enter(Object.keys(history).length === 0 ? configuration : { ...configuration, history }, settled);
  }

  /** Index of a configuration; a new one is kept to be walked from. */
  #enter(configuration: Configuration, settled: Settled | undefined): number {
    const key = JSON.stringify([configuration.value, configuration.history ?? {}]);
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    const index = this.#places.length;
    this.#indices.set(key, index);
    this.#places.push({ settled, key, configuration });
    return index;
  }

  #refuse(refusal: Refusal): void {
    this.#refusals.set(JSON.stringify(refusal), refusal);
  }

  #table(go: readonly number[], start: number): FlowTable {
    const { events, guards, timers, activities, milestones, fees, attributes, constants } = this.#symbols;
    const configurations = this.#places.map(({ configuration }) => configuration);
    return {
      flow: this.#flow,
      configurations,
      events,
      guards,
      timers,
      activities,
      milestones,
      fees,
      attributes,
      constants,
      code: this.#writer.code,
      go,
      start,
    };
  }
}

/** Whether a state has a transition for an event of this type, by name or by wildcard. */
function listens(state: AnyStateNode, type: string): boolean {
  return [...state.transitions.keys()].some((descriptor) => hears(descriptor, type));
}
