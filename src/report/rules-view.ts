import type { RuleResult } from '../experiment/index.ts';
import { outlineOf, statesOfLanes } from '../flows/index.ts';
import { fails, standingsAlong, type Proof, type Rule, type Standing, type Verdict } from '../rules/index.ts';
import type { Told } from '../learn/index.ts';
import type { Model } from '../simulation/index.ts';
import { citationText } from './citation-text.ts';
import { lengthText } from './clock-text.ts';
import { endingName, happeningName, laneName, ownName } from './names.ts';
import { missing, share } from './numbers.ts';
import { particularsText } from './particulars-text.ts';
import { verdictText } from './rule-verdict.ts';
import { visible } from './visible.ts';
import type { Words } from './words-en.ts';

/** A rule with what is known of it. */
export interface RuleRow {
  readonly id: string;
  readonly verdict: Verdict['verdict'];
  /** It is broken, does not only warn, and is not merely impossible here. */
  readonly isAlarm: boolean;
  /** `holds`, `broken`, `warning` */
  readonly told: string;
  /** Share of the consignments of runs that broke it, with its interval; empty where runs did not follow it. */
  readonly ran: string;
  readonly says: string;
  readonly law: string;
  /** `possible with these delays`; empty where there is no story. */
  readonly timing: string;
  /** The story, and which consignment it is about. */
  readonly history: Told | undefined;
  readonly rule: Rule;
}

/** Whether a claim says that something can be. */
function isPossible(claim: Rule['claim']): boolean {
  return 'possible' in claim;
}

/** Rules with the verdicts of a proof, and what runs have shown of them. */
export function ruleRows(proof: Proof, ran: readonly RuleResult[], words: Words): readonly RuleRow[] {
  return proof.verdicts.map(({ rule, verdict, timing, story, particulars }) => {
    const result = ran.find((each) => each.rule.id === rule.id);
    return {
      id: visible(rule.id),
      verdict,
      // What only says that something can be is not broken where it cannot.
      told:
        verdict === 'broken' && isPossible(rule.claim)
          ? words.notPossible
          : verdictText({ rule, verdict }, words.ruleVerdicts, words),
      isAlarm: fails({ rule, verdict }) && !isPossible(rule.claim),
      ran: result === undefined ? '' : brokenText(result),
      says: visible(rule.says[words.language]),
      law: citationText(rule.source, words.language),
      timing: timing === undefined ? '' : words.storyPossible(words.timings[timing]),
      history: story === undefined || particulars === undefined ? undefined : { story, particulars },
      rule,
    };
  });
}

function brokenText({ kept, broken, brokenShare }: RuleResult): string {
  if (kept + broken === 0) return missing;
  const { share: part, interval } = brokenShare;
  return interval === null ? share(part) : `${share(part)} [${share(interval[0])}, ${share(interval[1])}]`;
}

/** A story with where the consignment stands in each lane after each step, and how the rule stands. */
export interface TraceView {
  /** Which consignment it is about, as a sentence. */
  readonly who: string;
  readonly lanes: readonly string[];
  readonly rows: readonly TraceRow[];
}

/** A step of a story. */
export interface TraceRow {
  /** Earliest instant since the entry; empty where the story tells no times. */
  readonly clock: string;
  /** What came. */
  readonly what: string;
  /** Milestones that were reached. */
  readonly then: string;
  /** By lane: the innermost state, and whether it was entered by this step. */
  readonly states: readonly { readonly label: string; readonly isNew: boolean }[];
  /** Undefined for rules that have no state. */
  readonly standing: Standing | undefined;
}

/** A story in words, with the state of its rule beside it. */
export function traceView(rule: Rule, { story, particulars }: Told, model: Model, words: Words): TraceView {
  const { language, stand } = words;
  const { flow } = model.scenario;
  const outline = outlineOf(flow);
  const names = new Map(statesOfLanes(outline.lanes).map((state) => [state.path, state]));
  const nameOf = (path: string): string => {
    const state = names.get(path);
    return visible(state === undefined ? path : ownName(state.label, language));
  };
  const standings = standingsAlong(rule, story, model);
  return {
    who: particularsText(particulars, words),
    lanes:
      outline.lanes.length === 1
        ? [stand.procedure]
        : outline.lanes.map(({ name }) => visible(laneName(name, language))),
    rows: story.map((step, at) => ({
      clock: step.at === undefined ? '' : lengthText(step.at.earliest, language),
      what: step.cause === '' ? stand.enters : visible(happeningName(step.cause, language)),
      then: step.events
        .filter((event) => model.names.milestones.includes(event))
        .map((each) => visible(endingName(each, language)))
        .join(words.punctuation.list),
      states: outline.lanes.map((lane) => {
        const own = statesOfLanes([lane]).map(({ path }) => path);
        const path = step.states.find((each) => own.includes(each));
        return {
          label: path === undefined ? missing : nameOf(path),
          isNew: path !== undefined && at > 0 && story[at - 1]?.states.includes(path) !== true,
        };
      }),
      standing: standings[at],
    })),
  };
}
