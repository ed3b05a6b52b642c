import type { AnyStateMachine } from 'xstate';
import type { Label } from '../base/index.ts';
import { isCallable, propertyOf } from './callable.ts';
import { writesOf, type Write } from './writes-of.ts';

/** What an action of a machine says to the engine. */
export type ActionMeaning =
  | { readonly kind: 'assign'; readonly writes: readonly Write[] }
  | { readonly kind: 'charge'; readonly fee: string }
  | { readonly kind: 'reach'; readonly milestone: string }
  | { readonly kind: 'raise'; readonly event: string }
  /** Not in the dialect; `reason` is a sentence fragment without subject's state. */
  | { readonly kind: 'foreign'; readonly code: string; readonly reason: Label };

/** Reads one action as it stands in a machine: an `assign`, a `raise`, or a named action, which the machine's implementations may explain. */
export function actionMeaning(action: unknown, machine: AnyStateMachine): ActionMeaning {
  if (isCallable(action)) return builtIn(action, undefined);
  const name = typeof action === 'string' ? action : propertyOf(action, 'type');
  if (typeof name !== 'string')
    return foreign('unknown-action', {
      en: 'an action is neither a name nor one of XState’s',
      zh: '动作既不是名称，也不是 XState 自带的动作',
    });
  const params = propertyOf(action, 'params');
  if (isCallable(params))
    return foreign('inline-function', {
      en: `the parameters of action \`${name}\` are a function`,
      zh: `动作 \`${name}\` 的参数是函数`,
    });
  if (name === 'charge' || name === 'reach') return chargeOrReach(name, params);
  const implementation = propertyOf(machine.implementations.actions, name);
  if (!isCallable(implementation))
    return foreign('unknown-action', {
      en: `action \`${name}\` is neither \`charge\` nor \`reach\`, and the machine does not say what it assigns`,
      zh: `动作 \`${name}\` 既不是 \`charge\` 也不是 \`reach\`，状态机也没有说明它赋什么值`,
    });
  return builtIn(implementation, params, name);
}

function chargeOrReach(name: 'charge' | 'reach', params: unknown): ActionMeaning {
  const what = propertyOf(params, name === 'charge' ? 'fee' : 'milestone');
  if (typeof what !== 'string')
    return foreign(
      'unknown-action',
      name === 'charge'
        ? { en: 'action `charge` does not say which fee', zh: '动作 `charge` 没有说明是哪项费用' }
        : { en: 'action `reach` does not say which milestone', zh: '动作 `reach` 没有说明是哪个里程碑' },
    );
  return name === 'charge' ? { kind: 'charge', fee: what } : { kind: 'reach', milestone: what };
}

function builtIn(action: unknown, params: unknown, name?: string): ActionMeaning {
  const called: Label =
    name === undefined ? { en: 'an action', zh: '动作' } : { en: `action \`${name}\``, zh: `动作 \`${name}\`` };
  const type = propertyOf(action, 'resolve') === undefined ? undefined : propertyOf(action, 'type');
  if (type === 'xstate.assign') {
    const writes = writesOf(propertyOf(action, 'assignment'), params);
    return writes.ok
      ? { kind: 'assign', writes: writes.value }
      : foreign(writes.wrong.code, {
          en: `an assign ${writes.wrong.reason.en}`,
          zh: `assign ${writes.wrong.reason.zh}`,
        });
  }
  if (type === 'xstate.raise') {
    if (propertyOf(action, 'delay') !== undefined)
      return foreign('delayed-raise', {
        en: 'an event is raised after a delay: say `after` instead',
        zh: '延时引发事件：请改用 `after`',
      });
    const event = propertyOf(propertyOf(action, 'event'), 'type');
    return typeof event === 'string'
      ? { kind: 'raise', event }
      : foreign('inline-function', { en: 'a raised event is computed by a function', zh: '引发的事件由函数算出' });
  }
  if (typeof type === 'string')
    return foreign('foreign-action', {
      en: `${called.en} is \`${type.replace('xstate.', '')}\`, which has no meaning to the engine`,
      zh: `${called.zh} 是 \`${type.replace('xstate.', '')}\`，对引擎没有意义`,
    });
  return foreign('inline-function', {
    en: `${called.en} is a function: only constants and attributes can be assigned, fees charged, milestones reached`,
    zh: `${called.zh} 是函数：只能赋常数和属性、收取费用、达到里程碑`,
  });
}

function foreign(code: string, reason: Label): ActionMeaning {
  return { kind: 'foreign', code, reason };
}
