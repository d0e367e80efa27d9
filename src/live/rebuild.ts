/** When a report is built anew. */
export interface RebuildTimes {
  /** Milliseconds that it must be quiet. */
  debounce: number;
  /** Milliseconds that news waits at the most. */
  maxWait: number;
}

/**
 * Builds after news: once it has been quiet for a while, or at the latest when the oldest news has waited long enough.
 * News that comes during a build leads to another one. One build at a time.
 */
export class Rebuilder {
  readonly #times: RebuildTimes;
  readonly #build: () => Promise<void>;
  #timer: NodeJS.Timeout | undefined;
  /** When the oldest news came that no build has taken in; null where there is none. */
  #since: number | null = null;
  #running: Promise<void> | null = null;
  #isStopped = false;

  /** @param build must not throw: how it ended is for itself to tell */
  constructor(times: RebuildTimes, build: () => Promise<void>) {
    this.#times = times;
    this.#build = build;
  }

  /** Something changed. */
  news(): void {
    if (this.#isStopped) return;
    this.#since ??= Date.now();
    this.#plan();
  }

  /** Builds at once, or after the build that runs. */
  async now(): Promise<void> {
    this.#since ??= Date.now();
    if (this.#running !== null) await this.#running;
    await this.#start();
  }

  /** Plans no more builds, and waits for the one that runs. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #plan(): void {
    if (this.#since === null || this.#running !== null || this.#isStopped) return;
    const waited = Date.now() - this.#since;
    clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(this.#times.debounce, this.#times.maxWait - waited));
    if (wait === 0) void this.#start();
    else this.#timer = setTimeout(() => void this.#start(), wait);
  }

  #start(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#isStopped || this.#since === null) return Promise.resolve();
    this.#since = null;
    this.#running ??= this.#build().finally(() => {
      this.#running = null;
      this.#plan();
    });
    return this.#running;
  }
}
