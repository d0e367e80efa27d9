import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { type Consumer, type EachBatchPayload, Kafka, logLevel, type SASLOptions } from "kafkajs";
import type { Ingest } from "../../config/ingest.ts";
import { streamName } from "../../read/segment-name.ts";
import { kafkaWords as words } from "../words.ts";
import { keepTrying, type Source, type SourceContext } from "./source.ts";

type Settings = NonNullable<Ingest["kafka"]>;

/** How a watcher proves to a Kafka cluster who it is. */
export interface KafkaLogin {
  mechanism: "plain" | "scram-sha-256" | "scram-sha-512";
  username: string;
  password: string;
}

/** What one partition holds: offsets from `low` up to, not including, `high`. */
interface Held {
  topic: string;
  partition: number;
  low: bigint;
  high: bigint;
}

/** How long the broker may hold a fetch back for more, in milliseconds. Events that trickle in are waited for here. */
const longestFetch = 100;
/** While the disk refuses, the broker wants to hear so often that the consumer lives. In milliseconds. */
const beat = 3000;

/**
 * Topics of a Kafka cluster. Where to go on is read from the names of the segments, not from the broker: the consumer
 * has a group of its own, new at each start, for a group with a fixed name waits for its dead member after a kill.
 */
export function kafkaSource(
  settings: Settings,
  login: KafkaLogin | undefined,
  context: SourceContext,
): Source {
  const name = "Kafka";
  return {
    name,
    run: (signal) => keepTrying(name, context, signal, (up) => read(settings, login, context, signal, up)),
  };
}

async function read(
  { seedBrokers, topics, startOffset, tls }: Settings,
  login: KafkaLogin | undefined,
  context: SourceContext,
  signal: AbortSignal,
  up: () => void,
): Promise<void> {
  const { landing, once, listener } = context;
  const kafka = new Kafka({
    clientId: "shopper-report",
    brokers: seedBrokers,
    ssl: tls.enabled,
    ...(login === undefined ? {} : { sasl: saslOf(login) }),
    logLevel: logLevel.NOTHING,
    connectionTimeout: 5000,
    // Trying again is for keepTrying, which says so.
    retry: { retries: 2, initialRetryTime: 200, maxRetryTime: 1000 },
  });
  const held = await heldBy(kafka, topics);
  const open = new Map<string, bigint>();
  for (const { topic, partition, low, high } of held) {
    const stream = streamName(topic, partition);
    const next = (landing.position(stream) ?? -1n) + 1n;
    if (next > high) throw new Error(words.startsAnew(topic, partition));
    if (landing.position(stream) !== null && next < low)
      listener.say(words.lost(topic, partition, low - next));
    listener.lag(stream, Number(high - (next > low ? next : low)));
    if (high > low && next < high) open.set(stream, high);
  }
  if (once && open.size === 0) return up();

  const consumer = kafka.consumer({
    groupId: `shopper-report-${randomUUID()}`,
    allowAutoTopicCreation: false,
    maxWaitTimeInMs: longestFetch,
    retry: { retries: 2, initialRetryTime: 200, restartOnFailure: async () => false },
  });
  const cut = Promise.withResolvers<never>();
  cut.promise.catch(() => {});
  consumer.on(consumer.events.CRASH, ({ payload }) => cut.reject(payload.error));
  const caughtUp = Promise.withResolvers<void>();
  try {
    await consumer.connect();
    await consumer.subscribe({ topics, fromBeginning: startOffset === "earliest" });
    const reading = new Set<Promise<void>>();
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 8,
      eachBatch: async (payload) => {
        if (signal.aborted) return;
        const landed = landBatch(payload, context, signal);
        reading.add(landed);
        await landed.finally(() => reading.delete(landed));
        const stream = streamName(payload.batch.topic, payload.batch.partition);
        const end = open.get(stream);
        if (end !== undefined && (landing.position(stream) ?? -1n) + 1n >= end) open.delete(stream);
        if (once && open.size === 0) caughtUp.resolve();
      },
    });
    goOn(consumer, held, context);
    up();
    await Promise.race([cut.promise, caughtUp.promise, aborted(signal)]);
    await Promise.allSettled(reading);
  } finally {
    await Promise.race([
      consumer.disconnect().catch(() => {}),
      new Promise((done) => setTimeout(done, 2000)),
    ]);
  }
}

/** Lands the messages of one partition, in batches, and says how far it came. */
async function landBatch(
  { batch, resolveOffset, heartbeat, isStale, isRunning }: EachBatchPayload,
  { landing, batching, once, listener }: SourceContext,
  signal: AbortSignal,
): Promise<void> {
  const stream = streamName(batch.topic, batch.partition);
  const beating = setInterval(() => void heartbeat().catch(() => {}), beat);
  try {
    for (let at = 0; at < batch.messages.length; at += batching.count) {
      if (!isRunning() || isStale()) return;
      const messages = batch.messages.slice(at, at + batching.count);
      await landing.land(
        stream,
        messages.map(({ value, offset }) => ({
          text: value === null ? "" : value.toString("utf8"),
          offset: BigInt(offset),
        })),
      );
      const last = messages.at(-1);
      // Without it the same batch is read for ever.
      if (last !== undefined) resolveOffset(last.offset);
      listener.lag(stream, Math.max(0, Number(BigInt(batch.highWatermark) - BigInt(last?.offset ?? 0) - 1n)));
    }
    // All is read: events that trickle in would make a file each.
    const isSmall = batch.messages.length < batching.count && batch.offsetLag() === "0";
    if (isSmall && !once) await pause(Math.min(batching.period, beat), undefined, { signal }).catch(() => {});
  } finally {
    clearInterval(beating);
  }
}

/** Lets each partition go on behind the last event that is on the disk. */
function goOn(consumer: Consumer, held: readonly Held[], { landing }: SourceContext): void {
  for (const { topic, partition, low } of held) {
    const position = landing.position(streamName(topic, partition));
    if (position === null) continue;
    const next = position + 1n;
    consumer.seek({ topic, partition, offset: String(next < low ? low : next) });
  }
}

async function heldBy(kafka: Kafka, topics: readonly string[]): Promise<Held[]> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const held: Held[] = [];
    for (const topic of topics) {
      for (const { partition, low, high } of await admin.fetchTopicOffsets(topic))
        held.push({ topic, partition, low: BigInt(low), high: BigInt(high) });
    }
    return held;
  } finally {
    await admin.disconnect();
  }
}

function saslOf({ mechanism, username, password }: KafkaLogin): SASLOptions {
  return { mechanism, username, password };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener("abort", () => done(), { once: true });
  });
}
