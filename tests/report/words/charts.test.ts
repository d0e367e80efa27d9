import { describe, expect, test } from "vitest";
import { createFormatter } from "../../../src/report/format.ts";
import {
  genderCaption,
  monthLabel,
  monthsCaption,
  ordersCaption,
  ratingsCaption,
  seasonCategoryCaption,
  shownSubject,
  shownWords,
  spendWords,
  subscribersCaption,
  usedCaption,
  withoutValueWords,
} from "../../../src/report/words/charts.ts";
import { loyaltyTitle } from "../../../src/report/words/sections.ts";

const format = createFormatter("en-US", "USD");
const group = (name: string, share: number, averagePurchase: number) => ({
  name,
  customers: 10,
  customersShare: share,
  purchases: 10,
  purchasesShare: share,
  revenue: 10,
  revenueShare: share,
  averagePurchase,
});

test("shownWords should say what became of those not shown", () => {
  const of = (named: number, folded: number, together: boolean) =>
    shownWords({ named, limit: 12, all: named + folded, folded, together }, format);
  expect(of(3, 0, false)).toBe("");
  expect(of(50, 0, false)).toBe("The first 12 of 50.");
  expect(of(1, 1, false)).toBe("1 of 2 is named; the other is not shown.");
  expect(of(2, 3, false)).toBe("2 of 5 are named; the other 3 are not shown.");
  expect(of(2, 1, true)).toBe("2 of 3 are named; the other is not.");
  expect(of(2, 3, true)).toBe("2 of 5 are named; the other 3 stand together.");
});

test("shownSubject should name those shown only where they are not all", () => {
  expect(shownSubject({ named: 3, limit: 12, folded: 0 })).toBe("");
  expect(shownSubject({ named: 50, limit: 12, folded: 4 })).toBe("They are");
  expect(shownSubject({ named: 3, limit: 12, folded: 2 })).toBe("Those named are");
});

test("withoutValueWords should use one or many, or say nothing", () => {
  expect(withoutValueWords(0, "customers", format)).toBe("");
  expect(withoutValueWords(1, "customers", format)).toBe("Not known for 1 customer.");
  expect(withoutValueWords(2, "purchases", format)).toBe("Not known for 2 purchases.");
});

test("genderCaption and usedCaption should give shares before averages", () => {
  expect(genderCaption([group("Male", 0.68, 59.54), group("Female", 0.32, 60.25)], format)).toBe(
    "68% men and 32% women. Average purchase: men $59.54 and women $60.25.",
  );
  expect(usedCaption([group("Yes", 0.43, 59.28), group("No", 0.57, 60.13)], format)).toBe(
    "43% of purchases had one. Average purchase: $59.28 with it, $60.13 without.",
  );
  expect(usedCaption([group("Other", 0.5, 1), group("No", 0.5, 2)], format)).not.toContain("had one");
});

test("subscribersCaption should name those of whom nobody subscribes", () => {
  const of = (male: number, female: number) =>
    subscribersCaption(
      [
        { name: "Male", subscribers: male, share: male / 10 },
        { name: "Female", subscribers: female, share: female / 10 },
      ],
      format,
    );
  expect(of(4, 0)).toBe("No female customer subscribes.");
  expect(of(0, 0)).toBe("No male or female customer subscribes.");
  expect(of(4, 3)).toBe("40% of male and 30% of female customers subscribe.");
});

test("ordersCaption should give the single orders, or else what most did", () => {
  expect(ordersCaption([{ orders: "1", customers: 1493, share: 0.344 }], format)).toBe(
    "1,493 customers (34%) placed a single order.",
  );
  expect(
    ordersCaption(
      [
        { orders: "3", customers: 20, share: 0.2 },
        { orders: "1–2", customers: 80, share: 0.8 },
      ],
      format,
    ),
  ).toBe("Most customers (80%) placed 1–2 orders. Columns such as 1–2 cover a range.");
  expect(ordersCaption([], format)).toBe("");
});

test("ratingsCaption should make no range of one rating", () => {
  expect(ratingsCaption({ count: 9, mean: 3.75, low: 2.5, high: 5 }, format)).toBe(
    "9 ratings, 3.75 on average, nearly all from 2.5 to 5.0.",
  );
  expect(ratingsCaption({ count: 9, mean: 4.9, low: 5, high: 5 }, format)).toBe(
    "9 ratings, 4.90 on average, nearly all 5.0.",
  );
  expect(ratingsCaption({ count: 1, mean: 5, low: null, high: 5 }, format)).toBe(
    "1 rating, 5.00 on average.",
  );
});

test("spendWords should name the currency where it is known", () => {
  expect(spendWords("order", "USD").labels).toBe(
    "Amount in USD, from the first up to below the second number",
  );
  expect(spendWords("purchase", null)).toMatchObject({ title: "Size of purchases", values: "Purchases" });
  expect(spendWords("purchase", null).labels).toMatch(/^Amount, from/);
});

describe("monthsCaption", () => {
  const month = (name: string, revenue: number, partial = false) => ({ month: name, revenue, partial });
  const of = (months: ReturnType<typeof month>[], monthsWithheld: string[] = []) =>
    monthsCaption({ months, monthsWithheld, minimumGroup: 5 }, format);

  test("should give the best whole month, those in part and those left out", () => {
    expect(of([month("2024-01", 10), month("2024-02", 20)])).toBe("Best month: February 2024, with $20.");
    expect(of([month("2024-01", 10), month("2024-02", 20, true)], ["2023-12"])).toBe(
      "Best month: January 2024, with $10. Only partly in the data: February 2024. Left out for fewer than 5 buyers, or so that these cannot be worked out: December 2023.",
    );
    expect(of([month("2024-01", 10, true)])).toMatch(/^No month is complete in the data\./);
  });

  test("should mark a month in part on the axis", () => {
    expect(monthLabel("2024-02", true, format)).toBe("Feb 2024 (part)");
    expect(monthLabel("2024-02", false, format)).toBe("Feb 2024");
  });
});

describe("seasonCategoryCaption", () => {
  const of = (counts: (number | null)[][]) =>
    seasonCategoryCaption(
      { rows: ["Clothing", "Outerwear"], columns: ["Summer", "Winter"], counts },
      { format, minimum: 5 },
    );

  test("should give the fullest and the emptiest cell", () => {
    expect(
      of([
        [1170, 1630],
        [38, 511],
      ]),
    ).toBe(
      "Most purchases are of Clothing in Winter (1,630), fewest of Outerwear in Summer (38). The stronger the shade, the more purchases.",
    );
  });

  test("should not speak of the fewest where some are withheld, nor of the most where all are equal", () => {
    expect(
      of([
        [1170, 1630],
        [null, 511],
      ]),
    ).toMatch(/^Most purchases are of Clothing in Winter \(1,630\)\. The/);
    expect(
      of([
        [7, 7],
        [7, 7],
      ]),
    ).toBe("The stronger the shade, the more purchases.");
    expect(
      of([
        [null, null],
        [null, null],
      ]),
    ).toBe(
      "The stronger the shade, the more purchases. Hidden are cells of fewer than 5 customers, and those that would tell of them.",
    );
  });
});

test("loyaltyTitle should promise only what stands below it", () => {
  expect(loyaltyTitle({ orders: true, previous: false, ratings: true })).toBe(
    "How often they come back, and what they think",
  );
  expect(loyaltyTitle({ orders: true, previous: true, ratings: false })).toBe("How often they come back");
  expect(loyaltyTitle({ orders: false, previous: true, ratings: true })).toBe(
    "How often they had bought, and what they think",
  );
  expect(loyaltyTitle({ orders: false, previous: false, ratings: true })).toBe("What they think");
});
