import { describe, expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import type { InsightWords } from "../../../../src/report/words/insights.ts";
import { sizeWords } from "../../../../src/sections/overview/words/size-insights.ts";
import { reportOf, snapshot, times } from "../../../questions/open-rows.ts";

const format = createFormatter("en-US", "USD");
const sentence = ({ lead, rest }: InsightWords) => `${lead} ${rest}`.trim();

describe("sizeWords", () => {
  test("should give what half of the purchases or orders come to, and purchases per customer", async () => {
    const stated = await reportOf(snapshot(["Amount"], times(6, [10])));
    expect(sizeWords(stated, format).map(sentence)).toEqual([
      "Half of purchases come to at most $10.00.",
      "6 customers made 6 purchases.",
    ]);
    const ordered = await reportOf({
      header: ["Customer ID", "Order ID", "Date", "Amount"],
      rows: Array.from({ length: 12 }, (_, row) => [`c${row % 6}`, `o${row}`, "2024-01-01", 10]),
    });
    const [amount, count] = sizeWords(ordered, format);
    expect(amount?.lead).toBe("Half of orders come to at most $10.00.");
    expect(amount?.evidence).toBe("12 orders");
    expect(count === undefined ? "" : sentence(count)).toBe(
      "6 customers made 12 purchases, 2.0 each on average.",
    );
  });

  test("should say from what on a quarter are more, where that is more", async () => {
    const some = await reportOf(snapshot(["Amount"], [...times(30, [10]), ...times(30, [20])]));
    expect(sizeWords(some, format).map(sentence)[0]).toMatch(
      /^Half of purchases come to at most \$1.*; a quarter come to \$20\.00 or more\.$/,
    );
  });

  test("should say nothing of amounts where the data hold no money", async () => {
    const baskets = await reportOf({
      header: ["Customer ID", "Order ID", "Date", "Product"],
      rows: Array.from({ length: 12 }, (_, row) => [`c${row % 6}`, `o${row}`, "2024-01-01", "Tea"]),
    });
    expect(sizeWords(baskets, format).map(sentence)).toEqual([
      "6 customers made 12 purchases, 2.0 each on average.",
    ]);
  });

  test("should give no average of one customer", async () => {
    const one = await reportOf({
      header: ["Customer ID", "Order ID", "Date", "Amount"],
      rows: Array.from({ length: 12 }, (_, row) => ["c1", `o${row}`, "2024-01-01", 10]),
    });
    expect(sizeWords(one, format).map(sentence).at(-1)).toBe("1 customer made 12 purchases.");
  });

  test("should say nothing of amounts or customers that are not known", async () => {
    const report = await reportOf(snapshot(["Amount"], times(6, [10])));
    const none = { ...report, spend: { ...report.spend, summary: null } };
    expect(sizeWords(none, format).map(sentence)).toEqual(["6 customers made 6 purchases."]);
    expect(sizeWords({ ...none, metrics: [] }, format)).toEqual([]);
  });
});
