import { expect, test } from "vitest";
import { dayOfIso, weekdayOf } from "./generator/calendar.ts";
import { GIFT_CARD, PAIRS } from "./generator/catalogue.ts";
import { MISTAKEN_PIECES, REVERSALS } from "./generator/returns.ts";
import { sentimentOf, sentimentOfText, THEMES, themesOfText } from "./generator/reviews.ts";
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
  const year = (of: string) =>
    [...revenue].filter(([month]) => month.startsWith(of)).reduce((sum, [, amount]) => sum + amount, 0);
  // data/README.md: the main fact.
  expect(year("2025") / year("2024")).toBeCloseTo(0.9, 1);
  expect(year("2025") / year("2024")).toBeLessThan(0.91);
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

test("should sell most in the evening of working days, and in the morning at weekends", () => {
  const orders = [...groupBy(purchases, (row) => row["Order ID"]).values()].flatMap(([row]) => row ?? []);
  const hour = (row: Row) => Number(row["Order Date"].slice(11, 13));
  const isWeekend = (row: Row) => weekdayOf(dayOfIso(row["Order Date"])) >= 5;
  const evening = (row: Row) => hour(row) >= 19 && hour(row) <= 21;
  const morning = (row: Row) => hour(row) >= 9 && hour(row) <= 11;
  const [weekend, workdays] = [orders.filter(isWeekend), orders.filter((row) => !isWeekend(row))];
  expect(shareOf(workdays, evening)).toBeGreaterThan(2 * shareOf(workdays, morning));
  expect(shareOf(weekend, morning)).toBeGreaterThan(1.8 * shareOf(weekend, evening));
  expect(new Set(orders.map(hour)).size).toBe(24);
});

test("should take a tenth off three lines in ten, and say how much", () => {
  const off = (row: Row) => Number(row["Discount Amount"]);
  const discounted = purchases.filter((row) => row["Discount Applied"] === "Yes");
  expect(discounted.length / purchases.length).toBeCloseTo(0.3, 1);
  for (const row of discounted)
    expect(off(row) / (off(row) + Number(row["Purchase Amount (USD)"]))).toBeCloseTo(0.1, 3);
  expect(purchases.filter((row) => row["Discount Applied"] === "No").every((row) => off(row) === 0)).toBe(
    true,
  );
});

test("should have shoes come back three times as often as other goods", () => {
  const returns = sample.rows.filter(({ part }) => part === "return").map(({ row }) => row);
  const footwear = (row: Row) => row.Category === "Footwear";
  const rate = (of: (row: Row) => boolean) => returns.filter(of).length / purchases.filter(of).length;
  expect(rate(footwear) / rate((row) => !footwear(row))).toBeGreaterThan(2.2);
  const lines = new Map(sample.rows.map(({ row }) => [`${row["Order ID"]}/${row["Order Line"]}`, row]));
  for (const row of returns) {
    const bought = lines.get(`${row["Order ID"].replace(/-R$/, "")}/${row["Order Line"]}`);
    expect(row["Purchase Amount (USD)"]).toBe(`-${bought?.["Purchase Amount (USD)"]}`);
    expect(row["Item Purchased"]).toBe(bought?.["Item Purchased"]);
    const days = dayOfIso(row["Order Date"]) - dayOfIso(bought?.["Order Date"] ?? "");
    expect(days).toBeGreaterThanOrEqual(5);
    expect(days).toBeLessThanOrEqual(30);
  }
});

test("should undo a few orders within the hour, one of them of many pieces", () => {
  const minute = (row: Row | undefined) => Date.parse(`${row?.["Order Date"].replace(" ", "T")}Z`) / 60_000;
  const mistaken = sample.rows.filter(({ part }) => part === "mistaken").map(({ row }) => row);
  const undone = new Map(
    sample.rows.filter(({ part }) => part === "reversal").map(({ row }) => [row["Order ID"], row]),
  );
  expect([mistaken.length, undone.size]).toEqual([REVERSALS, REVERSALS]);
  for (const row of mistaken) {
    const back = undone.get(`${row["Order ID"]}-R`);
    expect(back?.["Purchase Amount (USD)"]).toBe(`-${row["Purchase Amount (USD)"]}`);
    expect(back?.Quantity).toBe(`-${row.Quantity}`);
    expect(minute(back) - minute(row)).toBeGreaterThan(0);
    expect(minute(back) - minute(row)).toBeLessThan(60);
  }
  expect(mistaken.filter((row) => Number(row.Quantity) === MISTAKEN_PIECES)).toHaveLength(1);
});

test("should sell a gift card now and then, without size, colour or review", () => {
  const cards = purchases.filter(buys(GIFT_CARD.name));
  expect(cards.length).toBeGreaterThan(40);
  for (const row of cards) {
    expect([row.Size, row.Color, row["Review Rating"], row["Review Text"]]).toEqual(["", "", "", ""]);
    expect(GIFT_CARD.amounts.map((amount) => amount.toFixed(2))).toContain(row["Purchase Amount (USD)"]);
  }
});

test("should have three themes in texts, two in a category and one that grows, all of them complaints", () => {
  const texts = purchases.filter((row) => row["Review Text"] !== "");
  const about = (name: string) => (row: Row) =>
    themesOfText(row["Review Text"]).some((theme) => theme.name === name);
  const average = (rows: readonly Row[]) => {
    const rated = rows.filter((row) => row["Review Rating"] !== "");
    return rated.reduce((sum, row) => sum + Number(row["Review Rating"]), 0) / rated.length;
  };
  for (const { name, category } of THEMES) {
    const found = texts.filter(about(name));
    expect(found.length).toBeGreaterThan(150);
    expect(average(found)).toBeLessThan(average(texts) - 0.8);
    if (category !== undefined) expect(found.every((row) => row.Category === category)).toBe(true);
  }
  const half = (of: string, months: string[]) =>
    texts.filter((row) => row["Order Date"].startsWith(of) && months.includes(row["Order Date"].slice(5, 7)));
  const early = half("2024", ["01", "02", "03", "04", "05", "06"]);
  const late = half("2025", ["07", "08", "09", "10", "11", "12"]);
  expect(shareOf(late, about("delivery"))).toBeGreaterThan(4 * shareOf(early, about("delivery")));
  expect(shareOf(late, about("fit")) / shareOf(early, about("fit"))).toBeCloseTo(1, 0);
  // Enough variety to learn from.
  expect(new Set(texts.map((row) => row["Review Text"])).size).toBeGreaterThan(texts.length / 2);
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
