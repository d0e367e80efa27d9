import initSqlJs, { type SqlJsConfig, type Database as SqlJsDatabase } from "sql.js";
import type { z } from "zod";
import { type Cleaned, load } from "./load/load.ts";
import type { PurchaseLines } from "./purchase-lines.ts";
import { schema } from "./schema.ts";
import type { Parameters, Store } from "./store.ts";
import type { BulkInsert, TableWriter } from "./table-writer.ts";

/** Loads cleaned rows into SQLite in memory, by sql.js. */
export async function openSqlJs(cleaned: Cleaned): Promise<Store> {
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
  return new SqlJsStore(database, load(new SqlJsWriter(database), cleaned));
}

class SqlJsStore implements Store {
  readonly #database: SqlJsDatabase;
  readonly #lines: PurchaseLines;

  constructor(database: SqlJsDatabase, lines: PurchaseLines) {
    this.#database = database;
    this.#lines = lines;
  }

  async query<Row>(sql: string, row: z.ZodType<Row>, parameters: Parameters = {}): Promise<Row[]> {
    const statement = this.#database.prepare(sql, bound(parameters));
    try {
      const rows: Row[] = [];
      while (statement.step()) rows.push(row.parse(statement.getAsObject()));
      return rows;
    } finally {
      statement.free();
    }
  }

  async columns(sql: string, parameters: Parameters = {}): Promise<Float64Array[]> {
    const statement = this.#database.prepare(sql, bound(parameters));
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

  async lines(): Promise<PurchaseLines> {
    return this.#lines;
  }

  async close(): Promise<void> {
    this.#database.close();
  }
}

/** sql.js wants the sign before the name. */
function bound(parameters: Parameters): Record<string, number | string | null> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [`$${name}`, value]));
}

const rowsPerStatement = 64;

/** Writes several rows a statement: two to three times as fast as one by one. */
class SqlJsWriter implements TableWriter {
  readonly #database: SqlJsDatabase;

  constructor(database: SqlJsDatabase) {
    this.#database = database;
  }

  insert(table: string, columns: readonly string[]): BulkInsert {
    const row = `(${columns.map(() => "?").join(",")})`;
    const prepare = (rows: number) =>
      this.#database.prepare(
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
}
