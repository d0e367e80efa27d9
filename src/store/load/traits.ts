import type { CleanTable } from "../../dataset/clean/clean-table.ts";
import { caseKey } from "../../dataset/clean/text.ts";
import type { RawTable } from "../../dataset/raw-table.ts";
import { type FieldName, fieldDefinition } from "../../fields/fields.ts";
import type { Trait } from "../../fields/traits.ts";
import type { BulkInsert } from "../table-writer.ts";
import type { RowReader } from "./readers.ts";

/** A column of trait ids, 0 for none. */
export interface TraitIds<Column extends string = string> {
  column: Column;
  read: RowReader;
}

/** Numbers the words of trait columns and writes them into `traits`. */
export class TraitWriter {
  /** By id; 0 is none. */
  readonly #words = [""];
  readonly #insert: BulkInsert;
  readonly #table: RawTable;
  readonly #clean: CleanTable;

  constructor(insert: BulkInsert, table: RawTable, clean: CleanTable) {
    this.#insert = insert;
    this.#table = table;
    this.#clean = clean;
  }

  /** The columns of which some file has a field. */
  columns<Of extends Trait>(sources: readonly Of[]): TraitIds<Of["column"]>[] {
    return sources.flatMap(({ column, from: fields }) => {
      const known = new Map<string, number>();
      const readers = fields.flatMap((field) => this.#reader(column, field, known) ?? []);
      const [first, second] = readers;
      if (first === undefined) return [];
      return [{ column, read: second === undefined ? first : (row: number) => first(row) || second(row) }];
    });
  }

  /** The word of an id. */
  word(id: number): string {
    return this.#words[id] ?? "";
  }

  #reader(column: string, field: FieldName, known: Map<string, number>): RowReader | undefined {
    const texts = this.#table.column(field);
    const words = this.#clean.words.get(field);
    if (texts === undefined || words === undefined) return undefined;
    // A column of codes tells by being filled: an empty cell says that there was none.
    const presence = fieldDefinition(field).rule === "presence";
    const values = presence ? ["No", ...words.words.slice(1).map(() => "Yes")] : words.words;
    const ids = Int32Array.from(values, (value) => (value === "" ? 0 : this.#id(column, value, known)));
    const { wordOf } = words;
    if (!presence) return (row) => ids[wordOf[texts.code(row)] ?? 0] ?? 0;
    return (row) => (this.#table.hasField(row, field) ? (ids[wordOf[texts.code(row)] ?? 0] ?? 0) : 0);
  }

  #id(column: string, value: string, known: Map<string, number>): number {
    const key = caseKey(value);
    let id = known.get(key);
    if (id === undefined) {
      id = this.#words.push(value) - 1;
      known.set(key, id);
      this.#insert.add([id, column, value]);
    }
    return id;
  }
}
