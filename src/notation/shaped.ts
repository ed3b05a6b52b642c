import * as z from 'zod';
import { right, type Mistake, type Path, type Label, verbatim } from '../base/index.ts';
import { nearestOf, oneOf, type Language } from './language.ts';

/** The schema of a value that a small language reads: this is how zod's maps and our languages meet. */
export function field<Value>(language: Language<Value>): z.ZodType<Value> {
  return z.unknown().transform((value, context): Value => {
    const read = value === undefined ? undefined : language(value);
    if (read?.ok === true) return read.value;
    if (read === undefined) context.issues.push({ code: 'custom', input: value, path: [], params: { missing: true } });
    else
      for (const mistake of read.wrong)
        context.issues.push({ code: 'custom', input: value, path: [...mistake.path], params: { mistake } });
    return z.NEVER;
  });
}

/** A map with these keys and no others; `source:` may stand in any. */
export function entry<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
): z.ZodObject<WithSource<Shape>, z.core.$strict> {
  return strict({ ...shape, source: text.exactOptional() }, Object.keys(shape));
}

/** A map with these keys and no others; `told` are those that a mistake names. */
export function strict<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  told: readonly string[] = Object.keys(shape),
): z.ZodObject<Shape, z.core.$strict> {
  return z.strictObject(
    shape,
    // The one place where zod's wording is used: it carries the right keys to where the mistake is made.
    { error: (issue) => (issue.code === 'unrecognized_keys' ? told.join('\n') : undefined) },
  );
}

type WithSource<Shape> = Shape & { readonly source: z.ZodExactOptional<z.ZodString> };

/** Any text. */
export const text: z.ZodString = z.string();

/** The small language of a schema: its output, or all of zod's issues as mistakes. */
export function shaped<Value>(schema: z.ZodType<Value>): Language<Value> {
  return (value) => {
    const parsed = schema.safeParse(value, { jitless: true, reportInput: true });
    return parsed.success
      ? right(parsed.data)
      : { ok: false, wrong: parsed.error.issues.flatMap((issue) => mistakesOf(issue)) };
  };
}

/** One place for the wording of everything that zod finds. */
function mistakesOf(issue: z.core.$ZodIssue): readonly Mistake[] {
  const path = issue.path.filter((step): step is string | number => typeof step !== 'symbol');
  const at = (code: string, message: Label, more: Partial<Mistake> = {}): Mistake => ({
    code,
    path,
    message,
    ...more,
  });
  switch (issue.code) {
    case 'custom': {
      const mistake: unknown = issue.params?.['mistake'];
      return [isMistake(mistake) ? { ...mistake, path } : missing(path)];
    }
    case 'unrecognized_keys': {
      const known = issue.message.split('\n');
      return issue.keys.map((key) => ({
        ...at(
          'unknown-key',
          { en: `there is no key "${key}" here`, zh: `此处没有“${key}”这一项` },
          { expected: oneOf(known), ...nearestOf(key, known) },
        ),
        path: [...path, key],
      }));
    }
    case 'invalid_value': {
      const words = issue.values.map(String);
      return [
        at(
          'unknown-word',
          { en: 'this word is not known here', zh: '此处不认识这个词' },
          {
            expected: oneOf(words),
            ...(typeof issue.input === 'string' ? nearestOf(issue.input, words) : {}),
          },
        ),
      ];
    }
    case 'invalid_type': {
      if (issue.input === undefined && path.length > 0) return [missing(path)];
      const { en, zh } = typeNames[issue.expected] ?? verbatim(issue.expected);
      return [at('wrong-type', { en: `this is no ${en}`, zh: `这不是${zh}` }, { expected: { en: `a ${en}`, zh } })];
    }
    case 'too_small':
      if (issue.origin === 'array')
        return [
          at(
            'wrong-length',
            { en: 'this list is too short', zh: '此列表过短' },
            { expected: { en: `at least ${issue.minimum}`, zh: `至少 ${issue.minimum}` } },
          ),
        ];
      if (issue.origin === 'string')
        return [
          at('empty-text', { en: 'this text is empty', zh: '此文字为空' }, { expected: { en: 'a text', zh: '文字' } }),
        ];
      return [
        at(
          'out-of-range',
          { en: 'this number is too small', zh: '数字过小' },
          { expected: { en: `at least ${issue.minimum}`, zh: `至少 ${issue.minimum}` } },
        ),
      ];
    case 'too_big':
      return [
        at(
          'out-of-range',
          { en: 'this number is too big', zh: '数字过大' },
          { expected: { en: `at most ${issue.maximum}`, zh: `至多 ${issue.maximum}` } },
        ),
      ];
    default:
      return [at('wrong-value', { en: 'this value cannot stand here', zh: '此处不能写这个值' })];
  }
}

const typeNames: Readonly<Record<string, Label>> = {
  object: { en: 'map of keys and values', zh: '键和值的映射' },
  record: { en: 'map of keys and values', zh: '键和值的映射' },
  string: { en: 'text', zh: '文字' },
  number: { en: 'number', zh: '数字' },
  int: { en: 'whole number', zh: '整数' },
  boolean: { en: 'true or false', zh: 'true 或 false' },
  array: { en: 'list', zh: '列表' },
};

/** A key that is missing is missed at its parent. */
function missing(path: Path): Mistake {
  const key = path.at(-1) ?? '';
  return {
    code: 'missing-key',
    path: path.slice(0, -1),
    message: { en: `${key} is missing`, zh: `缺少 ${key}` },
    expected: verbatim(`${key}:`),
  };
}

function isMistake(value: unknown): value is Mistake {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value;
}
