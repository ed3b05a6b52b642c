import { nearestWord, type Label } from '../base/index.ts';
import {
  actionMeaning,
  actionsIn,
  childrenOf,
  guardMeaning,
  guardsIn,
  hears,
  invokeKeys,
  invokesOf,
  listOf,
  namesOf,
  pathOf,
  propertyOf,
  readsEvent,
  stateKeys,
  statesOf,
  transitionKeys,
} from '../flows/index.ts';
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { areInTwoLanes } from './conflicts.ts';
import type { Refusal } from './flow-table.ts';
import { named } from './walk-refusals.ts';

/** Everything in a machine that is not in the dialect, as far as it shows without walking the machine; in document order. */
export function dialectRefusals(machine: AnyStateMachine): readonly Refusal[] {
  return [
    ...statesOf(machine).flatMap((state) => stateRefusals(state, machine)),
    ...twiceHeard(machine),
    ...twiceInvoked(machine),
  ];
}

const machineKeys = [...stateKeys, 'context', 'options', 'types', 'schemas', 'version'];
/** What XState adds to a transition when it reads it. */
const readTransitionKeys = [...transitionKeys, 'source', 'eventType', 'toJSON', 'event', 'delay'];

function stateRefusals(state: AnyStateNode, machine: AnyStateMachine): readonly Refusal[] {
  const path = pathOf(state);
  const found: Refusal[] = [];
  const refuse = (code: string, reason: Label): void => {
    found.push({
      code,
      state: path,
      reason: { en: `in ${named(path).en} ${reason.en}`, zh: `${named(path).zh}：${reason.zh}` },
    });
  };
  const onlyKeys = (value: unknown, known: readonly string[], words: readonly string[], what: Label): void => {
    for (const key of Object.keys(typeof value === 'object' && value !== null ? value : {})) {
      if (known.includes(key)) continue;
      const nearest = nearestWord(key, words);
      refuse('unknown-key', {
        en: `${what.en} has \`${key}\`, which is no word of the dialect${nearest === undefined ? '' : ` (is \`${nearest}\` meant?)`}`,
        zh: `${what.zh}有 \`${key}\`，流程写法中没有此项${nearest === undefined ? '' : `（是否指 \`${nearest}\`？）`}`,
      });
    }
  };

  onlyKeys(state.config, state.parent === undefined ? machineKeys : stateKeys, stateKeys, {
    en: 'the state',
    zh: '状态',
  });
  for (const transition of [...state.transitions.values(), state.always ?? []].flat())
    onlyKeys(transition, readTransitionKeys, transitionKeys, { en: 'a transition', zh: '转移' });
  for (const invoke of listOf(state.config.invoke))
    onlyKeys(invoke, invokeKeys, invokeKeys, { en: 'an activity', zh: '作业' });
  for (const { activity } of invokesOf(state)) {
    if (activity.startsWith('xstate.invoke'))
      refuse('inline-activity', { en: 'an activity has no name: invoke it by one', zh: '作业没有名称：请按名称调用' });
  }
  for (const event of Object.keys(state.config.on ?? {})) {
    if (event.startsWith('xstate.'))
      refuse('internal-event', {
        en: `\`on\` listens to ${event}: say \`after\` or \`onDone\``,
        zh: `\`on\` 监听 ${event}：请用 \`after\` 或 \`onDone\``,
      });
  }
  for (const delay of Object.keys(state.config.after ?? {})) {
    if (readsEvent(propertyOf(machine.implementations.delays, delay)))
      refuse('reads-event', {
        en: `delay \`${delay}\` reads what an event carries`,
        zh: `等待 \`${delay}\` 读取了事件携带的内容`,
      });
  }
  for (const action of actionsIn(state)) {
    const meaning = actionMeaning(action, machine);
    if (meaning.kind === 'foreign') refuse(meaning.code, meaning.reason);
  }
  for (const guard of guardsIn(state)) {
    const meaning = guardMeaning(guard, machine);
    for (const { code, reason } of meaning.foreign) refuse(code, reason);
    for (const value of meaning.states) {
      if (!isState(value, machine))
        refuse('unknown-state', {
          en: `a guard waits for ${JSON.stringify(value)}, which is no state of the machine`,
          zh: `条件等待的 ${JSON.stringify(value)} 不是状态机的状态`,
        });
    }
  }
  return found;
}

/** Lanes never meet by listening to the same event from outside. */
function twiceHeard(machine: AnyStateMachine): readonly Refusal[] {
  const listeners = statesOf(machine).map((state) => ({
    state: pathOf(state),
    descriptors: Object.keys(state.config.on ?? {}),
  }));
  return namesOf(machine).events.flatMap((event) => {
    const hearing = listeners.filter(({ descriptors }) => descriptors.some((descriptor) => hears(descriptor, event)));
    const [first, second] =
      hearing
        .flatMap((a) =>
          hearing.filter((b) => areInTwoLanes(machine.root, a.state, b.state)).map((b) => [a.state, b.state]),
        )
        .at(0) ?? [];
    if (first === undefined || second === undefined) return [];
    return [
      {
        code: 'event-heard-twice',
        state: first,
        reason: {
          en: `${event} is heard in ${first} and in ${second}: only one lane may listen, the other waits by \`stateIn\``,
          zh: `${event} 在 ${first} 和 ${second} 中都被监听：只能由一条并行分支监听，另一条用 \`stateIn\` 等待`,
        },
      },
    ];
  });
}

/** A done activity must be told from another by its id. */
function twiceInvoked(machine: AnyStateMachine): readonly Refusal[] {
  const ids = new Set<string>();
  return statesOf(machine).flatMap((state) =>
    invokesOf(state).flatMap(({ id }) => {
      if (!ids.has(id)) {
        ids.add(id);
        return [];
      }
      return [
        {
          code: 'activity-id-twice',
          state: pathOf(state),
          reason: {
            en: `the activity id \`${id}\` of ${pathOf(state)} is used before: leave it out`,
            zh: `${pathOf(state)} 的作业编号 \`${id}\` 已用过：请省去`,
          },
        },
      ];
    }),
  );
}

/** Whether a value of `stateIn` names states of the machine. */
function isState(value: unknown, machine: AnyStateMachine): boolean {
  if (typeof value === 'string' && value.startsWith('#')) {
    return statesOf(machine).some(
      (state) => value === `#${state.id}` || value === `#${[machine.id, ...state.path].join('.')}`,
    );
  }
  const within = (part: unknown, state: AnyStateNode | undefined): boolean => {
    if (state === undefined) return false;
    if (typeof part === 'string')
      return (
        part.split('.').reduce<AnyStateNode | undefined>((inner, key) => inner && childOf(inner, key), state) !==
        undefined
      );
    if (typeof part !== 'object' || part === null) return false;
    return Object.entries(part).every(([key, inner]) => within(inner, childOf(state, key)));
  };
  return within(value, machine.root);
}

function childOf(state: AnyStateNode, key: string): AnyStateNode | undefined {
  return childrenOf(state).find((child) => child.key === key);
}
