import { describe, expect, test } from "vitest";
import type { Affinity } from "../../../../src/sections/affinity/affinity.ts";
import { type Random, randomIndex, seededRandom } from "../../../../src/statistics/random/random.ts";
import { type Cell, reportOf, type Table } from "../../../questions/open-rows.ts";
import { itemBaskets, mine } from "./samples.ts";

const seeds = Array.from({ length: 100 }, (_, index) => index + 1);

/** An index below a number, the first ones oftener, as products sell. */
function uneven(random: Random, below: number): number {
  return Math.floor(below * random() * random());
}

/** One to four different items. */
function basket(random: Random, items: number): number[] {
  return [...new Set(Array.from({ length: 1 + randomIndex(random, 4) }, () => uneven(random, items)))];
}

/** How many purchases a customer makes: most one, few very many. */
function exposure(random: Random): number {
  return Math.min(40, Math.floor(1 / (1 - random()) ** 0.8));
}

/** Where nothing hangs together, at least 95 of 100 reports list no rule. */
function expectChance(rulesOf: (random: Random) => number): void {
  const found = seeds.filter((seed) => rulesOf(seededRandom(seed)) > 0);
  expect(found.length, `seeds with rules: ${found.join(", ")}`).toBeLessThanOrEqual(5);
}

describe("random baskets", () => {
  test("should yield no rule of products in orders", () => {
    expectChance((random) => {
      const lists = Array.from({ length: 600 }, () => basket(random, 20));
      return mine(itemBaskets(lists)).rules.length;
    });
  });

  test("should yield no rule in orders of customers who buy over and over", () => {
    expectChance((random) => {
      const owners: number[] = [];
      for (let customer = 1; owners.length < 600; customer += 1) {
        for (let order = exposure(random); order > 0; order -= 1) owners.push(customer);
      }
      return mine(
        itemBaskets(
          owners.map(() => basket(random, 20)),
          { owners },
        ),
      ).rules.length;
    });
  });

  test("should yield no rule of what customers bought over time, though some buy far more", () => {
    expectChance((random) => {
      const purchases = Array.from({ length: 400 }, () => exposure(random));
      const lists = purchases.map((count) => [
        ...new Set(Array.from({ length: count }, () => uneven(random, 10))),
      ]);
      return mine(itemBaskets(lists, { kind: "products", purchases })).rules.length;
    });
  });
});

describe("random tables", () => {
  const words = {
    Gender: ["Male", "Female"],
    Season: ["Spring", "Summer", "Fall", "Winter"],
    Category: ["Shoes", "Coats", "Hats"],
    Color: ["Black", "White", "Red", "Gray", "Navy"],
    "Payment Method": ["Card", "Cash", "Venmo"],
    "Discount Applied": ["Yes", "No"],
  };
  const rulesIn = (affinity: Affinity | null) =>
    affinity?.kinds.reduce((all, { rules }) => all + rules.length, 0) ?? 0;
  const pick = (random: Random, list: readonly string[]) => list[randomIndex(random, list.length)] ?? "";

  async function expectChanceOf(tableOf: (random: Random) => Table): Promise<void> {
    const found: number[] = [];
    for (const seed of seeds) {
      const { affinity } = await reportOf(tableOf(seededRandom(seed)));
      if (rulesIn(affinity) > 0) found.push(seed);
    }
    expect(found.length, `seeds with rules: ${found.join(", ")}`).toBeLessThanOrEqual(5);
  }

  test("should yield no rule of traits, one row a customer", async () => {
    const fields = Object.values(words);
    await expectChanceOf((random) => ({
      header: ["Customer ID", "Purchase Amount (USD)", ...Object.keys(words)],
      rows: Array.from({ length: 300 }, (_, index): Cell[] => [
        `customer ${index}`,
        10,
        ...fields.map((list) => pick(random, list)),
      ]),
    }));
  });

  test("should yield no rule of traits where customers have many lines, and a gender and an age for all", async () => {
    await expectChanceOf((random) => {
      const rows: Cell[][] = [];
      for (let customer = 1; rows.length < 600; customer += 1) {
        const gender = pick(random, words.Gender);
        const age = 18 + randomIndex(random, 60);
        const subscribed = pick(random, words["Discount Applied"]);
        for (let order = exposure(random); order > 0; order -= 1) {
          rows.push([
            `order ${rows.length}`,
            `customer ${customer}`,
            10,
            gender,
            age,
            subscribed,
            pick(random, words.Season),
            pick(random, words.Category),
            pick(random, words.Color),
          ]);
        }
      }
      const header = [
        "Order ID",
        "Customer ID",
        "Purchase Amount (USD)",
        "Gender",
        "Age",
        "Subscription Status",
      ];
      return { header: [...header, "Season", "Category", "Color"], rows };
    });
  });
});
