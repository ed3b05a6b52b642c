import { nearestWord, right, wrong, type Mistake, type Result } from '../base/index.ts';

/** Places of the columns of a table that has an event in each row; -1: there is none. */
export interface Columns {
  readonly case: number;
  readonly event: number;
  readonly time: number;
  readonly transition: number;
  /** By attribute that is wanted. */
  readonly attributes: readonly number[];
}

/** Names that a column may have, the surest first; small or capital letters, spaces, hyphens and underscores make no difference. */
const usual = {
  case: ['case:concept:name', 'case', 'case id', 'consignment', 'declaration', 'trace', 'trace id'],
  event: ['concept:name', 'activity', 'event', 'event name', 'activity name', 'event type', 'task'],
  time: ['time:timestamp', 'timestamp', 'time', 'complete timestamp', 'date'],
  transition: ['lifecycle:transition', 'lifecycle', 'transition'],
} as const;

/** Finds the columns by their names, or says which is not there. */
export function columnsOf(
  names: readonly string[],
  attributes: readonly string[],
): Result<Columns, Omit<Mistake, 'path' | 'place'>> {
  const plainNames = names.map(plain);
  const find = (wanted: readonly string[]): number =>
    wanted.map((each) => plainNames.indexOf(plain(each))).find((place) => place >= 0) ?? -1;
  const columns = {
    case: find(usual.case),
    event: find(usual.event),
    time: find(usual.time),
    transition: find(usual.transition),
    attributes: attributes.map((name) => find([name, `case:${name}`])),
  };
  if (columns.case < 0) return wrong(missing('case', names));
  if (columns.event < 0) return wrong(missing('event', names));
  return right(columns);
}

function missing(part: 'case' | 'event', names: readonly string[]): Omit<Mistake, 'path' | 'place'> {
  const others = names.filter((name) => !Object.values(usual).flat().map(plain).includes(plain(name)));
  const nearest = usual[part].map((name) => nearestWord(name, others)).find((name) => name !== undefined);
  return {
    code: 'missing-column',
    message:
      part === 'case'
        ? { en: 'no column has the case', zh: '没有案例列' }
        : { en: 'no column has the event', zh: '没有事件列' },
    found: names.join(', ').slice(0, 200),
    expected: {
      en: `a column called ${usual[part].join(' or ')}`,
      zh: `列名为 ${usual[part].join(' 或 ')} 的一列`,
    },
    ...(nearest === undefined ? {} : { nearest }),
  };
}

function plain(name: string): string {
  return name.trim().toLowerCase().replaceAll(/[ _-]/g, '');
}
