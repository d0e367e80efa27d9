import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { parseSegmentName, type SegmentRange, segmentName } from "../read/segment-name.ts";
import { syncFolder, writeDurably } from "./durable.ts";
import { csvText, readSegment } from "./segment-csv.ts";

/** Neighbours up to a size are merged, small ones first: each row is written anew a few times at most. In bytes. */
const limits = [256 << 10, 4 << 20, 64 << 20];
/** So many neighbours are worth a merged file. */
const fewest = 8;
/** A merged file grows to this size, in bytes. */
const largest = 128 << 20;

interface Segment {
  name: string;
  range: SegmentRange;
  bytes: number;
}

/**
 * Merges small segments of a stream that follow each other into larger ones. The merged file is whole before the first
 * of the others goes; a crash in between leaves both, which the next start clears, and the build's own rule for
 * repeated rows counts them once.
 *
 * @returns the number of files that went
 */
export async function mergeSegments(folder: string): Promise<number> {
  let gone = 0;
  for (const limit of limits) {
    for (const run of runs(await segmentsIn(folder), limit)) {
      if (await mergeRun(folder, run)) gone += run.length - 1;
    }
  }
  return gone;
}

async function segmentsIn(folder: string): Promise<Segment[]> {
  const segments: Segment[] = [];
  for (const name of await readdir(folder)) {
    const range = parseSegmentName(name);
    if (range !== null) segments.push({ name, range, bytes: (await stat(join(folder, name))).size });
  }
  // Names have their numbers padded: their order is that of the stream.
  return segments.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Neighbours of one stream, each at most so large, with enough of them to be worth it: the merged file is at least twice
 * as large as the largest of them, so that no row is written anew for a few others.
 */
function runs(segments: readonly Segment[], limit: number): Segment[][] {
  const all: Segment[][] = [];
  let run: Segment[] = [];
  let bytes = 0;
  const end = () => {
    const most = Math.max(...run.map((segment) => segment.bytes));
    if (run.length >= fewest && bytes >= 2 * most) all.push(run);
    run = [];
    bytes = 0;
  };
  for (const segment of segments) {
    const before = run.at(-1);
    if (before !== undefined && before.range.stream !== segment.range.stream) end();
    if (segment.bytes > limit || bytes + segment.bytes > largest) end();
    if (segment.bytes > limit) continue;
    run.push(segment);
    bytes += segment.bytes;
  }
  end();
  return all;
}

/** Writes the merged file and removes the others. Files that somebody edited by hand into another form are left. */
async function mergeRun(folder: string, run: readonly Segment[]): Promise<boolean> {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined) return false;
  const headers = new Set<string>();
  let isWhole = true;
  for (const { name } of run) {
    await readSegment(join(folder, name), (header, rows) => {
      if (header.length < 2 || rows.some((row) => row.length !== header.length)) isWhole = false;
      for (const each of header) headers.add(each);
    });
    if (!isWhole) return false;
  }
  const all = [...headers];
  const range = { ...first.range, last: last.range.last };
  await writeDurably(folder, segmentName(range), async (file) => {
    // Unlike write, it does not stop half-way where the disk gets full.
    await file.appendFile(csvText([all]));
    for (const { name } of run) {
      await readSegment(join(folder, name), async (header, rows) => {
        const places = all.map((each) => header.indexOf(each));
        await file.appendFile(csvText(rows.map((row) => places.map((place) => row[place] ?? ""))));
      });
    }
  });
  for (const { name } of run) await rm(join(folder, name), { force: true });
  await syncFolder(folder);
  return true;
}
