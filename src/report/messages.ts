import { unreachable } from '../base/index.ts';
import { replicationsTrusted, type Progress, type ResourceSummary } from '../experiment/index.ts';
import { letterOf } from './compare-view.ts';
import { thingName } from './names.ts';
import { count, precisionText, share } from './numbers.ts';
import type { Words } from './words-en.ts';

/** One line of talk; an alarm is marked with `!`. */
export interface Message {
  readonly isAlarm: boolean;
  readonly text: string;
}

/** Busy share from which a resource reacts strongly to small changes (the wait in M/M/1 grows like 1 / (1 - load)). */
const busyAlmostAlways = 0.97;

/** Whether a resource is so busy that waits for it react strongly to small changes. */
export function isAlmostAlwaysBusy({ utilisation }: Pick<ResourceSummary, 'utilisation'>): boolean {
  return utilisation >= busyAlmostAlways;
}

/** What there is to say about an experiment, the most important first; never empty. `secondsLeft` is the caller's guess. */
export function messagesOf(
  progress: Progress | undefined,
  options: { words: Words; secondsLeft?: number | undefined },
): readonly Message[] {
  const { words } = options;
  if (progress === undefined) return [{ isAlarm: false, text: words.firstFrame }];
  const left =
    progress.state === 'running' && options.secondsLeft !== undefined
      ? words.aboutLeft(Math.ceil(options.secondsLeft))
      : '';
  const alarms = [
    ...partial(progress, words),
    ...provisional(progress, words),
    ...fewReplications(progress, words).map((text) => text + left),
  ];
  const first = alarms.map((text) => ({ isAlarm: true, text }));
  const talk = { isAlarm: false, text: standing(progress, words) + left };
  const loads = overloads(progress, words).map((text) => ({ isAlarm: true, text }));
  const finished = progress.state !== 'running';
  return finished ? [...first, ...loads, talk] : [...first, talk, ...loads];
}

function partial({ comparison }: Progress, words: Words): readonly string[] {
  return comparison.scenarios.some((each) => each.partial) ? [words.partial] : [];
}

function provisional({ comparison }: Progress, words: Words): readonly string[] {
  return comparison.scenarios.some((each) => each.provisional) ? [words.provisional] : [];
}

function fewReplications({ replications }: Progress, words: Words): readonly string[] {
  if (replications === 1) return [words.oneReplication];
  return replications > 1 && replications < replicationsTrusted ? [words.tooFew(count(replications))] : [];
}

function overloads({ comparison }: Progress, words: Words): readonly string[] {
  return comparison.scenarios.flatMap((scenario, index) =>
    Object.entries(scenario.resources)
      .filter(([, resource]) => isAlmostAlwaysBusy(resource))
      .map(([name, resource]) =>
        words.nearOverload({
          letter: letterOf(index),
          station: thingName(name, words.language),
          load: share(resource.utilisation),
        }),
      ),
  );
}

function standing(progress: Progress, words: Words): string {
  const done = count(progress.replications);
  const precision = precisionText(progress.precision);
  const wanted = precisionText(progress.precisionWanted);
  switch (progress.state) {
    case 'running':
      return words.sharpening({ done, max: count(progress.replicationsMax) });
    case 'precisionReached':
      return words.reached({ precision: wanted, done });
    case 'limitReached':
      return words.limitReached({ done, precision, wanted });
    case 'stopped':
      return words.stopped(done);
    default:
      return unreachable(progress.state);
  }
}
