import fc from 'fast-check';
import { consignments, histories } from '../chance/index.ts';
import { modelOf } from './flows.ts';
import type { Arbitraries } from './public-types.ts';

/** Attributes of a consignment that are its trader's. */
const traderAttributes: readonly string[] = ['credit', 'hasGuarantee'];

export const arbitraries: Arbitraries = {
  consignments: (flow) => consignments(modelOf(flow)),
  traders: (flow) =>
    consignments(modelOf(flow)).map((attributes) =>
      Object.fromEntries(Object.entries(attributes).filter(([name]) => traderAttributes.includes(name))),
    ),
  histories: (flow) => histories(modelOf(flow)),
  scenarios(flow) {
    const { scenario } = modelOf(flow);
    const share = fc.nat(100).map((percent) => `${percent} %`);
    const each = <Value>(names: readonly string[], value: fc.Arbitrary<Value>): fc.Arbitrary<Record<string, Value>> =>
      fc.record(Object.fromEntries(names.map((name) => [name, value])), { noNullPrototype: true });
    return fc
      .record({
        name: fc.constant(`${flow.name} by chance`),
        flow: fc.constant(flow.name),
        measures: each(Object.keys(scenario.measures), share),
        chances: each(Object.keys(scenario.chances), share),
        resources: each(Object.keys(scenario.resources), fc.integer({ min: 1, max: 40 })),
        run: fc.record({
          horizon: fc.integer({ min: 1, max: 28 }).map((days) => `${days} d`),
          warmUp: fc.constant('0 h'),
          seed: fc.nat().map((seed) => `s${seed}`),
          replications: fc.integer({ min: 1, max: 3 }),
        }),
      })
      .map((document) => JSON.stringify(document, undefined, 2));
  },
};
