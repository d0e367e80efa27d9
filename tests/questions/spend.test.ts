import { describe, expect, test } from "vitest";
import { previousPurchases, ratings, spend } from "../../src/questions/spend.ts";
import { ask, snapshot, times } from "./open-rows.ts";

describe("spend", () => {
  test("should describe single purchases of a snapshot", async () => {
    const found = await ask(snapshot(["Amount"], [[10], [20], [30]]), ({ store }) => spend(store));
    expect(found?.of).toBe("purchase");
    expect([...(found?.amounts.values ?? [])]).toEqual([10, 20, 30]);
  });

  test("should describe orders where there are orders, guests' with them", async () => {
    const header = ["Customer ID", "Order ID", "Amount"];
    const rows = [
      ["a", 1, 10],
      ["a", 1, 20],
      ["", 2, 50],
    ];
    const found = await ask({ header, rows }, ({ store }) => spend(store));
    expect(found?.of).toBe("order");
    expect([...(found?.amounts.values ?? [])]).toEqual([30, 50]);
    // A guest has no number.
    expect(found?.amounts.persons[1]).toBeNaN();
    expect(found?.bins.at(-1)).toEqual({ from: 45, to: 50, count: 1 });
  });
});

describe("ratings", () => {
  test("should count whole ratings by points", async () => {
    const given = [...times(2, [1, 1]), ...times(3, [1, 4]), ...times(4, [1, 5]), [1, ""]];
    const found = await ask(snapshot(["Amount", "Rating"], given), ({ store }) => ratings(store));
    expect(found?.bins).toEqual([
      { from: 0, to: 1, count: 2 },
      { from: 1, to: 2, count: 0 },
      { from: 2, to: 3, count: 0 },
      { from: 3, to: 4, count: 3 },
      { from: 4, to: 5, count: 4 },
    ]);
    expect(found?.given.values).toHaveLength(9);
  });

  test("should count ratings with decimals by half points, closed on the right, from the first on", async () => {
    const given = [...times(2, [1, 3.5]), ...times(2, [1, 3.6]), ...times(2, [1, 5])];
    const found = await ask(snapshot(["Amount", "Rating"], given), ({ store }) => ratings(store));
    expect(found?.bins).toEqual([
      { from: 3, to: 3.5, count: 2 },
      { from: 3.5, to: 4, count: 2 },
      { from: 4, to: 4.5, count: 0 },
      { from: 4.5, to: 5, count: 2 },
    ]);
  });

  test("should be null without ratings", async () => {
    expect(await ask(snapshot(["Amount"], [[1]]), ({ store }) => ratings(store))).toBeNull();
    expect(await ask(snapshot(["Amount", "Rating"], [[1, ""]]), ({ store }) => ratings(store))).toBeNull();
  });
});

describe("previousPurchases", () => {
  test("should describe customers with a record, and none without", async () => {
    const found = await ask(
      snapshot(
        ["Amount", "Previous Purchases"],
        [
          [1, 0],
          [1, 10],
          [1, ""],
        ],
      ),
      ({ store }) => previousPurchases(store),
    );
    expect([...found.values]).toEqual([0, 10]);
    const none = await ask(snapshot(["Amount"], [[1]]), ({ store }) => previousPurchases(store));
    expect(none.values).toHaveLength(0);
  });
});
