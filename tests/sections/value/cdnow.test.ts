import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { forecast } from "../../../src/sections/value/forecast.ts";
import { chosenFit, fitModel } from "../../../src/sections/value/model.ts";
import { laterPurchases, watchedCustomers } from "../../../src/sections/value/question.ts";
import { dayNumber } from "../../../src/statistics/calendar/days.ts";
import { sum } from "../../../src/statistics/describe/sum.ts";
import { ordersOf } from "./simulated-orders.ts";

const path = fileURLToPath(new URL("../../../../shared/data/CDNOW_sample.txt", import.meta.url));

test("CDNOW: fits, forecast and hold-out are those of the papers and of lifetimes 0.11.3", ({ skip }) => {
  if (!existsSync(path)) skip(`there is no ${path}`);
  const orders = ordersOf(
    readFileSync(path, "utf8")
      .trim()
      .split("\n")
      .map((line) => {
        const [, id = "", date = "", , dollars = ""] = line.trim().split(/\s+/);
        const day = dayNumber(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`);
        return { customer: Number(id), day, revenue: Number(dollars) };
      }),
    dayNumber("1998-06-30"),
  );
  const until = dayNumber("1997-09-30");
  const customers = watchedCustomers(orders, until);
  expect(customers).toHaveLength(2357);
  const fits = fitModel(customers);
  if (typeof fits === "string") throw new Error(fits);
  const timing = chosenFit(fits);
  expect(fits.orders.map(({ name }) => name)).toEqual(["BG/NBD"]);
  expect(timing.model.r).toBeCloseTo(0.2425945, 5);
  expect(timing.model.alpha).toBeCloseTo(4.4136018, 4);
  expect(timing.logLikelihood).toBeCloseTo(-9582.429206673934, 6);
  expect(fits.spend.model.p).toBeCloseTo(6.24957, 4);
  expect(fits.spend.logLikelihood).toBeCloseTo(-4055.917694801875, 6);
  const expected = forecast({ orders: timing.model, spend: fits.spend.model }, customers, 39);
  expect(sum(expected.orders)).toBeCloseTo(1653.4087, 2);
  expect(sum(expected.alive) / customers.length).toBeCloseTo(0.8134398, 5);
  const later = laterPurchases(orders, until);
  expect(sum(later.purchases)).toBe(1882);
  expect(later.bought).toHaveLength(1882);
});
