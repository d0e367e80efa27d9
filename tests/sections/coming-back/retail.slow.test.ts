import { expect, test } from "vitest";
import { customerOrders } from "../../../src/questions/customer-orders.ts";
import { cohorts } from "../../../src/sections/coming-back/cohorts.ts";
import { newAndReturning } from "../../../src/sections/coming-back/new-and-returning.ts";
import { waitsForSecond } from "../../../src/sections/coming-back/second-orders.ts";
import { realDataset } from "../../support/real-data.ts";

/** Of online_retail.csv, every return kept: worked out with Python's csv alone. */
const golden = {
  customers: [885, 417, 380, 452, 300, 284, 242, 188, 169, 299, 358, 323, 41],
  oldest: {
    active: [885, 324, 286, 340, 321, 352, 321, 309, 313, 350, 331, 445, 235],
    revenue: [
      572713.89, 276237.69, 233845.37, 303119.39, 204407.66, 336627.5, 314162.61, 310783.92, 331749.22,
      472813.64, 456080.61, 513803.59, 185803.13,
    ],
  },
  january: {
    name: "2023-01",
    newCustomers: 417,
    returningCustomers: 324,
    newRevenue: 293207.35,
    returningRevenue: 276237.69,
    guestRevenue: 121919.52,
  },
  second: { customers: 2845, within30: 967, within90: 1929, sameDay: 222 },
};

test("online_retail: cohorts and second orders are those of another program", async ({ skip }) => {
  const { store } = await realDataset("online_retail.csv.gz", { skip }, { reversals: "keep" });
  const orders = await customerOrders(store);
  if (orders === null) throw new Error("there is no dated order");
  const months = cohorts(orders, 1);
  expect(months.map(({ customers }) => customers)).toEqual(golden.customers);
  expect(months[0]?.name).toBe("2022-12");
  expect(months[0]?.active).toEqual(golden.oldest.active);
  for (const [month, revenue] of golden.oldest.revenue.entries())
    expect(months[0]?.revenue[month]).toBeCloseTo(revenue, 2);

  const january = newAndReturning(orders, 1)[1];
  const { newRevenue, returningRevenue, guestRevenue, ...counts } = golden.january;
  expect(january).toMatchObject(counts);
  expect(january?.newRevenue).toBeCloseTo(newRevenue, 2);
  expect(january?.returningRevenue).toBeCloseTo(returningRevenue, 2);
  expect(january?.guestRevenue).toBeCloseTo(guestRevenue, 2);

  const gaps = waitsForSecond(orders).flatMap(({ time, happened }) => (happened ? [time] : []));
  const count = (fits: (days: number) => boolean) => gaps.filter(fits).length;
  expect({
    customers: gaps.length,
    within30: count((days) => days <= 30),
    within90: count((days) => days <= 90),
    sameDay: count((days) => days === 0),
  }).toEqual(golden.second);
  expect(gaps.sort((one, other) => one - other)[Math.floor(gaps.length / 2)]).toBe(50);
});
