import { expect, test } from "vitest";
import { PAIRS } from "./generator/catalogue.ts";
import { sentimentOf, sentimentOfText } from "./generator/reviews.ts";
import type { Row } from "./generator/row.ts";
import { STATES } from "./generator/states.ts";
import { COLOURS } from "./generator/tastes.ts";
import { countBy, groupBy, purchases, sample, shareOf } from "./sample-rows.ts";

const isDark = (row: Row): boolean => COLOURS.dark.includes(row.Color);
const isManInWinter = (row: Row): boolean => row.Gender === "Male" && row.Season === "Winter";
const isYoung = (row: Row): boolean => Number(row.Age) <= 24;
const buys =
  (product: string) =>
  (row: Row): boolean =>
    row["Item Purchased"] === product;
const inSeason = (season: string): readonly Row[] => purchases.filter((row) => row.Season === season);
const ofGender = (gender: string): readonly Row[] => purchases.filter((row) => row.Gender === gender);

test("should sell the planted pairs together, and no other pair", () => {
  const { orders, products, pairs } = countBaskets();
  const planted = new Set(PAIRS.map((pair) => [...pair].sort().join("+")));
  for (const [pair, count] of pairs) {
    const [one = "", other = ""] = pair.split("+");
    const expected = ((products.get(one) ?? 0) * (products.get(other) ?? 0)) / orders;
    if (planted.has(pair)) {
      expect(count).toBeGreaterThan(100);
      expect(count / expected).toBeGreaterThan(3);
    } else {
      expect((count - expected) / Math.sqrt(expected), pair).toBeLessThan(3);
    }
  }
});

test("should have men in winter, and nobody else, prefer dark colours", () => {
  expect(shareOf(purchases.filter(isManInWinter), isDark)).toBeGreaterThan(0.65);
  const others = purchases.filter((row) => !isManInWinter(row));
  for (const [, rows] of groupBy(others, (row) => row.Gender + row.Season)) {
    expect(shareOf(rows, isDark)).toBeLessThan(0.34);
  }
});

test("should have customers of 18–24 pay by Venmo", () => {
  const byVenmo = (row: Row): boolean => row["Payment Method"] === "Venmo";
  expect(shareOf(purchases.filter(isYoung), byVenmo)).toBeGreaterThan(0.45);
  expect(
    shareOf(
      purchases.filter((row) => !isYoung(row)),
      byVenmo,
    ),
  ).toBeLessThan(0.15);
});

test("should have women buy handbags and men backpacks, accessories alike", () => {
  expect(shareOf(ofGender("Female"), buys("Handbag"))).toBeGreaterThan(
    2 * shareOf(ofGender("Male"), buys("Handbag")),
  );
  expect(shareOf(ofGender("Male"), buys("Backpack"))).toBeGreaterThan(
    2 * shareOf(ofGender("Female"), buys("Backpack")),
  );
  const accessory = (row: Row): boolean => row.Category === "Accessories";
  const difference = shareOf(ofGender("Female"), accessory) - shareOf(ofGender("Male"), accessory);
  expect(Math.abs(difference)).toBeLessThan(0.02);
});

test("should sell outerwear in winter, sandals and shorts in summer", () => {
  const outerwear = (row: Row): boolean => row.Category === "Outerwear";
  expect(shareOf(inSeason("Winter"), outerwear)).toBeGreaterThan(1.4 * shareOf(inSeason("Fall"), outerwear));
  expect(shareOf(inSeason("Summer"), outerwear)).toBeLessThan(0.4 * shareOf(inSeason("Fall"), outerwear));
  for (const product of ["Sandals", "Shorts"]) {
    expect(shareOf(inSeason("Summer"), buys(product))).toBeGreaterThan(
      1.4 * shareOf(inSeason("Spring"), buys(product)),
    );
    expect(shareOf(inSeason("Winter"), buys(product))).toBeLessThan(
      0.6 * shareOf(inSeason("Spring"), buys(product)),
    );
  }
});

test("should earn most in December of either year", () => {
  const revenue = new Map<string, number>();
  for (const row of purchases) {
    const month = row["Order Date"].slice(0, 7);
    revenue.set(month, (revenue.get(month) ?? 0) + Number(row["Purchase Amount (USD)"]));
  }
  const months = [...revenue].sort((a, b) => b[1] - a[1]).map(([month]) => month);
  expect(months).toHaveLength(24);
  expect(new Set(months.slice(0, 2))).toEqual(new Set(["2024-12", "2025-12"]));
});

test("should have customers in all 50 states by population", () => {
  const stateOf = new Map(purchases.map((row) => [row["Customer ID"], row.Location]));
  const customers = countBy(stateOf.values(), (state) => state);
  const counts = STATES.map(([state]) => customers.get(state) ?? 0);
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
  expect(counts.at(-1)).toBeGreaterThan(0);
  expect(customers.size).toBe(50);
});

test("should have texts agree with ratings, mostly", () => {
  const reviewed = purchases.filter((row) => row["Review Text"] !== "" && row["Review Rating"] !== "");
  const agreeing = shareOf(
    reviewed,
    (row) =>
      sentimentOfText(row["Review Text"], row["Item Purchased"]) ===
      sentimentOf(Number(row["Review Rating"])),
  );
  expect(agreeing).toBeGreaterThan(0.88);
  expect(agreeing).toBeLessThan(0.96);
  expect(shareOf(purchases, (row) => row["Review Text"] !== "")).toBeCloseTo(0.6, 1);
  expect(
    reviewed.every((row) => sentimentOfText(row["Review Text"], row["Item Purchased"]) !== undefined),
  ).toBe(true);
});

test("should not tell the kind of customer in any cell", () => {
  const kinds = new Set<string>(sample.kindOfCustomer.values());
  expect(purchases.filter((row) => Object.values(row).some((cell) => kinds.has(cell.toLowerCase())))).toEqual(
    [],
  );
});

interface Baskets {
  readonly orders: number;
  readonly products: ReadonlyMap<string, number>;
  readonly pairs: ReadonlyMap<string, number>;
}

function countBaskets(): Baskets {
  const baskets = [...groupBy(purchases, (row) => row["Order ID"]).values()].map((rows) =>
    rows.map((row) => row["Item Purchased"]).sort(),
  );
  const pairs = baskets.flatMap((basket) =>
    basket.flatMap((one, index) => basket.slice(index + 1).map((other) => `${one}+${other}`)),
  );
  return {
    orders: baskets.length,
    products: countBy(baskets.flat(), (product) => product),
    pairs: countBy(pairs, (pair) => pair),
  };
}
