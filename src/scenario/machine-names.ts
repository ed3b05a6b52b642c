import type { Path } from '../base/index.ts';
import { actionMeaning, actionsIn, statesOf, type Flow, type FlowNames, type Write } from '../flows/index.ts';
import { isMap } from '../notation/index.ts';

/** Where a machine written as data first uses a name, from its root; undefined where it does not. */
export function whereInMachine(config: unknown, kind: keyof FlowNames, name: string): Path | undefined {
  return search(config, [], (key, value, path) => {
    switch (kind) {
      case 'guards':
        return value === name && (key === 'guard' || path.includes('guard'));
      case 'activities':
        return value === name && key === 'src';
      case 'delays':
        return key === name && path.at(-2) === 'after';
      case 'events':
        return key === name && path.at(-2) === 'on';
      case 'attributes':
        return (key === name && path.at(-2) === 'set') || (value === name && path.includes('set'));
      case 'fees':
        return value === name && path.includes('charge');
      default:
        return value === name;
    }
  });
}

function search(
  value: unknown,
  path: Path,
  isIt: (key: string | number, value: unknown, path: Path) => boolean,
): Path | undefined {
  const inner = Array.isArray(value) ? [...value.entries()] : isMap(value) ? Object.entries(value) : [];
  for (const [key, each] of inner) {
    const at = [...path, key];
    if (isIt(key, each, at)) return at;
    const found = search(each, at, isIt);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Everything that the actions of a flow write to attributes. */
export function writesOf(flow: Flow): readonly Write[] {
  return statesOf(flow.machine).flatMap((state) =>
    actionsIn(state).flatMap((action) => {
      const meaning = actionMeaning(action, flow.machine);
      return meaning.kind === 'assign' ? meaning.writes : [];
    }),
  );
}
