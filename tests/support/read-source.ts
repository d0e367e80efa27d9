import type { ReadSummary, RowSource } from "../../src/read/row-source.ts";

/** Everything that a source hands over. */
export interface Heard {
  header: string[];
  rows: string[][];
  restarts: number;
  summary: ReadSummary;
}

/** Reads a source to its end. */
export async function readSource(source: RowSource): Promise<Heard> {
  let header: string[] = [];
  let rows: string[][] = [];
  let restarts = 0;
  const summary = await source.read({
    onHeader(cells) {
      header = [...cells];
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
  return { header, rows, restarts, summary };
}
