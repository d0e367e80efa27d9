import { mkdir } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import type { Config } from "../config/config.ts";
import { rejectedName, type SegmentRange, segmentName } from "../read/segment-name.ts";
import { finishHalf, syncFolder, writeDurably, writeHalf } from "./durable.ts";
import type { EventRow, ParsedEvent } from "./event.ts";
import { Recent } from "./recent.ts";
import type { LandedFolder } from "./recover.ts";
import { rowKey, segmentCsv } from "./segment-csv.ts";
import { landingWords as words } from "./words.ts";

/** An event as it came. */
export interface Arrival {
  text: string;
  /** The broker's number of it in its stream; null where the broker counts nothing. */
  offset: bigint | null;
}

/** What became of a batch. */
export interface Landed {
  accepted: number;
  rejected: number;
  /** Left out, because the same event came before. */
  repeated: number;
  /** Of the rejected, each once. */
  reasons: string[];
}

/** Hears what lands. */
interface LandingListener {
  landed(stream: string, counts: Landed): void;
  /** Keys of events that no field took, each told once. */
  unused(keys: readonly string[]): void;
  /** The disk refuses; then, once it takes files again, null. */
  refused(reason: string | null): void;
}

/** What landing needs to know. */
export interface LandingOptions {
  folder: string;
  rejected: string;
  columns: Config["columns"];
  read: (text: string) => ParsedEvent;
  /** What is there from earlier. */
  found: LandedFolder;
  listener: LandingListener;
  /** Ends waiting for the disk; what waits then is not landed. */
  signal: AbortSignal;
  /** Milliseconds of the first and of the longest pause while the disk refuses. */
  pauses?: { first: number; longest: number };
}

/** So many unknown keys are told, then no more. */
const mostKeys = 50;

/**
 * Puts batches of events on the disk. Once `land` comes back the batch is safe and may be acknowledged: its rows are a
 * CSV file in the data folder, its bad events a file of their own. Batches of one stream land one after the other.
 */
export class Landing {
  readonly #options: LandingOptions;
  readonly #recent = new Recent();
  readonly #positions: Map<string, bigint>;
  readonly #waiting = new Map<string, Waiting[]>();
  readonly #unused = new Set<string>();
  #isRefused = false;

  constructor(options: LandingOptions) {
    this.#options = options;
    this.#positions = new Map(options.found.positions);
    for (const key of options.found.recent) this.#recent.add(key);
  }

  /** The number of the last event of a stream that is on the disk; null where none is. */
  position(stream: string): bigint | null {
    return this.#positions.get(stream) ?? null;
  }

  /** Whether the disk refuses at the moment. */
  get isRefused(): boolean {
    return this.#isRefused;
  }

  /**
   * Lands a batch. While the disk refuses, it waits. Batches that wait for one before them are written together.
   *
   * @throws the signal's reason, where it ends while the disk refuses
   */
  land(stream: string, batch: readonly Arrival[]): Promise<Landed> {
    const { promise, resolve, reject } = Promise.withResolvers<Landed>();
    const waiting = this.#waiting.get(stream);
    if (waiting !== undefined) waiting.push({ batch, resolve, reject });
    else {
      const first = [{ batch, resolve, reject }];
      this.#waiting.set(stream, first);
      void this.#work(stream, first);
    }
    return promise;
  }

  /** Lands what waits for a stream until nothing does. */
  async #work(stream: string, waiting: Waiting[]): Promise<void> {
    while (waiting.length > 0) {
      const together = takeTogether(waiting);
      try {
        const outcomes = await this.#land(
          stream,
          together.flatMap(({ batch }) => batch),
        );
        let at = 0;
        for (const { batch, resolve } of together) {
          resolve(countOutcomes(outcomes.slice(at, at + batch.length)));
          at += batch.length;
        }
      } catch (error) {
        for (const { reject } of together) reject(error);
      }
    }
    this.#waiting.delete(stream);
  }

  async #land(stream: string, batch: readonly Arrival[]): Promise<Outcome[]> {
    const position = this.position(stream) ?? -1n;
    const { rows, rejected, range, keys, outcomes } = this.#sort(stream, batch, position);
    if (range !== null) await this.#write(range, rows, rejected);
    for (const key of keys) this.#recent.add(key);
    const last = range?.last ?? batch.at(-1)?.offset ?? null;
    if (last !== null && last > position) this.#positions.set(stream, last);
    this.#options.listener.landed(stream, countOutcomes(outcomes));
    return outcomes;
  }

  /** Good, bad and repeated; the range is null where nothing is to be written. */
  #sort(stream: string, batch: readonly Arrival[], position: bigint): Sorted {
    const sorted: Sorted = { rows: [], rejected: [], keys: new Set(), range: null, outcomes: [] };
    const { rows, rejected, keys, outcomes } = sorted;
    let number = position + 1n;
    let first: bigint | undefined;
    let last = position;
    for (const { text, offset } of batch) {
      if (offset !== null && offset <= position) {
        outcomes.push("repeated");
        continue;
      }
      const parsed = this.#options.read(text);
      const key = parsed.kind === "row" ? rowKey(parsed.row) : text;
      const isRepeated = keys.has(key) || this.#recent.has(key);
      // Without the broker's numbers only what is written is counted.
      if (!isRepeated || offset !== null) {
        last = offset ?? number++;
        first ??= last;
      }
      if (isRepeated) {
        outcomes.push("repeated");
        continue;
      }
      keys.add(key);
      if (parsed.kind === "row") {
        rows.push(parsed.row);
        outcomes.push("accepted");
        this.#tellUnused(parsed.unused);
      } else {
        const { reasons } = parsed;
        rejected.push({ reasons, stream, number: String(last), event: text });
        outcomes.push(reasons);
      }
    }
    if (first !== undefined && rows.length + rejected.length > 0) sorted.range = { stream, first, last };
    return sorted;
  }

  /** The CSV's name is what decides: with it the batch counts as landed, and its bad events come with it. */
  async #write(range: SegmentRange, rows: readonly EventRow[], rejected: readonly Rejected[]): Promise<void> {
    const { folder, rejected: badFolder, columns } = this.#options;
    const bad = rejectedName(range, rows.length === 0);
    const badText = rejected.map((each) => `${JSON.stringify(each)}\n`).join("");
    await this.#untilTaken(async () => {
      if (rejected.length > 0) {
        await mkdir(badFolder, { recursive: true });
        await writeHalf(badFolder, bad, badText);
        await syncFolder(badFolder);
      }
      if (rows.length > 0) await writeDurably(folder, segmentName(range), segmentCsv(rows, columns));
    });
    if (rejected.length > 0) await this.#untilTaken(() => finishHalf(badFolder, bad));
  }

  /** Tries again, with growing pauses, while the disk refuses. */
  async #untilTaken(write: () => Promise<void>): Promise<void> {
    const { listener, signal, pauses = { first: 500, longest: 30_000 } } = this.#options;
    for (let wait = pauses.first; ; wait = Math.min(wait * 2, pauses.longest)) {
      try {
        await write();
        if (this.#isRefused) listener.refused(null);
        this.#isRefused = false;
        return;
      } catch (error) {
        const code = codeOf(error);
        if (code === undefined) throw error;
        if (!this.#isRefused) listener.refused(words.diskReason(code));
        this.#isRefused = true;
      }
      await pause(wait, undefined, { signal });
    }
  }

  #tellUnused(keys: readonly string[]): void {
    const fresh = keys.filter((key) => !this.#unused.has(key)).slice(0, mostKeys - this.#unused.size);
    if (fresh.length === 0) return;
    for (const key of fresh) this.#unused.add(key);
    this.#options.listener.unused(fresh);
  }
}

interface Rejected {
  reasons: readonly string[];
  stream: string;
  /** The broker's offset, or the watcher's own count. */
  number: string;
  /** As it came. */
  event: string;
}

/** Of one event; the reasons, where it was rejected. */
type Outcome = "accepted" | "repeated" | readonly string[];

interface Sorted {
  rows: EventRow[];
  rejected: Rejected[];
  keys: Set<string>;
  range: SegmentRange | null;
  /** In the order of the batch. */
  outcomes: Outcome[];
}

interface Waiting {
  batch: readonly Arrival[];
  resolve: (landed: Landed) => void;
  reject: (error: unknown) => void;
}

/** So many events are written together, unless one batch alone is larger. */
const mostTogether = 5000;

function takeTogether(waiting: Waiting[]): Waiting[] {
  const together: Waiting[] = [];
  let events = 0;
  for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
    events += next.batch.length;
    if (together.length > 0 && events > mostTogether) break;
    together.push(next);
    waiting.shift();
  }
  return together;
}

function countOutcomes(outcomes: readonly Outcome[]): Landed {
  const reasons = outcomes.filter((outcome) => typeof outcome === "object");
  return {
    accepted: outcomes.filter((outcome) => outcome === "accepted").length,
    rejected: reasons.length,
    repeated: outcomes.filter((outcome) => outcome === "repeated").length,
    reasons: [...new Set(reasons.flat())],
  };
}

/** The name that Node gives to what the system refused. */
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
