import { z } from "zod";
import { type FieldName, fieldNames } from "../fields/fields.ts";

const text = (what: string) => z.string(`must be ${what}`).trim().min(1, `must be ${what}`);

const duration = "must be a duration, such as 500ms, 1s or 5m";
const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** A duration with its unit, as milliseconds. */
const milliseconds = z
  .string(duration)
  .regex(/^\d+(?:\.\d+)?(?:ms|s|m|h)$/, duration)
  .transform((written) => {
    const [, number = "", unit = ""] = /^([\d.]+)(\w+)$/.exec(written) ?? [];
    return Math.round(Number(number) * (units[unit] ?? 1));
  });

const address = "must be a host with a port, such as 127.0.0.1:8081";

/** `host:port`; an IPv6 host stands in brackets. */
const listen = z
  .string(address)
  .regex(/^(?:\[[\da-f:.]+\]|[\w.-]+):\d{1,5}$/i, address)
  .refine((written) => Number(written.split(":").at(-1)) <= 65_535, address)
  .transform((written) => {
    const at = written.lastIndexOf(":");
    return { host: written.slice(0, at).replace(/^\[|\]$/g, ""), port: Number(written.slice(at + 1)) };
  });

const noSecrets = "must hold no user and no password; put the whole address into REPORT_AMQP_URL";
const amqpAddress = "must be an address such as amqps://broker.example:5671/shop";
const amqpUrl = z
  .string(amqpAddress)
  .refine((url) => /^amqps?:\/\/./.test(url) && URL.canParse(url), amqpAddress)
  .refine(
    (url) => !URL.canParse(url) || `${new URL(url).username}${new URL(url).password}` === "",
    noSecrets,
  );

/** Part of a file's name: no slash, no blank. */
const plainName = /^[\w.-]+$/;
const topic = "must be a topic's name, of letters, digits, dots, hyphens and underscores";
const count = (most: number) => {
  const words = `must be a whole number from 1 to ${most.toLocaleString("en-US")}`;
  return z.int(words).min(1, words).max(most, words);
};

const amqp = z.strictObject(
  {
    /** Brokers, tried in turn; `REPORT_AMQP_URL` in the environment comes in their place, with user and password. */
    urls: z.array(amqpUrl, "must be a list of addresses").default([]),
    queue: text("a queue's name"),
    /** `stream` can be read again from any offset; the other two give each message until it is acknowledged. */
    queueType: z.enum(["quorum", "classic", "stream"]).default("quorum"),
    /** Messages that may be under way and not yet on the disk. */
    prefetchCount: count(65_535).default(4000),
    queueDeclare: z
      .strictObject(
        {
          /** Whether the queue is made, durable, where it is not there. */
          enabled: z.boolean("must be true or false").default(false),
        },
        "must hold the key enabled",
      )
      .prefault({}),
  },
  "must hold the key queue",
);

const kafka = z.strictObject(
  {
    /** Brokers by which the cluster is found. */
    seedBrokers: z
      .array(z.string().regex(/^[^\s:]+:\d{1,5}$/, "must be a host with a port"), "must be a list of brokers")
      .min(1, "must name at least one broker"),
    topics: z
      .array(z.string(topic).regex(plainName, topic), "must be a list of topics")
      .min(1, "must name at least one topic"),
    /** Where a partition begins of which nothing was landed yet. */
    startOffset: z.enum(["earliest", "latest"]).default("earliest"),
    tls: z
      .strictObject(
        {
          /** Whether the brokers are spoken to by TLS; their certificates are verified. */
          enabled: z.boolean("must be true or false").default(false),
        },
        "must hold the key enabled",
      )
      .prefault({}),
  },
  "must hold the keys seedBrokers and topics",
);

const path = "must be a path such as /events";
const http = z.strictObject(
  {
    /** Beyond loopback a token is needed: `REPORT_HTTP_TOKEN` in the environment. */
    listen: listen.prefault("127.0.0.1:8081"),
    path: z
      .string(path)
      .regex(/^\/[\w./~-]*$/, path)
      .default("/events"),
  },
  "must hold the keys listen and path",
);

/** Where orders stream in from, for `watch`. */
export const ingestSchema = z.strictObject(
  {
    /** A queue of RabbitMQ, or of another broker that speaks AMQP 0-9-1. */
    amqp: amqp.optional(),
    kafka: kafka.optional(),
    /** A webhook that takes JSON and NDJSON. */
    http: http.optional(),
    /** Field to the event's key, where it is named otherwise; dots go down into objects. */
    fields: z
      .partialRecord(
        z.enum(fieldNames as [FieldName, ...FieldName[]]),
        text("a key"),
        'must hold fields with keys, such as "customer: customer.id"',
      )
      .default({}),
    batching: z
      .strictObject(
        {
          /** Events of a batch, the most. A batch becomes a file. */
          count: count(100_000).default(2000),
          /** How long a batch waits for more. */
          period: milliseconds.prefault("1s"),
        },
        "must hold the keys count and period",
      )
      .prefault({}),
    rebuild: z
      .strictObject(
        {
          /** How long it must be quiet before the report is built. */
          debounce: milliseconds.prefault("30s"),
          /** How long news waits at the most. */
          maxWait: milliseconds.prefault("5m"),
        },
        "must hold the keys debounce and maxWait",
      )
      .prefault({}),
    /** The folder, in the data folder, for events that cannot be used. */
    rejected: z
      .string("must be a folder's name")
      .regex(/^(?!\.{1,2}\/?$)[\w.-]+\/?$/, "must be a folder's name, without a path")
      .transform((name) => name.replace(/\/$/, ""))
      .prefault("rejected/"),
    /** Where /healthz and /metrics are answered. */
    metrics: z.strictObject({ listen: listen.optional() }, "must hold the key listen").prefault({}),
  },
  "must hold keys such as http, amqp or kafka",
);

/** What holds where report.yaml has no `ingest`. */
export const defaultIngest = ingestSchema.parse({});

/** Where events come from, and what becomes of them; durations in milliseconds. */
export type Ingest = z.output<typeof ingestSchema>;

/** The keys at each path under `ingest`, for messages. */
export function ingestKeys(path: readonly PropertyKey[]): string {
  switch (path.join(".")) {
    case "amqp":
      return Object.keys(amqp.shape).join(", ");
    case "kafka":
      return Object.keys(kafka.shape).join(", ");
    case "http":
      return Object.keys(http.shape).join(", ");
    case "batching":
      return "count, period";
    case "rebuild":
      return "debounce, maxWait";
    case "metrics":
      return "listen";
    case "amqp.queueDeclare":
    case "kafka.tls":
      return "enabled";
    case "fields":
      return fieldNames.join(", ");
    default:
      return "amqp, kafka, http, fields, batching, rebuild, rejected, metrics";
  }
}
