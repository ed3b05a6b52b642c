import type { CompareState } from './compare/state.ts';
import type { EditState } from './edit/state.ts';
import type { LearnState } from './learn/state.ts';
import type { LessonState } from './lesson/state.ts';
import type { MistakesState } from './mistakes/state.ts';
import type { QuestionState } from './question/state.ts';
import type { RulesState } from './rules/state.ts';
import type { StepState } from './step/state.ts';
import type { TraceState } from './trace/state.ts';

/** Where the visit is, or has come through: the state of one of the places. */
export type Crumb =
  | CompareState
  | EditState
  | LearnState
  | LessonState
  | MistakesState
  | QuestionState
  | RulesState
  | StepState
  | TraceState;
