import { unreachable } from '../base/index.ts';
import type { FlowOutline, OutlineState, OutlineTransition } from '../flows/index.ts';
import { citationText } from './citation-text.ts';
import { csvText, type CsvCell } from './csv.ts';
import { thingName } from './names.ts';
import type { TextOptions } from './text-options.ts';
import { visible } from './visible.ts';
import type { Words } from './words-en.ts';
import { wrapped } from './wrapped.ts';

/** What `flow NAME` prints: a procedure lane by lane, each state with what it waits for and where it leads. */
export function flowText(outline: FlowOutline, { words, format, width = 100 }: TextOptions): string {
  const { language } = words;
  if (format === 'csv')
    return csvText([
      csvHeads,
      ...outline.lanes.flatMap((lane) => lane.states.flatMap((state) => csvRows(lane.name, state, words))),
    ]);
  const labels = new Map(outline.lanes.flatMap((lane) => lane.states.flatMap((state) => labelsOf(state, words))));
  const title = `${visible(outline.name)}${words.punctuation.colon}${visible(outline.label[language])}`;
  const lanes = outline.lanes.map((lane) => [
    format === 'md' ? `### ${visible(lane.name)}\n` : visible(lane.name),
    ...lane.states.flatMap((state) => stateLines(state, { depth: format === 'md' ? 0 : 1, format, words, labels })),
  ]);
  const blocks = [
    [format === 'md' ? `## ${title}` : title],
    wrapped(visible(outline.explanation[language]), width),
    ...lanes,
  ];
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

interface Drawing {
  readonly depth: number;
  readonly format: 'table' | 'md';
  readonly words: Words;
  /** Of states, by path. */
  readonly labels: ReadonlyMap<string, string>;
}

function stateLines(state: OutlineState, drawing: Drawing): readonly string[] {
  const { words, depth, format } = drawing;
  const mark = (sign: string, more: number): string => '  '.repeat(depth + more) + (format === 'md' ? '- ' : sign);
  const signs = [
    ...(state.isFinal ? [words.isFinal] : []),
    ...state.milestones.map((milestone) => words.reaches(visible(milestone))),
    ...(state.law === '' ? [] : [citationText(state.law, words.language)]),
  ];
  const head = `${mark('', 0)}${visible(state.label[words.language])}${signs.length === 0 ? '' : `  (${signs.join('; ')})`}`;
  return [
    head,
    ...state.transitions.map((transition) => `${mark('-> ', 1)}${transitionText(transition, drawing)}`),
    ...state.states.flatMap((inner) => stateLines(inner, { ...drawing, depth: depth + 1 })),
  ];
}

function transitionText(transition: OutlineTransition, { words, labels, format }: Drawing): string {
  const { target, guard, actions } = transition;
  const where = target === undefined ? words.stays : (labels.get(target) ?? visible(target));
  const arrow = format === 'md' ? `${words.leadsTo} ` : '';
  const parts = [
    waitText(transition, words),
    ...(guard === '' ? [] : [words.onlyIf(visible(guard))]),
    ...actions.map(visible),
  ];
  return `${arrow}${where}: ${parts.join(', ')}`;
}

function waitText({ waitsFor }: OutlineTransition, words: Words): string {
  switch (waitsFor.kind) {
    case 'nothing':
      return words.atOnce;
    case 'inside':
      return words.whenInsideEnds;
    case 'delay':
      return words.afterDelay(thingName(waitsFor.name, words.language));
    case 'activity':
      return words.afterActivity(thingName(waitsFor.name, words.language));
    case 'event':
      return words.onEvent(visible(waitsFor.name));
    default:
      return unreachable(waitsFor);
  }
}

function labelsOf(state: OutlineState, words: Words): readonly (readonly [string, string])[] {
  return [
    [state.path, visible(state.label[words.language])],
    ...state.states.flatMap((inner) => labelsOf(inner, words)),
  ];
}

const csvHeads = ['lane', 'state', 'label', 'law', 'milestones', 'waitsFor', 'name', 'guard', 'target', 'actions'];

function csvRows(lane: string, state: OutlineState, words: Words): readonly (readonly CsvCell[])[] {
  const own = [lane, state.path, state.label[words.language], state.law, state.milestones.join(' ')];
  const transitions = state.transitions.map(({ waitsFor, guard, target, actions }) => [
    ...own,
    waitsFor.kind,
    'name' in waitsFor ? waitsFor.name : '',
    guard,
    target ?? '',
    actions.join('; '),
  ]);
  return [
    ...(transitions.length === 0 ? [[...own, '', '', '', '', '']] : transitions),
    ...state.states.flatMap((inner) => csvRows(lane, inner, words)),
  ];
}
