import { beforeAll, expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import type { Report } from "../../../../src/report/report.ts";
import { kindsLead, spendLead } from "../../../../src/sections/overview/words/leads.ts";
import { noPersonasWords, personaSupport } from "../../../../src/sections/segments/words/segments.ts";
import { reportOf, snapshot, times } from "../../../questions/open-rows.ts";
import { somePersonas, someSegments } from "../../segments/some-personas.ts";

const format = createFormatter("en-US", "USD");

let plain: Report;
let spread: Report;
beforeAll(async () => {
  plain = await reportOf(snapshot(["Amount"], times(6, [10])));
  spread = await reportOf(snapshot(["Amount"], [...times(12, [10]), ...times(12, [30])]));
});

test("kindsLead should say what the personas stand on, why there are none, or nothing", () => {
  const of = (segments: Report["segments"]) => kindsLead({ ...plain, segments }, format);
  expect(of(null)).toBe("");
  const support = personaSupport(somePersonas(), format);
  expect(of(someSegments())).toBe(`${support.title}. ${support.words}`);
  const small = { why: "small", minimum: 5, customers: 4 } as const;
  expect(of(someSegments({ personas: small }))).toBe(noPersonasWords(small, "orders"));
});

test("spendLead should give the middle half, or only what it is of", () => {
  expect(spendLead(spread, format)).toBe("The middle half of purchases lies between $10.00 and $30.00.");
  const none = { ...plain, spend: { ...plain.spend, summary: null } };
  expect(spendLead(none, format)).toBe("What purchases come to.");
  const orders = { ...spread, spend: { ...spread.spend, of: "order" as const } };
  expect(spendLead(orders, format)).toMatch(/^The middle half of orders lies /);
});

test("spendLead should make no range of one amount", () => {
  expect(spendLead(plain, format)).toBe("At least half of purchases come to $10.00.");
});

test("spendLead should say which months are missing only where they leave a hole", () => {
  const of = (...monthsWithheld: string[]) =>
    spendLead(
      {
        ...plain,
        months: ["2024-01", "2024-04"].map((month) => ({ month, revenue: 10, orders: 9, partial: false })),
        monthsWithheld,
      },
      format,
    );
  expect(of("2024-02")).toMatch(
    /\$10\.00\. Revenue by month is not shown: 1 month would tell of fewer than 5 customers\.$/,
  );
  expect(of("2024-02", "2024-03")).toMatch(/ 2 months would tell /);
  expect(of("2024-05")).toMatch(/ come to \$10\.00\.$/);
});
