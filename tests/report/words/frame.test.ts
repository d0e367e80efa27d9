import { expect, test } from "vitest";
import { createFormatter } from "../../../src/report/format.ts";
import { footerWords } from "../../../src/report/words/frame.ts";
import { reportOf, snapshot, times } from "../../questions/open-rows.ts";

test("footerWords should count the rows, begin the fingerprint, and give the last day where there is one", async () => {
  const format = createFormatter("en-US", "USD");
  const report = await reportOf(snapshot(["Amount"], times(6, [10])));
  const { read, through, privacy } = footerWords(report, format);
  expect(read).toBe(`6 rows · fingerprint ${report.dataset.fingerprint.slice(0, 8)}`);
  expect(through).toBeNull();
  expect(privacy).toBe("Groups of fewer than 5 customers are not shown");
  const dated = { ...report, period: { first: "2024-01-01", last: "2024-03-05", days: 65 } };
  expect(footerWords(dated, format).through).toBe("Data through March 5, 2024");
});

test("footerWords should count rows of reviews, too", async () => {
  const format = createFormatter("en-US", "USD");
  const report = await reportOf(snapshot(["Amount"], times(6, [10])));
  const dataset = { ...report.dataset, reviews: { rows: 600, columns: [] } };
  expect(footerWords({ ...report, dataset }, format).read).toMatch(/^606 rows · /);
});

test("footerWords should say from how many streamed events the report was built", async () => {
  const format = createFormatter("en-US", "USD");
  const report = await reportOf(snapshot(["Amount"], times(6, [10])));
  const period = { first: "2024-01-01", last: "2024-03-05", days: 65 };
  const freshness = { through: "2024-03-05", events: 50_000 };
  expect(footerWords({ ...report, period, freshness }, format).through).toBe(
    "Data through March 5, 2024, built from 50,000 events",
  );
  expect(footerWords({ ...report, freshness: { through: null, events: 1 } }, format).through).toBe(
    "Built from 1 event",
  );
});
