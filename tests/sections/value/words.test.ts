import { describe, expect, test } from "vitest";
import { createFormatter } from "../../../src/report/format.ts";
import type { PublishedProof } from "../../../src/sections/value/part.ts";
import { noForecastSentence, purchasesCaption, trustLead } from "../../../src/sections/value/words/page.ts";

const format = createFormatter("en-US", "USD");

const held = {
  actual: 1000,
  model: { total: 100, perCustomer: 1 },
  asBefore: { total: 300, perCustomer: 2 },
  personaMean: null,
  range: { low: 900, high: 1300 },
  relativeVariance: 0.01,
};

function proofOf(rates: readonly number[], range: PublishedProof["orders"]["range"] = held.range) {
  const byPurchases = rates.map((rate, from) => ({
    from,
    open: from === rates.length - 1,
    expected: 0.5,
    actual: rate,
  }));
  return {
    until: "2025-05-01",
    weeks: 26,
    orders: { ...held, range },
    revenue: held,
    models: [],
    byWeek: [],
    byPurchases,
  } satisfies PublishedProof;
}

describe("words on the proof of a forecast", () => {
  test("should say that who came back more often went on to only where every group did", () => {
    expect(purchasesCaption(proofOf([0.1, 0.4, 0.9]))).toContain("kept coming back more often");
    expect(purchasesCaption(proofOf([0.1, 1.19, 0.39]))).not.toContain("kept coming back");
  });

  test("should not say that a forecast lay within chance where the model gives no range", () => {
    expect(trustLead(proofOf([0.1]), format, true)).toContain("within what the model allows for by chance");
    const unknown = trustLead(proofOf([0.1], null), format, true);
    expect(unknown).not.toContain("within what the model allows");
    expect(unknown).toContain("cannot be told");
  });

  test("should say by which measure a forecast was no better than a guess", () => {
    const why = (change: Partial<PublishedProof["orders"]>) => {
      const proof = { ...proofOf([0.1]), orders: { ...held, ...change } };
      return noForecastSentence({ why: "notBetter", part: "orders", proof }, format);
    };
    const near = { total: 300, perCustomer: 0.5 };
    expect(why({ asBefore: near })).toContain(
      "each customer’s orders than simply assuming that everybody carries on",
    );
    expect(why({ personaMean: near })).toContain("the average of their persona");
    expect(why({ model: { total: 900, perCustomer: 1 } })).toContain("further off in total orders");
  });

  test("should say on which side of what came a forecast lay", () => {
    expect(trustLead(proofOf([0.1]), format)).toContain(
      "It expected 1,100 orders and 1,000 came, so it was 10% too high",
    );
  });
});
