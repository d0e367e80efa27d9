import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { parseSegmentName, type SegmentRange, segmentName } from "../read/segment-name.ts";
import { syncFolder, writeDurably } from "./durable.ts";
import { csvText, parseSegment } from "./segment-csv.ts";

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

/** Neighbours of one stream, each at most so large, with enough of them to be worth it. */
function runs(segments: readonly Segment[], limit: number): Segment[][] {
  const all: Segment[][] = [];
  let run: Segment[] = [];
  let bytes = 0;
  const end = () => {
    if (run.length >= fewest) all.push(run);
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
  for (const { name } of run) {
    const { header, rows } = parseSegment(await readFile(join(folder, name), "utf8"));
    if (header.length < 2 || rows.some((row) => row.length !== header.length)) return false;
    for (const each of header) headers.add(each);
  }
  const all = [...headers];
  const range = { ...first.range, last: last.range.last };
  await writeDurably(folder, segmentName(range), async (file) => {
    await file.write(csvText([all]));
    for (const { name } of run) {
      const { header, rows } = parseSegment(await readFile(join(folder, name), "utf8"));
      const places = all.map((each) => header.indexOf(each));
      await file.write(csvText(rows.map((row) => places.map((place) => row[place] ?? ""))));
    }
  });
  for (const { name } of run) await rm(join(folder, name), { force: true });
  await syncFolder(folder);
  return true;
}
