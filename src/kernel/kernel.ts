import { Bug } from '../base/index.ts';
import { binary } from './binary.ts';
import type { Address, KernelExports } from './exports.ts';

/** What the kernel asks of whoever runs it. */
export interface Host {
  /** The instant at which due number `due` falls when counted from a local day. */
  dueOfDay(due: number, day: number): number;
  /** The instant at which due number `due` falls when counted from another. */
  dueOfInstant(due: number, at: number): number;
  /** The next instant after `after` at which a calendar opens or closes; NaN if it does not change any more. */
  nextChange(calendar: number, after: number): number;
  /** A watched entity is about to make a step; `event` is -1 for its first. */
  stepBegins(entity: Address, event: number): void;
  /** It reaches a milestone by its step. */
  reaches(milestone: number): void;
  /** It is charged a fee by its step, whatever the amount. */
  charges(fee: number): void;
  /** It has made the step. */
  stepEnds(entity: Address): void;
}

/** A host for whoever only draws: it is never asked. */
const nobody: Host = {
  dueOfDay: () => Number.NaN,
  dueOfInstant: () => Number.NaN,
  nextChange: () => Number.NaN,
  stepBegins: () => undefined,
  reaches: () => undefined,
  charges: () => undefined,
  stepEnds: () => undefined,
};

/** Everything that a kernel knows: a copy of its memory. Plain data, the same on any machine. */
export type Image = Uint8Array<ArrayBuffer>;

/** A kernel with a memory of its own. */
export class Kernel {
  /** What it can be told to do. */
  readonly call: KernelExports;
  /** Whom it asks. */
  host: Host = nobody;
  readonly #memory: WebAssembly.Memory;
  readonly #blank: Image;

  constructor(module: WebAssembly.Module) {
    const { exports } = new WebAssembly.Instance(module, {
      env: { abort: (message: Address) => this.#abort(message) },
      host: {
        dueOfDay: (due: number, day: number) => this.host.dueOfDay(due, day),
        dueOfInstant: (due: number, at: number) => this.host.dueOfInstant(due, at),
        nextChange: (calendar: number, after: number) => this.host.nextChange(calendar, after),
        stepBegins: (entity: Address, event: number) => this.host.stepBegins(entity, event),
        reaches: (milestone: number) => this.host.reaches(milestone),
        charges: (fee: number) => this.host.charges(fee),
        stepEnds: (entity: Address) => this.host.stepEnds(entity),
      },
    });
    this.call = exports as unknown as KernelExports;
    this.#memory = exports['memory'] as WebAssembly.Memory;
    this.#blank = this.save();
  }

  /** It is needed no more: it forgets everything and serves whoever opens a kernel next. */
  close(): void {
    this.host = nobody;
    // Memory never shrinks: what was large once would stay so.
    if (idle.length === idleMax || this.#memory.buffer.byteLength > idleBytesMax) return;
    this.restore(this.#blank);
    idle.push(this);
  }

  /** A copy of all that it knows. */
  save(): Image {
    return new Uint8Array(this.#memory.buffer, 0, this.call.memoryEnd()).slice();
  }

  /** Makes it know what it knew when the image was saved, here or elsewhere. */
  restore(image: Image): void {
    const missing = Math.ceil((image.length - this.#memory.buffer.byteLength) / pageSize);
    if (missing > 0) this.#memory.grow(missing);
    new Uint8Array(this.#memory.buffer).set(image);
    this.call.setMemoryEnd(image.length);
  }

  /** Puts a list of addresses, offsets or other whole numbers into its memory. */
  words(list: readonly number[]): Address {
    const at = this.call.allocate(list.length * 4);
    new Uint32Array(this.#memory.buffer, at, list.length).set(list);
    return at;
  }

  /** Puts a list of bytes into its memory. */
  bytes(list: Uint8Array): Address {
    const at = this.call.allocate(list.length);
    this.bytesAt(at, list.length).set(list);
    return at;
  }

  /** Puts a list of numbers into its memory. */
  numbers(list: ArrayLike<number>): Address {
    const at = this.call.allocate(list.length * 8);
    this.numbersAt(at, list.length).set(list);
    return at;
  }

  /** Numbers as they lie in its memory: a view that holds until the next call. */
  numbersAt(at: Address, count: number): Float64Array<ArrayBuffer> {
    return new Float64Array(this.#memory.buffer, at, count);
  }

  /** Whole numbers as they lie in its memory: a view that holds until the next call. */
  wordsAt(at: Address, count: number): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.#memory.buffer, at, count);
  }

  /** Bytes as they lie in its memory: a view that holds until the next call. */
  bytesAt(at: Address, count: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#memory.buffer, at, count);
  }

  /** An assertion of the kernel has failed; texts of AssemblyScript are UTF-16, their length in bytes before them. */
  #abort(message: Address): never {
    if (message === 0) throw new Bug('an assertion of the kernel');
    const length = new Uint32Array(this.#memory.buffer, message - 4, 1)[0] ?? 0;
    throw new Bug(String.fromCodePoint(...new Uint16Array(this.#memory.buffer, message, length / 2)));
  }
}

const pageSize = 65_536;

let compiled: WebAssembly.Module | undefined;

/** Kernels that serve nobody: each has gigabytes of addresses reserved, so they are used again. */
const idle: Kernel[] = [];
const idleMax = 4;
const idleBytesMax = 67_108_864;

/** A kernel that knows nothing yet. The program is compiled once a thread. */
export function openKernel(): Kernel {
  const module = (compiled ??= new WebAssembly.Module(
    Uint8Array.from(atob(binary), (byte) => byte.codePointAt(0) ?? 0),
  ));
  return idle.pop() ?? new Kernel(module);
}
