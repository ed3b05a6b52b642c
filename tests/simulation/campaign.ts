import { readFileSync } from 'node:fs';

/**
 * The shipped sea import without its variants, with every other consignment under these measures of the campaign (`greenChannel`: on)
 * and these chances, up to this horizon. Throws where the shipped file does not say any more what is replaced.
 */
export function campaign(of: {
  readonly measures: readonly string[];
  readonly chances: Readonly<Record<string, string>>;
  readonly horizon: string;
}): string {
  const changes: readonly (readonly [RegExp, string])[] = [
    [/^variants:[^]*/mu, ''],
    [/horizon: 12 weeks/u, `horizon: ${of.horizon}`],
    ...of.measures.map((name): readonly [RegExp, string] => [
      new RegExp(`${name}: (?:0 %|off)`, 'u'),
      `${name}: ${name === 'greenChannel' ? 'on' : '50 %'}`,
    ]),
  ];
  const text = changes.reduce(
    (before, [what, by]) => {
      if (!what.test(before)) throw new Error(`the shipped scenario has no ${what.source} any more`);
      return before.replace(what, by);
    },
    readFileSync('scenarios/sea-import-2017.yaml', 'utf8'),
  );
  const chances = Object.entries(of.chances).map(([name, share]) => `${name}: ${share}`);
  return `${text}chances: {${chances.join(', ')}}\n`;
}
