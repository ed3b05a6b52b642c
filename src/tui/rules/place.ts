import { count, sheetText, visible, type Message } from '../../report/index.ts';
import type { Proof } from '../../rules/index.ts';
import { lineOf } from '../drawing/line.ts';
import { neighbour } from '../neighbour.ts';
import type { Place } from '../place.ts';
import { scenarioCrumb } from '../scenario-crumb.ts';
import { shellWords } from '../words.ts';
import { drawRules } from './draw-rules.ts';
import { next, works } from './next.ts';
import { chosenRow, countShown, proofOf, provedOf, rowsOf, selections, type RulesState } from './state.ts';
import { rulesWords } from './words.ts';

/** Rules with their verdicts: can it go wrong? */
export const rulesPlace: Place<RulesState> = {
  view: 'rules',
  crumbs(_, shared) {
    const { language, rulesFile } = shared;
    const view = shellWords(language).views.rules;
    return [scenarioCrumb(shared), rulesFile === undefined ? view : rulesWords(language).ofFile(visible(rulesFile))];
  },
  wants: (_, shared) => [proofOf(shared)],
  works,
  next,
  draw(own, shared, around) {
    const words = rulesWords(shared.language);
    const proved = provedOf(shared);
    if (proved.is === 'coming') return { body: [[], lineOf(`   ${words.proving}`)] };
    if (proved.is === 'failed')
      return { body: [[], lineOf(`   ${words.notProved(visible(proved.why[shared.language]))}`)] };
    const { verdicts } = proved.given;
    if (verdicts.length === 0) return { body: [[], lineOf(`   ${words.none}`)] };
    const rows = rowsOf(own, shared);
    const standing = lineOf(
      own.shown === 'all'
        ? words.ofRules(verdicts.length, verdicts.filter(({ verdict }) => verdict === 'holds').length)
        : words.someOf(words.selections[own.shown], countShown(own.shown, shared), verdicts.length),
      'dim',
    );
    const message = messageOf(own, proved.given, shared.language);
    if (rows.length === 0) {
      const empty =
        own.filter === ''
          ? words.noSuch(words.selections[own.shown])
          : shellWords(shared.language).emptyFilter(visible(own.filter));
      return { body: [[], lineOf(`   ${empty}`)], standing, message };
    }
    return { body: drawRules({ rows, chosen: chosenRow(own, rows) }, around), standing, message };
  },
  sheet(format, own, shared, words) {
    const { byProof, sentence, law, inRuns } = rulesWords(shared.language);
    return sheetText(
      {
        title: visible(shared.chosen),
        columns: [words.rule, byProof, inRuns, sentence, law],
        rows: rowsOf(own, shared).map(({ id, told, ran, says, law: source }) => [id, told, ran, says, source]),
      },
      format,
    );
  },
};

function messageOf(
  { shown }: RulesState,
  { states, verdicts, depth }: Proof,
  language: Parameters<typeof rulesWords>[0],
): Message {
  const words = rulesWords(language);
  if (shown !== 'all')
    return {
      isAlarm: false,
      text: words.only(words.selections[shown], words.selections[neighbour(selections, shown, 1)]),
    };
  return {
    isAlarm: false,
    text:
      depth === undefined
        ? words.complete({ states: count(states), rules: count(verdicts.length) })
        : words.bounded(depth),
  };
}
