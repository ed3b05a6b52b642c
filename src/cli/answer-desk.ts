import { driveBreathing, NotDone, present, unreachable } from '../base/index.ts';
import { inquire, type Inquiries, type Inquiry, type InquiryKind } from '../experiment/index.ts';
import { checkSize, shippedRules, type Rule } from '../rules/index.ts';
import type { Want } from '../tui/index.ts';
import type { Answers } from './answers.ts';
import { taskOf } from './experiment.ts';
import type { Io, Workers } from './io.ts';
import type { Study } from './study.ts';

/**
 * Answers questions about the scenarios of a study in a thread of its own, which is begun with the first of them; where there is one
 * processor, in the own thread.
 */
export class AnswerDesk {
  readonly #study: Study;
  readonly #known: Answers;
  readonly #io: Io;
  readonly #closing = new AbortController();
  #thread: Promise<Workers> | undefined;

  /** `known` has what desks before this one have found. */
  constructor(study: Study, known: Answers, io: Io) {
    this.#study = study;
    this.#known = known;
    this.#io = io;
  }

  /** In the own thread an answer is left as soon as `signal` is aborted or the desk is closed: then it rejects. */
  async answer(want: Want<InquiryKind>, signal: AbortSignal): Promise<Inquiries[InquiryKind]['gives']> {
    const model = this.#study.numberOf(want.scenario);
    switch (want.kind) {
      case 'recording':
      case 'survey': {
        const { kind, replication, warmUp } = want;
        return await this.#ask({ kind, model, replication, warmUp }, signal);
      }
      case 'week':
      case 'oneMore': {
        const { kind, scenario, replication, warmUp } = want;
        const resource = kind === 'oneMore' ? want.resource : '';
        const question = JSON.stringify([kind, this.#study.tells.keys[scenario], replication, warmUp, resource]);
        const known = this.#known.of(question);
        if (known !== undefined) return known;
        const of = { model, replication, warmUp };
        const answer = await (kind === 'week'
          ? this.#ask({ kind, ...of }, signal)
          : this.#ask({ kind, ...of, resource }, signal));
        this.#known.keep(question, answer);
        return answer;
      }
      case 'proof': {
        const [tooLarge] = checkSize(present(this.#study.revised.models[model], 'a model'));
        if (tooLarge !== undefined) throw new NotDone(tooLarge.message);
        return await this.#ask({ kind: 'proof', model, rules: this.#rulesOf(model) }, signal);
      }
      default:
        return unreachable(want);
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    const thread = await this.#thread;
    await thread?.close();
  }

  async #ask<Kind extends InquiryKind>(inquiry: Inquiry<Kind>, signal: AbortSignal): Promise<Inquiries[Kind]['gives']>;
  async #ask(inquiry: Inquiry, signal: AbortSignal): Promise<Inquiries[InquiryKind]['gives']> {
    const { revised } = this.#study;
    if (this.#io.cores > 1) {
      this.#thread ??= this.#io.openWorkers(1, { ...taskOf(revised), givesWay: true });
      const thread = await this.#thread;
      return await thread.inquire(inquiry);
    }
    return await driveBreathing(inquire(revised.models, inquiry), async () => {
      await this.#io.breathe();
      signal.throwIfAborted();
      this.#closing.signal.throwIfAborted();
    });
  }

  /** Rules that were asked for, or those that ship for the flow. */
  #rulesOf(model: number): readonly Rule[] {
    const { models, asked } = this.#study.revised;
    const flow = present(models[model], 'a model').scenario.flow.name;
    return asked?.get(flow) ?? shippedRules(flow) ?? [];
  }
}
