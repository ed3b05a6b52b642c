import type { Label } from '../base/index.ts';
import type { Progress } from '../experiment/index.ts';
import { count, fit, indicatorName, precisionText, type Language } from '../report/index.ts';
import type { Sink } from './io.ts';

/** One line on a terminal that says how far the experiment is; nothing elsewhere. */
export class ProgressLine {
  readonly #sink: Sink;
  readonly #language: Language;
  #state = '';

  constructor(sink: Sink, language: Language) {
    this.#sink = sink;
    this.#language = language;
  }

  /** Takes up where the experiment stands. */
  know(progress: Progress): void {
    this.#state = stateOf(progress)[this.#language];
  }

  /** Shows it, with the number of consignments simulated so far. */
  show(simulated: number): void {
    const simulatedSoFar: Label = { en: `${count(simulated)} consignments`, zh: `已模拟 ${count(simulated)} 票货物` };
    const text = fit(`${this.#state}${simulatedSoFar[this.#language]}`, {
      width: (this.#sink.columns ?? 80) - 1,
    }).trimEnd();
    this.#sink.write(`\r${text}\u001B[K`);
  }

  clear(): void {
    this.#sink.write('\r\u001B[K');
  }
}

function stateOf({ comparison, precision, precisionWanted, of, replications, replicationsMax }: Progress): Label {
  if (comparison.scenarios[0]?.provisional === true) return { en: 'looking for the warm-up, ', zh: '正在确定预热期，' };
  const known: Label =
    precision === null
      ? { en: '', zh: '' }
      : {
          en: `, ${indicatorName(of, 'en')} known to ${precisionText(precision)} (wanted ${precisionText(precisionWanted)})`,
          zh: `，${indicatorName(of, 'zh')}精度 ${precisionText(precision)}（目标 ${precisionText(precisionWanted)}）`,
        };
  return {
    en: `${replications} of ${replicationsMax} replications${known.en}, `,
    zh: `已完成 ${replications}/${replicationsMax} 次重复${known.zh}，`,
  };
}
