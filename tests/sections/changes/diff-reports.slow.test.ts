import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Finding } from "../../../src/dataset/account.ts";
import type { Report } from "../../../src/report/report.ts";
import type { Changes } from "../../../src/sections/changes/changes.ts";
import type { ComparedReport } from "../../../src/sections/changes/compared-report.ts";
import { diffReports, hasChanges } from "../../../src/sections/changes/diff-reports.ts";
import { readPreviousReport } from "../../../src/sections/changes/read-previous-report.ts";
import { type Cell, reportOf, snapshot, type Table } from "../../questions/open-rows.ts";
import { affinityOf, product, ruleOf } from "../affinity/some-affinity.ts";
import { orderKinds, somePersona, somePersonas, someSegments } from "../segments/some-personas.ts";

/** A snapshot in which so many of 400 customers bought each product, for 10 each. */
function shop(counts: Readonly<Record<string, number>>, price = 10): Table {
  const rows = Object.entries(counts).flatMap(([name, count]) =>
    Array.from({ length: count }, (_, index): Cell[] => [
      name,
      price + (index % 5),
      "Rome",
      20 + (index % 40),
    ]),
  );
  return snapshot(["Item Purchased", "Purchase Amount (USD)", "Location", "Age"], rows);
}

const read = (report: Report): ComparedReport => readPreviousReport(JSON.stringify(report));
const headline = (changes: Changes, id: string) => changes.headlines.find(({ metric }) => metric === id);

describe("diffReports", () => {
  let before: Report;
  let now: Report;
  beforeAll(async () => {
    before = await reportOf(shop({ Cup: 200, Pot: 100, Pan: 95, Jar: 5 }));
    now = await reportOf(shop({ Cup: 120, Pot: 180, Pan: 100, Lid: 40 }, 14));
  });

  test("should find nothing between a report and itself", async () => {
    for (const report of [before, await reportOf(orderKinds())]) {
      const changes = diffReports(read(report), report);
      expect(hasChanges(changes)).toBe(false);
      expect(changes.sameData).toBe(true);
      expect(new Set(changes.headlines.map(({ verdict }) => verdict))).toEqual(new Set(["same"]));
    }
  });

  test("should give the same for a report as it stands and as it was read", () => {
    expect(diffReports(read(before), read(now))).toEqual(diffReports(before, now));
  });

  test("should be JSON-safe", () => {
    const changes = diffReports(before, now);
    expect(JSON.parse(JSON.stringify(changes))).toStrictEqual(changes);
  });

  test("should find the planted rise and fall beyond noise, and call the small change noise", () => {
    const { products } = diffReports(before, now);
    // 50 % to 27 %, 25 % to 41 %, 24 % to 23 % of the customers.
    expect(products?.changed.map(({ name, verdict }) => [name, verdict])).toEqual([
      ["Cup", "beyond"],
      ["Pot", "beyond"],
      ["Pan", "noise"],
    ]);
    expect(products?.changed[0]?.before).toMatchObject({ customers: 200, customersShare: 0.5 });
    expect(products?.appeared.map(({ name }) => name)).toEqual(["Lid"]);
    expect(products?.vanished.map(({ name }) => name)).toEqual(["Jar"]);
    expect(products).toMatchObject({ beyond: 2, noise: 1, moreChanged: 0, cut: false });
  });

  test("should judge headline numbers by what is known of their spread", () => {
    const changes = diffReports(before, now);
    // 400 and 440 customers are Poisson counts 1.4 deviations apart; 12 and 16 on average differ for sure.
    expect(headline(changes, "customers")).toMatchObject({ before: 400, now: 440, verdict: "noise" });
    expect(headline(changes, "averagePurchase")).toMatchObject({ before: 12, now: 16, verdict: "beyond" });
    expect(headline(changes, "revenue")).toMatchObject({ verdict: "beyond" });
    expect(headline(changes, "products")).toMatchObject({ before: 4, now: 4, verdict: "same", q: null });
    expect(headline(changes, "averageAge")?.verdict).toBe("noise");
  });

  test("should not judge how many products there are", () => {
    const more = {
      ...now,
      metrics: now.metrics.map((each) => (each.metric === "products" ? { ...each, value: 9 } : each)),
    };
    expect(headline(diffReports(before, more), "products")).toMatchObject({ verdict: "unjudged", q: null });
  });

  test("should judge orders of a longer period by the day", async () => {
    const days = (length: number, orders: number) =>
      reportOf({
        header: ["Customer ID", "Order ID", "Date", "Amount"],
        rows: Array.from({ length: orders }, (_, order): Cell[] => [
          `c${order % 150}`,
          `o${order}`,
          new Date(Date.UTC(2024, 0, 1 + (order % length))).toISOString().slice(0, 10),
          10 + (order % 7),
        ]),
      });
    const month = await days(30, 300);
    const [asMany, more] = [await days(60, 600), await days(60, 900)].map((report) =>
      diffReports(month, report),
    );
    if (asMany === undefined || more === undefined) throw new Error("no changes");
    expect(headline(asMany, "orders")).toMatchObject({ before: 300, now: 600, verdict: "noise" });
    expect(headline(asMany, "revenue")?.verdict).toBe("noise");
    expect(headline(more, "orders")?.verdict).toBe("beyond");
    expect(headline(more, "revenue")?.verdict).toBe("beyond");
  });

  test("should compare nothing with another shop, of which no product and no place comes again", async () => {
    const other = await reportOf(shop({ Hat: 120, Cap: 180, Scarf: 100, Belt: 40 }, 14));
    const elsewhere = {
      ...other,
      breakdowns: {
        ...other.breakdowns,
        location: {
          ...other.breakdowns.location,
          groups: (other.breakdowns.location?.groups ?? []).map((group) => ({
            ...group,
            name: `New ${group.name}`,
          })),
        },
      },
    };
    const changes = diffReports(before, elsewhere);
    expect(changes).toMatchObject({ otherShop: true, products: null, locations: null, rules: [] });
    expect(new Set(changes.headlines.map(({ verdict }) => verdict))).toEqual(new Set(["unjudged"]));
    expect(diffReports(before, other).otherShop).toBe(false);
    // Without places a shop may have changed all its goods: it takes another currency, or other columns, as well.
    const goods = ({ breakdowns, ...rest }: Report): ComparedReport => ({
      ...rest,
      breakdowns: { ...(breakdowns.product && { product: breakdowns.product }) },
    });
    expect(diffReports(goods(before), goods(other)).otherShop).toBe(false);
    expect(diffReports({ ...goods(before), currency: "EUR" }, goods(other)).otherShop).toBe(true);
    const { dataset } = before;
    const columns = dataset.columns.map((each) => ({ ...each, header: `Other ${each.header}` }));
    const renamed = { ...goods(before), dataset: { ...dataset, columns } };
    expect(diffReports(renamed, goods(other)).otherShop).toBe(true);
    expect(diffReports(before, now).otherShop).toBe(false);
  });

  test("should not hold amounts of two currencies against each other", () => {
    const euros = diffReports({ ...before, currency: "EUR" }, now);
    expect(headline(euros, "revenue")).toMatchObject({ before: null, verdict: "unjudged" });
    expect(euros.currency).toEqual({ before: "EUR", now: "USD" });
  });

  test("should leave out what an earlier report published under a lower minimum", () => {
    const strict = diffReports({ ...before, minimumGroup: 5 }, { ...now, minimumGroup: 10 });
    expect(strict.products?.vanished).toEqual([]);
  });

  test("should find fields newly mapped or lost, and findings that are new or gone", async () => {
    const plain = await reportOf(
      snapshot(
        ["Purchase Amount (USD)"],
        Array.from({ length: 50 }, (_, index) => [index + 1]),
      ),
    );
    const { columns } = diffReports(plain, before);
    expect(columns.appeared.map(({ field }) => field).sort()).toEqual(["age", "location", "product"]);
    expect(columns.vanished).toEqual([]);
    const finding: Finding = {
      kind: "bad-date",
      severity: "dropped",
      message: "A date is bad.",
      count: 3,
      examples: [],
    };
    const dirty: Report = { ...now, dataset: { ...now.dataset, findings: [finding] } };
    expect(
      diffReports({ ...before, dataset: { ...before.dataset, findings: [] } }, dirty).findings.appeared,
    ).toEqual([{ kind: "bad-date", severity: "dropped", message: "A date is bad.", count: 3 }]);
  });

  test("should find insights by their ids, whatever their numbers", () => {
    const withInsights = (report: Report, rest: string, ...ids: string[]): ComparedReport => ({
      ...report,
      insights: ids.map((id) => ({ id, lead: `About ${id}.`, rest })),
    });
    const { insights } = diffReports(
      withInsights(before, "40 of 50.", "a", "b"),
      withInsights(now, "", "b", "c"),
    );
    expect(insights.appeared).toEqual([{ id: "c", words: "About c." }]);
    expect(insights.vanished).toEqual([{ id: "a", words: "About a. 40 of 50." }]);
    // A report from before there were insights does not make them new.
    expect(
      diffReports({ ...before, insights: undefined }, withInsights(now, "", "a")).insights.appeared,
    ).toEqual([]);
  });

  test("should mirror what appeared and vanished when the reports change places", () => {
    const count = fc.integer({ min: 0, max: 60 });
    const counts = fc.record({ Cup: count, Pot: count, Pan: count, Jar: count });
    const withGroups = (report: Report, given: Record<string, number>): Report => {
      const [sample] = before.breakdowns.product?.groups ?? [];
      if (sample === undefined || before.breakdowns.product === undefined) throw new Error("no products");
      const groups = Object.entries(given)
        .filter(([, customers]) => customers >= 5)
        .map(([name, customers]) => ({ ...sample, name, customers, customersShare: customers / 400 }));
      return {
        ...report,
        productsByRevenue: null,
        breakdowns: { product: { ...before.breakdowns.product, groups } },
      };
    };
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const [a, b] = [withGroups(before, one), withGroups(before, other)];
        const [there, back] = [diffReports(a, b).products, diffReports(b, a).products];
        expect(back?.appeared).toEqual(there?.vanished);
        expect(back?.vanished).toEqual(there?.appeared);
        const verdicts = (changes: typeof there) =>
          new Map(changes?.changed.map(({ name, verdict }) => [name, verdict]));
        expect(verdicts(back)).toEqual(verdicts(there));
      }),
    );
  });
});

describe("diffReports on rules", () => {
  const report = (rules: ReturnType<typeof ruleOf>[], change: object = {}): Report => {
    const affinity = affinityOf({ orders: rules });
    return {
      ...base,
      affinity: { ...affinity, kinds: affinity.kinds.slice(0, 1).map((kind) => ({ ...kind, ...change })) },
    };
  };
  let base: Report;
  beforeAll(async () => {
    base = await reportOf(shop({ Cup: 60 }));
  });
  const [cup, pot, pan] = ["Cup", "Pot", "Pan"].map((name) => [product(name)]);
  if (cup === undefined || pot === undefined || pan === undefined) throw new Error("no items");
  const clear = ruleOf(cup, pot, [200, 200, 150]);
  const turned = ruleOf(pot, cup, [200, 200, 150]);
  const edge = ruleOf(cup, pan, [200, 200, 150], { q: 0.04 });

  test("should count rules of the same items once, and tell those on the edge", () => {
    const [rules] = diffReports(report([clear, turned]), report([turned, edge])).rules;
    expect(rules).toMatchObject({ kind: "orders", kept: 1, vanished: [], moreAppeared: 0 });
    expect(rules?.appeared.map(({ rule, verdict }) => [rule.consequent, verdict])).toEqual([[pan, "noise"]]);
  });

  test.each([
    ["its count is near the smallest", ruleOf(cup, pot, [12, 12, 12])],
    ["its customers are near the minimum", ruleOf(cup, pot, [200, 200, 150], { customers: 8 })],
    ["its share is near the smallest confidence", ruleOf(cup, pot, [200, 200, 22])],
  ])("should take a rule for one on the edge where %s", (_, rule) => {
    const [rules] = diffReports(report([]), report([rule])).rules;
    expect(rules?.appeared[0]?.verdict).toBe("noise");
  });

  test.each([
    ["other settings", { minSupport: 0.5 }],
    ["a list that was cut", { more: 3 }],
    ["too many itemsets", { tooMany: { maxItemsets: 1, fittingSupport: null } }],
  ])("should not judge against %s", (_, change) => {
    const [rules] = diffReports(report([], change), report([clear])).rules;
    expect(rules?.appeared[0]?.verdict).toBe("unjudged");
  });

  test("should judge what is clear, and not against a report without the kind", () => {
    expect(diffReports(report([clear]), report([])).rules[0]?.vanished[0]?.verdict).toBe("beyond");
    expect(diffReports({ ...base, affinity: null }, report([clear])).rules[0]).toMatchObject({
      baskets: { before: 0, now: 1000 },
      appeared: [{ verdict: "unjudged" }],
    });
  });
});

describe("diffReports on personas", () => {
  let base: Report;
  beforeAll(async () => {
    base = await reportOf(shop({ Cup: 60 }));
  });
  const withPersonas = (changes: Parameters<typeof someSegments>[0]): Report => ({
    ...base,
    segments: someSegments(changes),
  });
  const sized = (customers: number, rest = {}) =>
    somePersonas({ personas: [somePersona({ customers, customersShare: customers / 4936, ...rest })] });

  test("should take growth beyond chance and beyond the persona's own looseness for growth", () => {
    // From 25 % to 50 % of 4,936: twice the share, where resampling moves a persona of stability 0.8 by a fifth.
    const changes = diffReports(
      withPersonas({ personas: sized(1234) }),
      withPersonas({ personas: sized(2468) }),
    );
    expect(changes.personas).toMatchObject({ personas: [{ id: "gold", verdict: "beyond", moved: 0 }] });
  });

  test("should call growth noise that resampling the customers would give", () => {
    const changes = diffReports(
      withPersonas({ personas: sized(1234) }),
      withPersonas({ personas: sized(1400) }),
    );
    expect(changes.personas).toMatchObject({ personas: [{ verdict: "noise" }] });
    expect(hasChanges(changes)).toBe(true);
  });

  test("should measure how far a centre moved in the earlier customers' deviations", () => {
    // From z = 0 on the scale of mean 0 and deviation 1 to z = 1 on that of mean 2 and deviation 3: 2 + 3 = 5.
    const scale = { mean: 2, deviation: 3 };
    const now = {
      ...sized(1234, { centroidZ: { recency: 1, frequency: 0, monetary: 0 } }),
      scale: { recency: scale, frequency: { mean: 0, deviation: 1 }, monetary: { mean: 0, deviation: 1 } },
    };
    const changes = diffReports(withPersonas({ personas: sized(1234) }), withPersonas({ personas: now }));
    expect(changes.personas).toMatchObject({ personas: [{ verdict: "same", moved: 5 }] });
  });

  test.each([
    ["number", { personas: somePersonas({ k: 3 }) }],
    ["scale", { personas: somePersonas({ transform: "none" }) }],
    ["basis", { basis: "stated" }],
    ["vanished", { personas: { why: "small", minimum: 5, customers: 4 } }],
  ] as const)("should say why personas cannot be held against each other: %s", (why, changes) => {
    expect(diffReports(withPersonas({}), withPersonas(changes)).personas).toMatchObject({ why });
    if (why === "vanished")
      expect(diffReports(withPersonas(changes), withPersonas({})).personas).toMatchObject({
        why: "appeared",
      });
  });

  test("should have none where neither report has any", () => {
    expect(diffReports({ ...base, segments: null }, { ...base, segments: null }).personas).toBeNull();
  });
});
