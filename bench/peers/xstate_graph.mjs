// xstate/graph on the machine of bench/grid.ts without its chances: prints configurations and seconds.
import { createMachine } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';

const lanes = 5;
const states = 8;
const numbers = (count) => Array.from({ length: count }, (_, index) => index);
const machine = createMachine({
  type: 'parallel',
  states: Object.fromEntries(
    numbers(lanes).map((lane) => [
      `lane${lane}`,
      {
        initial: 's0',
        states: Object.fromEntries(
          numbers(states).map((state) => [
            `s${state}`,
            state === states - 1 ? { type: 'final' } : { on: { [`NEXT${lane}`]: `s${state + 1}` } },
          ]),
        ),
      },
    ]),
  ),
});
const start = process.hrtime.bigint();
const map = getAdjacencyMap(machine);
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
console.log(JSON.stringify({ configurations: Object.keys(map).length, seconds }));
