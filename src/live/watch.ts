import { mkdir, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Config } from "../config/config.ts";
import type { Ingest } from "../config/ingest.ts";
import { InputError } from "../errors.ts";
import { isReadable } from "../read/find-files.ts";
import type { Secrets } from "./environment.ts";
import { eventReader } from "./event.ts";
import { folderNews } from "./folder-news.ts";
import { type Landed, Landing } from "./landing.ts";
import { mergeSegments } from "./merge.ts";
import { LiveMetrics } from "./metrics.ts";
import { Rebuilder } from "./rebuild.ts";
import { recoverFolder } from "./recover.ts";
import type { Address, Listening } from "./server.ts";
import { amqpSource } from "./sources/amqp.ts";
import { serveEvents } from "./sources/http.ts";
import { kafkaSource } from "./sources/kafka.ts";
import { type Source, type SourceContext, withoutSecrets } from "./sources/source.ts";
import { type Health, serveStatus } from "./status-server.ts";
import { refusalWords, watchWords as words } from "./words.ts";

/** What a watcher is told. */
export interface WatchOptions {
  /** The data folder. */
  folder: string;
  config: Config;
  ingest: Ingest;
  secrets: Secrets;
  /** Whether to read what is there, build, and come back. */
  once: boolean;
  /** Builds the report, and says whether it could; null where nothing is to be built. Ends at the signal. */
  build: ((signal: AbortSignal) => Promise<boolean>) | null;
  /** Takes the folder for this watcher alone. Throws an InputError where another has it. */
  take: (folder: string) => Promise<{ release(): Promise<void> }>;
  /** Hears that another report stands. */
  published: () => void;
  /** Writes a line for who runs the watcher. */
  say: (line: string) => void;
}

/** Without being told otherwise, health and metrics are answered here: OpenTelemetry's port for Prometheus. */
const usualStatus: Address = { host: "127.0.0.1", port: 9464 };
/** How often many small segments are looked for where nothing is built, in milliseconds. */
const tidied = 60_000;

/**
 * Lands the events of every source that report.yaml names in the data folder, and builds the report anew when there is
 * news. Comes back at the signal, with everything that was read on the disk and acknowledged.
 *
 * @returns whether the last build passed
 * @throws an InputError where another watcher has the folder, or an address cannot be listened at
 */
export async function watch(options: WatchOptions, signal: AbortSignal): Promise<boolean> {
  const { folder } = options;
  await mkdir(folder, { recursive: true });
  const lock = await options.take(folder);
  const closing: (() => Promise<void> | void)[] = [() => lock.release()];
  // Where one part fails, the others must end as well.
  const failure = new AbortController();
  try {
    return await run(options, AbortSignal.any([signal, failure.signal]), closing);
  } finally {
    failure.abort();
    for (const close of closing.reverse()) await close();
  }
}

async function run(
  options: WatchOptions,
  signal: AbortSignal,
  closing: (() => Promise<void> | void)[],
): Promise<boolean> {
  const { folder, config, ingest, say } = options;
  const rejected = join(folder, ingest.rejected);
  const metrics = new LiveMetrics();
  const health: Health = { status: "ok", sources: {}, lastBuild: null };
  const build = builder(options, metrics, health, signal);
  const rebuilder = new Rebuilder(ingest.rebuild, build.run);
  const tellRejected = rejectedTeller(relative(process.cwd(), rejected) || rejected, say);
  const landing = new Landing({
    folder,
    rejected,
    columns: config.columns,
    read: eventReader(config, ingest),
    found: await recoverFolder(folder, rejected, config.columns),
    signal,
    listener: {
      landed(stream, counts) {
        metrics.landed(stream, counts);
        tellRejected(counts);
        if (counts.accepted > 0 && options.build !== null && !options.once) rebuilder.news();
      },
      unused: (keys) => say(words.unused(keys)),
      refused(reason) {
        say(reason === null ? words.diskIsBack : words.diskRefuses(reason));
        metrics.diskUp(reason === null);
        health.status = reason === null ? "ok" : "disk refuses";
      },
    },
  });
  const context: SourceContext = {
    landing,
    batching: ingest.batching,
    once: options.once,
    listener: {
      say,
      up(source, isUp) {
        metrics.sourceUp(source, isUp);
        health.sources[source] = isUp;
      },
      lag: (stream, events) => metrics.lag(stream, events),
    },
  };
  const sources = sourcesOf(options, context);
  const names = [
    ...sources.map(({ name }) => name),
    ...(ingest.http && !options.once ? ["the webhook"] : []),
  ];
  say(words.begins(folder, names));
  if (options.once) {
    await Promise.all(sources.map((source) => source.run(signal)));
    if (options.build !== null && !signal.aborted) await build.run();
    return build.passed();
  }
  await listenToAll(options, context, metrics, () => health, closing);
  const news = await folderNews(folder, rejected, () => rebuilder.news());
  closing.push(() => news.close());
  const tidying = setInterval(() => void build.tidy(), tidied);
  closing.push(() => clearInterval(tidying));
  if (options.build !== null) void rebuilder.now();
  const reading = sources.map((source) => source.run(signal));
  closing.push(async () => void (await Promise.allSettled(reading)));
  // Sources come back at the signal only; one that throws ends the watcher.
  await Promise.race([ended(signal), Promise.all(reading).then(() => ended(signal))]);
  say(words.ends);
  await Promise.all([...reading, rebuilder.stop()]);
  return build.passed();
}

function sourcesOf({ ingest, secrets }: WatchOptions, context: SourceContext): Source[] {
  return [
    ...(ingest.amqp === undefined ? [] : [amqpSource(ingest.amqp, secrets.amqpUrls, context)]),
    ...(ingest.kafka === undefined ? [] : [kafkaSource(ingest.kafka, secrets.kafkaLogin, context)]),
  ];
}

/** Opens the webhook and the status address. */
async function listenToAll(
  { ingest, secrets, say }: WatchOptions,
  context: SourceContext,
  metrics: LiveMetrics,
  health: () => Health,
  closing: (() => Promise<void> | void)[],
): Promise<void> {
  const open = async (what: string, listening: Listening) => {
    closing.push(() => listening.close());
    say(words.at(what, listening.url));
  };
  const status = ingest.metrics.listen;
  try {
    await open(words.status, await serveStatus(status ?? usualStatus, metrics, health));
  } catch (error) {
    if (status !== undefined) throw takenAddress(status, error, "ingest.metrics.listen");
    say(words.noStatus(`${usualStatus.host}:${usualStatus.port}`));
  }
  if (ingest.http === undefined) return;
  try {
    const listening = await serveEvents(ingest.http, secrets.httpToken, context);
    await open(words.webhook, { ...listening, url: `${listening.url}${ingest.http.path}` });
  } catch (error) {
    throw takenAddress(ingest.http.listen, error, "ingest.http.listen");
  }
}

function takenAddress({ host, port }: Address, error: unknown, key: string): InputError {
  return new InputError(
    refusalWords.taken(`${host}:${port}`, withoutSecrets(error)),
    refusalWords.takenAdvice(key),
  );
}

/** Builds, measures and tells. Segments are merged before: while a build reads them, none goes. */
function builder(
  { folder, build, published, say }: WatchOptions,
  metrics: LiveMetrics,
  health: Health,
  signal: AbortSignal,
) {
  let passed = true;
  let isBusy = false;
  const merge = () =>
    mergeSegments(folder).catch((error: unknown) => {
      say(words.notMerged(withoutSecrets(error)));
    });
  return {
    passed: () => passed,
    async tidy(): Promise<void> {
      if (isBusy) return;
      isBusy = true;
      await merge();
      isBusy = false;
    },
    async run(): Promise<void> {
      if (build === null) return;
      while (isBusy) await new Promise((done) => setTimeout(done, 50));
      isBusy = true;
      const started = performance.now();
      try {
        await merge();
        if (!(await holdsData(folder))) {
          say(words.noData);
          return;
        }
        passed = await build(signal);
      } catch (error) {
        // The folder may be gone for a while, as a mounted one can be: that is no reason to end.
        passed = false;
        say(withoutSecrets(error));
      } finally {
        isBusy = false;
      }
      if (signal.aborted) return;
      const seconds = (performance.now() - started) / 1000;
      const now = new Date();
      metrics.built(passed, seconds, now.getTime() / 1000);
      health.lastBuild = { passed, seconds: Number(seconds.toFixed(3)), at: now.toISOString() };
      if (passed) published();
      else say(words.notBuilt);
    },
  };
}

/** Whether a build would find a file to read. */
async function holdsData(folder: string): Promise<boolean> {
  const entries = await readdir(folder, { recursive: true });
  return entries.some(isReadable);
}

/** Tells of rejected events, at most once a minute, how many there were since. */
function rejectedTeller(folder: string, say: (line: string) => void): (landed: Landed) => void {
  let count = 0;
  let next = 0;
  return ({ rejected, reasons }) => {
    count += rejected;
    if (count === 0 || Date.now() < next) return;
    // A reason may quote the event's value; behind the key it is nobody's business in a log.
    const [reason = ""] = reasons.map((each) => each.replaceAll(/"(?:[^"\\]|\\.)*"/g, "…"));
    say(words.rejected(count, folder, reason));
    count = 0;
    next = Date.now() + 60_000;
  };
}

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener("abort", () => done(), { once: true });
  });
}
