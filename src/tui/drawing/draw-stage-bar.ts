import { stageCells } from '../../report/index.ts';
import type { Glyphs } from './glyphs.ts';
import { fitLine, lineOf, type Line, type Role } from './line.ts';

/** The stages of one scenario as a bar; `hoursFull` fills `width`. */
export interface StageBar {
  readonly stages: readonly { readonly name: string; readonly hours: number }[];
  readonly hoursFull: number;
}

/** `░░░⣿⣿⣿⣿⣿▚⠶⠶⠶`: a stage above 0 has at least one cell. */
export function drawStageBar(
  { stages, hoursFull }: StageBar,
  { width, glyphs }: { width: number; glyphs: Glyphs },
): Line {
  const cells = stageCells(
    stages.map((stage) => stage.hours),
    { hoursFull, width },
  );
  const bar = stages.flatMap(({ name }, at) => lineOf(patternOf(at, glyphs).repeat(cells[at] ?? 0), stageRole(name)));
  return fitLine(bar, width);
}

/** The pattern of the stage that stands `at` this place in the flow. */
export function patternOf(at: number, glyphs: Glyphs): string {
  return glyphs.patterns[at % glyphs.patterns.length] ?? '';
}

/** What customs itself holds is strong; colours mean scenarios, so stages have none. */
export function stageRole(name: string): Role {
  return name === 'customs' ? 'strong' : 'plain';
}
