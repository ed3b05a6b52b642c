import { present, type Mistake } from '../base/index.ts';
import type { Model } from '../simulation/index.ts';
import { valuesMax, wideColumns } from './facts.ts';

/** Attributes of a model that tell more kinds of consignments apart than a proof can, each with its place. */
export function checkSize({ engine, meanings, scenario }: Model): readonly Mistake[] {
  const names = [...meanings.columns.levels, ...meanings.columns.numbers];
  return wideColumns(engine).map(({ column, classes }): Mistake => {
    const name = present(names[column], 'an attribute');
    const place = scenario.places.get(`attributes.${name}`);
    return {
      code: 'too-large',
      path: ['attributes', name],
      message: {
        en: `guards and durations tell too many kinds of "${name}" apart for a proof`,
        zh: `条件和时长把“${name}”分得过细，无法证明`,
      },
      found: String(classes),
      expected: { en: `at most ${valuesMax}; by run any number`, zh: `至多 ${valuesMax}；按运行检验则不限` },
      ...(place === undefined ? {} : { place }),
    };
  });
}
