import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Rebuilder } from "../../src/live/rebuild.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A rebuilder whose builds take so many milliseconds; the list holds when each began, from the start. */
function started(takes = 0) {
  const begin = Date.now();
  const builds: number[] = [];
  const rebuilder = new Rebuilder({ debounce: 100, maxWait: 1000 }, async () => {
    builds.push(Date.now() - begin);
    if (takes > 0) await new Promise((done) => setTimeout(done, takes));
  });
  return { rebuilder, builds };
}

describe("a rebuild", () => {
  test("should come once it has been quiet", async () => {
    const { rebuilder, builds } = started();
    rebuilder.news();
    await vi.advanceTimersByTimeAsync(60);
    rebuilder.news();
    await vi.advanceTimersByTimeAsync(99);
    expect(builds).toEqual([]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(builds).toEqual([160]);
  });

  test("should come at the latest when the oldest news has waited long enough", async () => {
    const { rebuilder, builds } = started();
    const steady = setInterval(() => rebuilder.news(), 50);
    await vi.advanceTimersByTimeAsync(2200);
    clearInterval(steady);
    expect(builds).toEqual([1050, 2100]);
  });

  test("should come again for news that came while it ran, and never two at a time", async () => {
    const { rebuilder, builds } = started(400);
    rebuilder.news();
    await vi.advanceTimersByTimeAsync(200);
    rebuilder.news();
    await vi.advanceTimersByTimeAsync(2000);
    expect(builds).toEqual([100, 600]);
  });

  test("should not come without news, nor after the end; the end waits for the one that runs", async () => {
    const { rebuilder, builds } = started(400);
    await vi.advanceTimersByTimeAsync(5000);
    expect(builds).toEqual([]);
    const running = rebuilder.now();
    let isStopped = false;
    const stopped = rebuilder.stop().then(() => {
      isStopped = true;
    });
    await vi.advanceTimersByTimeAsync(399);
    expect(isStopped).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await Promise.all([running, stopped]);
    rebuilder.news();
    await vi.advanceTimersByTimeAsync(5000);
    expect(builds).toEqual([5000]);
  });
});
