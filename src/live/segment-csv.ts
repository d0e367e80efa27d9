import { createReadStream } from "node:fs";
import Papa from "papaparse";
import type { Config } from "../config/config.ts";
import { type FieldName, fieldNames } from "../fields/fields.ts";
import { usualHeader } from "../fields/headers.ts";
import type { EventRow } from "./event.ts";

/** So much of a file is read at a time, in bytes. */
const pieceBytes = 256 << 10;

/** Fields that every segment has a column for, filled or not: a file without them could not be read. */
const always: readonly FieldName[] = ["customer", "order", "line", "date", "quantity", "price"];

/**
 * The CSV text of rows: a header of the fields that any of them has, then a line for each. Headers are those that
 * report.yaml gives the fields, for these alone are understood then, else the usual ones.
 */
export function segmentCsv(rows: readonly EventRow[], columns: Config["columns"]): string {
  const present = fieldNames.filter(
    (field) => always.includes(field) || rows.some((row) => (row.get(field) ?? "") !== ""),
  );
  const lines = rows.map((row) => present.map((field) => row.get(field) ?? ""));
  return csvText([present.map((field) => headerOf(field, columns)), ...lines]);
}

/** The row as one text, by which equal rows are told. */
export function rowKey(row: EventRow): string {
  return fieldNames.map((field) => row.get(field) ?? "").join("\u001f");
}

const form = { delimiter: ",", newline: "\n", skipEmptyLines: true } as const;

/** The rows of a segment as text by header. Headers stay as they were written. */
export function parseSegment(text: string): { header: string[]; rows: string[][] } {
  const [header = [], ...rows] = Papa.parse<string[]>(text, form).data;
  return { header, rows };
}

/**
 * Reads a segment piece by piece, however large it is: `use` gets some of its rows at a time with its header, at least
 * once; of an empty file, neither.
 */
export function readSegment(
  path: string,
  use: (header: readonly string[], rows: readonly string[][]) => Promise<void> | void,
): Promise<void> {
  let header: string[] | undefined;
  return new Promise((done, failed) => {
    Papa.parse<string[]>(createReadStream(path, { encoding: "utf8", highWaterMark: pieceBytes }), {
      ...form,
      async chunk({ data }, parser) {
        const rows = header === undefined ? data.slice(1) : data;
        header ??= data[0];
        if (header === undefined) return;
        parser.pause();
        try {
          await use(header, rows);
          parser.resume();
        } catch (error) {
          parser.abort();
          failed(error);
        }
      },
      async complete() {
        try {
          if (header === undefined) await use([], []);
          done();
        } catch (error) {
          failed(error);
        }
      },
      error: failed,
    });
  });
}

/** Rows of cells as CSV text, with a line break at the end. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\n`).join("");
}

/** The header of a field in segments. */
export function headerOf(field: FieldName, columns: Config["columns"]): string {
  return columns[field] ?? usualHeader(field);
}

function cell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
