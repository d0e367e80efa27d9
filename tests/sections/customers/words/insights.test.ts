import { describe, expect, test } from "vitest";
import {
  concentrationWords,
  personaWords,
  ratingWords,
  repeatWords,
  sizeWords,
} from "../../../../src/sections/customers/words/insights.ts";
import type { InsightWords } from "../../../../src/report/words/insights.ts";
import { createFormatter } from "../../../../src/report/format.ts";
import { reportOf, snapshot, times } from "../../../questions/open-rows.ts";
import { somePersona } from "../../segments/some-personas.ts";

const format = createFormatter("en-US", "USD");
const sentence = ({ lead, rest }: InsightWords) => `${lead} ${rest}`.trim();

test("concentrationWords should give the tenth's share and those who bring half, one or many", () => {
  const of = (half: number) =>
    concentrationWords({ customers: 1234, top: 124, topShare: 0.412, half }, format);
  expect(sentence(of(310))).toBe(
    "The top 10% of customers bring 41% of revenue; half of it comes from 310 customers.",
  );
  expect(of(310).evidence).toBe("124 of 1,234 customers");
  expect(sentence(of(1))).toMatch(/from 1 customer\.$/);
  const german = createFormatter("de-DE", "EUR");
  expect(concentrationWords({ customers: 50, top: 5, topShare: 0.5, half: 5 }, german).lead).toBe(
    "The top 10\u00a0% of customers bring 50\u00a0% of revenue;",
  );
});

test("personaWords should give both shares, the typical customer and how sure the persona is", () => {
  const persona = somePersona({ name: "Platinum", customersShare: 0.2, revenueShare: 0.55 });
  const of = personaWords(persona, "orders", format);
  expect(sentence(of)).toBe(
    "Platinum is 20% of customers and 55% of revenue: the typical customer has 8 orders, the last 24 days ago, with $321.00 of revenue.",
  );
  expect(of.sure).toEqual({ level: "tested", words: "Stable · 0.80" });
  expect(of.evidence).toBe("1,234 customers");
  expect(sentence(personaWords(persona, "stated", format))).toMatch(
    /revenue: the typical customer states a purchase every 24 days and has 8 previous purchases, with \$321\.00 a purchase\.$/,
  );
});

describe("repeatWords", () => {
  test.each([
    [1, "Every customer ordered more than once."],
    [0.5, "50% of customers ordered more than once; 50% did not come back in the period."],
    [0.49, "51% of customers ordered only once; 49% came back in the period."],
    [0, "No customer ordered more than once."],
  ])("should begin with the larger part where %d came back", (repeat, words) => {
    expect(sentence(repeatWords({ repeat, customers: 1000 }, format))).toBe(words);
  });

  test("should count those who came back", () => {
    expect(repeatWords({ repeat: 0.4935, customers: 2000 }, format).evidence).toBe(
      "987 of 2,000 customers came back",
    );
    expect(repeatWords({ repeat: 1, customers: 1 }, format).evidence).toBe("1 of 1 customer came back");
  });
});

test("ratingWords should say high or low with the mean and the ratings, one or many", () => {
  const high = ratingWords({ mean: 4.257, count: 2000, high: true }, format);
  expect(sentence(high)).toBe("Ratings are high: 4.26 of 5 on average.");
  expect(high.evidence).toBe("2,000 ratings");
  const low = ratingWords({ mean: 3, count: 1, high: false }, format);
  expect(sentence(low)).toBe("Ratings are low: 3.00 of 5 on average.");
  expect(low.evidence).toBe("1 rating");
});

describe("sizeWords", () => {
  test("should give what half of the purchases or orders come to, and purchases per customer", async () => {
    const stated = await reportOf(snapshot(["Amount"], times(6, [10])));
    expect(sizeWords(stated, format).map(sentence)).toEqual([
      "Half of purchases come to at most $10.00; a quarter come to $10.00 or more.",
      "6 customers made 6 purchases, 1.0 each on average.",
    ]);
    const ordered = await reportOf({
      header: ["Customer ID", "Order ID", "Date", "Amount"],
      rows: Array.from({ length: 12 }, (_, row) => [`c${row % 6}`, `o${row}`, "2024-01-01", 10]),
    });
    const [amount, count] = sizeWords(ordered, format);
    expect(amount?.lead).toBe("Half of orders come to at most $10.00;");
    expect(amount?.evidence).toBe("12 orders");
    expect(count === undefined ? "" : sentence(count)).toBe(
      "6 customers made 12 purchases, 2.0 each on average.",
    );
  });

  test("should say nothing of amounts or customers that are not known", async () => {
    const report = await reportOf(snapshot(["Amount"], times(6, [10])));
    const none = { ...report, spend: { ...report.spend, summary: null } };
    expect(sizeWords(none, format).map(sentence)).toEqual([
      "6 customers made 6 purchases, 1.0 each on average.",
    ]);
    expect(sizeWords({ ...none, metrics: [] }, format)).toEqual([]);
  });
});
