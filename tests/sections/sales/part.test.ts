import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Sales } from "../../../src/sections/sales/sales.ts";
import { sum } from "../../../src/statistics/describe/sum.ts";
import { seededRandom } from "../../../src/statistics/random/random.ts";
import { sourceOfTable } from "../../charts/source.ts";
import type { Cell } from "../../questions/open-rows.ts";

const header = [
  "Customer ID",
  "Order ID",
  "Date",
  "Item Purchased",
  "Category",
  "Quantity",
  "Amount",
  "Discount Amount",
];

interface Order {
  customer: string;
  /** ISO, with a time. */
  at: string;
  category?: string;
  quantity?: number;
  amount: number;
  discount?: number;
}

/** The part of a report of such orders, one line each. */
async function salesOf(orders: readonly Order[]): Promise<Sales> {
  const rows = orders.map(
    ({ customer, at, category = "Books", quantity = 1, amount, discount = 0 }, index): Cell[] => [
      customer,
      `o${index}`,
      at,
      `${category} item`,
      category,
      quantity,
      amount,
      discount,
    ],
  );
  const { sales } = (await sourceOfTable({ header, rows })).report;
  if (sales === null) throw new Error("there are no sales");
  return sales;
}

const two = (number: number) => String(number).padStart(2, "0");

/** Orders through two years: twenty customers a month, each at one of four hours; in the second year ten of them. */
function twoYears(): Order[] {
  return [2023, 2024]
    .flatMap((year) =>
      Array.from({ length: 12 }, (_, month) =>
        Array.from({ length: year === 2023 ? 20 : 10 }, (_, customer): Order[] =>
          [1, 28].map((day) => ({
            customer: `c${customer}`,
            at: `${year}-${two(month + 1)}-${two(day)} ${two(9 + (customer % 4))}:30`,
            category: customer % 2 === 0 ? "Books" : "Games",
            amount: year === 2023 ? 10 : 12,
            quantity: 2,
          })),
        ).flat(),
      ).flat(),
    )
    .concat([
      { customer: "c0", at: "2024-12-31 10:00", amount: 12, quantity: 2 },
      { customer: "c0", at: "2023-01-01 10:00", amount: 10, quantity: 2 },
    ]);
}

describe("the sales of a shop", () => {
  test("should be told by month, quarter and year, and compared with the year before", async () => {
    const { years, quarters, months, change } = await salesOf(twoYears());
    expect(years.map(({ name, orders, revenue, whole }) => [name, orders, revenue, whole])).toEqual([
      ["2023", 481, 4810, true],
      ["2024", 241, 2892, true],
    ]);
    expect(quarters.map(({ name }) => name).slice(0, 2)).toEqual(["2023-Q1", "2023-Q2"]);
    expect(months).toHaveLength(24);
    expect(change).toMatchObject({
      kind: "year",
      measure: "sales",
      sales: { before: 4810, after: 2892 },
      orders: { before: 481, after: 241 },
      customers: { before: 20, after: 10 },
    });
    expect(change?.parts.map(({ part }) => part)).toEqual(["customers", "frequency", "items", "price"]);
    expect(sum(change?.parts.map(({ amount }) => amount) ?? [])).toBeCloseTo(2892 - 4810, 9);
    expect(change?.movers).toEqual([
      expect.objectContaining({ field: "category", name: "Games", before: 2400, after: 1440 }),
    ]);
  });

  test("should say which hours bring orders, the ends of the day joined where they are of few", async () => {
    const late = { customer: "c1", at: "2024-05-07 21:10", amount: 3 };
    const { times } = await salesOf([...everyDay(), late]);
    expect(times?.hours).toEqual([
      { from: 9, to: 10 },
      { from: 10, to: 11 },
      { from: 11, to: 22 },
    ]);
    expect(sum(times?.byHour?.flat() ?? [])).toBe(everyDay().length + 1);
  });

  test("should say nothing of discounts of a few customers", async () => {
    const orders = twoYears();
    const few = orders.map((order, index) => (index < 3 ? { ...order, discount: 2 } : order));
    const told = await salesOf(few);
    expect(told.discounted).toBeNull();
    expect(told.change?.parts.map(({ part }) => part)).not.toContain("discounts");
    const many = orders.map((order) => (order.amount === 12 ? { ...order, discount: 2 } : order));
    const all = await salesOf(many);
    expect(all.discounted).toMatchObject({ orders: 241, averageOrder: 12, averageOther: 10 });
    expect(all.change?.parts.find(({ part }) => part === "discounts")).toMatchObject({ before: 1 });
  });

  test("should count a few guests with the others, and many apart", async () => {
    const guests = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        customer: "",
        at: `${index % 2 === 0 ? 2023 : 2024}-03-15 10:00`,
        amount: 50,
      }));
    const few = await salesOf([...twoYears(), ...guests(2)]);
    expect(few.change?.customers).toEqual({ before: 20, after: 10 });
    expect(few.change?.parts.map(({ part }) => part)).not.toContain("guests");
    expect(sum(few.change?.parts.map(({ amount }) => amount) ?? [])).toBeCloseTo(2942 - 4860, 9);
    const many = await salesOf([...twoYears(), ...guests(30)]);
    expect(many.change?.parts.at(-1)).toEqual({ part: "guests", amount: 0, before: 750, after: 750 });
  });

  test("should compare no customers where a few of them bought in one of the years alone", async () => {
    const orders = [...twoYears(), { customer: "newcomer", at: "2024-06-01 10:00", amount: 12 }];
    const { change } = await salesOf(orders);
    expect(change?.customers).toBeNull();
    expect(change?.parts.map(({ part }) => part)).toEqual(["orders", "items", "price"]);
  });

  test("should say why nothing is compared", async () => {
    const short = await salesOf(twoYears().filter(({ at }) => at < "2023-05"));
    expect([short.change, short.notCompared]).toEqual([null, "short"]);
    const few = await salesOf([
      ...twoYears().filter(({ at }) => at < "2024"),
      ...["2024-01-05", "2024-02-05", "2024-03-31"].map((day) => ({
        customer: "c1",
        at: `${day} 10:00`,
        amount: 12,
      })),
    ]);
    expect([few.change, few.notCompared]).toEqual([null, "few"]);
    const { sales } = (
      await sourceOfTable({
        header: ["Customer ID", "Order ID", "Date", "Item Purchased"],
        rows: twoYears().map(({ customer, at }, index) => [customer, `o${index}`, at, "Cup"]),
      })
    ).report;
    expect([sales?.change, sales?.notCompared]).toEqual([null, "money"]);
  });

  test("should call a category that is new the one that moved most", async () => {
    const orders = twoYears().map((order) =>
      order.at.startsWith("2024") && order.category === "Games" ? { ...order, category: "Garden" } : order,
    );
    const { change } = await salesOf(orders);
    expect(change?.movers.find(({ field }) => field === "category")).toMatchObject({
      name: "Games",
      before: 2400,
      after: 0,
    });
  });

  test("should not depend on the order of the rows", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const orders = twoYears().map((order, index) => ({ ...order, amount: order.amount + index / 7 }));
        const random = seededRandom(seed);
        const turned = orders
          .map((order) => ({ order, at: random() }))
          .sort((one, other) => one.at - other.at)
          .map(({ order }) => order);
        const [one, other] = [await salesOf(orders), await salesOf(turned)];
        expect(other).toEqual(one);
      }),
      { numRuns: 3 },
    );
  });
});

/** Eighteen customers at nine, ten and eleven on each of sixty days. */
function everyDay(): Order[] {
  return Array.from({ length: 60 }, (_, day) =>
    new Date(Date.UTC(2024, 3, 1 + day)).toISOString().slice(0, 10),
  ).flatMap((day) =>
    Array.from({ length: 18 }, (_, customer) => ({
      customer: `c${customer}`,
      at: `${day} ${two(9 + (customer % 3))}:15`,
      amount: 5,
    })),
  );
}
