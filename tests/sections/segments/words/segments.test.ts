import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import { personasCaption } from "../../../../src/sections/segments/words/persona-caption.ts";
import {
  levelOf,
  measureNames,
  noPersonasWords,
  personaSentence,
  personaSupport,
  segmentsBasis,
  segmentsTitle,
  stabilityOf,
  typicalWords,
  writeMeasured,
} from "../../../../src/sections/segments/words/segments.ts";
import { somePersona, somePersonas, someSegments } from "../some-personas.ts";

const format = createFormatter("en-US", "USD");
const curve = (...values: number[]) => values.map((value, index) => ({ k: index + 2, value }));
const supportOf = (k: number, ...values: number[]) =>
  personaSupport(somePersonas({ k, silhouette: curve(...values) }), format);

describe("personaSupport", () => {
  test("should call a number supported from a silhouette of 0.5 that no other clearly beats", () => {
    expect(supportOf(4, 0.4, 0.45, 0.5, 0.4).support).toBe("supported");
    expect(supportOf(4, 0.4, 0.519, 0.5, 0.4).support).toBe("supported");
    expect(supportOf(4, 0.4, 0.521, 0.5, 0.4).support).toBe("weak");
    expect(supportOf(4, 0.4, 0.45, 0.499, 0.4).support).toBe("weak");
    expect(supportOf(4, 0.4, 0.45, 0.25, 0.4).support).toBe("weak");
    expect(supportOf(4, 0.2, 0.2, 0.249, 0.2).support).toBe("unsupported");
    expect(supportOf(2, -0.1).support).toBe("unsupported");
  });

  test("should say in the title how it stands", () => {
    expect(supportOf(4, 0.4, 0.45, 0.62).title).toBe("Customers fall into four groups");
    expect(supportOf(3, 0.4, 0.35, 0.3).title).toBe("Three groups, with blurred edges");
    const structure = {
      kind: "continuum",
      silhouette: 0.62,
      references: { count: 39, highest: 0.63, silhouette: 0.62 },
    } as const;
    const divided = personaSupport(somePersonas({ structure }), format);
    expect(divided).toMatchObject({
      support: "weak",
      title: "Four groups, with no clear borders",
    });
    expect(divided.words).toContain(
      "Groups cut from one even crowd of customers would be just as far apart.",
    );
    expect(divided.grounds).toContain(
      "But so are parts of 39 clouds of one heap with the same values and correlations.",
    );
    expect(supportOf(5, 0.1, 0.1, 0.1, 0.1).title).toBe("Customers do not fall into five groups");
  });

  test("should give the silhouette, the rival and the knee as grounds", () => {
    expect(supportOf(4, 0.4, 0.45, 0.62, 0.5).grounds).toBe(
      "The groups are clearly apart (mean silhouette 0.62 of at most 1). They are farther apart than the parts of any of 39 clouds of one heap with the same values and correlations. No other number of groups from 2 to 5 would divide the customers clearly better. The inertia bends at 4, the number chosen.",
    );
    const { grounds } = personaSupport(
      somePersonas({ k: 3, knee: 5, silhouette: curve(0.44, 0.35, 0.36) }),
      format,
    );
    expect(grounds).toMatch(/^The groups overlap: they divide one crowd/);
    expect(grounds).toContain("Two groups would be more distinct (0.44).");
    expect(grounds).toMatch(/The inertia bends at 5\.$/);
    expect(personaSupport(somePersonas({ knee: null }), format).grounds).toMatch(
      /The inertia falls without a knee\.$/,
    );
  });

  test("should tell a manager the same in plain words", () => {
    expect(supportOf(4, 0.4, 0.45, 0.62, 0.5).words).toBe(
      "The groups are clearly apart. No other number of groups from 2 to 5 would divide the customers clearly better.",
    );
    for (const { words } of [supportOf(3, 0.62, 0.4, 0.1), supportOf(2, 0.2)])
      expect(words).not.toMatch(/silhouette|inertia|\d\.\d/i);
  });

  test("should speak of a cloud without gaps only where no number of groups finds gaps", () => {
    expect(supportOf(3, 0.4, 0.45, 0.62).grounds).toMatch(
      /^The groups overlap \(mean silhouette 0\.45 of at most 1\)\./,
    );
    expect(supportOf(3, 0.4, 0.45, 0.499).words).toMatch(/^The groups overlap: they divide one crowd/);
  });

  test("should write a silhouette so that it does not contradict the sentence", () => {
    expect(supportOf(2, 0.498).grounds).toContain("(mean silhouette 0.498 of at most 1)");
    expect(supportOf(2, 0.498).words).toMatch(/^The groups overlap/);
  });

  test.each([
    [0.7, /^The groups are far apart/],
    [0.69, /^The groups are clearly apart/],
    [0.5, /^The groups are clearly apart/],
    [0.49, /^The groups overlap/],
    [0.25, /^The groups overlap/],
    [0.24, /^There is hardly any structure/],
    [-0.2, /^There is hardly any structure/],
  ])("should put a silhouette of %d into words", (value, words) => {
    expect(supportOf(2, value).words).toMatch(words);
  });
});

describe("stabilityOf", () => {
  const natural = somePersonas().structure;

  test("should call no part of a continuum stable, and a doubtful one doubtful", () => {
    const continuum = { kind: "continuum", silhouette: 0.4, references: null } as const;
    expect(stabilityOf(0.95, continuum, format)).toMatchObject({
      level: "fair",
      badge: "No clear borders",
    });
    expect(stabilityOf(0.5, continuum, format)).toMatchObject({
      level: "doubtful",
      badge: "Doubtful",
    });
  });

  test("should change at 0.75 and 0.6, as fpc's clusterboot", () => {
    expect([1, 0.75, 0.749, 0.6, 0.599, 0].map((value) => stabilityOf(value, natural, format).level)).toEqual(
      ["stable", "stable", "fair", "fair", "doubtful", "doubtful"],
    );
    for (const value of [1, 0.7, 0.3]) {
      const { badge, words } = stabilityOf(value, natural, format);
      expect(badge).toMatch(/^[A-Z][a-z ]+$/);
      expect(words).toMatch(/scores \d\.\d\d, .*: 0\.75 and more is stable, below 0\.6 is doubtful\.$/);
    }
  });

  test.each([
    [0.75, "Stable", "0.75"],
    [0.748, "Fairly stable", "0.748"],
    [0.745, "Fairly stable", "0.745"],
    [0.7449, "Fairly stable", "0.74"],
    [0.7499, "Fairly stable", "0.7499"],
    [0.596, "Doubtful", "0.596"],
    [0.604, "Fairly stable", "0.60"],
  ])("should write %d so that it does not contradict its name", (value, badge, written) => {
    const found = stabilityOf(value, natural, format);
    expect(found.badge).toBe(badge);
    expect(found.words).toContain(`It scores ${written},`);
  });

  test("should never write a number on the other side of a bound than its name says", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }).filter(isPlain), (value) => {
        const { badge, words } = stabilityOf(value, natural, format);
        const number = Number(/It scores ([\d.]+),/.exec(words)?.[1]);
        expect(badge).toBe(number >= 0.75 ? "Stable" : number >= 0.6 ? "Fairly stable" : "Doubtful");
      }),
    );
  });
});

/** No nearer to a bound than six decimals tell. */
function isPlain(value: number): boolean {
  return [0.75, 0.6].every((bound) => value >= bound || bound - value > 1e-6);
}

test("levelOf should part the scale of 1 to 5 into thirds", () => {
  expect([1, 7 / 3, 2.34, 3, 3.66, 11 / 3, 5].map(levelOf)).toEqual([
    "low",
    "low",
    "middle",
    "middle",
    "middle",
    "high",
    "high",
  ]);
});

describe("typicalWords", () => {
  const typical = (recency: number, frequency: number) => {
    const of = (median: number) => ({ lowerQuartile: 0, median, upperQuartile: 99 });
    return somePersona({
      typical: { recency: of(recency), frequency: of(frequency), monetary: of(2044) },
    });
  };

  test("should use one or many", () => {
    expect(typicalWords("orders", typical(24, 11), format)).toEqual({
      typical: "The typical customer has 11 orders, the last 24 days ago",
      times: "11 orders",
      spend: "$2,044 of revenue",
    });
    expect(typicalWords("orders", typical(1, 1), format)).toMatchObject({
      typical: "The typical customer has 1 order, placed 1 day ago",
      times: "1 order",
    });
    expect(typicalWords("orders", typical(2.5, 1.5), format)).toMatchObject({
      typical: "The typical customer has 1.5 orders, the last 2.5 days ago",
    });
    expect(typicalWords("stated", typical(30, 1), format)).toEqual({
      typical: "The typical customer states a purchase every 30 days and has 1 previous purchase",
      times: "1 previous purchase",
      spend: "$2,044 a purchase",
    });
    expect(typicalWords("stated", typical(7, 14), format)).toMatchObject({
      times: "14 previous purchases",
    });
  });
});

test("writeMeasured should write money as money, halves with a decimal, and large means without", () => {
  expect(writeMeasured(format, "monetary", 12.5)).toBe("$12.50");
  expect(writeMeasured(format, "frequency", 4)).toBe("4");
  expect(writeMeasured(format, "frequency", 4.5)).toBe("4.5");
  expect(writeMeasured(format, "recency", 42.75)).toBe("43");
  expect(writeMeasured(format, "recency", 1234)).toBe("1,234");
});

describe("segmentsBasis", () => {
  test("should tell orders from stand-ins", () => {
    const orders = segmentsBasis(someSegments(), format);
    expect(orders).toMatch(
      /^4,936 customers\. Recency is the number of days .* to January 1, 2026, frequency/,
    );
    expect(segmentsBasis(someSegments({ basis: "stated", countedFrom: null }), format)).toContain(
      "The data hold no dates, so stand-ins are used",
    );
  });

  test("should count those in no segment, one or many", () => {
    const words = (withoutValue: number, customers = 10) =>
      segmentsBasis(someSegments({ withoutValue, customers }), format);
    expect(words(0)).not.toContain("in no segment");
    expect(words(1, 1)).toMatch(/^1 customer\. /);
    expect(words(1)).toMatch(/ 1 customer is in no segment, for want of one of the three /);
    expect(words(7)).toMatch(/ 7 customers are in no segment, for want of one of the three /);
  });
});

test("segmentsTitle should claim personas only where there are some", () => {
  expect(segmentsTitle(someSegments(), format)).toBe("Customers fall into four groups");
  const without = someSegments({ personas: { why: "few", customers: 3, k: 4 } });
  expect(segmentsTitle(without, format)).toBe("Customers by recency and frequency");
});

describe("noPersonasWords", () => {
  test("should give every reason as sentences fit for the page", () => {
    const reasons = [
      { why: "few", customers: 3, k: 4 },
      { why: "alike", different: 1, k: 4 },
      { why: "alike", different: 3, k: 4 },
      { why: "constant", measure: "recency", value: 7 },
      { why: "infinite", measure: "monetary" },
      { why: "small", minimum: 5, customers: 20 },
    ] as const;
    const sentences = reasons.flatMap((reason) =>
      (["orders", "stated"] as const).map((basis) => noPersonasWords(reason, basis)),
    );
    for (const words of sentences) {
      expect(words).toMatch(/^[A-Z0-9].*\.$/);
      expect(words).not.toMatch(/undefined|NaN|null/);
    }
  });

  test("should say what decided it", () => {
    expect(noPersonasWords({ why: "few", customers: 3, k: 4 }, "orders")).toBe(
      "4 personas need at least 4 customers; the data hold 3.",
    );
    expect(noPersonasWords({ why: "alike", different: 3, k: 4 }, "orders")).toContain("there are 3");
    expect(noPersonasWords({ why: "alike", different: 1, k: 4 }, "orders")).toContain("there is 1 kind");
    expect(noPersonasWords({ why: "constant", measure: "frequency", value: 1 }, "orders")).toMatch(
      /^Orders: the same for every customer/,
    );
    expect(noPersonasWords({ why: "constant", measure: "frequency", value: 1 }, "stated")).toMatch(
      /^Previous purchases: the same/,
    );
    expect(noPersonasWords({ why: "small", minimum: 7, customers: 20 }, "orders")).toContain(
      "fewer than 7 customers",
    );
  });
});

describe("personasCaption", () => {
  test("should name who brings most, and who is largest", () => {
    const personas = [
      somePersona({ name: "Platinum", customers: 10, customersShare: 0.1, revenueShare: 0.6 }),
      somePersona({ name: "Bronze", customers: 90, customersShare: 0.9, revenueShare: 0.4 }),
    ];
    expect(personasCaption(somePersonas({ personas }), format)).toBe(
      "Platinum is 10% of customers and brings 60% of customers' revenue; Bronze is the largest with 90% of customers and 40% of it.",
    );
    expect(personasCaption(somePersonas({ personas: personas.slice(0, 1) }), format)).toBe(
      "Platinum is 10% of customers and brings 60% of customers' revenue: the largest in both.",
    );
  });
});

test("personaSentence should place a persona in each measure", () => {
  const scores = { recency: 5, frequency: 3, monetary: 1 };
  const between = { recency: 3, frequency: 5, monetary: 5 };
  expect(personaSentence(somePersona({ scores: between }), "orders", format)).toBe(
    "25% of customers, 35% of customers' revenue. They last bought a while ago, order often and spend a lot.",
  );
  expect(personaSentence(somePersona({ scores }), "orders", format)).toBe(
    "25% of customers, 35% of customers' revenue. They bought recently, order now and then and spend little.",
  );
  expect(personaSentence(somePersona({ scores }), "stated", format)).toContain(
    "They say they buy at short intervals, have a medium history and spend little.",
  );
});

test("measureNames should name what was measured", () => {
  expect(measureNames("orders").recency).toBe("Days since the last order");
  expect(measureNames("stated").frequency).toBe("Previous purchases");
});
