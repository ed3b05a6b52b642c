import type { CompareState } from './compare/state.ts';
import type { EditState } from './edit/state.ts';
import type { GainersState } from './gainers/state.ts';
import type { InsideState } from './inside/state.ts';
import type { LearnState } from './learn/state.ts';
import type { LessonState } from './lesson/state.ts';
import type { LiveState } from './live/state.ts';
import type { MistakesState } from './mistakes/state.ts';
import type { QuestionState } from './question/state.ts';
import type { RulesState } from './rules/state.ts';
import type { SlowestState } from './slowest/state.ts';
import type { SpreadState } from './spread/state.ts';
import type { StepState } from './step/state.ts';
import type { TimelineState } from './timeline/state.ts';
import type { TraceState } from './trace/state.ts';
import type { WeekState } from './week/state.ts';

/** Where the visit is, or has come through: the state of one of the places. */
export type Crumb =
  | CompareState
  | EditState
  | GainersState
  | InsideState
  | LearnState
  | LessonState
  | LiveState
  | MistakesState
  | QuestionState
  | RulesState
  | SlowestState
  | SpreadState
  | StepState
  | TimelineState
  | TraceState
  | WeekState;
