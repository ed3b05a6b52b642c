/** What the library of the command line says is wrong, in Chinese: it speaks English only. What it does not know stays as it is. */
export function usageZh(english: string): string {
  const [, said = '', near] =
    /^error: (.*?)(?:\n\(Did you mean (?:one of )?(.*)\?\))?$/su.exec(english.trimEnd()) ?? [];
  const found = sentences.map(([pattern, tell]) => said.replace(pattern, tell)).find((each) => each !== said);
  const zh = found?.replace(/(?<=，可取：).*/su, (choices) => choices.replaceAll(', ', '、')) ?? said;
  return `错误：${zh}\n${near === undefined ? '' : `（是否指 ${near.replaceAll(', ', '、')}？）\n`}`;
}

const sentences: readonly (readonly [RegExp, string])[] = [
  [/^unknown option '(.*)'$/su, '没有选项“$1”'],
  [/^missing required argument '(.*)'$/su, '缺少参数“$1”'],
  [/^option '(.*)' argument missing$/su, '选项“$1”缺少值'],
  [/^option '(.*)' cannot be used with option '(.*)'$/su, '选项“$1”不能与“$2”并用'],
  [/^option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/su, '选项“$1”不能取“$2”，可取：$3'],
  [/^option '(.*)' argument '(.*)' is invalid\. (.*)$/su, '选项“$1”不能取“$2”：$3'],
  [
    /^too many arguments(?: for '.*')?\. Expected (\d+) arguments? but got (\d+): (.*)\.$/su,
    '参数过多：应为 $1 个，现有 $2 个：$3',
  ],
];
