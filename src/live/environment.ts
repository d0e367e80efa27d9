import type { Ingest } from "../config/ingest.ts";
import { InputError } from "../errors.ts";
import { isLoopback } from "./server.ts";
import type { KafkaLogin } from "./sources/kafka.ts";
import { refusalWords as words } from "./words.ts";

/** What a watcher is told by the environment alone: it never stands in a file. */
export interface Secrets {
  /** Addresses of RabbitMQ, with user and password where there are any. */
  amqpUrls: readonly string[];
  kafkaLogin: KafkaLogin | undefined;
  httpToken: string | undefined;
}

const mechanisms = ["plain", "scram-sha-256", "scram-sha-512"] as const;

/**
 * Reads REPORT_AMQP_URL, REPORT_KAFKA_SASL_MECHANISM, _USERNAME and _PASSWORD, and REPORT_HTTP_TOKEN.
 *
 * @throws an InputError where one is missing or no good; none of its messages repeats a secret
 */
export function readSecrets(ingest: Ingest, environment: NodeJS.ProcessEnv): Secrets {
  const given = (name: string) => environment[name]?.trim() || undefined;
  return {
    amqpUrls: ingest.amqp === undefined ? [] : amqpUrls(ingest.amqp.urls, given("REPORT_AMQP_URL")),
    kafkaLogin:
      ingest.kafka === undefined
        ? undefined
        : kafkaLogin(
            ingest.kafka.tls.enabled,
            given("REPORT_KAFKA_SASL_MECHANISM"),
            given("REPORT_KAFKA_SASL_USERNAME"),
            given("REPORT_KAFKA_SASL_PASSWORD"),
          ),
    httpToken:
      ingest.http === undefined ? undefined : token(ingest.http.listen.host, given("REPORT_HTTP_TOKEN")),
  };
}

function amqpUrls(inFile: readonly string[], secret: string | undefined): readonly string[] {
  if (secret !== undefined) {
    if (!/^amqps?:\/\/./.test(secret) || !URL.canParse(secret))
      throw new InputError(words.badAmqpUrl, words.badAmqpUrlAdvice);
    return [secret];
  }
  if (inFile.length === 0) throw new InputError(words.noAmqpUrl, words.noAmqpUrlAdvice);
  return inFile;
}

function kafkaLogin(
  tls: boolean,
  written: string | undefined,
  username: string | undefined,
  password: string | undefined,
): KafkaLogin | undefined {
  if (username === undefined && password === undefined) return undefined;
  if (username === undefined || password === undefined)
    throw new InputError(words.halfLogin, words.halfLoginAdvice);
  const mechanism = mechanisms.find((each) => each === (written ?? "scram-sha-512").toLowerCase());
  if (mechanism === undefined) throw new InputError(words.mechanism(written ?? ""), words.mechanismAdvice);
  if (mechanism === "plain" && !tls) throw new InputError(words.openLogin, words.openLoginAdvice);
  return { mechanism, username, password };
}

function token(host: string, given: string | undefined): string | undefined {
  if (given === undefined && !isLoopback(host))
    throw new InputError(words.noToken(host), words.noTokenAdvice);
  return given;
}
