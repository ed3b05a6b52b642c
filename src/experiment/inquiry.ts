import { present, unreachable, type Minutes } from '../base/index.ts';
import { proving, type Proof, type Rule } from '../rules/index.ts';
import { survey, type Survey } from '../replay/index.ts';
import { record, weekOf, type Model, type Recording, type Week } from '../simulation/index.ts';
import { oneMore, type OneMore } from './one-more.ts';

/** What can be asked about the models of an experiment beside its replications: by kind, the question and the answer. Plain data. */
export interface Inquiries {
  /** All that happens in a replication of a model. */
  readonly recording: {
    readonly asks: { readonly model: number; readonly replication: number; readonly warmUp: Minutes };
    readonly gives: Recording;
  };
  /** The same, gone through for what is seen of it at any instant. */
  readonly survey: { readonly asks: Inquiries['recording']['asks']; readonly gives: Survey };
  /** A replication of a model by hour of the week. */
  readonly week: { readonly asks: Inquiries['recording']['asks']; readonly gives: Week };
  /** What one unit more of a resource saves in a replication of a model. */
  readonly oneMore: {
    readonly asks: Inquiries['recording']['asks'] & { readonly resource: string };
    readonly gives: OneMore;
  };
  /** What a proof finds about rules of a model. */
  readonly proof: { readonly asks: { readonly model: number; readonly rules: readonly Rule[] }; readonly gives: Proof };
}

/** Kinds of questions. */
export type InquiryKind = keyof Inquiries;

/** A question; `model` is the number of a model, base first. */
export type Inquiry<Kind extends InquiryKind = InquiryKind> = {
  [Each in Kind]: { readonly kind: Each } & Inquiries[Each]['asks'];
}[Kind];

/** Finds the answer. Every few milliseconds of a long one it yields, so that whoever drives it can look around, or leave it. */
export function* inquire(
  models: readonly Model[],
  inquiry: Inquiry,
): Generator<void, Inquiries[InquiryKind]['gives'], void> {
  const model = present(models[inquiry.model], 'a model');
  switch (inquiry.kind) {
    case 'recording':
      return yield* unheard(record(model, inquiry));
    case 'survey':
      return yield* survey(model, yield* unheard(record(model, inquiry)));
    case 'week':
      return weekOf(model, yield* unheard(record(model, inquiry)));
    case 'oneMore':
      return yield* unheard(oneMore(model, inquiry));
    case 'proof':
      return yield* proving(model, inquiry.rules);
    default:
      return unreachable(inquiry);
  }
}

/** The same steps, without what they tell. */
function* unheard<Given>(steps: Generator<number, Given, void>): Generator<void, Given, void> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield;
  }
}
