import { Remembered } from '../../base/index.ts';
import { attributesText, type Slow } from '../../report/index.ts';
import type { Recorded } from '../../simulation/index.ts';
import type { Shared } from '../shared.ts';
import { listOf, recordingOf, type SlowestState } from './state.ts';

/** Attributes in words: typing a filter asks for all of them with every letter. */
const texts = new Remembered<Recorded, readonly string[]>();

/** The rows that the filter leaves. */
export function shownOf(own: SlowestState, shared: Shared): readonly Slow[] {
  const list = listOf(own, shared);
  const recorded = recordingOf(own, shared);
  if (own.filter === '' || recorded === undefined) return list;
  const all = texts.of(recorded, shared.language, () =>
    Array.from({ length: recorded.consignments }, (_, consignment) =>
      attributesText(recorded, consignment, shared.language),
    ),
  );
  const wanted = own.filter.toLowerCase();
  return list.filter(
    ({ consignment }) =>
      String(consignment).includes(wanted) || (all[consignment] ?? '').toLowerCase().includes(wanted),
  );
}

/** The place of the pointer among the rows shown. */
export function pointerIn(own: Pick<SlowestState, 'at'>, shown: readonly Slow[]): number {
  return Math.max(
    0,
    shown.findIndex(({ consignment }) => consignment === own.at),
  );
}
