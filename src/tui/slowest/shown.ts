import { attributesText, type Language, type Slow } from '../../report/index.ts';
import type { Recorded } from '../../simulation/index.ts';
import type { Shared } from '../shared.ts';
import { listOf, recordingOf, type SlowestState } from './state.ts';

/** Attributes in words, by recording and language: typing a filter asks for all of them with every letter. */
const known: WeakMap<Recorded, Map<Language, readonly string[]>> = new WeakMap();

/** The rows that the filter leaves. */
export function shownOf(own: SlowestState, shared: Shared): readonly Slow[] {
  const list = listOf(own, shared);
  const recorded = recordingOf(own, shared);
  if (own.filter === '' || recorded === undefined) return list;
  const texts = textsOf(recorded, shared.language);
  const wanted = own.filter.toLowerCase();
  return list.filter(
    ({ consignment }) =>
      String(consignment).includes(wanted) || (texts[consignment] ?? '').toLowerCase().includes(wanted),
  );
}

/** The place of the pointer among the rows shown. */
export function placeOf(own: SlowestState, shown: readonly Slow[]): number {
  return Math.max(
    0,
    shown.findIndex(({ consignment }) => consignment === own.at),
  );
}

function textsOf(recorded: Recorded, language: Language): readonly string[] {
  const texts = known.get(recorded) ?? new Map<Language, readonly string[]>();
  const found =
    texts.get(language) ??
    Array.from({ length: recorded.consignments }, (_, consignment) => attributesText(recorded, consignment, language));
  known.set(recorded, texts.set(language, found));
  return found;
}
