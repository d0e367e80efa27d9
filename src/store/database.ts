import initSqlJs, { type BindParams, type SqlJsConfig, type Database as SqlJsDatabase } from "sql.js";
import type { z } from "zod";
import { schema } from "./schema.ts";

/** The loaded dataset, asked with SQL. */
export interface Database {
  /**
   * The rows of a question, each parsed by `row`: a column that is missing or of another type throws here,
   * not later on a page.
   */
  query<Row>(sql: string, row: z.ZodType<Row>, parameters?: BindParams): Row[];
  /**
   * The columns of a question that gives numbers only, in its order, NaN for NULL: for rows by the thousand.
   * Text throws here.
   */
  columns(sql: string): Float64Array[];
  close(): void;
}

/** Writes rows of numbers in bulk. */
export interface BulkInsert {
  add(values: readonly (number | string | null)[]): void;
  finish(): void;
}

/** An empty database with the schema. */
export async function createDatabase(): Promise<SqlDatabase> {
  // The option belongs into the first call of a process: it decides for all databases.
  const options: SqlJsConfig & { useOldExtensionFunctions: boolean } = { useOldExtensionFunctions: false };
  const sql = await initSqlJs(options);
  const database = new sql.Database();
  // sql.js keeps the file of a database outside of SQLite's own memory: with pages that never leave the cache
  // it stays empty, and nothing is copied. The one transaction is never ended; the database is thrown away.
  database.run(
    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 65536; PRAGMA cache_size = -4000000; PRAGMA cache_spill = OFF; PRAGMA temp_store = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN;",
  );
  database.run(schema);
  return new SqlDatabase(database);
}

const rowsPerStatement = 64;

/** sql.js behind the Database interface, with writing for the load step. */
export class SqlDatabase implements Database {
  readonly #sql: SqlJsDatabase;

  constructor(sql: SqlJsDatabase) {
    this.#sql = sql;
  }

  run(sql: string): void {
    this.#sql.run(sql);
  }

  query<Row>(sql: string, row: z.ZodType<Row>, parameters?: BindParams): Row[] {
    const statement = this.#sql.prepare(sql, parameters);
    try {
      const rows: Row[] = [];
      while (statement.step()) rows.push(row.parse(statement.getAsObject()));
      return rows;
    } finally {
      statement.free();
    }
  }

  columns(sql: string): Float64Array[] {
    const statement = this.#sql.prepare(sql);
    try {
      const rows: ReturnType<typeof statement.get>[] = [];
      while (statement.step()) rows.push(statement.get());
      return statement.getColumnNames().map((name, place) =>
        Float64Array.from(rows, (row) => {
          const value = row[place];
          if (value === null) return Number.NaN;
          if (typeof value !== "number")
            throw new TypeError(`${name} is ${typeof value}, not a number: ${sql}`);
          return value;
        }),
      );
    } finally {
      statement.free();
    }
  }

  /** Inserts rows of the given columns, several a statement; `finish` writes the rest. */
  insert(table: string, columns: readonly string[]): BulkInsert {
    const row = `(${columns.map(() => "?").join(",")})`;
    const prepare = (rows: number) =>
      this.#sql.prepare(
        `INSERT INTO ${table} (${columns.join(",")}) VALUES ${Array(rows).fill(row).join(",")}`,
      );
    const full = prepare(rowsPerStatement);
    const size = rowsPerStatement * columns.length;
    const buffer: (number | string | null)[] = Array.from({ length: size }, () => null);
    let filled = 0;
    return {
      add: (values) => {
        for (let index = 0; index < columns.length; index += 1)
          buffer[filled + index] = values[index] ?? null;
        filled += columns.length;
        if (filled < size) return;
        full.run(buffer);
        filled = 0;
      },
      finish: () => {
        full.free();
        if (filled === 0) return;
        const rest = prepare(filled / columns.length);
        rest.run(buffer.slice(0, filled));
        rest.free();
      },
    };
  }

  close(): void {
    this.#sql.close();
  }
}
