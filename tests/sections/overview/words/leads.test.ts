import { beforeAll, describe, expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import type { Report } from "../../../../src/report/report.ts";
import {
  customersLead,
  kindsLead,
  locationsLead,
  loyaltyLead,
  spendLead,
} from "../../../../src/sections/overview/words/leads.ts";
import { noPersonasWords, personaSupport } from "../../../../src/sections/segments/words/segments.ts";
import { reportOf, snapshot, times } from "../../../questions/open-rows.ts";
import { somePersonas, someSegments } from "../../segments/some-personas.ts";

const format = createFormatter("en-US", "USD");

let aged: Report;
let plain: Report;
let spread: Report;
beforeAll(async () => {
  const ages = Array.from({ length: 40 }, (_, row) => [20 + row, 10]);
  aged = await reportOf(snapshot(["Age", "Amount"], ages));
  plain = await reportOf(snapshot(["Amount"], times(6, [10])));
  spread = await reportOf(snapshot(["Amount"], [...times(12, [10]), ...times(12, [30])]));
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

test("kindsLead should say what the personas stand on, why there are none, or nothing", () => {
  const of = (segments: Report["segments"]) => kindsLead({ ...plain, segments }, format);
  expect(of(null)).toBe("");
  const support = personaSupport(somePersonas(), format);
  expect(of(someSegments())).toBe(`${support.title}. ${support.words}`);
  const small = { why: "small", minimum: 5, customers: 4 } as const;
  expect(of(someSegments({ personas: small }))).toBe(noPersonasWords(small, "orders"));
});

test("spendLead should give the middle half, or only what it is of", () => {
  expect(spendLead(spread, format)).toBe("The middle half of purchases lies between $10.00 and $30.00.");
  const none = { ...plain, spend: { ...plain.spend, summary: null } };
  expect(spendLead(none, format)).toBe("What purchases come to.");
  const orders = { ...spread, spend: { ...spread.spend, of: "order" as const } };
  expect(spendLead(orders, format)).toMatch(/^The middle half of orders lies /);
});

test("spendLead should make no range of one amount", () => {
  expect(spendLead(plain, format)).toBe("At least half of purchases come to $10.00.");
});

test("spendLead should say which months are missing only where they leave a hole", () => {
  const of = (...monthsWithheld: string[]) =>
    spendLead(
      {
        ...plain,
        months: ["2024-01", "2024-04"].map((month) => ({ month, revenue: 10, orders: 9, partial: false })),
        monthsWithheld,
      },
      format,
    );
  expect(of("2024-02")).toMatch(
    /\$10\.00\. Revenue by month is not shown: 1 month would tell of fewer than 5 customers\.$/,
  );
  expect(of("2024-02", "2024-03")).toMatch(/ 2 months would tell /);
  expect(of("2024-05")).toMatch(/ come to \$10\.00\.$/);
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

test("locationsLead should say how many are not named, one or many", () => {
  const of = (folded: number) =>
    locationsLead(
      {
        ...plain,
        breakdowns: {
          location: {
            field: "location",
            header: "Location",
            groups: [],
            withoutValue: { customers: 0, purchases: 0 },
            folded,
            leftover: null,
          },
        },
      },
      format,
    );
  expect(of(0)).toBe("A customer counts in each location bought from.");
  expect(of(1)).toMatch(/from\. 1 location of fewer than 5 customers is not named\.$/);
  expect(of(2)).toMatch(/from\. 2 locations of fewer than 5 customers are not named\.$/);
  expect(locationsLead({ ...plain, breakdowns: {} }, format)).toBe("");
});
