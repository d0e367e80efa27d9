/** How batches are cut. */
export interface Batching {
  /** Items of a batch, the most. */
  count: number;
  /** Milliseconds that a batch waits for more. */
  period: number;
}

/** Collects items into batches that are worked off one after the other. */
export class Batcher<Item> {
  readonly #batching: Batching;
  readonly #work: (batch: Item[]) => Promise<void>;
  readonly #failed: (error: unknown) => void;
  #items: Item[] = [];
  #timer: NodeJS.Timeout | undefined;
  #last: Promise<void> = Promise.resolve();
  #hasFailed = false;

  /**
   * @param work works a batch off; those that come meanwhile wait
   * @param failed hears that it threw; later batches are not worked off then
   */
  constructor(batching: Batching, work: (batch: Item[]) => Promise<void>, failed: (error: unknown) => void) {
    this.#batching = batching;
    this.#work = work;
    this.#failed = failed;
  }

  add(item: Item): void {
    this.#items.push(item);
    if (this.#items.length >= this.#batching.count) this.#cut();
    else this.#timer ??= setTimeout(() => this.#cut(), this.#batching.period);
  }

  /** Works off what is there. */
  async drain(): Promise<void> {
    this.#cut();
    await this.#last;
  }

  #cut(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const batch = this.#items;
    this.#items = [];
    if (batch.length === 0) return;
    this.#last = this.#last.then(async () => {
      if (this.#hasFailed) return;
      try {
        await this.#work(batch);
      } catch (error) {
        this.#hasFailed = true;
        this.#failed(error);
      }
    });
  }
}
