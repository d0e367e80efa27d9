import { describe, expect, test } from "vitest";
import type { configSchema } from "../../../src/config/config.ts";
import { buildReport } from "../../../src/edition/build-report.ts";
import type { Affinity, AffinityKind } from "../../../src/sections/affinity/affinity.ts";
import { type Cell, configOf, reportOf, type Table } from "../../questions/open-rows.ts";
import { realDataset } from "../../support/real-data.ts";
import { ruleText } from "./question/rule-text.ts";

type Keys = Parameters<typeof configSchema.parse>[0] & Parameters<typeof configOf>[0];

const header = ["Order ID", "Customer ID", "Item Purchased", "Purchase Amount (USD)"];

/** Order lines: each order with its customer ("" for a guest) and the products in it. */
function orders(list: readonly (readonly [customer: string, products: readonly string[]])[]): Table {
  return {
    header,
    rows: list.flatMap(([customer, products], order) =>
      products.map((product): Cell[] => [`order ${order + 1}`, customer, product, 10]),
    ),
  };
}

/** So many customers of one order each, with the same products. */
function alike(customers: number, products: readonly string[], from = 0): [string, readonly string[]][] {
  return Array.from({ length: customers }, (_, index) => [`customer ${from + index}`, products]);
}

async function affinityOf(table: Table, keys?: Keys): Promise<Affinity> {
  const { affinity } = await reportOf(table, configOf(keys));
  if (affinity === null) throw new Error("no affinity");
  return affinity;
}

function kindOf({ kinds }: Affinity, of: AffinityKind["kind"]): AffinityKind {
  const found = kinds.find(({ kind }) => kind === of);
  if (found === undefined) throw new Error(`no baskets of ${of}`);
  return found;
}

const rulesOf = (affinity: Affinity, of: AffinityKind["kind"]) => kindOf(affinity, of).rules.map(ruleText);

/** 30 customers buy tea with milk, 30 coffee with sugar, 60 one of four others; each rule of a pair stands once. */
const together = [
  ...alike(30, ["Tea", "Milk"]),
  ...alike(30, ["Coffee", "Sugar"], 30),
  ...["Bread", "Salt", "Rice", "Soap"].flatMap((product, index) => alike(15, [product], 60 + index * 15)),
];

describe("the affinity of the shopping trends", () => {
  test("should list no pair of gender, category, season and age group, and what is true by construction", async (context) => {
    const config = configOf();
    const dataset = await realDataset("shopping_trends.csv", context);
    const { affinity } = await buildReport(dataset, config);
    await dataset.store.close();
    if (affinity === null) throw new Error("no affinity");
    expect(affinity.kinds.map(({ kind }) => kind)).toEqual(["traits"]);
    const among = new Set(["Gender", "Category", "Season", "Age group"]);
    const traits = kindOf(affinity, "traits");
    expect(
      traits.rules
        .filter(({ antecedent, consequent }) =>
          [...antecedent, ...consequent].every(({ field }) => among.has(field)),
        )
        .map(ruleText),
    ).toEqual([]);
    expect(affinity.agreeing).toEqual([["Discount", "Promo code"]]);
    expect(affinity.following).toContainEqual(["Product", "Category"]);
    expect(rulesOf(affinity, "traits").filter((text) => text.includes("Promo code"))).toEqual([]);
    const subscribers = traits.rules.find((rule) => ruleText(rule) === "Subscription Yes → Gender Male");
    expect(subscribers).toMatchObject({ confidence: 1, conviction: null });
    expect(subscribers?.count).toBe(subscribers?.antecedentCount);
    // All that stands out hangs on subscription and discount, which only men have.
    for (const rule of traits.rules) {
      const fields = new Set([...rule.antecedent, ...rule.consequent].map(({ field }) => field));
      expect([...fields].sort().join(), ruleText(rule)).toMatch(
        /^(Discount,Gender|Discount,Subscription|Gender,Subscription)$/,
      );
    }
  });
});

describe("buildAffinity", () => {
  test("should find what lies together in orders, with the counts of each", async () => {
    const affinity = await affinityOf(orders(together));
    const { rules, ...kind } = kindOf(affinity, "orders");
    expect(kind).toMatchObject({
      baskets: 120,
      items: 8,
      minCount: 5,
      itemsetsBySize: [8, 2],
      tests: 28 + 3 * 56,
      pairs: 28,
      pairsFrequent: 2,
      pairsReal: 2,
      more: 0,
      chance: [],
      tooMany: null,
    });
    expect(rules.map(ruleText).sort()).toEqual([
      "Product Coffee → Product Sugar",
      "Product Milk → Product Tea",
    ]);
    expect(rules[0]).toMatchObject({
      count: 30,
      antecedentCount: 30,
      consequentCount: 30,
      customers: 30,
      support: 0.25,
      confidence: 1,
      confidenceBack: 1,
      lift: 4,
      conviction: null,
      zhang: 1,
      jaccard: 1,
    });
  });

  test("should not depend on the order of the rows", async () => {
    const table = orders(together);
    const forth = await affinityOf(table);
    const rows = [...table.rows];
    // Every seventh row and on, round and round: neither sorted nor reversed.
    const mixed = rows.map((_, index) => rows[(index * 7) % rows.length] ?? []);
    expect(new Set(mixed).size).toBe(rows.length);
    expect(await affinityOf({ header, rows: mixed })).toEqual(forth);
    expect(await affinityOf({ header, rows: [...rows].reverse() })).toEqual(forth);
  });

  test("should be null where no basket holds two and there are no traits", async () => {
    const { affinity } = await reportOf(orders(alike(20, ["Tea"])));
    expect(affinity).toBeNull();
  });

  test("should have no rule where one item is all there is in any basket", async () => {
    const list: [string, string[]][] = [
      ["alice", ["Tea", "Milk"]],
      ...alike(20, ["Tea"]).map(([who]) => [who, ["Tea"]] as [string, string[]]),
      ...alike(6, ["Milk"], 20).map(([who]) => [who, ["Milk"]] as [string, string[]]),
    ];
    const affinity = await affinityOf(orders(list));
    expect(kindOf(affinity, "orders")).toMatchObject({ pairs: 1, pairsFrequent: 0, rules: [], chance: [] });
  });

  test("should have no rule to or from what lies in every basket", async () => {
    const bagged = together.map(([who, products]) => [who, [...products, "Bag"]] as const);
    const found = rulesOf(await affinityOf(orders(bagged)), "orders");
    expect(found).toContain("Product Milk → Product Tea");
    expect(found.filter((text) => text.includes("Bag"))).toEqual([]);
  });

  test("should have no rule where all baskets are the same, and show examples of chance", async () => {
    const affinity = await affinityOf(orders(alike(40, ["Tea", "Milk", "Bread"])));
    for (const kind of affinity.kinds) {
      expect(kind).toMatchObject({ tests: 3 + 3, pairs: 3, pairsReal: 0, rules: [] });
      expect(kind.chance.every(({ lift, q }) => lift === 1 && q === 1)).toBe(true);
    }
  });

  test("should list no rule of fewer customers than are published, however many orders they placed", async () => {
    const few = Array.from({ length: 80 }, (_, index) => [`friend ${index % 4}`, ["Tea", "Milk"]] as const);
    const others = ["Bread", "Salt", "Rice", "Soap"].flatMap((first, place, all) =>
      all.slice(place + 1).flatMap((second, next) => alike(40, [first, second], 200 * place + 40 * next)),
    );
    expect(rulesOf(await affinityOf(orders([...few, ...others])), "orders")).toEqual([]);
    const enough = Array.from(
      { length: 80 },
      (_, index) => [`friend ${index % 20}`, ["Tea", "Milk"]] as const,
    );
    const rules = kindOf(await affinityOf(orders([...enough, ...others])), "orders").rules;
    expect(rules.map(({ customers, count }) => [customers, count])).toEqual([[20, 80]]);
    const strict = { privacy: { minimumGroup: 21 } };
    expect(rulesOf(await affinityOf(orders([...enough, ...others]), strict), "orders")).toEqual([]);
    // Nor as examples of chance.
    for (const kind of (await affinityOf(orders([...few, ...others]))).kinds) {
      for (const rule of kind.chance) expect(rule.customers, ruleText(rule)).toBeGreaterThanOrEqual(5);
    }
  });

  test("should not give away how few customers an antecedent has without the consequent", async () => {
    // One woman subscribes: "201 of 202 women do not" would say so, which subscribersByGender does not.
    const table: Table = {
      header: ["Customer ID", "Subscription Status", "Gender", "Season", "Purchase Amount (USD)"],
      rows: Array.from({ length: 400 }, (_, index) => [
        `customer ${index}`,
        index < 100 ? "Yes" : "No",
        index < 99 || index > 300 ? "Male" : "Female",
        ["Spring", "Summer", "Fall", "Winter"][index % 4] ?? "",
        10,
      ]),
    };
    const report = await reportOf(table);
    expect(report.subscribersByGender).toBeNull();
    for (const { rules, chance } of report.affinity?.kinds ?? []) {
      for (const rule of [...rules, ...chance]) {
        for (const side of [rule.antecedentCount, rule.consequentCount]) {
          const rest = side - rule.count;
          expect(rest === 0 || rest >= report.minimumGroup, `${ruleText(rule)}: ${rest} without`).toBe(true);
        }
      }
    }
  });

  test("should not take the orders of one customer for so many witnesses", async () => {
    // Of the pair's 18 orders six customers placed three each: six witnesses, not eighteen.
    const six = Array.from({ length: 18 }, (_, index) => [`friend ${index % 6}`, ["Tea", "Milk"]] as const);
    const others = ["Bread", "Salt", "Rice", "Soap", "Oil"].flatMap((first, place, all) =>
      all.slice(place + 1).flatMap((second, next) => alike(6, [first, second], 100 * place + 10 * next)),
    );
    const one = await affinityOf(orders([...six, ...others]));
    const many = await affinityOf(orders([...alike(18, ["Tea", "Milk"], 500), ...others]));
    const p = (affinity: Affinity) => {
      const { rules, chance } = kindOf(affinity, "orders");
      return (
        [...rules, ...chance].find((rule) => ruleText(rule) === "Product Milk → Product Tea")?.p ?? Number.NaN
      );
    };
    expect(p(many)).toBeLessThan(1e-4);
    expect(p(one)).toBeGreaterThan(20 * p(many));
  });

  test("should list no rule of guests alone, since nobody knows how many they are", async () => {
    const guests = together.map(([, products]) => ["", products] as const);
    const table = orders([...guests, ...alike(6, ["Bread", "Salt"])]);
    const kind = kindOf(await affinityOf(table), "orders");
    expect(kind.baskets).toBe(126);
    expect(kind.rules.map(ruleText).filter((text) => /Tea|Coffee/.test(text))).toEqual([]);
    for (const { customers } of [...kind.rules, ...kind.chance]) expect(customers).toBeGreaterThanOrEqual(5);
  });

  test("should count guests' orders as baskets, and only customers as customers", async () => {
    const guests = Array.from({ length: 10 }, () => ["", ["Tea", "Milk"]] as const);
    const kind = kindOf(await affinityOf(orders([...together, ...guests])), "orders");
    const tea = kind.rules.find((rule) => ruleText(rule) === "Product Milk → Product Tea");
    expect(tea).toMatchObject({ count: 40, customers: 30 });
  });

  test("should find categories that go together over time, beyond how much somebody buys", async () => {
    const rows: Cell[][] = [];
    const buy = (customer: number, order: number, product: string, category: string) =>
      rows.push([`order ${customer}-${order}`, `customer ${customer}`, product, category, 10]);
    for (let customer = 0; customer < 120; customer += 1) {
      const [first, second] = customer % 2 === 0 ? ["Shoes", "Coats"] : ["Hats", "Bags"];
      buy(customer, 1, first === "Shoes" ? "Boot" : "Cap", first ?? "");
      buy(customer, 2, second === "Coats" ? "Parka" : "Purse", second ?? "");
    }
    const columns = ["Order ID", "Customer ID", "Item Purchased", "Category", "Purchase Amount (USD)"];
    const affinity = await affinityOf({ header: columns, rows });
    expect(rulesOf(affinity, "categories").sort()).toEqual([
      "Category Bags → Category Hats",
      "Category Coats → Category Shoes",
    ]);
    expect(affinity.kinds.some(({ kind }) => kind === "orders")).toBe(false);
  });

  test("should list no rule between a product and its category", async () => {
    const catalogue = [
      ["Boot", "Shoes"],
      ["Sandal", "Shoes"],
      ["Parka", "Coats"],
      ["Cape", "Coats"],
    ] as const;
    const table: Table = {
      header: ["Customer ID", "Item Purchased", "Category", "Gender", "Purchase Amount (USD)"],
      rows: Array.from({ length: 400 }, (_, index) => {
        const [product, category] = catalogue[index % 4] ?? ["", ""];
        return [`customer ${index}`, product, category, index % 3 === 0 ? "Male" : "Female", 10];
      }),
    };
    const affinity = await affinityOf(table);
    expect(affinity.following).toEqual([["Product", "Category"]]);
    expect(rulesOf(affinity, "traits")).toEqual([]);
  });

  test("should tell two columns that say the same once, and keep the second out of all rules", async () => {
    const table: Table = {
      header: ["Customer ID", "Discount Applied", "Promo Code Used", "Gender", "Purchase Amount (USD)"],
      rows: Array.from({ length: 300 }, (_, index) => {
        const reduced = index % 2 === 0 ? "Yes" : "No";
        return [
          `customer ${index}`,
          reduced,
          reduced,
          index % 2 === 0 || index % 5 === 1 ? "Male" : "Female",
          10,
        ];
      }),
    };
    const affinity = await affinityOf(table);
    expect(affinity.agreeing).toEqual([["Discount", "Promo code"]]);
    const found = rulesOf(affinity, "traits");
    expect(found).toContain("Gender Female → Discount No");
    expect(found.filter((text) => text.includes("Promo"))).toEqual([]);
  });

  test("should leave a rule out whose simpler rule says as much", async () => {
    // All men pay by card whatever the season: adding a season says nothing.
    const seasons = ["Spring", "Summer", "Fall", "Winter"];
    const table: Table = {
      header: ["Customer ID", "Gender", "Season", "Payment Method", "Purchase Amount (USD)"],
      rows: Array.from({ length: 480 }, (_, index) => [
        `customer ${index}`,
        index % 2 === 0 ? "Male" : "Female",
        seasons[Math.floor(index / 2) % 4] ?? "",
        index % 2 === 0 ? "Card" : Math.floor(index / 8) % 2 === 0 ? "Card" : "Cash",
        10,
      ]),
    };
    const found = rulesOf(await affinityOf(table), "traits");
    expect(found).toContain("Gender Male → Payment method Card");
    expect(found.filter((text) => text.includes("Season"))).toEqual([]);
  });

  test("should list a rule of two conditions that only together say something", async () => {
    // Exclusive or: neither gender nor season alone says how one pays.
    const table: Table = {
      header: ["Customer ID", "Gender", "Season", "Payment Method", "Purchase Amount (USD)"],
      rows: Array.from({ length: 400 }, (_, index) => {
        const [man, winter] = [index % 2 === 0, Math.floor(index / 2) % 2 === 0];
        return [
          `customer ${index}`,
          man ? "Male" : "Female",
          winter ? "Winter" : "Summer",
          man === winter ? "Card" : "Cash",
          10,
        ];
      }),
    };
    const found = rulesOf(await affinityOf(table), "traits");
    expect(found).toContain("Gender Male + Season Winter → Payment method Card");
    expect(found.every((text) => text.includes(" + "))).toBe(true);
    expect(rulesOf(await affinityOf(table, { affinity: { maxLength: 2 } }), "traits")).toEqual([]);
  });

  test("should count real rules below the confidence, and not list them", async () => {
    const keys = { affinity: { minConfidence: { orders: 0.6 } } };
    const rest = alike(60, ["Tea"], 900);
    const affinity = await affinityOf(orders([...together, ...rest]), keys);
    const { pairsReal } = kindOf(affinity, "orders");
    expect(pairsReal).toBe(2);
    // 30 of 90 orders of tea hold milk; all of milk hold tea.
    expect(rulesOf(affinity, "orders")).toContain("Product Milk → Product Tea");
    expect(rulesOf(affinity, "orders")).not.toContain("Product Tea → Product Milk");
  });

  test("should list a rule that lies exactly on the thresholds", async () => {
    // 24 of 30 orders of tea hold milk (0.8), 24 of 31 of milk hold tea; 24 of 240 orders hold both (0.1).
    const list = [
      ...alike(24, ["Tea", "Milk"]),
      ...alike(6, ["Tea"], 24),
      ...alike(7, ["Milk"], 30),
      ...["Bread", "Salt", "Rice"].flatMap((first, place, all) =>
        all
          .slice(place + 1)
          .flatMap((second, next) => alike(24, [first, second], 50 + 60 * place + 30 * next)),
      ),
      ...alike(131, ["Bread"], 300),
    ];
    const at = { affinity: { minSupport: { orders: 0.1 }, minConfidence: { orders: 0.8 } } };
    expect(rulesOf(await affinityOf(orders(list), at), "orders")).toContain("Product Tea → Product Milk");
    const above = { affinity: { minSupport: { orders: 0.1 }, minConfidence: { orders: 0.81 } } };
    expect(rulesOf(await affinityOf(orders(list), above), "orders")).toEqual([]);
    const rarer = { affinity: { minSupport: { orders: 0.101 } } };
    expect(kindOf(await affinityOf(orders(list), rarer), "orders")).toMatchObject({
      minCount: 25,
      rules: [],
    });
  });

  test("should give rules with consequents of two items where report.yaml asks for them", async () => {
    const others = ["Bread", "Salt", "Rice", "Soap", "Oil", "Corn"];
    const list = [
      ...alike(30, ["Tea", "Milk", "Honey"]),
      ...others.flatMap((first, place) =>
        others
          .slice(place + 1)
          .flatMap((second, next) =>
            others
              .slice(place + next + 2)
              .flatMap((third, last) =>
                alike(5, [first, second, third], 100 + 100 * place + 30 * next + 5 * last),
              ),
          ),
      ),
    ];
    const one = await affinityOf(orders(list));
    const two = await affinityOf(orders(list), { affinity: { maxConsequent: 2 } });
    const long = (affinity: Affinity) =>
      kindOf(affinity, "orders").rules.filter(({ consequent }) => consequent.length > 1);
    expect(long(one)).toEqual([]);
    expect(long(two).map(ruleText)).toContain("Product Honey → Product Milk + Product Tea");
  });

  test("should stop where there are too many itemsets, and say which support would fit", async () => {
    const list = [
      ...alike(40, ["Tea", "Milk", "Honey", "Bread"]),
      ...alike(20, ["Tea", "Milk"], 40),
      ...alike(40, ["Salt"], 60),
    ];
    const affinity = await affinityOf(orders(list), { affinity: { maxItemsets: 10 } });
    const stopped = kindOf(affinity, "orders");
    expect(stopped).toMatchObject({ tests: 0, pairs: 0, rules: [], chance: [], more: 0 });
    // 5 items and 10 sets of two or three, of which 12 hold in 40 orders: only those of tea and milk in more.
    expect(stopped.tooMany).toEqual({ maxItemsets: 10, fittingSupport: 0.41 });
    const fitting = { affinity: { maxItemsets: 10, minSupport: { orders: 0.41 } } };
    const fits = kindOf(await affinityOf(orders(list), fitting), "orders");
    expect(fits.tooMany).toBeNull();
    expect(fits.itemsetsBySize).toEqual([2, 1]);
  });

  test("should take an order of 5,000 lines", async () => {
    const huge = Array.from({ length: 5_000 }, (_, index) => `Product ${index}`);
    const affinity = await affinityOf(orders([["whale", huge], ...together]));
    const found = rulesOf(affinity, "orders");
    expect(found).toContain("Product Milk → Product Tea");
    expect(found.filter((text) => /Product Product \d/.test(text))).toEqual([]);
    // Products of a single customer are not told apart.
    expect(kindOf(affinity, "orders").items).toBe(8);
  });

  test("should mine products together also where each is a category of its own", async () => {
    const { rows } = orders(together);
    const table: Table = {
      header: [...header, "Category"],
      rows: rows.map((row) => [...row, `Kind of ${row[2]}`]),
    };
    expect(rulesOf(await affinityOf(table), "orders").sort()).toEqual(
      rulesOf(await affinityOf(orders(together)), "orders").sort(),
    );
  });
});
