/** A scenario file with one variant that runs in a blink: three officers, or four. */
export function shortQueue(replications: number): string {
  return `name: A short queue
flow:
  initial: review
  states:
    review: {invoke: {src: service, onDone: done}}
    done: {type: final, tags: [released]}
arrivals:
  consignments: {every: exponential(10 min)}
activities:
  service: {needs: officers, takes: exponential(20 min)}
resources:
  officers: 3
run: {horizon: 50 h, warmUp: 10 h, seed: short, replications: ${replications}}
variants:
  - {name: a fourth officer, set: {resources.officers: 4}}
`;
}
