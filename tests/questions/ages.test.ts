import { describe, expect, test } from "vitest";
import { ages } from "../../src/questions/ages.ts";
import type { CountedGroup } from "../../src/questions/groups.ts";
import { ask, configOf, snapshot } from "./open-rows.ts";

const bounds = configOf().ageGroups;
const nobody: CountedGroup = { id: 0, name: "", customers: 0, guests: 0, purchases: 0, revenue: 0 };

describe("ages", () => {
  test("should close groups on the left, with everybody below the first bound under it", async () => {
    const people = [0, 17, 18, 24, 25, 64, 65, 99, 120].map((age) => [10, age]);
    const found = await ask(snapshot(["Amount", "Age"], people), ({ store }) => ages(store, bounds, nobody));
    expect(found?.groups.map(({ name, customers }) => [name, customers])).toEqual([
      ["under 18", 2],
      ["18–24", 2],
      ["25–34", 1],
      ["55–64", 1],
      ["65+", 3],
    ]);
    expect([...(found?.values.values ?? [])].sort((a, b) => a - b)).toEqual([
      0, 17, 18, 24, 25, 64, 65, 99, 120,
    ]);
  });

  test("should add up purchases and revenue of the customers, and count those without an age apart", async () => {
    const table = {
      header: ["Customer ID", "Order ID", "Amount", "Age"],
      rows: [
        ["a", 1, 0.1, 30],
        ["a", 2, 0.2, 30],
        ["b", 3, 5, 34],
        ["c", 4, 7, ""],
        ["c", 5, 7, ""],
      ],
    };
    const found = await ask(table, ({ store }) => ages(store, bounds, nobody));
    expect(found?.groups).toMatchObject([{ name: "25–34", customers: 2, purchases: 3, revenue: 5.3 }]);
    expect([...(found?.values.values ?? [])].sort()).toEqual([30, 34]);
    expect(found?.missing).toMatchObject({ name: "", customers: 1, purchases: 2, revenue: 14 });
  });

  test("should take a customer's age from the latest purchase that gives one", async () => {
    const table = {
      header: ["Customer ID", "Date", "Amount", "Age"],
      rows: [
        ["a", "2024-06-01", 1, 31],
        ["a", "2023-06-01", 1, 30],
        ["a", "2024-07-01", 1, ""],
      ],
    };
    const found = await ask(table, ({ store }) => ages(store, bounds, nobody));
    expect([...(found?.values.values ?? [])]).toEqual([31]);
  });

  test("should name a group of one year by that year", async () => {
    const found = await ask(
      snapshot(
        ["Amount", "Age"],
        [
          [1, 20],
          [1, 21],
        ],
      ),
      ({ store }) => ages(store, [20, 21], nobody),
    );
    expect(found?.groups.map(({ name }) => name)).toEqual(["20", "21+"]);
  });

  test("should be null without ages", async () => {
    expect(
      await ask(snapshot(["Amount"], [[1], [2]]), ({ store }) => ages(store, bounds, nobody)),
    ).toBeNull();
    expect(
      await ask(snapshot(["Amount", "Age"], [[1, ""]]), ({ store }) => ages(store, bounds, nobody)),
    ).toBeNull();
  });
});
