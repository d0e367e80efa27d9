import { type Channel, type ConsumeMessage, connect } from "amqplib";
import type { Ingest } from "../../config/ingest.ts";
import { streamName } from "../../read/segment-name.ts";
import { Batcher } from "../batcher.ts";
import type { Arrival } from "../landing.ts";
import { amqpWords as words } from "../words.ts";
import { keepTrying, type Source, type SourceContext } from "./source.ts";

type Amqp = NonNullable<Ingest["amqp"]>;
type Taken = Arrival & { message: ConsumeMessage };

/** How often the queue is asked how much it holds, and when all is known to be read, in milliseconds. */
const asked = 5000;
const askedAtTheEnd = 200;
/** Without a message for so long, a queue of the kind that keeps what was read has been read to its end. */
const quiet = 1500;

/**
 * A queue of RabbitMQ. A batch is acknowledged as one, once it is on the disk; what was not is given again, to this
 * watcher or the next.
 *
 * @param urls brokers, tried in turn
 */
export function amqpSource(settings: Amqp, urls: readonly string[], context: SourceContext): Source {
  const name = "RabbitMQ";
  let attempts = 0;
  return {
    name,
    run: (signal) =>
      keepTrying(name, context, signal, (up) => {
        const url = urls[attempts % urls.length] ?? "";
        attempts += 1;
        return read(settings, url, context, signal, up);
      }),
  };
}

async function read(
  settings: Amqp,
  url: string,
  { landing, batching, once, listener }: SourceContext,
  signal: AbortSignal,
  up: () => void,
): Promise<void> {
  const { queue, queueType, prefetchCount, queueDeclare } = settings;
  const stream = streamName(queue, "amqp");
  const isStream = queueType === "stream";
  const connection = await connect(withHeartbeat(url), { timeout: 10_000 });
  const cut = Promise.withResolvers<never>();
  cut.promise.catch(() => {});
  connection.on("error", cut.reject);
  connection.on("close", () => cut.reject(new Error(words.closed)));
  try {
    const channel = await Promise.race([connection.createChannel(), cut.promise]);
    channel.on("error", cut.reject);
    channel.on("close", () => cut.reject(new Error(words.closed)));
    if (queueDeclare.enabled)
      await channel.assertQueue(queue, { durable: true, arguments: { "x-queue-type": queueType } });
    else await channel.checkQueue(queue);
    await channel.prefetch(prefetchCount);

    let heard = Date.now();
    const batcher = new Batcher<Taken>(
      // A batch that is larger than what may be under way would never be full.
      { ...batching, count: Math.min(batching.count, prefetchCount) },
      async (batch) => {
        await landing.land(stream, batch);
        const last = batch.at(-1);
        if (last !== undefined) channel.ack(last.message, true);
      },
      cut.reject,
    );
    const position = landing.position(stream);
    const start = position === null ? null : position + 1n;
    const { consumerTag } = await channel.consume(
      queue,
      (message) => {
        heard = Date.now();
        // The queue was removed.
        if (message === null) return cut.reject(new Error(words.noQueue(queue)));
        const offset = isStream ? offsetOf(message) : null;
        if (isStream && offset === null) return cut.reject(new Error(words.noStream(queue)));
        if (offset !== null && start !== null && offset < start && offset !== position)
          return cut.reject(new Error(words.startsAnew(queue)));
        batcher.add({ text: message.content.toString("utf8"), offset, message });
      },
      isStream ? { arguments: { "x-stream-offset": streamOffset(start) } } : {},
    );
    up();
    await Promise.race([
      cut.promise,
      untilEnd({
        channel,
        queue,
        stream,
        isStream,
        once,
        signal,
        heard: () => heard,
        lag: listener.lag,
        landing,
      }),
    ]);
    await Promise.race([cut.promise, channel.cancel(consumerTag)]);
    await batcher.drain();
    await Promise.race([cut.promise, channel.close()]);
  } finally {
    // A broker that is gone does not answer.
    await Promise.race([connection.close().catch(() => {}), new Promise((done) => setTimeout(done, 1000))]);
  }
}

interface Watching {
  channel: Channel;
  queue: string;
  stream: string;
  isStream: boolean;
  once: boolean;
  signal: AbortSignal;
  heard: () => number;
  lag: (stream: string, events: number) => void;
  landing: SourceContext["landing"];
}

/** Comes back at the signal, or with `once` when the queue holds nothing that was not read; tells the lag meanwhile. */
async function untilEnd(watching: Watching): Promise<void> {
  const { channel, queue, stream, isStream, once, signal, heard, lag, landing } = watching;
  for (;;) {
    const { messageCount } = await channel.checkQueue(queue);
    // A stream counts all that it holds; its first offset is 0 unless old ones were let go.
    const landed = isStream ? Number((landing.position(stream) ?? -1n) + 1n) : 0;
    lag(stream, Math.max(0, messageCount - landed));
    if (once && (isStream || messageCount === 0) && Date.now() - heard() > quiet) return;
    await sleep(once ? askedAtTheEnd : asked, signal);
    if (signal.aborted) return;
  }
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(end, milliseconds);
    function end() {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      done();
    }
    signal.addEventListener("abort", end);
    if (signal.aborted) end();
  });
}

/** The offset of a message of a stream; null where the queue is none. */
function offsetOf({ properties }: ConsumeMessage): bigint | null {
  const offset: unknown = properties.headers?.["x-stream-offset"];
  return typeof offset === "number" ? BigInt(offset) : null;
}

/** Where a stream is read from, with the type that RabbitMQ wants a number to have. */
function streamOffset(start: bigint | null): unknown {
  return start === null ? "first" : { "!": "int64", value: Number(start) };
}

/** Without a heartbeat, a broker whose machine is gone is waited for without end. */
function withHeartbeat(url: string): string {
  const parsed = new URL(url);
  if (!parsed.searchParams.has("heartbeat")) parsed.searchParams.set("heartbeat", "20");
  return parsed.href;
}
