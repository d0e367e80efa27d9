import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { Landed } from "./landing.ts";

/** What a watcher measures, in a registry of its own: Prometheus reads it at /metrics. */
export class LiveMetrics {
  readonly registry = new Registry();
  readonly #events = new Counter({
    name: "shopper_report_events_total",
    help: "Events that came in, by stream and by what became of them.",
    labelNames: ["stream", "outcome"] as const,
    registers: [this.registry],
  });
  readonly #lag = new Gauge({
    name: "shopper_report_lag_events",
    help: "Events that the broker holds and that are not on the disk yet.",
    labelNames: ["stream"] as const,
    registers: [this.registry],
  });
  readonly #connected = new Gauge({
    name: "shopper_report_source_up",
    help: "Whether a source can be reached.",
    labelNames: ["source"] as const,
    registers: [this.registry],
  });
  readonly #diskUp = new Gauge({
    name: "shopper_report_disk_up",
    help: "Whether the data folder takes files.",
    registers: [this.registry],
  });
  readonly #builds = new Counter({
    name: "shopper_report_builds_total",
    help: "Builds, by how they ended.",
    labelNames: ["outcome"] as const,
    registers: [this.registry],
  });
  readonly #lastBuild = new Gauge({
    name: "shopper_report_last_build_timestamp_seconds",
    help: "When the report that stands was built, in seconds since 1970.",
    registers: [this.registry],
  });
  readonly #buildSeconds = new Gauge({
    name: "shopper_report_last_build_seconds",
    help: "How long the last build took.",
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    this.#diskUp.set(1);
  }

  landed(stream: string, { accepted, rejected, repeated }: Landed): void {
    this.#events.inc({ stream, outcome: "accepted" }, accepted);
    this.#events.inc({ stream, outcome: "rejected" }, rejected);
    this.#events.inc({ stream, outcome: "repeated" }, repeated);
  }

  lag(stream: string, events: number): void {
    this.#lag.set({ stream }, events);
  }

  sourceUp(source: string, isUp: boolean): void {
    this.#connected.set({ source }, isUp ? 1 : 0);
  }

  diskUp(isUp: boolean): void {
    this.#diskUp.set(isUp ? 1 : 0);
  }

  /** @param seconds how long it took; `at` in seconds since 1970 */
  built(passed: boolean, seconds: number, at: number): void {
    this.#builds.inc({ outcome: passed ? "passed" : "failed" });
    this.#buildSeconds.set(seconds);
    if (passed) this.#lastBuild.set(at);
  }
}
