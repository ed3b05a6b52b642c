import { nearestWord, right, verbatim, type Label, type Mistake, type Path, type Result } from '../base/index.ts';

/** What reading a value of a file gives: the value, or every mistake in it with paths from that value. */
export type Read<Value> = Result<Value, readonly Mistake[]>;

/** A small language: reads one value of a file, whatever stands there. */
export type Language<Value> = (value: unknown) => Read<Value>;

/** A single mistake at the value itself, or below it at `path`. */
export function refuse(
  code: string,
  message: Label,
  more: Partial<Mistake> = {},
): { readonly ok: false; readonly wrong: readonly Mistake[] } {
  return { ok: false, wrong: [{ code, path: [], message, ...more }] };
}

/** `read`, its mistakes one key further from the root. */
export function under<Value>(key: string | number, read: Read<Value>): Read<Value> {
  return read.ok ? read : { ok: false, wrong: atPath([key], read.wrong) };
}

/** The same mistakes seen from a document whose `path` leads to where they were found. */
export function atPath(path: Path, mistakes: readonly Mistake[]): readonly Mistake[] {
  return mistakes.map((each) => ({ ...each, path: [...path, ...each.path] }));
}

/** All values, or all mistakes of those that are wrong. */
export function together<Value>(reads: readonly Read<Value>[]): Read<readonly Value[]> {
  const mistakes = reads.flatMap((each) => (each.ok ? [] : each.wrong));
  return mistakes.length > 0
    ? { ok: false, wrong: mistakes }
    : right(reads.flatMap((each) => (each.ok ? [each.value] : [])));
}

/** `read` with its value turned into another. */
export function mapped<From, To>(read: Read<From>, turn: (value: From) => To): Read<To> {
  return read.ok ? right(turn(read.value)) : read;
}

/** Whether a value is a map (`{...}`) of a file. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The nearest of `words` as an optional part of a mistake. */
export function nearestOf(word: string, words: readonly string[]): Pick<Mistake, 'nearest'> {
  const nearest = nearestWord(word, words);
  return nearest === undefined ? {} : { nearest };
}

/** Words as a sentence lists them: `a, b or c`. */
export function oneOf(words: readonly string[]): Label {
  return listed(words, { en: ' or ', zh: ' 或 ' });
}

/** Words as a sentence lists them: `a, b and c`. */
export function allOf(words: readonly string[]): Label {
  return listed(words, { en: ' and ', zh: ' 和 ' });
}

function listed(words: readonly string[], joint: Label): Label {
  const last = words.at(-1) ?? '';
  return words.length < 2
    ? verbatim(last)
    : {
        en: `${words.slice(0, -1).join(', ')}${joint.en}${last}`,
        zh: `${words.slice(0, -1).join('、')}${joint.zh}${last}`,
      };
}

/** A list of names from one name or a list of them. */
export const readNames: Language<readonly string[]> = (value) => {
  const name: Language<string> = (each) =>
    typeof each === 'string' && each !== ''
      ? right(each)
      : refuse(
          'wrong-type',
          { en: 'this is no name', zh: '这不是名称' },
          { expected: { en: 'a name or a list of names', zh: '名称或名称列表' } },
        );
  if (!Array.isArray(value)) return mapped(name(value), (only) => [only]);
  if (value.length === 0)
    return refuse(
      'empty-list',
      { en: 'this list is empty', zh: '此列表为空' },
      { expected: { en: 'a name or a list of names', zh: '名称或名称列表' } },
    );
  return together(value.map((each, index) => under(index, name(each))));
};
