// Makes the pictures of README and docs from the real program in a real terminal:  node tools/pictures.ts  (after npm start)
import { mkdirSync, writeFileSync } from 'node:fs';
import { RealTerminal, type Cell } from './real-terminal.ts';

/** A picture: the keys that lead to it, each with what must be seen before the next. */
interface Picture {
  readonly name: string;
  readonly columns: number;
  readonly rows: number;
  readonly language: 'en' | 'zh';
  readonly way: readonly (readonly [keys: string, sees: string | RegExp])[];
}

const reached = /reached: |达到目标精度/;

const size = { columns: 120, rows: 30 };

const pictures: readonly Picture[] = [
  {
    name: 'compare',
    ...size,
    language: 'en',
    way: [
      ['', reached],
      ['j', '▸B'],
    ],
  },
  {
    name: 'compare-zh',
    ...size,
    language: 'zh',
    way: [
      ['', reached],
      ['j', '▸B'],
    ],
  },
  {
    name: 'inside',
    ...size,
    language: 'en',
    way: [
      ['', reached],
      ['\r', /Measured by 10 pairs/],
    ],
  },
  {
    name: 'timeline',
    ...size,
    language: 'en',
    way: [
      ['', reached],
      ['6', 'waited longest for'],
      ['\r', 'waited for'],
    ],
  },
  {
    name: 'live',
    ...size,
    language: 'en',
    way: [
      ['', 'Compare'],
      ['7', 'playing'],
      [' ', 'paused'],
      ['t', 'go to'],
      ['3 May 10:00\r', 'Wed 3 May 10:00'],
    ],
  },
  {
    name: 'lesson',
    ...size,
    language: 'en',
    way: [
      ['', 'Compare'],
      ['8', 'open lesson'],
      ['jj', /▸ *3 /],
      ['\r', 'step 1 of'],
      [' ', 'Choose a'],
      ['a', /reached +a /],
    ],
  },
];

/** Pixels of a cell. */
const cell = { width: 9, height: 19 };
const colors = { paper: '#15181c', ink: '#d7dbe0' };

const folder = 'docs/pictures';

mkdirSync(folder, { recursive: true });
for (const picture of pictures) {
  const terminal = new RealTerminal([process.execPath, 'dist/clearsim.js', '--lang', picture.language], {
    columns: picture.columns,
    rows: picture.rows,
  });
  for (const [keys, sees] of picture.way) {
    if (keys !== '') terminal.press(keys);
    await terminal.sees(sees, 60_000);
  }
  writeFileSync(`${folder}/${picture.name}.svg`, svgOf(terminal.cells()));
  terminal.press('\u0003');
  await terminal.ended;
  console.log(`${folder}/${picture.name}.svg`);
}

/** A window as SVG: a text for each run of cells that look alike, as wide as its cells. */
function svgOf(rows: readonly (readonly Cell[])[]): string {
  const width = (rows[0]?.length ?? 0) * cell.width + 2 * cell.width;
  const height = rows.length * cell.height + cell.height;
  const parts = rows.flatMap((row, at) => runsOf(row).map((run) => runSvg(run, at)));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="DejaVu Sans Mono, Menlo, Consolas, Noto Sans Mono CJK SC, monospace" font-size="15">
<rect width="100%" height="100%" rx="8" fill="${colors.paper}"/>
${parts.join('\n')}
</svg>
`;
}

interface Run {
  readonly from: number;
  readonly text: string;
  readonly cells: number;
  readonly look: Cell;
}

function runsOf(row: readonly Cell[]): readonly Run[] {
  const runs: Run[] = [];
  for (const [at, each] of row.entries()) {
    const last = runs.at(-1);
    const isBlank = each.text === '' || each.text === ' ';
    // A wide character fills the cell after it; each stands alone, so that any font keeps the columns.
    if (last !== undefined && at < last.from + last.cells) continue;
    const isWide = (row[at + 1]?.text ?? ' ') === '' && !isBlank && /[\u1100-\uFFEF]/.test(each.text);
    const isAlike =
      last !== undefined &&
      !isWide &&
      last.cells === last.text.length &&
      last.look.color === each.color &&
      last.look.isBold === each.isBold &&
      last.look.isDim === each.isDim &&
      last.look.isInverse === each.isInverse;
    if (isAlike)
      runs[runs.length - 1] = { ...last, text: last.text + (isBlank ? ' ' : each.text), cells: last.cells + 1 };
    else runs.push({ from: at, text: isBlank ? ' ' : each.text, cells: isWide ? 2 : 1, look: each });
  }
  return runs.filter(({ text, look }) => text.trim() !== '' || look.isInverse);
}

function runSvg({ from, text, cells, look }: Run, row: number): string {
  const x = (from + 1) * cell.width;
  const y = (row + 1) * cell.height;
  const color = look.color ?? colors.ink;
  const [ink, paper] = look.isInverse ? [colors.paper, color] : [color, undefined];
  const back =
    paper === undefined
      ? ''
      : `<rect x="${x}" y="${y - cell.height + 5}" width="${cells * cell.width}" height="${cell.height}" fill="${paper}"/>`;
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `${back}<text xml:space="preserve" x="${x}" y="${y}" textLength="${cells * cell.width}" lengthAdjust="spacingAndGlyphs" fill="${ink}"${look.isBold ? ' font-weight="bold"' : ''}${look.isDim ? ' opacity="0.6"' : ''}>${escaped}</text>`;
}
