import { nearestWord } from '../base/index.ts';
import { visible } from '../report/index.ts';
import { leave, toView } from './after-command.ts';
import { means, proposalsFor, understood } from './command-line.ts';
import { commandOf } from './keys.ts';
import type { Glyphs } from './drawing/glyphs.ts';
import { exported } from './exported.ts';
import { followed, given } from './in-place.ts';
import { openPrompt, promptTyped, type Prompt } from './prompt.ts';
import type { ScreenState } from './screen-state.ts';
import { openStep, sourceNamed, stepNames } from './step/state.ts';
import { shellWords } from './words.ts';

/** Lines of the command line that are remembered. */
const saidMax = 200;

/** The screen after a key while a line is typed; `glyphs` are what a picture is written with. */
export function keyed(state: ScreenState, prompt: Prompt, key: string, glyphs: Glyphs): ScreenState {
  if (key === 'Ctrl-c') return { ...state, leaving: 130 };
  const command = commandOf(key, 'typing');
  switch (command) {
    case 'giveUp':
      return prompt.of === 'filter'
        ? given({ ...state, prompt: undefined }, { kind: 'filter', text: '' })
        : leftUnanswered(state, prompt);
    case 'accept':
      return entered({ ...state, prompt: undefined }, prompt, glyphs);
    case 'complete':
    case 'nextProposal':
    case 'previousProposal':
    case 'earlier':
    case 'later':
      return prompt.of === 'say' ? { ...state, prompt: chosenLine(state, prompt, command) } : state;
    default:
      return edited(state, promptTyped(prompt, key));
  }
}

/** The line is given up; whoever asked hears it. */
function leftUnanswered(state: ScreenState, { of }: Prompt): ScreenState {
  const next = { ...state, prompt: undefined };
  return typeof of === 'string' ? next : given(next, { kind: 'left', to: of.to });
}

/** The line has changed: a filter filters, whoever asked hears the answer so far. */
export function edited(state: ScreenState, prompt: Prompt): ScreenState {
  const next = { ...state, prompt };
  if (prompt.of === 'filter') return given(next, { kind: 'filter', text: prompt.text });
  if (typeof prompt.of === 'string') return next;
  return given(next, { kind: 'answer', to: prompt.of.to, text: prompt.text, isDone: false });
}

function entered(state: ScreenState, prompt: Prompt, glyphs: Glyphs): ScreenState {
  const { of, text } = prompt;
  if (of === 'filter') return state;
  if (of === 'export') return written(state, text.trim(), glyphs);
  if (of !== 'say') return given(state, { kind: 'answer', to: of.to, text, isDone: true });
  const line = prompt.proposal === undefined ? text : (proposalsFor(text, state)[prompt.proposal]?.line ?? text);
  if (line.trim() === '') return state;
  const said = [line, ...state.said.filter((each) => each !== line)].slice(0, saidMax);
  return spoken({ ...state, said }, line, glyphs);
}

/** The next or the last of what is proposed, or of what was said before. */
function chosenLine(
  state: ScreenState,
  prompt: Prompt,
  command: 'complete' | 'nextProposal' | 'previousProposal' | 'earlier' | 'later',
): Prompt {
  if (command === 'earlier' || command === 'later') {
    const recalled = Math.min(state.said.length - 1, Math.max(-1, prompt.recalled + (command === 'earlier' ? 1 : -1)));
    return { ...openPrompt('say', state.said[recalled] ?? ''), recalled };
  }
  const proposals = proposalsFor(prompt.text, state);
  if (command === 'complete') {
    const taken = proposals[prompt.proposal ?? 0];
    return taken === undefined ? prompt : openPrompt('say', taken.line);
  }
  const step = command === 'nextProposal' ? 1 : -1;
  const at = (prompt.proposal ?? (step === 1 ? -1 : 0)) + step;
  return proposals.length === 0 ? prompt : { ...prompt, proposal: (at + proposals.length) % proposals.length };
}

function spoken(state: ScreenState, line: string, glyphs: Glyphs): ScreenState {
  const words = shellWords(state.language);
  const alarm = (text: string): ScreenState => ({ ...state, note: { isAlarm: true, text } });
  const said = understood(line, state);
  if (said.kind === 'unknown') return alarm(words.unknownWord(visible(said.found), said.nearest));
  if (said.kind === 'view') return toView(state, said.view);
  const { word, rest } = said;
  if (!means(word, state)) return alarm(words.notHere(word));
  switch (word) {
    case 'quit':
      return leave(state);
    case 'lang':
      return rest === 'en' || rest === 'zh'
        ? { ...state, language: rest }
        : alarm(words.notAmong(visible(rest), ['en', 'zh']));
    case 'indicator': {
      const known = Object.keys(state.progress?.comparison.scenarios[0]?.indicators ?? {});
      return known.includes(rest) ? { ...state, indicator: rest } : alarm(words.notAmong(visible(rest), known));
    }
    case 'export':
      return written(state, rest, glyphs);
    case 'step': {
      const source = sourceNamed(rest === '' ? state.chosen : rest, state);
      return source === undefined
        ? alarm(words.noSuch(visible(rest), nearestWord(rest, stepNames(state))))
        : followed(state, { open: openStep(source) });
    }
    case 'filter':
      return given(state, { kind: 'filter', text: rest });
    case 'open':
      return rest === '' ? state : followed(state, { errand: { kind: 'open', files: rest.split(/\s+/) } });
    default:
      return given(state, { kind: 'said', word, rest });
  }
}

/** What is shown becomes a file. */
function written(state: ScreenState, file: string, glyphs: Glyphs): ScreenState {
  const text = exported(state, file, glyphs);
  if (text === undefined)
    return { ...state, note: { isAlarm: true, text: shellWords(state.language).wrongEnding(visible(file)) } };
  return followed(state, { errand: { kind: 'write', file, text, rows: text.split('\n').length - 1 } });
}
