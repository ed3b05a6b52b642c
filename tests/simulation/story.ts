import { present, wrong, verbatim } from '../../src/base/index.ts';
import { Happening } from '../../src/engine/index.ts';
import { parseScenario, type Scenario } from '../../src/scenario/index.ts';
import { prepare, simulate, type Model, type Simulated as Run } from '../../src/simulation/index.ts';

/** The scenario of a text; a test that gives a broken one fails with its mistakes. */
function scenarioOf(text: string): Scenario {
  const parsed = parseScenario({ file: 'story.yaml', text }, () => wrong(verbatim('a story has no files')));
  if (!parsed.ok)
    throw new Error(
      parsed.wrong
        .map((mistake) => `${mistake.place?.line ?? '?'}: ${mistake.message.en} ${mistake.found ?? ''}`)
        .join('\n'),
    );
  return parsed.value.base;
}

export function modelOf(text: string): Model {
  const model = prepare(scenarioOf(text));
  if (!model.ok) throw new Error(model.wrong.map((mistake) => mistake.message.en).join('\n'));
  return model.value;
}

/** Runs the first replication and tells what happened: `[minute, consignment, what]`, consignments from 0. */
export function tell(text: string, which: readonly (keyof typeof Happening)[]): (readonly [number, number, string])[] {
  const model = modelOf(text);
  const rows: (readonly [number, number, string])[] = [];
  const kinds = new Map(Object.entries(Happening).map(([name, kind]) => [kind, name]));
  simulate(model, {
    replication: 0,
    warmUp: 0,
    keepTimes: false,
    seriesBin: 0,
    observer: {
      happened(happening, at, entity, what) {
        const kind = present(
          kinds.get(happening as (typeof Happening)[keyof typeof Happening]),
          'a happening',
        ) as keyof typeof Happening;
        if (which.includes(kind)) rows.push([at, entity, textOf(model, kind, what)]);
      },
    },
  });
  return rows;
}

/** One replication with its figures. */
export function run(text: string, replication = 0, warmUp = 0): Run {
  return simulate(modelOf(text), { replication, warmUp, keepTimes: true, seriesBin: 0 });
}

function textOf(model: Model, kind: keyof typeof Happening, what: number): string {
  switch (kind) {
    case 'reached':
      return present(model.names.milestones[what], 'a milestone');
    case 'requested':
    case 'begun':
    case 'completed':
    case 'cancelled':
      return `${kind} ${present(model.names.activities[what], 'an activity')}`;
    case 'charged':
      return `charged ${present(model.names.fees[what], 'a fee')}`;
    default:
      return kind;
  }
}
