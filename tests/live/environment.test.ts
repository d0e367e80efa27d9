import { describe, expect, test } from "vitest";
import { ingestSchema } from "../../src/config/ingest.ts";
import { readSecrets } from "../../src/live/environment.ts";
import { refusal } from "../support/refusal.ts";

const kafka = { seedBrokers: ["host:9092"], topics: ["sales"] };
const read = (ingest: object, environment: Record<string, string>) =>
  readSecrets(ingestSchema.parse(ingest), environment);

describe("secrets", () => {
  test("should come by the environment: the address of RabbitMQ in the place of those in the file", () => {
    const ingest = { amqp: { queue: "sales", urls: ["amqp://broker"] } };
    expect(read(ingest, {}).amqpUrls).toEqual(["amqp://broker"]);
    expect(read(ingest, { REPORT_AMQP_URL: "amqps://u:p@other" }).amqpUrls).toEqual(["amqps://u:p@other"]);
  });

  test("should be a login for Kafka, by SCRAM unless another mechanism is named", () => {
    const login = { REPORT_KAFKA_SASL_USERNAME: "u", REPORT_KAFKA_SASL_PASSWORD: "p" };
    expect(read({ kafka }, {}).kafkaLogin).toBeUndefined();
    expect(read({ kafka }, login).kafkaLogin).toEqual({
      mechanism: "scram-sha-512",
      username: "u",
      password: "p",
    });
    const plain = { ...login, REPORT_KAFKA_SASL_MECHANISM: "PLAIN" };
    expect(read({ kafka: { ...kafka, tls: { enabled: true } } }, plain).kafkaLogin).toMatchObject({
      mechanism: "plain",
    });
  });

  test("should be needed for a webhook that others can reach, and a blank one is none", () => {
    expect(read({ http: { listen: "0.0.0.0:1" } }, { REPORT_HTTP_TOKEN: "t" }).httpToken).toBe("t");
    expect(read({ http: { listen: "[::1]:1" } }, { REPORT_HTTP_TOKEN: " " }).httpToken).toBeUndefined();
  });

  test.each([
    [{ http: { listen: "0.0.0.0:1" } }, { REPORT_HTTP_TOKEN: " " }, "REPORT_HTTP_TOKEN"],
    [{ amqp: { queue: "q" } }, { REPORT_AMQP_URL: "http://u:geheim@host" }, "REPORT_AMQP_URL is no address"],
    [{ kafka }, { REPORT_KAFKA_SASL_USERNAME: "u" }, "only one is set"],
    [
      { kafka },
      {
        REPORT_KAFKA_SASL_MECHANISM: "plain",
        REPORT_KAFKA_SASL_USERNAME: "u",
        REPORT_KAFKA_SASL_PASSWORD: "geheim",
      },
      "unencrypted",
    ],
    [
      { kafka },
      {
        REPORT_KAFKA_SASL_MECHANISM: "oauth",
        REPORT_KAFKA_SASL_USERNAME: "u",
        REPORT_KAFKA_SASL_PASSWORD: "geheim",
      },
      '"oauth"',
    ],
  ])(
    "should be refused where they are no good, and not be repeated: %j %j",
    async (ingest, given, message) => {
      const told = await refusal(() => read(ingest, given));
      expect(told).toContain(message);
      expect(told).not.toContain("geheim");
    },
  );
});
