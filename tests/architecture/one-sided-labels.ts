import { parseSync, Visitor, type Expression, type ObjectExpression } from 'oxc-parser';
import type { SourceFile } from './read-source.ts';

/**
 * What is told in one language only, though the types ask for two: English in the place of Chinese, a sentence that claims to be the same
 * in both (`verbatim`), and Chinese sentences with the punctuation of English.
 */
export function oneSidedLabels({ file, text }: SourceFile): readonly string[] {
  const found: string[] = [];
  const note = (node: { start: number }, why: string): void => {
    found.push(`${file}:${text.slice(0, node.start).split('\n').length} ${why}`);
  };
  function punctuation(node: Expression): void {
    const zh = withoutNotation(textOf(node) ?? '');
    if (/\p{Script=Han}[,;:?!(]|(?<!\p{Script=Latin})[,;!?)] ?\p{Script=Han}/u.test(zh))
      note(node, `English punctuation in '${zh}'`);
  }
  new Visitor({
    ObjectExpression(node) {
      const en = textOf(valueOf(node, 'en'));
      const zh = textOf(valueOf(node, 'zh'));
      if (en === undefined || zh === undefined) return;
      if (isSentence(en) && !isChinese(zh)) note(node, `no Chinese for '${en}'`);
    },
    Literal: punctuation,
    TemplateLiteral: punctuation,
    CallExpression(node) {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'verbatim') return;
      const [argument] = node.arguments;
      const same = argument === undefined || argument.type === 'SpreadElement' ? undefined : textOf(argument);
      if (same !== undefined && isSentence(same)) note(node, `a sentence in English only: '${same}'`);
    },
  }).visit(parseSync(file, text).program);
  return found;
}

/** Three words in a row, no sign between them: the notation of files has none such. */
function isSentence(text: string): boolean {
  return /(?:^|[^\p{L}-])(?:\p{Ll}[\p{Ll}’']* ){2}\p{Ll}/u.test(text);
}

/** A text without what it quotes from files; a text of several lines is a file. */
function withoutNotation(text: string): string {
  if (text.includes('\n ')) return '';
  const less = text.replaceAll(/`[^`]*`|\{[^{}]*\}|\[[^[\]]*\]|\w+\([^()]*\)/gu, hole);
  return less === text ? text : withoutNotation(less);
}

/** Stands for what is put in. */
const hole = '○';

function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

function valueOf(object: ObjectExpression, key: string): Expression | undefined {
  return object.properties
    .flatMap((each) => (each.type === 'Property' ? [each] : []))
    .find(({ key: name }) => name.type === 'Identifier' && name.name === key)?.value;
}

/** The text of a literal, with holes; undefined for anything else. */
function textOf(node: Expression | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  return node?.type === 'TemplateLiteral' ? node.quasis.map(({ value }) => value.cooked ?? '').join(hole) : undefined;
}
