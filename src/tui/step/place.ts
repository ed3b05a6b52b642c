import { sentence, sheetText, visible, type Message, type StandView } from '../../report/index.ts';
import { lineOf } from '../drawing/line.ts';
import type { Place } from '../place.ts';
import { scenarioName } from '../scenario-name.ts';
import type { Shared } from '../shared.ts';
import { drawStep, isWide, type StepDrawing } from './draw-step.ts';
import { next, works } from './next.ts';
import { settingsOf } from './settings.ts';
import { chosenOf, modelOf, rulesHere, standOf, viewOf, type Pane, type StepState } from './state.ts';
import { stepWords } from './words.ts';

/** One consignment led through a procedure: how does the law work? */
export const stepPlace: Place<StepState> = {
  view: 'learn',
  crumbs: (own, shared) => [stepWords(shared.language).step, nameOf(own, shared)],
  says: ['goto'],
  works,
  next,
  draw(own, shared, around) {
    const words = stepWords(shared.language);
    const stand = standOf(own, shared);
    const view = viewOf(own, shared);
    if (!stand.ok || view === undefined) {
      const mistakes = stand.ok ? [] : stand.wrong;
      return { body: mistakes.map((mistake) => lineOf(`   ${sentence(mistake, around.words)}`)) };
    }
    const { scenario } = modelOf(own.source, shared);
    const needsRules = own.pane === 'law' || isWide(around);
    const drawing: StepDrawing = {
      view,
      pane: own.pane,
      chosen: chosenOf(own, stand.value),
      settings: settingsOf({ walk: own.walk, stand: stand.value, scenario }, shared.language),
      rules: needsRules ? rulesHere(own, shared) : [],
    };
    const made = own.walk.turns.length;
    return {
      body: drawStep(drawing, around),
      standing: lineOf(words.stepOf(made, made + own.ahead.length), 'dim'),
      message: messageOf(view, drawing, shared),
    };
  },
  sheet(format, own, shared) {
    const words = stepWords(shared.language);
    const stand = standOf(own, shared);
    const happened = viewOf(own, shared)?.happened ?? [];
    return sheetText(
      {
        title: `${words.step} ${nameOf(own, shared)}`,
        columns: [words.minute, words.at, words.happened, words.then, words.states],
        rows: happened.map(({ when, what, then }, index) => {
          const step = stand.ok ? stand.value.steps[index] : undefined;
          return [step?.at ?? null, when, what, then, (step?.states ?? []).join(' ')];
        }),
      },
      format,
    );
  },
};

function nameOf({ source }: StepState, shared: Shared): string {
  return 'scenario' in source ? scenarioName(source.scenario, shared) : visible(source.flow);
}

/** Where the chosen one leads; the law of where the consignment stands. */
function messageOf(
  { coming, laws }: StandView,
  { pane, chosen }: { readonly pane: Pane; readonly chosen: number },
  { language }: Shared,
): Message {
  const words = stepWords(language);
  const row = pane === 'coming' ? coming[chosen] : undefined;
  const leads = row === undefined ? '' : row.leads === '' ? words.staysPut : words.leadsTo(row.leads);
  const [law] = laws;
  return { isAlarm: false, text: [leads, law === undefined ? '' : words.lawOf(law.about, law.law)].join(' ').trim() };
}
