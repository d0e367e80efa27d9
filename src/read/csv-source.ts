import { Readable } from "node:stream";
import Papa from "papaparse";
import { InputError } from "../errors.ts";
import { type ByteSource, fileBytes } from "./byte-source.ts";
import { CellBytes, detectEncoding, namesOf } from "./detect-encoding.ts";
import { type Encoding, encodingName } from "./encoding.ts";
import type { ReadSummary, RowHandler, RowSource } from "./row-source.ts";
import { type Delimiter, sniffDelimiter } from "./sniff.ts";
import { TableRows } from "./table-rows.ts";
import { BrokenEncoding, openText } from "./text-stream.ts";

/** A cell longer than this is taken for a quote that was never closed. */
const longestCell = 4 << 20;

/** Hears of bytes read, with the file's size. */
export type OnBytes = (read: number, size: number) => void;

/** What report.yaml says of the files. */
export interface FileForm {
  /** The encoding of texts that are no UTF-8. */
  encoding?: string | undefined;
  /** Whether there is a header line; undefined where that is not said. */
  header?: boolean | undefined;
}

/** A CSV file on the disk as a source of rows, streamed through papaparse. */
export function csvSource(folder: string, name: string, onBytes?: OnBytes, form?: FileForm): RowSource {
  return textSource(fileBytes(folder, name), onBytes, form);
}

/** A text of delimited cells as a source of rows, wherever its bytes come from. */
export function textSource(bytes: ByteSource, onBytes: OnBytes = () => {}, form: FileForm = {}): RowSource {
  return {
    name: bytes.name,
    async read(handler) {
      const size = await bytes.size();
      const attempt = (forced?: Encoding) => {
        let read = 0;
        return readOnce(bytes, size, handler, forced, form.header, (count) => {
          read += count;
          onBytes(read, size);
        });
      };
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof BrokenEncoding)) throw error;
        const encoding = form.encoding ?? (await tellEncoding(bytes));
        handler.onRestart();
        return attempt(encoding);
      }
    },
  };
}

/** The encoding of a text that is no UTF-8. Throws an InputError where it cannot be told. */
async function tellEncoding(bytes: ByteSource): Promise<Encoding> {
  const cells = new CellBytes();
  for await (const piece of bytes.open(() => {})) cells.add(piece);
  cells.end();
  const detected = detectEncoding(cells);
  if ("encoding" in detected) return detected.encoding;
  throw new InputError(
    `the file is no UTF-8, and its encoding cannot be told: it may be ${namesOf(detected.doubtful)}`,
    `Export it in UTF-8, or say in report.yaml beside the data which encoding reads its names well:\nencoding: ${detected.doubtful[0]}`,
    { file: bytes.name },
    detected.doubtful[0] === undefined ? {} : { encoding: detected.doubtful[0] },
  );
}

async function readOnce(
  bytes: ByteSource,
  size: number,
  handler: RowHandler,
  forced: Encoding | undefined,
  header: boolean | undefined,
  onBytes: (count: number) => void,
): Promise<ReadSummary> {
  const text = openText(bytes, forced, onBytes);
  const pieces = withHead(text.chunks);
  const head = await pieces.head;
  const delimiter = sniffDelimiter(head.slice(0, 1 << 16));
  const rows = new TableRows(handler, bytes.name, header);
  await parse(Readable.from(pieces.all()), delimiter, bytes.name, rows);
  return {
    bytes: size,
    encoding: encodingName(text.encoding()),
    delimiter,
    hash: text.hash(),
    leftOut: rows.leftOut,
    replaced: text.replaced(),
  };
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

/** Hands the rows of a text on. Throws for quotes that do not pair. */
function parse(stream: Readable, delimiter: Delimiter, file: string, rows: TableRows): Promise<void> {
  return new Promise((resolve, reject) => {
    let waiting = 0;
    let failed = false;
    const fail = (error: unknown, parser?: Papa.Parser) => {
      // First of all: aborting calls complete, which must find the promise settled.
      failed = true;
      reject(error);
      parser?.abort();
      stream.destroy();
    };
    const neverClosed = (before: readonly (readonly string[])[] = []) =>
      new InputError(
        "a quote is opened and never closed",
        "Close it, or write a quote within a quoted cell twice.",
        { file, line: rows.lineAfter(before) },
      );
    stream.on("data", (piece: string) => {
      waiting += piece.length;
      if (waiting > longestCell * 2) fail(neverClosed());
    });
    stream.on("error", (error) => fail(error));
    Papa.parse<string[]>(stream, {
      delimiter,
      newline: "\n",
      chunk({ data, errors }, parser) {
        const quote = errors.find(({ type }) => type === "Quotes");
        try {
          if (quote !== undefined) {
            const before = data.slice(0, quote.row ?? 0);
            if (quote.code === "MissingQuotes") throw neverClosed(before);
            throw new InputError(
              "a quoted cell goes on after its closing quote",
              "Write a quote within a quoted cell twice, and nothing between a closing quote and the delimiter.",
              { file, line: rows.lineAfter(before) },
            );
          }
          if (data.length === 0) return;
          waiting = 0;
          rows.add(data);
        } catch (error) {
          fail(error, parser);
        }
      },
      complete() {
        if (failed) return;
        try {
          rows.end();
          resolve();
        } catch (error) {
          reject(error);
        }
      },
      error: (error) => fail(error),
    });
  });
}
