import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";
import { customerOrders } from "../../../src/questions/customer-orders.ts";
import { newAndReturning } from "../../../src/sections/coming-back/new-and-returning.ts";
import { orderSales } from "../../../src/sections/sales/question/order-sales.ts";
import { orderTimes } from "../../../src/sections/sales/question/order-times.ts";
import { salesBy } from "../../../src/sections/sales/question/sales-periods.ts";
import { sum } from "../../../src/statistics/describe/sum.ts";
import { realDataset } from "../../support/real-data.ts";

const path = fileURLToPath(new URL("../../../../shared/golden/online-retail-time.json", import.meta.url));

/** Sales over time of online_retail.csv, every return kept, all goods: worked out with Python's csv and decimal. */
const golden = z.object({
  gross: z.number(),
  returns: z.number(),
  months: z.record(
    z.string(),
    z.object({
      orders: z.number(),
      revenue: z.number(),
      new_customers: z.number(),
      returning_customers: z.number(),
      revenue_new: z.number(),
      revenue_returning: z.number(),
      revenue_guests: z.number(),
      returns: z.number(),
    }),
  ),
  weekday_hour: z.array(z.array(z.number())),
});

/** The golden file has three decimals. */
const toThree = (value: number) => Number(value.toFixed(3));

test("online_retail: months, new and returning, weekdays and hours are those of another program", async ({
  skip,
}) => {
  if (!existsSync(path)) skip("there is no ../shared/golden/online-retail-time.json");
  const expected = golden.parse(JSON.parse(readFileSync(path, "utf8")));
  const { store } = await realDataset("online_retail.csv.gz", { skip }, { reversals: "keep" });
  const [sales, orders] = [await orderSales(store), await customerOrders(store)];
  if (sales === null || orders === null) throw new Error("there is no dated order");

  const mix = newAndReturning(orders, 1);
  const months = salesBy(sales, "month");
  expect(mix.map(({ name }) => name)).toEqual(months.map(({ name }) => name));
  const found = months.map(({ name, orders, revenue, returns }, index) => [
    name,
    {
      orders,
      revenue: toThree(revenue),
      new_customers: mix[index]?.newCustomers,
      returning_customers: mix[index]?.returningCustomers,
      revenue_new: toThree(mix[index]?.newRevenue ?? Number.NaN),
      revenue_returning: toThree(mix[index]?.returningRevenue ?? Number.NaN),
      revenue_guests: toThree(mix[index]?.guestRevenue ?? Number.NaN),
      returns: toThree(returns),
    },
  ]);
  expect(Object.fromEntries(found)).toEqual(expected.months);
  expect(toThree(sum(months.map(({ revenue }) => revenue)))).toBe(expected.gross);
  expect(toThree(sum(months.map(({ returns }) => returns)))).toBe(expected.returns);

  const { hours, days, untimed } = orderTimes(sales);
  expect(hours).toEqual(expected.weekday_hour);
  expect(untimed).toBe(0);
  expect(days).toEqual(expected.weekday_hour.map((day) => sum(day)));

  for (const unit of ["week", "quarter", "year"] as const) {
    const periods = salesBy(sales, unit);
    expect(toThree(sum(periods.map(({ revenue }) => revenue)))).toBe(expected.gross);
    expect(sum(periods.map(({ orders }) => orders))).toBe(sales.order.length);
  }
});
