import { right, wrong, type Label, type Result } from '../base/index.ts';
import { isCallable, propertyOf } from './callable.ts';

/** What an action writes to an attribute: a constant, or the value of another attribute. */
export type Write =
  | { readonly attribute: string; readonly value: boolean | number | string }
  | { readonly attribute: string; readonly from: string };

/** Why an `assign` cannot be a table's; `reason` goes on from "an assign". */
export interface Unwritable {
  readonly code: 'computed-assign' | 'reads-event';
  readonly reason: Label;
}

/**
 * What an `assign` writes, found by calling it: with a context that notes which attributes are read, and again with all of
 * them true, false, 0, 1 and so on. Whatever does not come out as a constant or as the attribute that was read, computes.
 * The writes stand in an order in which they can be done one after another; a swap has no such order.
 *
 * Wrong: why the assign cannot be a table's.
 */
export function writesOf(assignment: unknown, params: unknown): Result<readonly Write[], Unwritable> {
  const written: Write[] = [];
  let first: Trial;
  try {
    first = tryOut(assignment, params, (attribute) => markOf(attribute));
    for (const [attribute, value] of Object.entries(first.result)) {
      const from = attributeOf(value);
      if (from !== undefined) written.push({ attribute, from });
      else if (isConstant(value)) written.push({ attribute, value });
      else
        return wrong(
          because({
            en: `writes to ${attribute} what is neither true, false, a number nor a text`,
            zh: `写入 ${attribute} 的既不是 true、false，也不是数字或文字`,
          }),
        );
    }
    for (const value of samples) {
      const again = tryOut(assignment, params, () => value);
      const copies = written.flatMap((write) => ('from' in write ? [write.from] : []));
      const same = written.every((write) => again.result[write.attribute] === ('from' in write ? value : write.value));
      if (!same || again.reads.toSorted().join('\n') !== copies.toSorted().join('\n')) return wrong(because(computes));
    }
  } catch (error) {
    return wrong(
      error instanceof ReadsEvent
        ? { code: 'reads-event', reason: { en: 'reads what an event carries', zh: '读取了事件携带的内容' } }
        : because(computes),
    );
  }
  const ordered = inOrder(written);
  return ordered === undefined
    ? wrong(
        because({
          en: 'exchanges attributes in a circle: copy one of them aside first',
          zh: '循环交换属性：请先另存其一',
        }),
      )
    : right(ordered);
}

const computes = {
  en: 'computes a value: only constants and other attributes can be written',
  zh: '计算出值：只能写入常数和其他属性',
};
const samples: readonly unknown[] = [true, false, 0, 1, -1, '', 'text', undefined, null];

function because(reason: Label): Unwritable {
  return { code: 'computed-assign', reason };
}

class ReadsEvent extends Error {}

interface Trial {
  readonly result: Readonly<Record<string, unknown>>;
  readonly reads: readonly string[];
}

/** Calls every assigner once, each attribute reading as `valueOf` says. */
function tryOut(assignment: unknown, params: unknown, valueOf: (attribute: string) => unknown): Trial {
  const reads: string[] = [];
  const context = new Proxy(
    {},
    {
      get: (_, key) => {
        reads.push(String(key));
        return valueOf(String(key));
      },
    },
  );
  const args = new Proxy(
    { context },
    {
      get: (target, key) => {
        if (key === 'event') throw new ReadsEvent();
        if (key !== 'context') throw new Error(`an assign uses ${String(key)}`);
        return target.context;
      },
    },
  );
  const assign = (assigner: unknown): unknown => (isCallable(assigner) ? assigner(args, params) : assigner);
  const whole = assign(assignment);
  if (typeof whole !== 'object' || whole === null) throw new Error('an assign gives an object');
  const result = Object.fromEntries(Object.entries(whole).map(([attribute, value]) => [attribute, assign(value)]));
  return { result, reads };
}

/** What an attribute reads as at first: something that cannot be anything else. */
function markOf(attribute: string): unknown {
  return Object.freeze({ attributeRead: attribute });
}

function attributeOf(value: unknown): string | undefined {
  const name = propertyOf(value, 'attributeRead');
  return typeof name === 'string' ? name : undefined;
}

function isConstant(value: unknown): value is boolean | number | string {
  return (
    typeof value === 'boolean' || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))
  );
}

/** An assign reads all before it writes any; one after another, a copy must come before its source is written over. */
function inOrder(writes: readonly Write[]): readonly Write[] | undefined {
  const ordered: Write[] = [];
  let left = writes.filter((write) => !('from' in write) || write.from !== write.attribute);
  while (left.length > 0) {
    const free = left.filter((write) =>
      left.every((other) => other === write || !('from' in other) || other.from !== write.attribute),
    );
    if (free.length === 0) return undefined;
    ordered.push(...free);
    left = left.filter((write) => !free.includes(write));
  }
  return ordered;
}
