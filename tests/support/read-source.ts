import type { ReadSummary, RowSource } from "../../src/read/row-source.ts";

/** Everything that a source hands over. */
export interface Heard {
  header: string[];
  headerLine: number;
  rows: string[][];
  restarts: number;
  summary: ReadSummary;
}

/** Reads a source to its end. */
export async function readSource(source: RowSource): Promise<Heard> {
  let header: string[] = [];
  let headerLine = 0;
  let rows: string[][] = [];
  let restarts = 0;
  const summary = await source.read({
    onHeader(cells, line) {
      header = [...cells];
      headerLine = line;
    },
    onRows(batch) {
      for (const row of batch) rows.push([...row]);
      return batch.flat().join("").split("\n").length - 1;
    },
    onRestart() {
      header = [];
      rows = [];
      restarts += 1;
    },
  });
  return { header, headerLine, rows, restarts, summary };
}
