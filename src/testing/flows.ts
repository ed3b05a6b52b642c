import { assert, present, right, wrong, type Mistake } from '../base/index.ts';
import { builtInFlows } from '../flows/index.ts';
import { freeModel } from '../rules/index.ts';
import { parseScenario } from '../scenario/index.ts';
import { prepare, type Model } from '../simulation/index.ts';
import type { Flow } from './public-types.ts';

/** Models of the flows that were opened. */
const models = new WeakMap<object, Model>();

/** The flow that clearsim brings with it under this name, every measure and chance left open. */
export function builtIn(name: string): Flow {
  const flow = Object.hasOwn(builtInFlows, name) ? builtInFlows[name] : undefined;
  if (flow === undefined)
    throw new Error(`no flow is called ${name}; there are: ${Object.keys(builtInFlows).join(', ')}`);
  return opened(freeModel(flow));
}

/** The flow of a scenario file, as the scenario has it; throws an error with every mistake and its place. */
export function read(text: string, files: Readonly<Record<string, string>> = {}): Flow {
  const parsed = parseScenario({ file: 'scenario', text }, (path) => {
    const found = files[path];
    return found === undefined ? wrong({ en: 'it was not given', zh: '未给出' }) : right(found);
  });
  if (!parsed.ok) throw new Error(told(parsed.wrong));
  const model = prepare(parsed.value.base);
  if (!model.ok) throw new Error(told(model.wrong));
  return opened(model.value);
}

/** The model of a flow. */
export function modelOf(flow: Flow): Model {
  return present(models.get(flow), 'a flow that was opened by flows.builtIn or flows.read');
}

/** Whether a value is a flow that was opened. */
export function isFlow(value: unknown): value is Flow {
  return typeof value === 'object' && value !== null && models.has(value);
}

function opened(model: Model): Flow {
  const flow = { name: model.scenario.flow.name };
  models.set(flow, model);
  return flow;
}

/** Mistakes in lines, each with its place. */
export function told(mistakes: readonly Mistake[]): string {
  assert(mistakes.length > 0, 'something is wrong');
  return mistakes
    .map(({ place, path, message, found, expected, nearest }) => {
      const where = place === undefined ? path.join('.') : `${place.file}:${place.line}:${place.column}`;
      const more = [
        ...(found === undefined ? [] : [`found ${found}`]),
        ...(expected === undefined ? [] : [`expected ${expected.en}`]),
        ...(nearest === undefined ? [] : [`did you mean ${nearest}?`]),
      ];
      return `${where} ${message.en}${more.length === 0 ? '' : `: ${more.join(', ')}`}`;
    })
    .join('\n');
}
