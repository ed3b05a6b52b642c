import type { LaneCourse } from '../../report/index.ts';
import type { GanttLane } from './draw-gantt.ts';
import { patternOf } from './draw-stage-bar.ts';
import type { Glyphs } from './glyphs.ts';

/** A lane as bars: a wait is empty, what is done has the pattern of its stage; `chosen` is the place of the span with the pointer. */
export function ganttLane({ label, spans, marks }: LaneCourse, glyphs: Glyphs, chosen?: number): GanttLane {
  return {
    label,
    marks,
    spans: spans.map(({ from, to, label: what, isWait, stage }, at) => ({
      from,
      to,
      label: what,
      pattern: isWait ? glyphs.barEmpty : stage === undefined ? glyphs.barFull : patternOf(stage, glyphs),
      role: at === chosen ? 'accent' : 'plain',
      isChosen: at === chosen,
    })),
  };
}
