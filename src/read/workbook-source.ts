import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import type { CellValue } from "hucre";
import { readXlsx, streamXlsxRows } from "hucre/xlsx";
import { type Entry, fromBufferPromise } from "yauzl";
import { InputError } from "../errors.ts";
import type { ByteSource } from "./byte-source.ts";
import type { FileForm, OnBytes } from "./csv-source.ts";
import type { RowHandler, RowSource } from "./row-source.ts";
import { TableRows } from "./table-rows.ts";
import { filledCells, type Row } from "./table-shape.ts";
import { swells, unpackedLimit } from "./unpacked-limit.ts";

/** Rows handed on at a time. */
const batch = 1000;
/** So many rows tell whether a sheet holds a table. */
const lookedAt = 60;

/**
 * An XLSX workbook as a source of rows: the first visible sheet with a table, row by row. Dates (of either date system),
 * numbers and yes/no become the texts that a CSV would have, and numbers keep a point for their decimals.
 */
export function workbookSource(
  bytes: ByteSource,
  onBytes: OnBytes = () => {},
  form: FileForm = {},
): RowSource {
  return {
    name: bytes.name,
    async read(handler) {
      const size = await bytes.size();
      const content = await readWhole(bytes, size, onBytes);
      await refuseDamage(content, bytes.name);
      const sheet = await asWorkbook(bytes.name, () => firstTable(content, bytes.name));
      const table = new TableRows(evenRows(handler), bytes.name, form.header);
      await asWorkbook(bytes.name, async () => {
        let waiting: Row[] = [];
        for await (const row of rowsOf(content, sheet)) {
          waiting.push(row);
          if (waiting.length < batch) continue;
          table.add(waiting);
          waiting = [];
        }
        table.add(waiting);
        table.end();
      });
      return {
        bytes: size,
        encoding: "XLSX",
        delimiter: null,
        hash: createHash("sha256").update(content).digest("hex"),
        leftOut: table.leftOut,
        replaced: 0,
      };
    },
  };
}

async function readWhole(bytes: ByteSource, size: number, onBytes: OnBytes): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let read = 0;
  for await (const piece of bytes.open((count) => {
    read += count;
    onBytes(read, size);
  }))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Refuses what unpacks to more than a file of its size may, and what does not unpack to the bytes that were packed. */
async function refuseDamage(content: Buffer, name: string): Promise<void> {
  const entries: Entry[] = [];
  const archive = await asWorkbook(name, () => fromBufferPromise(content));
  await asWorkbook(name, async () => {
    for await (const entry of archive.eachEntry()) entries.push(entry);
  });
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (unpacked > unpackedLimit(content.length)) throw swells(content.length, name);
  for (const entry of entries) {
    let checksum = 0;
    await asWorkbook(name, async () => {
      for await (const piece of await archive.openReadStreamPromise(entry)) {
        if (piece instanceof Uint8Array) checksum = crc32(piece, checksum);
      }
    });
    if (checksum !== entry.crc32) throw noWorkbook(name);
  }
}

/** The number of the first visible sheet that holds two rows of two cells or more; of none, of one cell. */
async function firstTable(content: Buffer, name: string): Promise<number> {
  const visible: number[] = [];
  await readXlsx(content, {
    sheets({ hidden, veryHidden }, index) {
      if (hidden !== true && veryHidden !== true) visible.push(index);
      return false;
    },
  });
  for (const least of [2, 1]) {
    for (const sheet of visible) {
      let rows = 0;
      let looked = 0;
      for await (const row of rowsOf(content, sheet)) {
        if (filledCells(row) >= least) rows += 1;
        looked += 1;
        if (rows > 1 || looked > lookedAt) break;
      }
      if (rows > 1) return sheet;
    }
  }
  throw new InputError(
    "no sheet of the workbook holds a table",
    "Put the table on a sheet of its own, with a line of column names and a row a purchase.",
    { file: name },
  );
}

/** The rows of a sheet as texts, blank ones included: the row on line 5 of the sheet is the fifth. */
async function* rowsOf(content: Buffer, sheet: number): AsyncGenerator<Row> {
  let next = 0;
  for await (const { index, values } of streamXlsxRows(content, { sheet })) {
    for (; next < index; next += 1) yield [""];
    next = index + 1;
    yield values.map(cellText);
  }
}

/** A cell as the text that a CSV would have. */
function cellText(value: CellValue): string {
  if (value === null) return "";
  if (value instanceof Date) return dateText(value);
  if (typeof value === "number") return numberText(value);
  return String(value);
}

const dayLength = 86_400_000;
/** Times of day are days before the first that Excel knows. */
const firstDay = Date.UTC(1900, 0, 1);

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  // Parts of a day are not exact in Excel.
  const iso = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  if (date.getTime() < firstDay) return iso.slice(11, 19);
  return date.getTime() % dayLength === 0 ? iso.slice(0, 10) : iso.slice(0, 19).replace("T", " ");
}

/** Three decimals alone could be a thousand to whoever reads the text: a fourth makes them decimals. */
function numberText(value: number): string {
  const text = String(value);
  return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
}

/** Hands rows on as wide as the header: a sheet has no width of its own. */
function evenRows(handler: RowHandler): RowHandler {
  let width = 0;
  return {
    onHeader(names, line) {
      width = names.findLastIndex((name) => name !== "") + 1;
      handler.onHeader(names.slice(0, width), line);
    },
    onRows: (rows) => handler.onRows(rows.map((row) => evenRow(row, width))),
    onRestart: () => handler.onRestart(),
  };
}

function evenRow(row: Row, width: number): Row {
  if (row.length === width || filledCells(row) === 0) return row.length === width ? row : [row[0] ?? ""];
  return Array.from({ length: width }, (_, index) => row[index] ?? "");
}

async function asWorkbook<Result>(name: string, use: () => Promise<Result>): Promise<Result> {
  try {
    return await use();
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw noWorkbook(name);
  }
}

function noWorkbook(name: string): InputError {
  return new InputError(
    "the workbook is damaged, locked with a password or no XLSX file",
    "Open it in a spreadsheet program and save it again as XLSX, or as CSV (UTF-8).",
    { file: name },
  );
}
