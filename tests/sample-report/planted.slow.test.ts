import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { openReport } from "../../src/edition/open-report.ts";
import type { MetricId } from "../../src/report/metrics.ts";
import type { BreakdownField, Report } from "../../src/report/report.ts";
import { DIRT } from "../sample/generator/dirt.ts";
import { generateSample, SAMPLE_SEED } from "../sample/generator/generate.ts";
import { themesOfText } from "../sample/generator/reviews.ts";
import { STATES } from "../sample/generator/states.ts";
import { isPurchase } from "../sample/generator/truth.ts";

const sample = generateSample(SAMPLE_SEED);
const { truth } = sample;

/** What data/README.md says was planted must be what the report of `data/` finds. */
describe("the report of the sample data", () => {
  let report: Report;
  beforeAll(async () => {
    ({ report } = await openReport(fileURLToPath(new URL("../../data/shopping.csv", import.meta.url))));
  });

  const metric = (id: MetricId) =>
    report.metrics.find((headline) => headline.metric === id)?.value ?? Number.NaN;
  const groups = (field: BreakdownField) => report.breakdowns[field]?.groups ?? [];
  const finding = (kind: string) =>
    report.dataset.findings.find((candidate) => candidate.kind === kind)?.count;

  test("should find the themes that were planted in reviews, and no other", () => {
    const themes = report.reviews?.themes?.themes ?? [];
    const planted = ["fit", "fastening", "delivery"] as const;
    const isOf = {
      fit: /small|tight|siz/,
      fastening: /clasp|buckle/,
      delivery: /parcel|courier|late|delivery/,
    };
    const named = themes.map(({ words }) =>
      planted.filter((name) => words.some((word) => isOf[name].test(word))),
    );
    expect(named.map((names) => names.length)).toEqual([1, 1, 1]);
    expect(new Set(named.flat())).toEqual(new Set(planted));
    const theme = (name: (typeof planted)[number]) =>
      themes[named.findIndex((names) => names.includes(name))];
    expect(themes.every(({ kind }) => kind === "complaint")).toBe(true);
    expect(planted.map((name) => theme(name)?.change)).toEqual(["none", "none", "grows"]);
    const commoner = (name: (typeof planted)[number]) =>
      theme(name)?.categories.flatMap((each) => (each.isMore ? [each.name] : []));
    expect(planted.map(commoner)).toEqual([["Clothing"], ["Accessories"], []]);
    for (const name of planted) {
      const written = sample.rows.filter(
        (each) =>
          isPurchase(each) && themesOfText(each.row["Review Text"]).some((found) => found.name === name),
      ).length;
      expect(Math.abs((theme(name)?.texts ?? 0) - written)).toBeLessThan(0.03 * written);
    }
  });

  test("should find the cohort of worse quality, and who fell silent", () => {
    const { cohorts, movement } = report.comingBack ?? {};
    // Half of those of the second quarter of 2024 ordered again, 7 % of those of the third.
    const third = cohorts?.comparisons.find(({ name, before }) => name === "2024-Q3" && before === "2024-Q2");
    expect(third?.differs).toBe("less");
    const [second = 0, later = 0] = ["2024-Q2", "2024-Q3"].map((quarter) => {
      const cohort = cohorts?.cohorts.find(({ name }) => name === quarter);
      return (cohort?.active[1] ?? 0) / (cohort?.customers ?? 1);
    });
    expect(second).toBeGreaterThan(4 * later);
    // The lapsed, the 60 that stopped in the summer of 2025 among them, are silent for longer than is usual.
    expect(report.comingBack?.late?.some(({ late }) => (late ?? 0) >= 60)).toBe(true);
    expect(movement?.segments?.asleepFrom).not.toBeNull();
  });

  test("should account for every row as planted", () => {
    const { account } = report.dataset;
    expect(account).toMatchObject({
      read: truth.rowsRead,
      purchases: truth.purchases,
      returns: truth.returns,
      reversed: truth.reversed,
      unpriced: truth.withoutPrice,
      excluded: 0,
      dropped: truth.droppedAsDuplicate + truth.droppedForDate,
      duplicates: truth.droppedAsDuplicate,
    });
    expect(account.returnsValue).toBeCloseTo(-truth.returned, 6);
    expect(account.droppedByReason.map(({ rows }) => rows)).toEqual([
      truth.droppedAsDuplicate,
      truth.droppedForDate,
    ]);
  });

  test("should count customers, orders and money as planted", () => {
    expect(metric("customers")).toBe(truth.customers);
    expect(metric("orders")).toBe(truth.orders);
    expect(metric("transactions")).toBe(truth.purchases);
    expect(metric("revenue")).toBeCloseTo(truth.revenue, 6);
    expect(metric("grossSales")).toBeCloseTo(truth.revenue + truth.discounts, 6);
    expect(metric("discounts")).toBeCloseTo(-truth.discounts, 6);
    expect(metric("netSales")).toBeCloseTo(truth.revenue - truth.returned, 6);
    expect(metric("returns")).toBe(truth.returns);
  });

  test("should find each kind of dirt, as often as it was planted, and nothing else", () => {
    expect(finding("dropped-duplicate")).toBe(DIRT.duplicateLine);
    expect(finding("dropped-date-unreadable")).toBe(DIRT.dateImpossible);
    expect(finding("amount-number-format")).toBe(DIRT.amountThousands + DIRT.amountDecimalComma);
    expect(finding("age-unreadable")).toBe(DIRT.ageNotNumber + DIRT.ageOutOfRange);
    expect(finding("rating-unreadable")).toBe(DIRT.ratingOutOfRange);
    expect(finding("category-spelling")).toBe(DIRT.categoryVariant);
    expect(finding("discount-words")).toBe(DIRT.yesNoSpelling);
    expect((finding("location-spaces") ?? 0) + (finding("product-spaces") ?? 0)).toBe(DIRT.trailingSpace);
    expect(finding("reversed")).toBe(truth.reversed);
    expect(report.dataset.findings).toHaveLength(10);
  });

  test("should name the line of every finding, and no customer", () => {
    const examples = report.dataset.findings.flatMap((found) => found.examples);
    expect(examples.every(({ file, line }) => file === "shopping.csv" && line > 1)).toBe(true);
    expect(JSON.stringify(report)).not.toMatch(/C-\d{5}/);
    for (const { row } of sample.rows.filter((one) => one.row["Review Text"] !== "").slice(0, 50)) {
      expect(JSON.stringify(report)).not.toContain(row["Review Text"]);
    }
  });

  test("should have neither wrong categories nor wrong yes and no after cleaning", () => {
    expect(
      groups("category")
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["Accessories", "Clothing", "Footwear", "Gift Cards", "Outerwear"]);
    expect(groups("discount").map(({ name }) => name)).toEqual(["Yes", "No"]);
    expect(groups("product")).toHaveLength(26);
    expect(report.age).toMatchObject({ count: truth.customers });
    expect(report.age?.high).toBeLessThanOrEqual(79);
  });

  test("should have four in five purchases of outerwear outside summer, most in winter", () => {
    const table = report.seasonCategory;
    expect(table?.columns).toEqual(["Spring", "Summer", "Fall", "Winter"]);
    const purchasesIn = new Map(groups("season").map(({ name, purchases }) => [name, purchases]));
    const row = table?.rows.indexOf("Outerwear") ?? -1;
    const shares =
      table?.columns.map(
        (season, column) => (table.counts[row]?.[column] ?? 0) / (purchasesIn.get(season) ?? 0),
      ) ?? [];
    // data/README.md, "Seasons": 7.2 %, 1.9 %, 7.6 %, 12.4 %.
    [0.072, 0.019, 0.076, 0.124].forEach((share, index) => {
      expect(Math.abs((shares[index] ?? 0) - share)).toBeLessThan(0.0006);
    });
  });

  test("should count every pair of season and category as the rows do, dirt seen through", () => {
    const table = report.seasonCategory;
    const counts = new Map<string, number>();
    for (const one of sample.rows.filter(isPurchase)) {
      const key = `${one.row.Season}/${one.row.Category.trim().toLowerCase()}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    table?.rows.forEach((category, row) => {
      table.columns.forEach((season, column) => {
        expect(table.counts[row]?.[column], `${season} ${category}`).toBe(
          counts.get(`${season}/${category.toLowerCase()}`),
        );
      });
    });
  });

  test("should list all 50 states by population", () => {
    const found = groups("location").map(({ name }) => name);
    expect(found).toHaveLength(50);
    expect(found.slice(0, 10)).toEqual(STATES.slice(0, 10).map(([state]) => state));
    const customers = new Map(groups("location").map((group) => [group.name, group.customers]));
    const byPopulation = STATES.map(([state]) => customers.get(state) ?? 0);
    expect(byPopulation).toEqual([...byPopulation].sort((a, b) => b - a));
    expect(byPopulation.slice(0, 5)).toEqual([466, 344, 254, 238, 153]);
  });

  test("should have December of both years as the months of most revenue, over 24 whole months", () => {
    const months = report.months ?? [];
    expect(months).toHaveLength(24);
    expect(months.filter(({ partial }) => partial)).toEqual([]);
    const best = [...months].sort((a, b) => b.revenue - a.revenue);
    expect(
      best
        .slice(0, 2)
        .map(({ month }) => month)
        .sort(),
    ).toEqual(["2024-12", "2025-12"]);
    expect(best[0]?.revenue).toBeGreaterThan(1.4 * (best[2]?.revenue ?? 0));
    expect(months.reduce((all, { orders }) => all + orders, 0)).toBe(truth.orders);
    expect(report.period).toEqual({ first: "2024-01-01", last: "2025-12-31", days: 731 });
  });

  test("should have ratings on 96 % of lines, of mean 3.72, most of them above 3.5", () => {
    expect((report.rating?.summary.count ?? 0) / truth.purchases).toBeCloseTo(0.96, 2);
    expect(metric("averageRating")).toBeCloseTo(3.72, 2);
    const bins = report.rating?.histogram.bins ?? [];
    expect(bins.reduce((all, { count }) => all + count, 0)).toBe(report.rating?.summary.count);
    expect(bins.every(({ from, to }) => from >= 1 && (to ?? 9) <= 5)).toBe(true);
    const good = bins.filter(({ from }) => from >= 3.5).reduce((all, { share }) => all + share, 0);
    expect(good).toBeGreaterThan(0.55);
  });

  test("should tell customers of one order from those who come back, as the kinds were planted", () => {
    const kinds = [...sample.kindOfCustomer.values()];
    const once = kinds.filter((kind) => kind === "newcomer" || kind === "gone").length;
    expect(metric("repeatShare")).toBeCloseTo(1 - once / kinds.length, 12);
    const first = report.ordersPerCustomer?.[0];
    expect(first?.orders.startsWith("1")).toBe(true);
    expect(first?.customers).toBe(once);
    expect(report.ordersPerCustomer?.reduce((all, { customers }) => all + customers, 0)).toBe(
      truth.customers,
    );
  });

  test("should sell women handbags and men backpacks overall alike, and Venmo to nobody in particular", () => {
    const share = (field: BreakdownField, name: string) =>
      groups(field).find((group) => group.name === name)?.purchasesShare ?? Number.NaN;
    expect(Math.abs(share("product", "Handbag") - share("product", "Backpack"))).toBeLessThan(0.01);
    expect(share("gender", "Female") + share("gender", "Male")).toBeCloseTo(1, 12);
    expect(report.subscribersByGender?.map(({ share: part }) => Math.round(part * 100))).toEqual([30, 30]);
  });
});
