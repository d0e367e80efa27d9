/** Writes rows into one table, in bulk. */
export interface BulkInsert {
  /** One value a column. */
  add(values: readonly (number | string | null)[]): void;
  /** Writes what is left; nothing is added after that. */
  finish(): void;
}

/** What an engine offers to the load step. */
export interface TableWriter {
  /** Rows of some columns of a table of the schema; the others are null. */
  insert(table: string, columns: readonly string[]): BulkInsert;
}
