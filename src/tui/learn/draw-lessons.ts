import type { Lesson } from '../../learn/index.ts';
import { wrapped } from '../../report/index.ts';
import { drawTable, withoutSubhead } from '../drawing/draw-table.ts';
import { fitLine, lineOf, type Line } from '../drawing/line.ts';
import type { Around } from '../place.ts';
import { learnWords } from './words.ts';

/** The lessons with a mark where they are done; below, what the chosen one is for and where it stands in the law. */
export function drawLessons(
  {
    lessons,
    chosen,
    done,
  }: {
    readonly lessons: readonly Lesson[];
    readonly chosen: Lesson | undefined;
    readonly done: ReadonlySet<string>;
  },
  around: Around,
): readonly Line[] {
  const { width, height, glyphs, words } = around;
  const own = learnWords(words.language);
  // The list goes first; what the law is about it may be cut.
  const room = Math.max(3, height - lessons.length - 2);
  const about = chosen === undefined ? [] : aboutLines(chosen, around).slice(0, room);
  const rows = Math.max(1, height - about.length - 2);
  const at = chosen === undefined ? 0 : lessons.indexOf(chosen);
  const first = Math.min(Math.max(0, at - rows + 1), Math.max(0, lessons.length - rows));
  const column = { subhead: [], align: 'left', rank: 0 } as const;
  const table = drawTable(
    {
      columns: [
        { ...column, head: lineOf(own.number, 'dim') },
        { ...column, head: lineOf(own.title, 'dim'), least: 20 },
        { ...column, head: lineOf(own.done, 'dim') },
      ],
      rows: lessons.slice(first, first + rows).map(({ name, title }, index) => ({
        id: name,
        letter: [],
        cells: [
          lineOf(String(first + index + 1), 'dim'),
          lineOf(title[words.language], name === chosen?.name ? 'strong' : 'plain'),
          lineOf(done.has(name) ? glyphs.mark : ''),
        ],
      })),
      chosen: chosen?.name,
    },
    { width, height: rows + 2, glyphs },
  );
  return [...withoutSubhead(table), [], ...about].map((line) => fitLine(line, width));
}

function aboutLines({ aim, law }: Lesson, { width, words: { language } }: Around): readonly Line[] {
  const own = learnWords(language);
  const room = Math.min(76, width - 6);
  return [
    ...wrapped(`${own.afterwards}${aim[language]}`, room).map((line) => lineOf(`   ${line}`)),
    ...law.flatMap((each) => wrapped(each[language], room).map((line) => lineOf(`   ${line}`, 'dim'))),
  ];
}
