import { spawn, spawnSync } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Kafka, logLevel } from "kafkajs";

const script = fileURLToPath(new URL("kafka-mock.py", import.meta.url));

/** What to install where there is no mock cluster; null where there is one. */
export const kafkaMissing = ((): string | null => {
  const { status } = spawnSync("python3", ["-c", 'import ctypes; ctypes.CDLL("librdkafka.so.1")']);
  return status === 0 ? null : "apt-get install librdkafka1 python3";
})();

/** A Kafka cluster on loopback, for a test. */
export interface TestKafka {
  address: string;
  stop(): Promise<void>;
}

/** Starts librdkafka's mock cluster with a topic of so many partitions. */
export async function startKafka(topic: string, partitions: number): Promise<TestKafka> {
  const child = spawn("python3", [script, topic, String(partitions)], { stdio: ["pipe", "pipe", "inherit"] });
  const closed = new Promise((done) => child.on("close", done));
  const address = await new Promise<string>((said, failed) => {
    child.stdout.once("data", (text) => said(String(text).trim()));
    child.once("error", failed);
    void closed.then(() => failed(new Error("the mock cluster ended")));
  });
  return {
    address,
    async stop() {
      child.stdin.end();
      await closed;
    },
  };
}

/** Sends messages in their order, spread over the partitions, so many at once and then a pause in milliseconds. */
export async function sendToKafka(
  address: string,
  messages: readonly string[],
  { partitions, atOnce, wait }: { partitions: number; atOnce: number; wait: number },
): Promise<void> {
  const kafka = new Kafka({ clientId: "shop", brokers: [address], logLevel: logLevel.NOTHING });
  const producer = kafka.producer();
  await producer.connect();
  for (let at = 0; at < messages.length; at += atOnce) {
    const some = messages.slice(at, at + atOnce);
    await producer.send({
      topic: "sales",
      messages: some.map((value, index) => ({ value, partition: (at + index) % partitions })),
    });
    await pause(wait);
  }
  await producer.disconnect();
}
