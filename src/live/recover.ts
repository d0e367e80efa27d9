import { mkdir, open, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Config } from "../config/config.ts";
import { type FieldName, fieldNames } from "../fields/fields.ts";
import { covers, parseRejectedName, parseSegmentName, type SegmentRange } from "../read/segment-name.ts";
import { finishHalf, nameOfHalf, syncFolder } from "./durable.ts";
import { headerOf, parseSegment, rowKey } from "./segment-csv.ts";

/** What a folder of segments tells about the streams that landed there. */
export interface LandedFolder {
  /** The last number of each stream that is on the disk. */
  positions: ReadonlyMap<string, bigint>;
  /** The keys of the events that landed last, by which repeats are told. */
  recent: readonly string[];
}

/** So many of the last events are remembered from one start to the next, at most. */
const remembered = 20_000;
/** A file larger than this was merged long ago: its events are no news. */
const largestRead = 8 << 20;

/**
 * Clears what a killed watcher left, and says how far each stream came: half files go, but for the bad events of a
 * batch whose rows are there, and segments go that a merged one holds.
 */
export async function recoverFolder(
  folder: string,
  rejected: string,
  columns: Config["columns"],
): Promise<LandedFolder> {
  await mkdir(folder, { recursive: true });
  const names = await readdir(folder);
  for (const name of names) {
    const whole = nameOfHalf(name);
    if (whole !== null && parseSegmentName(whole) !== null) await rm(join(folder, name), { force: true });
  }
  const segments = await dropCovered(folder, rangesIn(names, parseSegmentName));
  const positions = new Map<string, bigint>();
  const reach = ({ stream, last }: SegmentRange): void => {
    if (last > (positions.get(stream) ?? -1n)) positions.set(stream, last);
  };
  for (const { range } of segments) reach(range);
  const bad = await recoverRejected(rejected, positions);
  for (const { range } of bad) if (range.whole) reach(range);
  await syncFolder(folder);
  return {
    positions,
    recent: [...(await lastRejected(rejected, bad)), ...(await lastRows(folder, segments, columns))],
  };
}

interface Found<Range> {
  name: string;
  range: Range;
}

function rangesIn<Range extends SegmentRange>(
  names: readonly string[],
  parse: (name: string) => Range | null,
): Found<Range>[] {
  return names.flatMap((name) => {
    const range = parse(name);
    return range === null ? [] : [{ name, range }];
  });
}

/** Removes segments whose rows a merged one holds, and gives the others. */
async function dropCovered(
  folder: string,
  segments: readonly Found<SegmentRange>[],
): Promise<Found<SegmentRange>[]> {
  const kept: Found<SegmentRange>[] = [];
  const widestFirst = [...segments].sort((a, b) =>
    a.range.first === b.range.first
      ? compare(b.range.last, a.range.last)
      : compare(a.range.first, b.range.first),
  );
  const widest = new Map<string, SegmentRange>();
  for (const segment of widestFirst) {
    const before = widest.get(segment.range.stream);
    if (before !== undefined && covers(before, segment.range)) await rm(join(folder, segment.name));
    else {
      widest.set(segment.range.stream, segment.range);
      kept.push(segment);
    }
  }
  return kept;
}

/** Finishes the files of bad events whose batch landed, and removes the half files of batches that did not. */
async function recoverRejected(
  folder: string,
  positions: ReadonlyMap<string, bigint>,
): Promise<Found<SegmentRange & { whole: boolean }>[]> {
  for (const name of await namesIn(folder)) {
    const whole = nameOfHalf(name);
    const range = whole === null ? null : parseRejectedName(whole);
    if (whole === null || range === null) continue;
    const landed = !range.whole && range.last <= (positions.get(range.stream) ?? -1n);
    if (landed) await finishHalf(folder, whole);
    else await rm(join(folder, name), { force: true });
  }
  return rangesIn(await namesIn(folder), parseRejectedName);
}

/** The names in a folder; none where it is not there. */
function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  });
}

const rejectedLine = z.object({ event: z.string() });

async function lastRejected(folder: string, files: readonly Found<SegmentRange>[]): Promise<string[]> {
  const events: string[] = [];
  for (const { name } of newestFirst(files)) {
    if (events.length >= remembered) break;
    const text = await readSmall(join(folder, name));
    for (const line of text.split("\n")) {
      if (line === "") continue;
      const content = rejectedLine.safeParse(parseJson(line));
      if (content.success) events.push(content.data.event);
    }
  }
  return events.slice(0, remembered);
}

async function lastRows(
  folder: string,
  files: readonly Found<SegmentRange>[],
  columns: Config["columns"],
): Promise<string[]> {
  const byHeader = new Map<string, FieldName>(fieldNames.map((field) => [headerOf(field, columns), field]));
  const keys: string[] = [];
  for (const { name } of newestFirst(files)) {
    if (keys.length >= remembered) break;
    const { header, rows } = parseSegment(await readSmall(join(folder, name)));
    const fields = header.map((each) => byHeader.get(each));
    for (const cells of rows) {
      const row = new Map<FieldName, string>();
      fields.forEach((field, index) => {
        if (field !== undefined) row.set(field, cells[index] ?? "");
      });
      keys.push(rowKey(row));
    }
  }
  return keys.slice(0, remembered);
}

/** By stream the newest first, the streams in turn. */
function newestFirst(files: readonly Found<SegmentRange>[]): Found<SegmentRange>[] {
  const rank = new Map<string, number>();
  return [...files]
    .sort((a, b) => compare(b.range.last, a.range.last))
    .map((file) => {
      const place = rank.get(file.range.stream) ?? 0;
      rank.set(file.range.stream, place + 1);
      return { file, place };
    })
    .sort((a, b) => a.place - b.place)
    .map(({ file }) => file);
}

async function readSmall(path: string): Promise<string> {
  const { size } = await stat(path);
  if (size <= largestRead) return readFile(path, "utf8");
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(largestRead),
      0,
      largestRead,
      size - largestRead,
    );
    const text = buffer.toString("utf8", 0, bytesRead);
    return text.slice(text.indexOf("\n") + 1);
  } finally {
    await file.close();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
