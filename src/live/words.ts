/** Why an event was rejected. Each stands behind the event's key, or alone. */
export const eventWords = {
  noJson: "not JSON",
  noObject: "not a JSON object; send one object for each order line",
  tooLarge: "larger than 1 MiB",
  noValue: "neither a text nor a number",
  longNumber: "a number of more than 15 digits, which JSON rounds; send it as a text",
  noMoney: "neither a price nor an amount; name its key in report.yaml under ingest.fields",
  noQuantity: "the quantity is 0",
  eitherDate: "could be day/month or month/day; send it as 2026-01-31, or set dateFormat in report.yaml",
  missing: (label: string) => `has no ${label}`,
  clash: (label: string, [one, other]: readonly [string, string], field: string) =>
    `"${one}" and "${other}" both mean ${label}; choose one in report.yaml under ingest.fields.${field}`,
};

const diskReasons: Readonly<Record<string, string>> = {
  ENOSPC: "no space is left",
  EDQUOT: "the disk quota is used up",
  EACCES: "there is no permission",
  EPERM: "there is no permission",
  EROFS: "the file system is read-only",
  ENOENT: "the folder is gone",
};

/** Why the disk takes no file. */
export const landingWords = {
  diskReason: (code: string) => diskReasons[code] ?? code,
};

/** Which folder is taken. */
export const lockWords = {
  taken: (process: number, host: string) =>
    `another watcher (process ${process} on ${host}) lands events there`,
  takenAdvice: (path: string) =>
    `Stop it first: two would land every event twice. If none is running, remove ${path}`,
};

/** Sources that go and come back, on a line of their own. */
export const sourceWords = {
  gone: (name: string, reason: string) =>
    `${name} cannot be reached (${reason}). Nothing is lost; it is tried again until it is back.`,
  back: (name: string) => `${name} is back.`,
};

/** Why RabbitMQ cannot be read. */
export const amqpWords = {
  closed: "the connection was closed",
  noQueue: (queue: string) => `the queue ${queue} was removed`,
  noStream: (queue: string) =>
    `the queue ${queue} has no offsets: it is no stream, so take queueType: stream out of report.yaml`,
  startsAnew: (queue: string) =>
    `the stream ${queue} begins anew, below what was landed: move its segments to another folder, or read another queue`,
};

/** Why Kafka cannot be read, and what it has let go. */
export const kafkaWords = {
  startsAnew: (topic: string, partition: number) =>
    `partition ${partition} of the topic ${topic} ends before what was landed: it was made anew, so move its segments to another folder, or read another topic`,
  lost: (topic: string, partition: number, events: bigint) =>
    `Kafka has let go ${events} events of the topic ${topic}, partition ${partition}, that were not read in time.`,
};

/** What the webhook answers. */
export const httpWords = {
  path: (path: string) => `there is nothing here; events go to ${path}`,
  method: "send events by POST",
  token: "the token is missing or wrong; send it as Authorization: Bearer",
  type: "send application/json or application/x-ndjson, not compressed",
  large: "the body is larger than 10 MiB; send fewer events at a time",
  busy: "nothing can be written at the moment; send it again later",
};

/** What the watcher says while it works. */
export const watchWords = {
  begins: (folder: string, sources: readonly string[]) =>
    sources.length === 0
      ? `Watching ${folder}`
      : `Watching ${folder}, with events from ${sources.join(", ")}`,
  at: (what: string, url: string) => `${what} at ${url}`,
  report: "The report is served",
  webhook: "Events are taken",
  status: "Health and metrics",
  noStatus: (address: string) =>
    `Nothing answers for health and metrics: ${address} is taken. Name another address in report.yaml under ingest.metrics.listen.`,
  unused: (keys: readonly string[]) =>
    `Events have keys that no field takes: ${keys.join(", ")}. Name those that are wanted in report.yaml under ingest.fields.`,
  diskRefuses: (reason: string) =>
    `The data folder takes no file (${reason}). Reading is paused until it does; nothing is lost.`,
  diskIsBack: "The data folder takes files again. Reading goes on.",
  rejected: (events: number, folder: string, reason: string) =>
    `${events} ${events === 1 ? "event" : "events"} cannot be used and went to ${folder} (${reason}).`,
  noData: "There is no data yet. The report is built after the first events.",
  waits: "Another build is at work. This one waits for it.",
  built: (seconds: string, out: string) => `Built in ${seconds} s: ${out}`,
  notBuilt: "The build failed. The earlier report stays, and events go on coming in.",
  notMerged: (reason: string) => `Small segments could not be merged (${reason}); it is tried again later.`,
  ends: "Ending: what was read is written and acknowledged.",
  ended: "Ended.",
};

/** What stops a watcher before it begins. */
export const refusalWords = {
  noFolder: "events can only land in a folder, and this is a file",
  noFolderAdvice: "Name the folder that holds it.",
  outWithin: (out: string) => `the report would be written to ${out}, within the data`,
  outWithinAdvice: "Name another folder with --out: a report among the data would be news for itself.",
  files: "report.yaml names the files to read, and segments of events are not among them",
  filesAdvice: "Take the key files out, and move files that are not to be read to another folder.",
  noAmqpUrl: "nothing says where RabbitMQ is",
  noAmqpUrlAdvice:
    "Put its address under ingest.amqp.urls, or, with user and password, into REPORT_AMQP_URL.",
  badAmqpUrl: "REPORT_AMQP_URL is no address",
  badAmqpUrlAdvice: "Write amqps://user:password@host:5671/vhost.",
  noToken: (host: string) => `the webhook listens at ${host}, which others can reach, and has no token`,
  noTokenAdvice: "Put a secret into REPORT_HTTP_TOKEN, or listen at 127.0.0.1.",
  halfLogin: "of REPORT_KAFKA_SASL_USERNAME and REPORT_KAFKA_SASL_PASSWORD only one is set",
  halfLoginAdvice: "Set both, or neither.",
  mechanism: (written: string) => `REPORT_KAFKA_SASL_MECHANISM is ${JSON.stringify(written)}`,
  mechanismAdvice: "Write scram-sha-512, scram-sha-256 or plain.",
  openLogin: "the password for Kafka would be sent unencrypted",
  openLoginAdvice: "Set ingest.kafka.tls.enabled: true, or use a scram mechanism.",
  taken: (address: string, reason: string) => `${address} cannot be listened at: ${reason}`,
  takenAdvice: (key: string) => `Name another address in report.yaml under ${key}.`,
  portAdvice: "Name another with --port.",
  unreachable: (name: string, reason: string) => `${name} cannot be read: ${reason}`,
  unreachableAdvice: "Without --once it would be tried again until it is there.",
};

/** On an open page, once another report stands. */
export const offerWords = {
  news: "There is new data.",
  reload: "Reload",
  waiting: "The report is being built. This page will offer it when it is there.",
};
