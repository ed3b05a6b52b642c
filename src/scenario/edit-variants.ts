import { withItem, withoutKey } from '../notation/index.ts';

/** A variant as one types it: dotted paths, and what stands there instead. */
export interface VariantText {
  readonly name: string;
  /** Its name in Chinese; none: the same. */
  readonly nameZh?: string;
  readonly set: Readonly<Record<string, string>>;
}

/** The text of a scenario file with one more variant; the rest stays as it is written. The file must be right; whether the variant is, parsing will show. */
export function withVariant(text: string, { name, nameZh = name, set }: VariantText): string {
  return withItem(text, 'variants', [
    `name: ${name === nameZh ? quoted(name) : `{en: ${JSON.stringify(name)}, zh: ${JSON.stringify(nameZh)}}`}`,
    'set:',
    ...Object.entries(set).map(([path, value]) => `  ${quoted(path)}: ${value.trim() === '' ? '""' : value.trim()}`),
  ]);
}

/** The text of a scenario file that says the same, but no variants. */
export function withoutVariants(text: string): string {
  return withoutKey(text, 'variants');
}

/** A text as a YAML scalar: in quotes unless it is plainly a word. */
function quoted(text: string): string {
  return /^\p{L}[\p{L}\p{N} .+-]*$/u.test(text) && !/^(?:true|false|null|y|n|yes|no|on|off)$/iu.test(text)
    ? text.trim()
    : JSON.stringify(text);
}
