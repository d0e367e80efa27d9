import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Gate } from "../../../src/disclosure/gate.ts";
import { ordersPerCustomer, subscribersByGender } from "../../../src/sections/customers/loyalty.ts";
import { ask, type Cell, snapshot, type Table, times } from "../../questions/open-rows.ts";

/** Customers who each placed so many orders, in groups of (orders, customers). */
function orders(...groups: readonly (readonly [number, number])[]): Table {
  const rows: Cell[][] = [];
  let customer = 0;
  for (const [count, customers] of groups) {
    for (let index = 0; index < customers; index += 1) {
      customer += 1;
      for (let order = 0; order < count; order += 1) rows.push([`c${customer}`, rows.length + 1, 10]);
    }
  }
  return { header: ["Customer ID", "Order ID", "Amount"], rows };
}

describe("ordersPerCustomer", () => {
  test("should count customers by the number of their orders", async () => {
    const found = await ask(orders([1, 6], [2, 5], [3, 5]), ({ store }) =>
      ordersPerCustomer(store, new Gate(5)),
    );
    expect(found).toEqual([
      { orders: "1", customers: 6 },
      { orders: "2", customers: 5 },
      { orders: "3", customers: 5 },
    ]);
  });

  test("should put many orders into ranges", async () => {
    const found = await ask(orders([1, 2], [7, 2], [12, 3]), ({ store }) =>
      ordersPerCustomer(store, new Gate(2)),
    );
    expect(found).toEqual([
      { orders: "1–4", customers: 2 },
      { orders: "5–9", customers: 2 },
      { orders: "10+", customers: 3 },
    ]);
  });

  test("should join a range of too few customers with the one below", async () => {
    const found = await ask(orders([1, 9], [2, 8], [3, 2]), ({ store }) =>
      ordersPerCustomer(store, new Gate(5)),
    );
    expect(found).toEqual([
      { orders: "1", customers: 9 },
      { orders: "2+", customers: 10 },
    ]);
  });

  test("should join a first range of too few customers with the one above", async () => {
    const found = await ask(orders([1, 1], [2, 8]), ({ store }) => ordersPerCustomer(store, new Gate(5)));
    expect(found).toEqual([{ orders: "1+", customers: 9 }]);
  });

  test("should be null where there are too few customers at all, or no orders", async () => {
    expect(await ask(orders([1, 4]), ({ store }) => ordersPerCustomer(store, new Gate(5)))).toBeNull();
    expect(
      await ask(snapshot(["Amount"], times(9, [1])), ({ store }) => ordersPerCustomer(store, new Gate(5))),
    ).toBeNull();
  });

  test("should leave guests out", async () => {
    const table = orders([1, 5]);
    const guests = times(9, ["", "guest", 10]).map((row, index) => [row[0] ?? "", `guest ${index}`, 10]);
    const found = await ask({ ...table, rows: [...table.rows, ...guests] }, ({ store }) =>
      ordersPerCustomer(store, new Gate(5)),
    );
    expect(found).toEqual([{ orders: "1", customers: 5 }]);
  });

  test("should place every customer once, in ranges of enough", async () => {
    const groups = fc.array(fc.tuple(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 5 })), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(groups, async (some) => {
        const found = await ask(orders(...some), ({ store }) => ordersPerCustomer(store, new Gate(3)));
        const all = some.reduce((total, [, customers]) => total + customers, 0);
        expect(found === null).toBe(all < 3);
        if (found === null) return;
        expect(found.filter(({ customers }) => customers < 3)).toEqual([]);
        expect(found.reduce((total, { customers }) => total + customers, 0)).toBe(all);
      }),
      { numRuns: 30 },
    );
  });
});

describe("subscribersByGender", () => {
  const people = (...groups: readonly (readonly [string, string, number])[]) =>
    snapshot(
      ["Amount", "Gender", "Subscription Status"],
      groups.flatMap(([gender, subscription, count]) => times(count, [10, gender, subscription])),
    );

  test("should count subscribers among those whose gender and subscription are known", async () => {
    const table = people(
      ["Male", "Yes", 6],
      ["Male", "No", 7],
      ["Female", "Yes", 5],
      ["Female", "No", 20],
      ["Female", "", 6],
      ["", "Yes", 5],
    );
    expect(await ask(table, ({ store }) => subscribersByGender(store, new Gate(5)))).toEqual([
      { name: "Female", subscribers: 5, customers: 25 },
      { name: "Male", subscribers: 6, customers: 13 },
    ]);
  });

  test("should keep a gender in which nobody, or everybody, subscribes", async () => {
    const table = people(["Male", "Yes", 6], ["Female", "No", 8]);
    expect(await ask(table, ({ store }) => subscribersByGender(store, new Gate(5)))).toEqual([
      { name: "Female", subscribers: 0, customers: 8 },
      { name: "Male", subscribers: 6, customers: 6 },
    ]);
  });

  test.each([
    ["subscribers", people(["Male", "Yes", 4], ["Male", "No", 9], ["Female", "Yes", 9])],
    ["others", people(["Male", "Yes", 9], ["Male", "No", 1], ["Female", "Yes", 9])],
    ["of a gender", people(["Male", "Yes", 9], ["Diverse", "No", 4])],
    ["without a subscription", people(["Male", "Yes", 9], ["Female", "No", 9], ["Female", "", 3])],
    ["without a gender", people(["Male", "Yes", 9], ["Female", "No", 9], ["", "Yes", 4])],
  ])("should be null where too few %s could be told", async (_, table) => {
    expect(await ask(table, ({ store }) => subscribersByGender(store, new Gate(5)))).toBeNull();
  });

  test("should be null without gender or subscription", async () => {
    const gender = snapshot(["Amount", "Gender"], times(9, [1, "Male"]));
    expect(await ask(gender, ({ store }) => subscribersByGender(store, new Gate(5)))).toBeNull();
  });
});
