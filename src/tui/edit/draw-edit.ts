import {
  cellsOf,
  differences,
  figures,
  fit,
  citationText,
  letterOf,
  sectionName,
  settingValue,
  verdictText,
  visible,
  wrapped,
  type CompareRow,
  type CompareView,
  wordsOf,
} from '../../report/index.ts';
import type { Setting } from '../../scenario/index.ts';
import { drawChanges } from '../drawing/draw-changes.ts';
import { viewOf } from '../compare/state.ts';
import { letterIn } from '../letter-in.ts';
import { beside, cutLine, fitLines, lineOf, widthOf, type Line } from '../drawing/line.ts';
import { moreLine } from '../drawing/more-line.ts';
import type { Around } from '../place.ts';
import type { Shared } from '../shared.ts';
import { measureOf, settingsIn, settingText, valueAt, type EditState } from './state.ts';
import { editWords } from './words.ts';

/** On the left what can be set, on the right what is; below, what is known of the chosen setting and of the variant. */
export function drawEdit(own: EditState, shared: Shared, around: Around): readonly Line[] {
  const { width, height } = around;
  const left = Math.min(90, Math.floor(width * 0.56));
  const foot = drawFoot(own, shared, around);
  const upper = height - foot.length;
  return [
    ...fitLines(
      beside(
        drawSettings(own, shared, { ...around, width: left - 2, height: upper }),
        drawPatch(own, shared, { ...around, width: width - left, height: upper }),
        left,
      ),
      { width, height: upper },
    ),
    ...foot,
  ];
}

/** As many as there is room for, the chosen one amidst them; a line at either end says how many more there are. */
function drawSettings(own: EditState, shared: Shared, around: Around): readonly Line[] {
  const { height } = around;
  const settings = settingsIn(own, shared);
  if (settings.length === 0) return [[], lineOf(`   ${editWords(shared.language).emptyFilter(visible(own.filter))}`)];
  const lines: { readonly line: Line; readonly setting?: Setting }[] = [];
  for (const [at, setting] of settings.entries()) {
    const section = sectionOf(setting);
    if (section !== sectionOf(settings[at - 1]))
      lines.push({ line: lineOf(`   ${sectionName(section, shared.language)}`, 'dim') });
    lines.push({ line: settingLine(setting, own, shared, around), setting });
  }
  const chosenAt = lines.findIndex(({ setting }) => setting?.path === own.chosen);
  const first = Math.max(0, Math.min(chosenAt - Math.floor(height / 2), lines.length - height));
  const more = (hidden: typeof lines): readonly Line[] =>
    moreLine(hidden.filter(({ setting }) => setting !== undefined).length, around);
  return lines.slice(first, first + height).flatMap(({ line }, row) => {
    if (row === 0 && first > 0) return more(lines.slice(0, first + 1));
    return row === height - 1 && first + height < lines.length ? more(lines.slice(first + row)) : [line];
  });
}

function sectionOf(setting: Setting | undefined): string {
  return setting?.path.split('.')[0] ?? '';
}

function settingLine(setting: Setting, own: EditState, shared: Shared, { width, glyphs }: Around): Line {
  const isChosen = setting.path === own.chosen;
  const text =
    isChosen && own.draft !== undefined
      ? `[ ${own.draft.text} ]`
      : settingValue(valueAt(own, setting), setting.path, shared.language);
  const name = settingText(setting, shared);
  const least = Math.floor(width / 2);
  const room = Math.max(8, width - 5 - Math.max(Math.min(cellsOf(text), least), 8));
  const isChanged = own.set[setting.path] !== undefined;
  return [
    ...lineOf(isChosen ? ` ${glyphs.pointer} ` : '   ', 'accent'),
    ...lineOf(fit(name, { width: room, cut: 'middle', ellipsis: glyphs.ellipsis }), isChosen ? 'strong' : 'plain'),
    ...lineOf('  '),
    ...lineOf(
      fit(visible(text), { width: Math.max(0, width - 5 - room), ellipsis: glyphs.ellipsis }),
      isChosen && own.draft?.wrong !== undefined ? 'alarm' : isChanged ? 'strong' : 'plain',
    ),
  ];
}

function drawPatch(own: EditState, shared: Shared, around: Around): readonly Line[] {
  const words = editWords(shared.language);
  const changes = shared.settings.flatMap(({ path, text }) => {
    const after = own.set[path];
    return after === undefined || after === text ? [] : [{ path, before: text, after }];
  });
  const name = own.name === undefined ? undefined : words.runsAs(letterIn(shared, own.name), visible(own.name));
  return [
    lineOf(`   ${words.changes(baseOfFile(shared))}`, 'dim'),
    ...(changes.length === 0
      ? [lineOf(`   ${words.nothing}`)]
      : drawChanges(changes, { ...around, height: Math.max(1, around.height - 4) })),
    [],
    ...(name === undefined ? [] : wrapped(name, around.width - 4).map((line) => lineOf(`   ${line}`))),
  ];
}

/** Letter of the scenario that sets nothing: the base of the file, whichever the others are set against. */
function baseOfFile({ names, sets }: Shared): string {
  return letterOf(names.findIndex((name) => Object.keys(sets[name] ?? { other: '' }).length === 0));
}

/** What the chosen setting is, and where it is said; how the variant does. */
function drawFoot(own: EditState, shared: Shared, around: Around): readonly Line[] {
  const setting = shared.settings.find(({ path }) => path === own.chosen);
  const room = around.width - 2;
  const said = own.draft?.wrong === undefined ? helpOf(setting, shared) : visible(own.draft.wrong);
  const [first = '', second = '', ...others] = wrapped(said, room);
  const third = fit(others.join(' '), { width: room, ellipsis: around.glyphs.ellipsis }).trimEnd();
  return [
    [],
    ...[first, second, third]
      .filter((line) => line !== '')
      .map((line) => lineOf(` ${line}`, own.draft?.wrong === undefined ? 'plain' : 'alarm')),
    setting === undefined ? [] : settingPlaceLine(setting, own, shared, around),
    figuresLine(own, shared, around),
  ];
}

/** `measures.greenChannel: on   sea.yaml:39:81`: what the variant says, and where that stands. */
function settingPlaceLine(setting: Setting, own: EditState, shared: Shared, { width, glyphs }: Around): Line {
  const place = placeText(setting, own, shared);
  const said = `${visible(setting.path)}: ${visible(valueAt(own, setting))}`;
  const right = Math.min(cellsOf(place), Math.max(Math.floor(width / 3), width - 5 - cellsOf(said)));
  const left = Math.min(cellsOf(said), width - 5 - right);
  return [
    ...lineOf(` ${fit(said, { width: left, ellipsis: glyphs.ellipsis })}   `, 'dim'),
    ...lineOf(fit(place, { width: right, cut: 'start', ellipsis: glyphs.ellipsis }), 'dim'),
  ];
}

function placeText({ path, text, place, isDefault }: Setting, { from, set }: EditState, shared: Shared): string {
  const words = editWords(shared.language);
  const before = shared.sets[from]?.[path];
  if (set[path] !== before || (before !== undefined && shared.tried.includes(from)))
    return words.notInFile(visible(text));
  if (before === undefined && isDefault) return words.fromDefaults;
  const { file, line, column } =
    before === undefined ? place : (shared.modelOf(from).scenario.places.get(path) ?? place);
  return `${visible(file)}:${line}:${column}`;
}

function helpOf(setting: Setting | undefined, shared: Shared): string {
  const measure = setting === undefined ? undefined : measureOf(setting, shared);
  return measure === undefined
    ? ''
    : measure.explanation[shared.language] +
        wordsOf(shared.language).punctuation.aside(citationText(measure.law, shared.language));
}

/** How the variant does: where there is no room for all, the indicator by its short name, and then without the interval of the mean. */
function figuresLine(own: EditState, shared: Shared, { width, glyphs, words }: Around): Line {
  const view = viewOf(shared);
  const row = view.rows.find(({ scenario }) => scenario === own.name);
  if (row === undefined) return [];
  const said = editWords(shared.language);
  const letter = shared.progress?.state === 'running' ? said.soFar(row.letter) : row.letter;
  if (row.mean === undefined) return lineOf(` ${letter}${words.punctuation.colon}${said.noFigures}`);
  const mean = figureText(row, view, 'mean');
  const { full, head } = view.indicator;
  const difference =
    row.difference === undefined ? '' : `   ${said.toBase(view.base)} ${figureText(row, view, 'difference')}`;
  const lines = [`${full} ${mean}`, `${head} ${mean}`, `${head} ${mean.replace(/ \[.*/, '')}`].map((begin) =>
    lineOf(` ${letter}${words.punctuation.colon}${begin}${difference}  ${verdictText(row, words)}`, 'strong'),
  );
  return lines.find((line) => widthOf(line) <= width) ?? cutLine(lines.at(-1) ?? [], width, glyphs.ellipsis);
}

function figureText(row: CompareRow, view: CompareView, of: 'mean' | 'difference'): string {
  const { values, intervals } =
    of === 'mean' ? figures([row.mean], view.indicator.scale) : differences([row.difference], view.differenceScale);
  return `${(values[0] ?? '').trim()} ${view.indicator.scale.unit} ${(intervals[0] ?? '').trim()}`.trim();
}
