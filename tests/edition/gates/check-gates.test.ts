import { beforeAll, describe, expect, test } from "vitest";
import { parseConfig } from "../../../src/config/parse-config.ts";
import { checkGates } from "../../../src/edition/gates/check-gates.ts";
import { findNumber } from "../../../src/edition/gates/gate-path.ts";
import { passGates } from "../../../src/edition/gates/pass-gates.ts";
import type { Report } from "../../../src/report/report.ts";
import { type Cell, reportOf } from "../../questions/open-rows.ts";
import { refusal } from "../../support/refusal.ts";

let report: Report;
beforeAll(async () => {
  const rows = Array.from({ length: 20 }, (_, index): Cell[] => [
    `customer ${index}`,
    `o${index}`,
    `2025-03-${String(1 + index).padStart(2, "0")}`,
    index % 2 === 0 ? "Cup No. 5" : "Pot",
    10,
  ]);
  report = await reportOf({
    header: ["Customer ID", "Order ID", "Date", "Product", "Amount"],
    rows: [...rows, ["customer 1", "o99", "no date", "Pot", 10]],
  });
});

const check = (text: string, previous: unknown = null, today: string | null = null) =>
  checkGates(
    report,
    previous,
    parseConfig(`gates:\n${text.replace(/^/gm, "  ")}`, "report.yaml").gates,
    today,
  );
const outcomes = (text: string, previous?: unknown, today?: string | null) =>
  check(text, previous, today).map(({ outcome, words }) => `${outcome}: ${words}`);

describe("findNumber", () => {
  test.each([
    ["schemaVersion", 1],
    ["metrics.revenue", 200],
    ["dataset.account.dropped", 1],
    ["dataset.columns.customer.filled", 21],
    ['breakdowns.product.groups."Cup No. 5".revenue', 100],
    ["breakdowns.product.groups.Pot.customersShare", 0.5],
    ["months.2025-03.orders", 20],
  ])("should find %s", (path, value) => {
    expect(findNumber(report, path)).toEqual({ value });
  });

  test("should find items by their place where they have no names", () => {
    expect(
      findNumber(
        {
          grid: [
            [1, 2],
            [3, 4],
          ],
        },
        "grid.1.0",
      ),
    ).toEqual({ value: 3 });
    expect(findNumber({ grid: [[1, 2]] }, "grid.5.0")).toEqual({ missing: "5", at: "grid", there: ["0"] });
  });

  test("should not take a place for a name, nor one name for two", () => {
    const list = {
      list: [
        { name: "a", n: 1 },
        { name: "a", n: 2 },
      ],
    };
    expect(findNumber(list, "list.0.n")).toMatchObject({ missing: "0" });
    expect(findNumber(list, "list.a.n")).toMatchObject({ notOne: 'has more than one "a"' });
  });

  test("should find nothing that a list or an object has of its own", () => {
    expect(findNumber(report, "metrics.length")).toMatchObject({ missing: "length" });
    expect(findNumber(report, "dataset.constructor.length")).toMatchObject({ missing: "constructor" });
  });
});

describe("checkGates", () => {
  test("should have nothing to say without gates", () => {
    expect(checkGates(report, null, undefined, null)).toEqual([]);
  });

  test("should hold a number against its bounds, which belong to it", () => {
    expect(outcomes("metrics.revenue: { min: 200, max: 200 }")).toEqual([
      "passed: metrics.revenue is 200; allowed is at least 200",
      "passed: metrics.revenue is 200; allowed is at most 200",
    ]);
    expect(outcomes("metrics.revenue: { min: 201 }\nmetrics.customers: { max: 19.5 }")).toEqual([
      "failed: metrics.revenue is 200; it must be at least 201",
      "failed: metrics.customers is 20; it must be at most 19.5",
    ]);
  });

  test("should hold a change against the previous report", () => {
    const previous = {
      metrics: [
        { metric: "revenue", value: 160 },
        { metric: "customers", value: 0 },
      ],
    };
    expect(outcomes("metrics.revenue: { maxChange: 0.25 }", previous)[0]).toMatch(
      /^passed: .* 200, .* 160 \(\+25%\); allowed is at most 25 %$/,
    );
    expect(outcomes("metrics.revenue: { maxChange: 0.2 }", previous)[0]).toMatch(
      /^failed: .*; it may change by at most 20 %$/,
    );
    expect(outcomes("metrics.customers: { maxChange: 5 }", previous)[0]).toMatch(
      /^failed: metrics\.customers is 20, in the previous report it was 0;/,
    );
  });

  test("should let a change pass, and say so, that cannot be checked", () => {
    expect(outcomes("metrics.revenue: { maxChange: 0.1 }")).toEqual([
      "unchecked: metrics.revenue: change not checked, there is no previous report",
    ]);
    expect(outcomes("metrics.revenue: { maxChange: 0.1 }", {})).toEqual([
      "unchecked: metrics.revenue: change not checked, the previous report has no such number",
    ]);
  });

  test.each([
    ["metrics.sales", /metrics\.sales: metrics has no "sales"; there are customers, orders/],
    ["metric", /metric: report\.json has no "metric"; there are schemaVersion,.* and \d+ more$/],
    ["dataset.account", /dataset\.account: dataset\.account is no number; in it there are read, purchases/],
    ["currency", /currency: currency is empty: the data do not give it/],
    ["title", /title: title is "\w+", not a number/],
    ["affinity.kinds.x", /affinity\.kinds\.x: affinity has no "kinds"|affinity\.kinds has no "x"/],
  ])("should fail where %s names no number, and say what is there", (path, words) => {
    const [result] = check(`${path}: { min: 0 }`);
    expect(result).toMatchObject({ outcome: "failed", value: null });
    expect(result?.words).toMatch(words);
  });

  test("should hold the share of rows that were left out against its bound", () => {
    expect(outcomes("maxDroppedShare: 0.05")).toEqual([
      "passed: 1 of 21 rows left out (4.76 %); allowed are at most 5 %",
    ]);
    expect(outcomes("maxDroppedShare: 0.01")[0]).toMatch(/^failed/);
  });

  test("should count freshness from the date of the gate, else from the day that is given", () => {
    expect(outcomes("freshWithin: { days: 5, of: 2025-03-25 }", null, "2026-01-01")).toEqual([
      "passed: the last purchase is of 2025-03-20, 5 days before 2025-03-25; allowed are at most 5 days",
    ]);
    expect(outcomes("freshWithin: { days: 4 }", null, "2025-03-25")[0]).toMatch(/^failed/);
    expect(outcomes("freshWithin: { days: 0 }", null, "2025-03-19")[0]).toMatch(/^passed: .*1 day after/);
    expect(outcomes("freshWithin: { days: 4 }")[0]).toMatch(
      /^unchecked: .*neither SOURCE_DATE_EPOCH nor report\.yaml gives a day/,
    );
  });

  test("should fail freshness where there are no dates", () => {
    const { gates } = parseConfig("gates: { freshWithin: { days: 1 } }", "report.yaml");
    const [result] = checkGates({ ...report, period: null }, null, gates, "2025-03-25");
    expect(result).toMatchObject({ outcome: "failed" });
  });
});

describe("passGates", () => {
  const gated = (text: string): Report => ({ ...report, gates: check(text) });

  test("should let a report through that passed or could not be checked", () => {
    passGates(gated("metrics.revenue: { min: 1, maxChange: 0.1 }"));
  });

  test("should list every gate that is closed, with what to look at", async () => {
    const one = await refusal(() => passGates(gated("metrics.revenue: { min: 300 }")));
    expect(one).toMatch(
      /^report\.yaml: a gate is closed: metrics\.revenue is 200; it must be at least 300\n/,
    );
    const two = await refusal(() =>
      passGates(
        gated("metrics.revenue: { min: 300 }\nmaxDroppedShare: 0\nfreshWithin: { days: 0, of: 2026-01-01 }"),
      ),
    );
    expect(two).toMatch(/^report\.yaml: 3 gates are closed:\n {2}- metrics\.revenue/);
    expect(two).toMatch(/Most were left out for: /);
    expect(two).toMatch(/newest export/);
    expect(two).toMatch(/change its bound in report\.yaml/);
  });
});
