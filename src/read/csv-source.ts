import { stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import Papa from "papaparse";
import type { SourceFile } from "../dataset/account.ts";
import { InputError } from "../errors.ts";
import { unreadable } from "./find-files.ts";
import type { ReadSummary, RowHandler, RowSource } from "./row-source.ts";
import { type Encoding, encodingName, sniffDelimiter } from "./sniff.ts";
import { BrokenEncoding, openText } from "./text-stream.ts";

/** A cell longer than this is taken for a quote that was never closed. */
const longestCell = 4 << 20;

/** Hears of bytes read, with the file's size. */
export type OnBytes = (read: number, size: number) => void;

/** A CSV file on the disk as a source of rows, streamed through papaparse. */
export function csvSource(folder: string, name: string, onBytes: OnBytes = () => {}): RowSource {
  return {
    name,
    async read(handler) {
      const path = join(folder, name);
      const { size } = await stat(path).catch((error: unknown) => {
        throw unreadable(path, error);
      });
      const attempt = (forced?: Encoding) => {
        let read = 0;
        return readOnce(path, name, size, handler, forced, (count) => {
          read += count;
          onBytes(read, size);
        });
      };
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof BrokenEncoding)) throw error;
        handler.onRestart();
        return attempt("windows-1252");
      }
    },
  };
}

async function readOnce(
  path: string,
  file: string,
  bytes: number,
  handler: RowHandler,
  forced: Encoding | undefined,
  onBytes: (count: number) => void,
): Promise<ReadSummary> {
  const text = openText(path, file, forced, onBytes);
  const pieces = withHead(text.chunks);
  const head = await pieces.head;
  const delimiter = sniffDelimiter(head.slice(0, 1 << 16));
  await parse(Readable.from(pieces.all()), delimiter, file, handler);
  return { bytes, encoding: encodingName(text.encoding()), delimiter, hash: text.hash() };
}

/** The first piece of a stream ahead of its time, and then the whole stream. */
function withHead(chunks: AsyncGenerator<string>): { head: Promise<string>; all(): AsyncGenerator<string> } {
  const head = chunks.next().then(({ value, done }) => (done === true ? "" : value));
  return {
    head,
    async *all() {
      const first = await head;
      if (first !== "") yield first;
      yield* chunks;
    },
  };
}

/** Hands header and rows of a text to the handler. Throws for quotes that do not pair. */
function parse(
  stream: Readable,
  delimiter: SourceFile["delimiter"],
  file: string,
  handler: RowHandler,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let headed = false;
    let line = 1;
    let waiting = 0;
    const fail = (error: unknown, parser?: Papa.Parser) => {
      // First of all: aborting calls complete, which must find the promise settled.
      reject(error);
      parser?.abort();
      stream.destroy();
    };
    const neverClosed = () =>
      new InputError(
        "a quote is opened and never closed",
        "Close it, or write a quote within a quoted cell twice.",
        { file, line },
      );
    stream.on("data", (piece: string) => {
      waiting += piece.length;
      if (waiting > longestCell * 2) fail(neverClosed());
    });
    stream.on("error", reject);
    Papa.parse<string[]>(stream, {
      delimiter,
      newline: "\n",
      chunk({ data, errors }, parser) {
        const quote = errors.find(({ type }) => type === "Quotes");
        try {
          if (quote !== undefined) {
            line += data.slice(0, quote.row ?? 0).reduce((lines, row) => lines + linesOf(row), 0);
            if (quote.code === "MissingQuotes") throw neverClosed();
            throw new InputError(
              "a quoted cell goes on after its closing quote",
              "Write a quote within a quoted cell twice, and nothing between a closing quote and the delimiter.",
              { file, line },
            );
          }
          // A text of blank lines alone has no header and counts as empty.
          if (data.length === 0 || (!headed && data.every(isBlank))) return;
          waiting = 0;
          const rows = headed ? data : data.slice(takeHeader(data, handler, file));
          headed = true;
          line += data.length + handler.onRows(rows);
        } catch (error) {
          fail(error, parser);
        }
      },
      complete: () => resolve(),
      error: (error) => fail(error),
    });
  });
}

/** Finds the header and gives the number of rows it took. */
function takeHeader(data: readonly string[][], handler: RowHandler, file: string): number {
  if (isBlank(data[0] ?? [])) {
    throw new InputError(
      "the first line is empty, where the header belongs",
      "Remove the empty lines above the header.",
      { file, line: 1 },
    );
  }
  handler.onHeader((data[0] ?? []).map((cell) => cell.replace(/^\uFEFF/, "").trim()));
  return 1;
}

function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === "");
}

function linesOf(row: readonly string[]): number {
  let lines = 1;
  for (const cell of row) if (cell.includes("\n")) lines += cell.split("\n").length - 1;
  return lines;
}
