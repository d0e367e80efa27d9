import { describe, expect, test } from "vitest";
import { Gate } from "../../src/disclosure/gate.ts";
import { spend } from "../../src/questions/spend.ts";
import type { Store } from "../../src/store/store.ts";
import { ask, snapshot, times } from "../questions/open-rows.ts";

/** The bins of what was spent, as a report may show them. */
async function shownBins(store: Store) {
  const found = await spend(store);
  return found === null ? [] : new Gate(5).bins(found.bins, found.amounts);
}

describe("the gate's bins", () => {
  test("should have no bin of fewer than may be published", async () => {
    const amounts = [...times(6, [5]), ...times(2, [15]), ...times(7, [95])];
    const found = await ask(snapshot(["Amount"], amounts), ({ store }) => shownBins(store));
    expect(found.map(({ count }) => count).filter((count) => count > 0)).toEqual([8, 7]);
  });

  test("should have no bin of many orders of few customers", async () => {
    const header = ["Customer ID", "Order ID", "Amount"];
    const rows = [
      ...Array.from({ length: 9 }, (_, index) => [`customer ${index}`, `small ${index}`, 15]),
      ...Array.from({ length: 9 }, (_, index) => [`customer ${index % 2}`, `large ${index}`, 95]),
    ];
    const found = await ask({ header, rows }, ({ store }) => shownBins(store));
    expect(found.map(({ count }) => count).filter((count) => count > 0)).toEqual([18]);
  });
});
