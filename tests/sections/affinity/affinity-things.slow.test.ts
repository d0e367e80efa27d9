import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFormatter } from "../../../src/report/format.ts";
import type { BreakdownField, Group, Report } from "../../../src/report/report.ts";
import { slugsOf } from "../../../src/report/things.ts";
import type {
  Affinity,
  AffinityItem,
  AffinityKind,
  AffinityRule,
} from "../../../src/sections/affinity/affinity.ts";
import { affinityThings, testedKinds, traitKinds } from "../../../src/sections/affinity/affinity-things.ts";
import { nothingWords } from "../../../src/sections/affinity/words/things.ts";
import { hostileNames, longName } from "../../fixtures/names.ts";

const format = createFormatter("en-US", "USD");

const group = (name: string, more: Partial<Group> = {}): Group => ({
  name,
  customers: 10,
  customersShare: 0.1,
  purchases: 20,
  purchasesShare: 0.2,
  revenue: 300,
  revenueShare: 0.3,
  averagePurchase: 15,
  ...more,
});

const kind = (of: AffinityKind["kind"], more: Partial<AffinityKind> = {}): AffinityKind => ({
  kind: of,
  baskets: 100,
  items: 3,
  minSupport: 0.01,
  minCount: 5,
  minConfidence: 0.1,
  maxLength: 3,
  itemsetsBySize: [3, 3],
  tests: 6,
  pairs: 3,
  pairsFrequent: 0,
  pairsReal: 0,
  detectable: null,
  rules: [],
  more: 0,
  chance: [],
  tooMany: null,
  ...more,
});

const product = (name: string): AffinityItem => ({ field: "Product", name });
const category = (name: string): AffinityItem => ({ field: "Category", name });
const season = (name: string): AffinityItem => ({ field: "Season", name });

const rule = (
  antecedent: AffinityItem[],
  consequent: AffinityItem[],
  more: Partial<AffinityRule> = {},
): AffinityRule => ({
  antecedent,
  consequent,
  count: 10,
  antecedentCount: 20,
  consequentCount: 20,
  customers: 9,
  support: 0.1,
  confidence: 0.5,
  confidenceBack: 0.25,
  confidenceInterval: null,
  confidenceBackInterval: null,
  lift: 2.5,
  adjustedLift: 2.5,
  leverage: 0.06,
  conviction: 1.6,
  zhang: 0.75,
  jaccard: 1 / 3,
  p: 0.0001,
  q: 0.001,
  ...more,
});

const affinity = (kinds: AffinityKind[], more: Partial<Affinity> = {}): Affinity => ({
  kinds,
  agreeing: [],
  following: [],
  ...more,
});

const report = (
  of: Affinity | null,
  groups: Partial<Record<"category" | "product", Group[]>>,
): Pick<Report, "affinity" | "breakdowns" | "productsByRevenue"> => {
  const breakdowns: Report["breakdowns"] = {};
  for (const field of ["category", "product"] as const) {
    const list = groups[field];
    if (list !== undefined)
      breakdowns[field] = {
        field: field as BreakdownField,
        header: field,
        groups: list,
        withoutValue: { customers: 0, purchases: 0 },
        folded: 0,
        leftover: null,
      };
  }
  return { affinity: of, breakdowns, productsByRevenue: groups.product ?? null };
};

describe("affinityThings", () => {
  test("should hold no rule where the report holds no affinity", () => {
    expect(affinityThings(report(null, { category: [group("Shoes")] }))).toMatchObject([
      { name: "Shoes", also: [], leads: [], traits: [] },
    ]);
  });

  test("should make no page of what is likely none of the goods", () => {
    const things = affinityThings(
      report(null, { product: [group("Postage", { notGoods: true }), group("Cup")] }),
    );
    expect(things.map(({ name }) => name)).toEqual(["Cup"]);
  });

  test("should hold every category and the first 50 products, and never Other", () => {
    const categories = Array.from({ length: 70 }, (_, index) => group(`Category ${index}`));
    const products = Array.from({ length: 70 }, (_, index) => group(`Product ${index}`));
    const things = affinityThings(
      report(affinity([kind("traits")]), {
        category: [...categories, group("Other", { other: true })],
        product: [group("Other", { other: true }), ...products],
      }),
    );
    expect(things.filter(({ field }) => field === "category").map(({ name }) => name)).toEqual(
      categories.map(({ name }) => name),
    );
    expect(things.filter(({ field }) => field === "product").map(({ name }) => name)).toEqual(
      products.slice(0, 50).map(({ name }) => name),
    );
  });

  test("should hold a product that is called Other by its maker", () => {
    const things = affinityThings(report(affinity([kind("orders")]), { product: [group("Other")] }));
    expect(things.map(({ path }) => path)).toEqual(["products/product/other/"]);
  });

  test("should tell rules from a product from those to it and those with traits", () => {
    const orders = [
      rule([product("Jeans")], [product("Sneakers")]),
      rule([product("Hat"), product("Belt")], [product("Jeans")]),
      rule([product("Hat"), product("Jeans")], [product("Scarf")]),
      rule([product("Hat")], [product("Scarf")]),
    ];
    const overTime = [
      rule([product("Belt")], [product("Jeans")], {
        antecedentCount: 16,
        consequentCount: 40,
        confidence: 0.625,
      }),
    ];
    const traits = [
      rule([product("Jeans")], [season("Winter")]),
      rule([season("Winter")], [product("Jeans")]),
      rule([season("Winter")], [product("Hat")]),
      // Fields that are not products may have a product's name.
      rule([{ field: "Color tone", name: "Jeans" }], [season("Winter")]),
    ];
    const [jeans] = affinityThings(
      report(
        affinity([
          kind("orders", { rules: orders }),
          kind("products", { rules: overTime }),
          kind("traits", { rules: traits }),
        ]),
        { product: [group("Jeans", { revenue: 7 })] },
      ),
    );
    expect(jeans).toMatchObject({ name: "Jeans", slug: "jeans", group: { revenue: 7 } });
    expect(jeans?.also).toEqual([
      { kind: "orders", rule: orders[0] },
      { kind: "orders", rule: orders[2] },
      // The pair turned round: it starts from the page's product.
      {
        kind: "products",
        rule: expect.objectContaining({
          antecedent: [product("Jeans")],
          consequent: [product("Belt")],
          antecedentCount: 40,
          consequentCount: 16,
          confidence: 0.25,
          confidenceBack: 0.625,
        }),
      },
    ]);
    expect(jeans?.leads).toEqual([{ kind: "orders", rule: orders[1] }]);
    expect(jeans?.traits.map(({ rule: found }) => found)).toEqual(traits.slice(0, 2));
  });

  test("should keep a category and a product of one name apart", () => {
    const things = affinityThings(
      report(
        affinity([
          kind("categories", { rules: [rule([category("Shoes")], [category("Hats")])] }),
          kind("products", { rules: [rule([product("Hats")], [product("Shoes")])] }),
        ]),
        { category: [group("Shoes")], product: [group("Shoes")] },
      ),
    );
    expect(things.map(({ path, also, leads }) => [path, also.length, leads.length])).toEqual([
      ["products/category/shoes/", 1, 0],
      ["products/product/shoes/", 1, 0],
    ]);
  });
});

describe("slugsOf", () => {
  test("should keep letters and digits, without accents", () => {
    expect(
      slugsOf(["Jeans", "Café Crème", "T-Shirt  (2 pcs.)", "ﬁne ＡＢＣ", "İstanbul"], "product"),
    ).toEqual(["jeans", "cafe-creme", "t-shirt-2-pcs", "fine-abc", "istanbul"]);
  });

  test("should number names of which nothing is left", () => {
    expect(slugsOf(["🧦", "שלום", "", "Product 2", "!!!"], "product")).toEqual([
      "product-5",
      "product-4",
      "product-1",
      "product-2",
      "product-3",
    ]);
  });

  test("should number names that come out alike, and take no other's own", () => {
    expect(slugsOf(["Shirt!", "Shirt", "shirt 2", "SHIRT", "Shirt"], "product")).toEqual([
      "shirt-5",
      "shirt-3",
      "shirt-2",
      "shirt",
      "shirt-4",
    ]);
  });

  test("should cut long names, and make hostile ones harmless", () => {
    for (const slug of slugsOf(
      [...hostileNames, longName, "../../etc/passwd", "a/../b", "CON", "."],
      "category",
    )) {
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(slug.length).toBeLessThanOrEqual(70);
    }
  });

  test("should give each of any names its own part of an address, whatever their order", () => {
    const name = fc.oneof(
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.constantFrom("a", "A", "a!", "a-2", "a 3", "", "-", "product", "product-1", "🧦"),
    );
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 12 }), (names) => {
        const slugs = slugsOf(names, "product");
        expect(new Set(slugs).size).toBe(names.length);
        for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slugsOf([...names].reverse(), "product").reverse()).toEqual(slugs);
      }),
    );
  });
});

describe("nothingWords", () => {
  const jeans = { field: "product", name: "Jeans" } as const;
  const words = (of: Affinity) => nothingWords(of, jeans, testedKinds(of, "product"), format);

  test("should count the tests of the kinds that could have had a rule", () => {
    expect(words(affinity([kind("orders", { tests: 1200 }), kind("categories"), kind("products")]))).toBe(
      "1,206 rules were tested on products in an order and products of a customer over time; none with Jeans is more than chance explains and right at least 10% of the time.",
    );
    expect(words(affinity([kind("orders", { tests: 1 })]))).toMatch(
      /^1 rule was tested on products in an order;/,
    );
  });

  test("should not speak of tests where none were done", () => {
    expect(words(affinity([kind("orders", { tests: 0, minCount: 84 })]))).toBe(
      "Nothing was tested: no two things lie together in 84 orders, the fewest that a rule may stand on.",
    );
  });

  test("should say where mining was stopped", () => {
    const tooMany = { maxItemsets: 10, fittingSupport: 0.5 };
    expect(words(affinity([kind("orders", { tests: 0, tooMany })]))).toBe(
      "Not tested: there are too many sets of products in an order at a support of 1.0%.",
    );
  });

  test("should say where another field says the same", () => {
    const of = affinity([kind("traits")], { agreeing: [["Category", "Product"]] });
    expect(nothingWords(of, jeans, traitKinds(of), format)).toBe(
      "Not tested: product says the same as category in these data.",
    );
    expect(nothingWords(of, { field: "category", name: "Shoes" }, traitKinds(of), format)).toMatch(
      /^6 rules/,
    );
  });

  test("should not claim that a cut list is whole", () => {
    expect(words(affinity([kind("orders", { more: 3 })]))).toMatch(
      /among the strongest, which are listed\.$/,
    );
  });

  test("should keep a name that reads from the right from turning the sentence around", () => {
    const of = affinity([kind("orders")]);
    expect(nothingWords(of, { field: "product", name: "שלום" }, of.kinds, format)).toContain(
      "\u2068שלום\u2069",
    );
  });
});
