import { nearestWord, present, type Mistake, verbatim } from '../base/index.ts';
import type { Gathered } from './gathered.ts';
import { JsonCursor, type Key } from './json-cursor.ts';
import { JsonParts } from './json-parts.ts';
import { Numbered } from './numbered.ts';
import { Refused } from './refused.ts';
import { Rows } from './rows.ts';
import type { Span } from './span.ts';
import { TimeReader } from './time-reader.ts';

/**
 * Reads an OCEL 2.0 file in JSON: the objects of one type are the cases, of which events are told; an event of several is told of each.
 * Throws {@link Refused}.
 */
export function readOcel(pieces: Iterable<Uint8Array>, gathered: Gathered, caseType: string | undefined): void {
  const cursor = new JsonCursor();
  const objects = new Objects(gathered, cursor);
  const parts = new JsonParts(gathered.file, cursor, (key, line) => objects.take(key, line));
  for (const piece of pieces) parts.add(piece);
  parts.end();
  objects.gather(caseType);
}

const none: readonly never[] = [];

/** A value that an attribute has; of one of an object, the time from which on it has it. */
interface Attribute {
  name: string;
  time: string | Span;
  value: string;
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
  readonly #cursor: JsonCursor;
  readonly #times: TimeReader;
  readonly #ids = new Numbered();
  readonly #types = new Numbered();
  readonly #values = new Numbered();
  /** By object: its type, and line where it stands. */
  readonly #typeOf: number[] = [];
  readonly #lineOf: number[] = [];
  readonly #changes = new Map<number, Change[]>();
  /** Events; each belongs to those of `#related` that lie before this place and not to an event before it. */
  readonly #rows = new Rows();
  readonly #related: number[] = [];
  /** By event: values of attributes that are wanted; nothing if none are. */
  readonly #valuesOf: (readonly string[])[] = [];
  /** What is said of the object or event under way; what is cut off is said again. */
  #id = '';
  #type = '';
  #time: string | Span = '';
  #attributes: readonly Attribute[] = none;

  constructor(gathered: Gathered, cursor: JsonCursor) {
    this.#gathered = gathered;
    this.#cursor = cursor;
    this.#times = new TimeReader(gathered.localZone);
  }

  /** Takes the part of the log that comes. */
  take(key: string, line: number): void {
    if (key === 'events') this.#event(line);
    else if (key === 'objects') this.#object(line);
    else if (key.startsWith('ocel:'))
      throw this.#refused(
        {
          code: 'old-ocel',
          message: { en: 'this is OCEL 1', zh: '这是 OCEL 1' },
          found: key,
          expected: verbatim('OCEL 2.0'),
        },
        line,
      );
  }

  /** Gathers the events of the objects that are the cases. */
  gather(wanted: string | undefined): void {
    const type = this.#caseType(wanted);
    let shared = 0;
    for (let event = 0; event < this.#rows.count; event++) {
      const cases = this.#objectsOf(event, type);
      for (const object of cases) this.#gather(object, event);
      if (cases.length === 0) this.#gathered.withoutCase++;
      if (cases.length > 1) shared++;
    }
    const name = present(this.#types.all[type], 'a type');
    this.#gathered.caseType = { name, others: this.#types.all.filter((each) => each !== name), shared };
  }

  #object(line: number): void {
    const cursor = this.#cursor;
    this.#begin();
    if (cursor.isAtObject) cursor.members(this.#ofObject);
    if (this.#id === '' || this.#type === '')
      throw this.#refused(
        { code: 'wrong-object', message: { en: 'an object needs an id and a type', zh: '对象须有 id 和 type' } },
        line,
      );
    const object = this.#ids.numberOf(this.#id);
    this.#typeOf[object] = this.#types.numberOf(this.#type);
    this.#lineOf[object] = line;
    const changes = this.#attributes.flatMap(({ name, time, value }): readonly Change[] => {
      const attribute = this.#gathered.attributes.indexOf(name);
      if (attribute < 0) return [];
      const at = this.#times.read(time);
      return [{ attribute, at: Number.isNaN(at) ? Number.NEGATIVE_INFINITY : at, value: this.#values.own(value) }];
    });
    if (changes.length > 0)
      this.#changes.set(
        object,
        changes.toSorted((a, b) => a.at - b.at),
      );
  }

  #event(line: number): void {
    const cursor = this.#cursor;
    const gathered = this.#gathered;
    this.#begin();
    const isObject = cursor.isAtObject;
    if (isObject) cursor.members(this.#ofEvent);
    else cursor.pass();
    gathered.met++;
    if (!isObject) {
      gathered.refuse(
        {
          code: 'wrong-event',
          message: {
            en: 'an event is an object with type, time and relationships',
            zh: '事件是含 type、time 和 relationships 的对象',
          },
        },
        line,
      );
      return;
    }
    const row = gathered.read({ name: this.#type, transition: '', time: this.#time, line });
    if (row === undefined) return;
    this.#rows.add(this.#related.length, row);
    if (gathered.attributes.length > 0) this.#valuesOf.push(this.#wanted());
  }

  #begin(): void {
    this.#id = '';
    this.#type = '';
    this.#time = '';
    this.#attributes = none;
    this.#unrelate();
  }

  /** Forgets objects of what is no event. */
  #unrelate(): void {
    const { count, of } = this.#rows;
    const kept = of[count - 1] ?? 0;
    if (this.#related.length > kept) this.#related.length = kept;
  }

  readonly #ofObject = (key: Key): void => {
    if (key === 'id') this.#id = this.#cursor.text();
    else if (key === 'type') this.#type = this.#cursor.text();
    else if (key === 'attributes') this.#takeAttributes();
  };

  readonly #ofEvent = (key: Key): void => {
    if (key === 'type') this.#type = this.#cursor.text();
    else if (key === 'time') this.#time = this.#cursor.written();
    else if (key === 'attributes') this.#takeAttributes();
    else if (key === 'relationships') this.#takeRelated();
  };

  readonly #ofRelationship = (key: Key): void => {
    if (key === 'objectId') this.#id = this.#cursor.text();
  };

  /** Elements that are no objects say nothing, here as of relationships. */
  #takeAttributes(): void {
    const cursor = this.#cursor;
    this.#attributes = none;
    if (this.#gathered.attributes.length === 0 || !cursor.isAtArray) return;
    const attributes: Attribute[] = [];
    this.#attributes = attributes;
    cursor.elements(() => {
      if (!cursor.isAtObject) return;
      const attribute: Attribute = { name: '', time: '', value: '' };
      cursor.members((key) => {
        if (key === 'name' || key === 'value') attribute[key] = cursor.text();
        else if (key === 'time') attribute.time = cursor.written();
      });
      attributes.push(attribute);
    });
  }

  #takeRelated(): void {
    this.#unrelate();
    if (this.#cursor.isAtArray) this.#cursor.elements(this.#takeRelationship);
  }

  readonly #takeRelationship = (): void => {
    if (!this.#cursor.isAtObject) return;
    this.#id = '';
    this.#cursor.members(this.#ofRelationship);
    this.#related.push(this.#ids.numberOf(this.#id));
  };

  /** The values that an event says itself of the attributes that are wanted; empty: nothing. */
  #wanted(): readonly string[] {
    return this.#gathered.attributes.map((wanted) =>
      this.#values.own(this.#attributes.findLast(({ name }) => name === wanted)?.value ?? ''),
    );
  }

  /** An event of an object that is a case: what it does not say itself of attributes, the object has by then. */
  #gather(object: number, place: number): void {
    const of = this.#gathered.caseOf(
      present(this.#ids.all[object], 'an object'),
      present(this.#lineOf[object], 'an object'),
    );
    const { event, at, line } = this.#rows;
    const row = { event: event[place] ?? 0, at: at[place] ?? 0, line: line[place] ?? 0 };
    this.#gathered.add(of, row, this.#known(object, row.at, this.#valuesOf[place] ?? none));
  }

  #known(object: number, when: number, said: readonly string[]): readonly string[] {
    const changes = this.#changes.get(object);
    if (changes === undefined) return said;
    const known = [...said];
    for (const { attribute, at, value } of changes)
      // An event without time knows what was said last.
      if (!(at > when) && said[attribute] === '') known[attribute] = value;
    return known;
  }

  /** The objects of a type that an event has, each once. */
  #objectsOf(event: number, type: number): readonly number[] {
    const found: number[] = [];
    const { of } = this.#rows;
    const end = of[event] ?? 0;
    for (let place = of[event - 1] ?? 0; place < end; place++) {
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
    if (all.length === 0)
      throw this.#refused({ code: 'no-objects', message: { en: 'this log has no objects', zh: '此日志没有对象' } }, 1);
    const name = wanted ?? (all.length === 1 ? all[0] : 'consignment');
    const type = all.indexOf(name ?? '');
    if (type >= 0) return type;
    if (wanted !== undefined) {
      const nearest = nearestWord(wanted, all);
      throw this.#refused(
        {
          code: 'unknown-type',
          message: { en: 'no object has this type', zh: '没有此类型的对象' },
          found: wanted,
          expected: { en: all.join(' or '), zh: all.join(' 或 ') },
          ...(nearest === undefined ? {} : { nearest }),
        },
        1,
      );
    }
    const single = all.map(() => 0);
    for (let event = 0; event < this.#rows.count; event++)
      for (const each of all.keys())
        if (this.#objectsOf(event, each).length === 1) single[each] = (single[each] ?? 0) + 1;
    return single.indexOf(Math.max(...single));
  }

  #refused(what: Omit<Mistake, 'path' | 'place'>, line: number): Refused {
    return new Refused(what, { file: this.#gathered.file, line, column: 1 });
  }
}
