import { beforeAll, describe, expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import type { Report } from "../../../../src/report/report.ts";
import { customersLead, loyaltyLead } from "../../../../src/sections/customers/words/leads.ts";
import { reportOf, snapshot, times } from "../../../questions/open-rows.ts";

const format = createFormatter("en-US", "USD");

let aged: Report;
let plain: Report;
beforeAll(async () => {
  const ages = Array.from({ length: 40 }, (_, row) => [20 + row, 10]);
  aged = await reportOf(snapshot(["Age", "Amount"], ages));
  plain = await reportOf(snapshot(["Amount"], times(6, [10])));
});

describe("customersLead", () => {
  const of = (changes: Partial<NonNullable<Report["age"]>>) => {
    const { age } = aged;
    if (age === null) throw new Error("there are ages");
    const given = { ...age, low: 22, high: 57, lowerQuartile: 30, upperQuartile: 50, ...changes };
    return customersLead({ ...aged, age: given }, format);
  };

  test("should say how old nine in ten are, and half of them", () => {
    expect(of({})).toBe(
      "90% of customers are aged 22–57; half of those whose age is known are between 30 and 50.",
    );
  });

  test("should leave out an end that would tell of few", () => {
    const half = "Half of those whose age is known are between 30 and 50.";
    expect(of({ low: null })).toBe(half);
    expect(of({ high: null })).toBe(half);
  });

  test("should make no range of one age", () => {
    expect(of({ lowerQuartile: 30, upperQuartile: 30 })).toBe(
      "At least half of those whose age is known are 30.",
    );
  });

  test("should count customers where ages are not known, or no groups of them are shown", () => {
    expect(customersLead(plain, format)).toBe("6 customers with at least one purchase.");
    expect(customersLead({ ...aged, breakdowns: {} }, format)).toBe(
      "40 customers with at least one purchase.",
    );
    expect(customersLead({ ...plain, metrics: [] }, format)).toBe("0 customers with at least one purchase.");
  });
});

test("loyaltyLead should give repeat purchase, else what customers had bought, else what ratings are", () => {
  const repeating = { ...plain, metrics: [{ metric: "repeatShare" as const, value: 0.25 }] };
  expect(loyaltyLead(repeating, format)).toBe("25% of customers ordered more than once in the period.");
  const { summary } = plain.spend;
  if (summary === null) throw new Error("there are amounts");
  const previousPurchases = { ...summary, mean: 25.4, median: 24 };
  expect(loyaltyLead({ ...plain, previousPurchases }, format)).toBe(
    "By their own record customers had bought 25.4 times before, half of them at least 24 times.",
  );
  expect(loyaltyLead({ ...plain, previousPurchases: null }, format)).toBe("Ratings given with purchases.");
});
