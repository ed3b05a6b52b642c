import { Choice, choose } from './decisions';
import { drawFor } from './durations';
import { uniform } from './draws';
import { Entity } from './entities';
import { Happening, note } from './log';
import { Law } from './laws';
import { allocate } from './memory';

/** Kinds of columns. */
namespace ColumnKind {
  /** A level drawn by its chance. */
  export const level: i32 = 0;
  /** A number drawn from a law. */
  export const number: i32 = 1;
  /** A share of another number. */
  export const part: i32 = 2;
}

/** Something that is drawn when an entity is created. */
@unmanaged
export class Column {
  index: i32;
  kind: i32;
  /** Where the entity keeps it. */
  offset: usize;
  purpose: i32;
  /** Of a level: leads to running sums of chances (f64, the last 1). Of a number: to laws. Of a part: to shares. */
  choice: Choice;
  /** Of a part: offset of the number that it is a part of. */
  whole: usize;

  draw(entity: Entity): void {
    const leaf = choose(entity, this.choice);
    if (this.kind == ColumnKind.level) {
      const u = uniform(entity.key.bits(this.purpose, 0));
      let level = 0;
      while (u >= load<f64>(leaf.index + ((<usize>level) << 3))) level++;
      entity.setLevel(this.offset, level);
      note(Happening.level, entity.number, this.index, <f64>level);
      return;
    }
    const value =
      this.kind == ColumnKind.part
        ? entity.value(this.whole) * leaf.number
        : drawFor(entity.key, changetype<Law>(leaf.index), this.purpose, 0);
    entity.setValue(this.offset, value);
    note(Happening.number, entity.number, this.index, value);
  }
}

/** All columns in the order in which they are drawn: what hangs on another comes after it. */
@unmanaged
export class Columns {
  columns: usize;
  count: i32;

  draw(entity: Entity): void {
    for (let index = 0; index < this.count; index++)
      changetype<Column>(load<usize>(this.columns + ((<usize>index) << 2))).draw(entity);
  }
}

export const columns = changetype<Columns>(memory.data(offsetof<Columns>(), 8));

/** Enters a column; `index` counts levels and numbers apart. */
export function addColumn(index: i32, kind: i32, offset: usize, purpose: i32, choice: Choice, whole: usize): Column {
  const column = changetype<Column>(allocate(offsetof<Column>()));
  column.index = index;
  column.kind = kind;
  column.offset = offset;
  column.purpose = purpose;
  column.choice = choice;
  column.whole = whole;
  return column;
}

/** Says which columns are drawn, in this order: pointers. */
export function setColumns(list: usize, count: i32): void {
  columns.columns = list;
  columns.count = count;
}
