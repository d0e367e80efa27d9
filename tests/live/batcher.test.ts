import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Batcher } from "../../src/live/batcher.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a batch", () => {
  test("should be cut when it is full, or when it has waited long enough", async () => {
    const batches: number[][] = [];
    const batcher = new Batcher<number>(
      { count: 3, period: 1000 },
      async (batch) => void batches.push(batch),
      () => {},
    );
    for (const item of [1, 2, 3, 4]) batcher.add(item);
    await vi.advanceTimersByTimeAsync(999);
    expect(batches).toEqual([[1, 2, 3]]);
    await vi.advanceTimersByTimeAsync(1);
    expect(batches).toEqual([[1, 2, 3], [4]]);
  });

  test("should wait for the one before it, and be worked off at the end", async () => {
    const log: string[] = [];
    const batcher = new Batcher<number>(
      { count: 1, period: 1000 },
      async ([item]) => {
        log.push(`begin ${item}`);
        await new Promise((done) => setTimeout(done, 10));
        log.push(`end ${item}`);
      },
      () => {},
    );
    batcher.add(1);
    batcher.add(2);
    const drained = batcher.drain();
    await vi.advanceTimersByTimeAsync(20);
    await drained;
    expect(log).toEqual(["begin 1", "end 1", "begin 2", "end 2"]);
  });

  test("should be the last where one failed, so that nothing behind it is acknowledged", async () => {
    const worked: number[] = [];
    const failures: unknown[] = [];
    const batcher = new Batcher<number>(
      { count: 1, period: 1000 },
      async ([item = 0]) => {
        if (item === 2) throw new Error("torn");
        worked.push(item);
      },
      (error) => failures.push(error),
    );
    for (const item of [1, 2, 3]) batcher.add(item);
    await batcher.drain();
    expect(worked).toEqual([1]);
    expect(failures).toEqual([new Error("torn")]);
  });
});
