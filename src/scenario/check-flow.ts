import { type Path, verbatim } from '../base/index.ts';
import { factNames, type Condition } from '../customs/index.ts';
import type { Flow, FlowNames, Write } from '../flows/index.ts';
import { nearestOf } from '../notation/index.ts';
import type { Choices } from './choices.ts';
import type { Draft } from './draft.ts';
import { whereInMachine } from './machine-names.ts';
import { the, type Names } from './names.ts';

/** The event that a vessel's arrival sends to its consignments; the only one that the engine delivers. */
export const arrivalEvent = 'ARRIVED';

interface Asked {
  readonly draft: Draft;
  readonly names: Names;
  readonly choices: Choices;
  readonly flowNames: FlowNames;
  readonly writes: readonly Write[];
  /** The machine where it is written as data, for places; else anything. */
  readonly config: unknown;
}

/** Checks that everything a flow asks for has a meaning in the scenario, and marks it as used. */
export function checkFlow(flow: Flow, asked: Asked): void {
  const { names, flowNames, config } = asked;
  const at = placesIn(config);
  checkNamed(flowNames, asked);
  for (const name of flowNames.fees) names.use(name, ['fees'], at('fees', name), the.fees);
  for (const name of flowNames.attributes) checkAttribute(name, at('attributes', name), asked);
  for (const event of flowNames.events) {
    if (event === arrivalEvent) continue;
    names.note({
      code: 'unknown-event',
      path: at('events', event),
      message: { en: `nothing says "${event}" to a flow`, zh: `没有什么会向流程发出“${event}”` },
      found: event,
      expected: verbatim(arrivalEvent),
      ...nearestOf(event, [arrivalEvent]),
    });
  }
  for (const [measure, { eligible }] of Object.entries(flow.measures)) {
    if (names.isDefined('measures', measure)) markEligibility(eligible, measure, asked);
  }
}

/** Checks what a flow asks for by its guards, activities and delays: what can be known of a machine that is wrong elsewhere too. */
export function checkNamed(
  { guards, activities, delays }: Pick<FlowNames, 'guards' | 'activities' | 'delays'>,
  { names, choices, config }: Pick<Asked, 'names' | 'choices' | 'config'>,
): void {
  const at = placesIn(config);
  for (const guard of guards) {
    const path = at('guards', guard);
    const facts = Object.keys(factNames);
    const section = names.use(
      guard,
      ['measures', 'chances', 'conditions', 'attributes'],
      path,
      { en: 'the guard', zh: '条件' },
      facts,
    );
    if (section !== 'attributes' || choices.isFlag(guard)) continue;
    const message = { en: `the attribute "${guard}" is neither true nor false`, zh: `属性“${guard}”不是真假值` };
    names.note({
      code: 'wrong-kind',
      path,
      message,
      expected: { en: 'a condition that tests it', zh: '检验它的条件' },
    });
  }
  for (const name of activities) names.use(name, ['activities'], at('activities', name), the.activities);
  for (const name of delays) {
    names.use(name, ['delays', 'deadlines'], at('delays', name), {
      en: 'the delay or deadline',
      zh: '等待或期限',
    });
  }
}

function placesIn(config: unknown): (kind: keyof FlowNames, name: string) => Path {
  return (kind, name) => ['flow', ...(whereInMachine(config, kind, name) ?? [])];
}

/** What the flow writes is declared by its first value, and stays of its kind. */
function checkAttribute(name: string, path: Path, { draft, names, writes }: Asked): void {
  if (names.use(name, ['attributes'], path, the.attributes) === undefined) return;
  const attribute = draft.attributes.get(name);
  const written = writes.filter((write) => write.attribute === name);
  if (attribute === undefined || written.length === 0) return;
  if (attribute.kind !== 'written') {
    const message = {
      en: `the flow writes the attribute "${name}", so it is not drawn`,
      zh: `流程写入属性“${name}”，故不抽取`,
    };
    const expected = { en: 'its first value, as in {initial: false}', zh: '它的初值，如 {initial: false}' };
    names.note({ code: 'wrong-kind', path: ['attributes', name], message, expected });
    return;
  }
  const values = written.flatMap((write) => ('value' in write ? [write.value] : []));
  const odd = values.find((value) => typeof value !== typeof attribute.initial);
  if (odd === undefined) return;
  const message = {
    en: `the flow writes ${String(odd)} to "${name}", which begins as ${String(attribute.initial)}`,
    zh: `流程把 ${String(odd)} 写入“${name}”，而其初值为 ${String(attribute.initial)}`,
  };
  names.note({
    code: 'wrong-kind',
    path,
    message,
    expected: { en: 'first value and written values of one kind', zh: '初值与写入值同一类别' },
  });
}

/** Attributes that decide who is eligible for a measure are used, and must be there. */
function markEligibility(eligible: Condition, measure: string, asked: Asked): void {
  if ('all' in eligible) for (const part of eligible.all) markEligibility(part, measure, asked);
  else if ('any' in eligible) for (const part of eligible.any) markEligibility(part, measure, asked);
  else if ('not' in eligible) markEligibility(eligible.not, measure, asked);
  else {
    const { attribute } = eligible;
    asked.names.use(attribute, ['attributes'], ['measures', measure], {
      en: `for "${measure}" the attribute`,
      zh: `“${measure}”所需的属性`,
    });
    asked.choices.depends(`measures.${measure}`, `attributes.${attribute}`);
  }
}
