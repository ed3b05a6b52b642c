import { nearestWord, present, type Mistake } from '../base/index.ts';
import type { Gathered, Row } from './gathered.ts';
import { JsonParts, type JsonPart } from './json-parts.ts';
import { isObject, plainText } from './json-value.ts';
import { Numbered } from './numbered.ts';
import { Refused } from './refused.ts';
import { TimeReader } from './time-reader.ts';

/** Reads an OCEL 2.0 file in JSON: the objects of one type are the cases, of which events are told; an event of several is told of each. Throws {@link Refused}. */
export function readOcel(texts: Iterable<string>, gathered: Gathered, caseType: string | undefined): void {
  const objects = new Objects(gathered);
  const parts = new JsonParts(gathered.file, (part) => objects.take(part));
  for (const text of texts) parts.add(text);
  parts.end();
  objects.gather(caseType);
}

/** A value that an attribute of an object has from a time on. */
interface Change {
  readonly attribute: number;
  /** Minutes since 1970; what has no time has always been so. */
  readonly at: number;
  readonly value: string;
}

/** Objects and events, kept until all are there, since objects may stand behind the events that name them. */
class Objects {
  readonly #gathered: Gathered;
  readonly #times: TimeReader;
  readonly #ids = new Numbered();
  readonly #types = new Numbered();
  readonly #values = new Numbered();
  /** By object: its type, and line where it stands. */
  readonly #typeOf: number[] = [];
  readonly #lineOf: number[] = [];
  readonly #changes = new Map<number, Change[]>();
  /** By event: itself, values of attributes that are wanted, and how many of `#related` are its objects or those of one before it. */
  readonly #rows: Row[] = [];
  readonly #attributes: (readonly string[])[] = [];
  readonly #ends: number[] = [];
  readonly #related: number[] = [];

  constructor(gathered: Gathered) {
    this.#gathered = gathered;
    this.#times = new TimeReader(gathered.localZone);
  }

  take({ key, value, line }: JsonPart): void {
    if (key.startsWith('ocel:'))
      throw this.#refused({ code: 'old-ocel', message: 'this is OCEL 1', found: key, expected: 'OCEL 2.0' }, line);
    if (key === 'events') this.#event(value, line);
    else if (key === 'objects') this.#object(value, line);
  }

  /** Gathers the events of the objects that are the cases. */
  gather(wanted: string | undefined): void {
    const type = this.#caseType(wanted);
    let shared = 0;
    for (const [event, row] of this.#rows.entries()) {
      const cases = this.#objectsOf(event, type);
      for (const object of cases) this.#gather(object, row, this.#attributes[event] ?? []);
      if (cases.length === 0) this.#gathered.withoutCase++;
      if (cases.length > 1) shared++;
    }
    const name = present(this.#types.all[type], 'a type');
    this.#gathered.caseType = { name, others: this.#types.all.filter((each) => each !== name), shared };
  }

  #object(object: unknown, line: number): void {
    const [id, type] = isObject(object) ? [plainText(object['id']), plainText(object['type'])] : ['', ''];
    if (!isObject(object) || id === '' || type === '')
      throw this.#refused({ code: 'wrong-object', message: 'an object needs an id and a type' }, line);
    const number = this.#ids.numberOf(id);
    this.#typeOf[number] = this.#types.numberOf(type);
    this.#lineOf[number] = line;
    const changes = listOf(object['attributes']).flatMap((each): Change[] => {
      const attribute = this.#gathered.attributes.indexOf(plainText(each['name']));
      const at = this.#times.read(plainText(each['time']));
      return attribute < 0
        ? []
        : [
            {
              attribute,
              at: Number.isNaN(at) ? Number.NEGATIVE_INFINITY : at,
              value: this.#values.own(plainText(each['value'])),
            },
          ];
    });
    if (changes.length > 0)
      this.#changes.set(
        number,
        changes.toSorted((a, b) => a.at - b.at),
      );
  }

  #event(event: unknown, line: number): void {
    this.#gathered.met++;
    if (!isObject(event)) {
      this.#gathered.refuse(
        { code: 'wrong-event', message: 'an event is an object with type, time and relationships' },
        line,
      );
      return;
    }
    const { type, time, relationships, attributes } = event;
    const row = this.#gathered.read({ name: plainText(type), transition: '', time: plainText(time), line });
    if (row === undefined) return;
    this.#rows.push(row);
    for (const { objectId } of listOf(relationships)) this.#related.push(this.#ids.numberOf(plainText(objectId)));
    this.#ends.push(this.#related.length);
    this.#attributes.push(this.#wanted(attributes));
  }

  /** Values of the attributes that are wanted. */
  #wanted(attributes: unknown): readonly string[] {
    const wanted = this.#gathered.attributes;
    if (wanted.length === 0) return none;
    const all = new Map(listOf(attributes).map(({ name, value }) => [name, plainText(value)]));
    return wanted.map((name) => this.#values.own(all.get(name) ?? ''));
  }

  /** An event of an object that is a case: what it does not say itself of attributes, the object has by then. */
  #gather(object: number, row: Row, attributes: readonly string[]): void {
    const of = this.#gathered.caseOf(
      present(this.#ids.all[object], 'an object'),
      present(this.#lineOf[object], 'an object'),
    );
    const known = [...attributes];
    for (const { attribute, at, value } of this.#changes.get(object) ?? [])
      // An event without time knows what was said last.
      if (!(at > row.at) && attributes[attribute] === '') known[attribute] = value;
    this.#gathered.add(of, row, known);
  }

  /** The objects of a type that an event has, each once. */
  #objectsOf(event: number, type: number): readonly number[] {
    const found: number[] = [];
    const end = this.#ends[event] ?? 0;
    for (let place = this.#ends[event - 1] ?? 0; place < end; place++) {
      const object = this.#related[place] ?? 0;
      if (this.#typeOf[object] === type && !found.includes(object)) found.push(object);
    }
    return found;
  }

  /**
   * The type of the objects that are the cases: the one that is wanted; the only one; consignments, of which rules speak; else that of
   * which most events have exactly one.
   */
  #caseType(wanted: string | undefined): number {
    const { all } = this.#types;
    if (all.length === 0) throw this.#refused({ code: 'no-objects', message: 'this log has no objects' }, 1);
    const name = wanted ?? (all.length === 1 ? all[0] : 'consignment');
    const type = all.indexOf(name ?? '');
    if (type >= 0) return type;
    if (wanted !== undefined) {
      const nearest = nearestWord(wanted, all);
      throw this.#refused(
        {
          code: 'unknown-type',
          message: 'no object has this type',
          found: wanted,
          expected: all.join(' or '),
          ...(nearest === undefined ? {} : { nearest }),
        },
        1,
      );
    }
    const single = all.map((_, each) =>
      this.#rows.reduce((count, _row, event) => count + (this.#objectsOf(event, each).length === 1 ? 1 : 0), 0),
    );
    return single.indexOf(Math.max(...single));
  }

  #refused(what: Omit<Mistake, 'path' | 'place'>, line: number): Refused {
    return new Refused(what, { file: this.#gathered.file, line, column: 1 });
  }
}

const none: readonly string[] = [];

/** The objects of a list; none if it is no list. */
function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
