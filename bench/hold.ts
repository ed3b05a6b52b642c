// The event list by itself (bench/assembly/hold.ts): prints nanoseconds for taking an event and planning what follows.
//   node bench/hold.ts WASM PENDING LOAD
import { readFileSync } from 'node:fs';

interface Hold {
  readonly fill: (pending: number, load: number) => void;
  readonly hold: (times: number, load: number) => number;
}

const [wasm = '', ...numbers] = process.argv.slice(2);
const [pending = Number.NaN, load = Number.NaN] = numbers.map(Number);
const times = 1_000_000;

const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(readFileSync(wasm))), {
  env: { abort: () => undefined },
});
const { fill, hold } = exports as unknown as Hold;
fill(pending, load);
// Until all that was there at first has gone once, and the program has been compiled for good.
hold(Math.max(200_000, 2 * pending), load);
const start = process.hrtime.bigint();
hold(times, load);
console.log(Number(process.hrtime.bigint() - start) / times);
