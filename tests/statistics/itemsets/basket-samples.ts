import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import Papa from "papaparse";
import type { TestContext } from "vitest";
import { z } from "zod";
import { type Baskets, basketsOf } from "../../../src/statistics/itemsets/baskets.ts";
import { frequentItemsets, type MiningOptions } from "../../../src/statistics/itemsets/frequent-itemsets.ts";
import { type Itemsets, itemsOf } from "../../../src/statistics/itemsets/itemsets.ts";

/** Small baskets with repeats, in which itemsets of any size come up. */
export const smallBaskets = fc.array(
  fc.oneof(
    fc.array(fc.nat(7), { maxLength: 8 }),
    fc.array(fc.constantFrom(0, 2, 5, 11, 40), { maxLength: 12 }),
  ),
  { maxLength: 25 },
);

/** Frequent itemsets, or a failed test where there are too many. */
export function mined(baskets: Baskets, options: MiningOptions): Itemsets {
  const result = frequentItemsets(baskets, options);
  if (result.kind !== "itemsets") throw new Error(`${result.kind}: ${result.fittingCount} would fit`);
  return result.itemsets;
}

/** The count of each itemset by its items, such as "1 5 7". */
export function countsByItems(itemsets: Itemsets): Map<string, number> {
  return new Map(
    Array.from(itemsets.counts, (count, index) => [itemsOf(itemsets, index).join(" "), count] as const),
  );
}

/** The same by counting each set of the items that there are in each basket. */
export function countedOut(
  lists: readonly number[][],
  { minCount, maxLength = Number.POSITIVE_INFINITY }: MiningOptions,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) {
    const items = [...new Set(list)].sort((a, b) => a - b);
    for (let mask = 1; mask < 2 ** items.length; mask += 1) {
      const set = items.filter((_, bit) => (mask & (1 << bit)) !== 0);
      if (set.length <= maxLength) counts.set(set.join(" "), (counts.get(set.join(" ")) ?? 0) + 1);
    }
  }
  return new Map([...counts].filter(([, count]) => count >= minCount));
}

/** Baskets of named items; the names stand in the order of their codes. */
export interface NamedBaskets {
  baskets: Baskets;
  names: string[];
}

function named(lists: Iterable<readonly string[]>): NamedBaskets {
  const codes = new Map<string, number>();
  const coded = Array.from(lists, (list) =>
    list.map((name) => {
      const code = codes.get(name) ?? codes.size;
      codes.set(name, code);
      return code;
    }),
  );
  return { baskets: basketsOf(coded), names: [...codes.keys()] };
}

/** The groceries of the R package arules. */
export function groceries(context: Pick<TestContext, "skip">): NamedBaskets {
  const lists = new Map<string, string[]>();
  for (const row of csvRows("data/groceries-baskets.csv", context)) {
    const basket = row["transaction_id"] ?? "";
    lists.set(basket, [...(lists.get(basket) ?? []), row["item"] ?? ""]);
  }
  return named(lists.values());
}

/** The traits that ../shared/golden/rules-shopping.json says are in its baskets. */
export function shoppingTraits(context: Pick<TestContext, "skip">): NamedBaskets {
  return named(
    csvRows("data/shopping_trends.csv", context).map((row) => [
      `Gender_${row["Gender"]}`,
      `Category_${row["Category"]}`,
      `Item_${row["Item Purchased"]}`,
      `Season_${row["Season"]}`,
      `AgeGroup_${ageGroup(Number(row["Age"]))}`,
    ]),
  );
}

/** The baskets of the IBM generator, from the FIMI repository. */
export function generatedBaskets(context: Pick<TestContext, "skip">): Baskets {
  const text = gunzipSync(readShared("data/T10I4D100K.dat.gz", context)).toString("latin1");
  return basketsOf(
    text
      .trim()
      .split("\n")
      .map((line) => line.trim().split(" ").map(Number)),
  );
}

const goldenRule = z.object({
  antecedents: z.array(z.string()),
  consequents: z.array(z.string()),
  count: z.number(),
  support: z.number(),
  confidence: z.number(),
  lift: z.number(),
  leverage: z.number(),
  conviction: z.union([z.number(), z.literal("Infinity").transform(() => Number.POSITIVE_INFINITY)]),
  jaccard: z.number(),
});

const goldenShopping = z.object({
  itemsets: z.array(z.object({ items: z.array(z.string()), count: z.number() })),
  rules: z.array(goldenRule.extend({ zhangs_metric: z.number() })),
});

const groceriesRules = z.array(goldenRule.extend({ fishersExactTest_p: z.number() }));

const goldenGroceries = z.object({
  "classic_supp_0.001_conf_0.8": z.object({ all_rules: groceriesRules }),
  "supp_0.01_conf_0.3": z.object({ rules: groceriesRules }),
});

/** mlxtend's itemsets and rules of the shopping traits. */
export function shoppingRules(context: Pick<TestContext, "skip">): z.infer<typeof goldenShopping> {
  return goldenShopping.parse(JSON.parse(readShared("golden/rules-shopping.json", context).toString()));
}

/** The rules of arules on the groceries. */
export function groceriesGolden(context: Pick<TestContext, "skip">): z.infer<typeof goldenGroceries> {
  return goldenGroceries.parse(JSON.parse(readShared("golden/rules-groceries.json", context).toString()));
}

function ageGroup(age: number): string {
  return age <= 25 ? "GenZ" : age <= 45 ? "Millennial" : age <= 65 ? "GenX" : "Boomer";
}

function csvRows(name: string, context: Pick<TestContext, "skip">): Record<string, string>[] {
  const text = readShared(name, context).toString();
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

/** A file of ../shared; where it is absent, the test is skipped and says so. */
function readShared(name: string, { skip }: Pick<TestContext, "skip">): Buffer {
  const path = fileURLToPath(new URL(`../../../../shared/${name}`, import.meta.url));
  if (!existsSync(path)) skip(`${name} is not there: put it into ${path}`);
  return readFileSync(path);
}
