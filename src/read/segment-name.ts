/**
 * A run of events of one stream that was written together: a topic's partition, a queue, the webhook. Numbers are the
 * broker's offsets where it has them, else the watcher's own count; both ends belong to the run.
 */
export interface SegmentRange {
  /** The stream: `sales-0` for partition 0 of the topic sales. */
  stream: string;
  first: bigint;
  last: bigint;
}

const width = 20;

/** `sales-0-00000000000000000000-00000000000000001999`, as Kafka Connect's sinks name their files. */
function rangeName({ stream, first, last }: SegmentRange): string {
  return `${stream}-${digits(first)}-${digits(last)}`;
}

/** The name of the CSV file that holds a range. */
export function segmentName(range: SegmentRange): string {
  return `${rangeName(range)}.csv`;
}

/** The range in the name of a CSV segment; null for any other file. */
export function parseSegmentName(name: string): SegmentRange | null {
  return parseRange(name, /\.csv$/);
}

/** The range in the name of a file of rejected events; `whole` where nothing else came of the range. */
export function parseRejectedName(name: string): (SegmentRange & { whole: boolean }) | null {
  const whole = parseRange(name, /\.whole\.ndjson$/);
  if (whole !== null) return { ...whole, whole: true };
  const part = parseRange(name, /\.ndjson$/);
  return part === null ? null : { ...part, whole: false };
}

/** The name of the file of a range's rejected events. */
export function rejectedName(range: SegmentRange, whole: boolean): string {
  return `${rangeName(range)}${whole ? ".whole" : ""}.ndjson`;
}

/** Whether one range lies within another of the same stream. */
export function covers(wide: SegmentRange, narrow: SegmentRange): boolean {
  return wide.stream === narrow.stream && wide.first <= narrow.first && wide.last >= narrow.last;
}

/** A stream's name as part of a file's name: what no file should be called is made a hyphen. */
export function streamName(...parts: readonly (string | number)[]): string {
  return parts
    .map((part) => String(part).replace(/[^\p{L}\p{N}._-]+/gu, "-"))
    .join("-")
    .replace(/^\./, "-");
}

function parseRange(name: string, ending: RegExp): SegmentRange | null {
  const stem = name.replace(ending, "");
  if (stem === name) return null;
  const [, stream, first, last] = /^(.+)-(\d{20})-(\d{20})$/.exec(stem) ?? [];
  if (stream === undefined || first === undefined || last === undefined) return null;
  return { stream, first: BigInt(first), last: BigInt(last) };
}

function digits(number: bigint): string {
  return number.toString().padStart(width, "0");
}
