import { readFileSync } from 'node:fs';
import { wrong, verbatim, type Mistake, type Result } from '../../src/base/index.ts';
import { decodeText } from '../../src/notation/index.ts';
import { parseScenario, type ScenarioSet } from '../../src/scenario/index.ts';

/** Text of an example file. */
export function example(name: string): string {
  return readFileSync(`scenarios/examples/${name}.yaml`, 'utf8');
}

/** A scenario file's bytes, or text, all the way through; `files` are those it names. */
export function parse(
  given: string | Uint8Array,
  files: Readonly<Record<string, string>> = {},
): Result<ScenarioSet, readonly Mistake[]> {
  const decoded = decodeText(typeof given === 'string' ? new TextEncoder().encode(given) : given, 'my.yaml');
  if (!decoded.ok) return decoded;
  return parseScenario(decoded.value, (path) => {
    const text = Object.hasOwn(files, path) ? files[path] : undefined;
    return text === undefined ? wrong(verbatim('there is no such file')) : { ok: true, value: text };
  });
}

/** The set of a right file; a test that gives a wrong one fails with what is wrong. */
export function right(given: string, files: Readonly<Record<string, string>> = {}): ScenarioSet {
  const parsed = parse(given, files);
  if (!parsed.ok) throw new Error(told(parsed).join('\n'));
  return parsed.value;
}

/** What is wrong with a file, a line for each mistake: `file:line:column message; found ...; expected ...; nearest ...`. */
export function told(parsed: Result<unknown, readonly Mistake[]>): readonly string[] {
  if (parsed.ok) return [];
  return parsed.wrong.map(({ place, message, found, expected, nearest }) =>
    [
      `${place?.file ?? '?'}:${place?.line ?? 0}:${place?.column ?? 0} ${message.en}`,
      ...part('found', found),
      ...part('expected', expected?.en),
      ...part('nearest', nearest),
    ].join('; '),
  );
}

/** The mistakes of an example in which `old` is replaced by `other`. */
export function changed(name: string, old: string, other: string): readonly string[] {
  const text = example(name);
  if (!text.includes(old)) throw new Error(`${name} does not hold ${old}`);
  return told(parse(text.replace(old, other)));
}

function part(word: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [`${word} ${value}`];
}
