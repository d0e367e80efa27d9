import { describe, expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import { measures } from "../../../../src/sections/segments/question/scores.ts";
import type { Segments } from "../../../../src/sections/segments/segments.ts";
import { segmentRules } from "../../../../src/sections/segments/words/segment-rules.ts";
import { reportOf } from "../../../questions/open-rows.ts";
import {
  orderKinds,
  personasIn,
  somePersona,
  somePersonas,
  someSegments,
  statedHeader,
  statedKinds,
} from "../some-personas.ts";

const format = createFormatter("en-US", "USD");
const rulesOf = (segments: Segments, minimum = 5) =>
  segmentRules(segments, { format, currency: "USD", minimum });
const wordsOf = (segments: Segments) => rulesOf(segments).map(({ words }) => words);
const rule = (segments: Segments, name: string, minimum = 5) =>
  rulesOf(segments, minimum).find((found) => found.name === name)?.words;

async function segmentsOf(table: Parameters<typeof reportOf>[0]): Promise<Segments> {
  const { segments } = await reportOf(table);
  if (segments === null) throw new Error("no segments");
  return segments;
}

describe("segmentRules", () => {
  test("should write every edge that was used in this very report", async () => {
    for (const table of [orderKinds(), statedKinds()]) {
      const segments = await segmentsOf(table);
      const words = rule(segments, "RFM scores") ?? "";
      for (const measure of measures) {
        for (const edge of segments.edges[measure]) {
          expect(words).toContain(Number.isInteger(edge) ? format.count(edge) : format.decimal(edge, 2));
        }
      }
    }
  });

  test("should state how the stated rhythm was read only where it was", async () => {
    const days = "Days that a stated frequency means";
    expect(rule(await segmentsOf(statedKinds()), days)).toContain(
      "Weekly 7, Bi-Weekly and Fortnightly 14, Monthly 30, Quarterly and Every 3 Months 90, Annually 365",
    );
    expect(rule(await segmentsOf(orderKinds()), days)).toBeUndefined();
    expect(rule(await segmentsOf(statedKinds()), "RFM scores")).toContain("fixed bands of days");
    expect(rule(await segmentsOf(orderKinds()), "RFM scores")).not.toContain("fixed bands");
  });

  test("should state k, transform, scale, seed, resamples and tests of this very report", async () => {
    const segments = await segmentsOf(orderKinds());
    const { scale, seed, resamples, traitsTested } = personasIn(segments);
    expect(rule(segments, "Personas")).toMatch(/k = 4 \(as set by segments\.k.*log\(1 \+ value\)/);
    for (const measure of measures) {
      expect(rule(segments, "Personas")).toContain(
        `${measure} ${format.decimal(scale[measure].mean, 4)} and ${format.decimal(scale[measure].deviation, 4)}`,
      );
    }
    expect(rule(segments, "Search for personas")).toContain(`Seed ${seed};`);
    expect(rule(segments, "Stability of personas")).toContain(`${resamples} bootstrap resamples`);
    expect(rule(segments, "What sets a persona apart")).toContain(`${traitsTested} pairs`);
    expect(rule(await segmentsOf(statedKinds()), "Personas")).toContain("as they are");
  });

  test("should tell of samples only where there were some", () => {
    const small = someSegments({ personas: somePersonas({ trainedOn: 4936, silhouetteOn: 4936 }) });
    expect(rule(small, "Personas")).not.toContain("drawn at random");
    expect(rule(small, "How many personas")).toContain("exactly, over all pairs");
    const large = someSegments({ personas: somePersonas({ trainedOn: 3000, silhouetteOn: 1000 }) });
    expect(rule(large, "Personas")).toContain("Learned from 3,000 customers drawn at random");
    expect(rule(large, "How many personas")).toContain("on 1,000 customers drawn at random");
    expect(rule(someSegments({ personas: somePersonas({ chosenBy: "silhouette" }) }), "Personas")).toContain(
      "the number of the highest silhouette",
    );
  });

  test("should state the minimum that the configuration sets, and why there are no personas", () => {
    expect(rule(someSegments(), "What sets a persona apart", 9)).toContain("fewer than 9 customers");
    const without = someSegments({ personas: { why: "few", customers: 3, k: 4 } });
    expect(rule(without, "Personas")).toBe("4 personas need at least 4 customers; the data hold 3.");
    expect(rule(without, "Stability of personas")).toBeUndefined();
  });

  test("should write equal edges once, and say what they mean", () => {
    const edges = {
      recency: [10, 20, 30, 40],
      frequency: [1, 1, 1, 3],
      monetary: [48.04, 73.34, 109.74, 2058.4],
    };
    const words = rule(someSegments({ edges }), "RFM scores");
    expect(words).toContain("orders: 1 (three times) and 3;");
    expect(words).toContain("revenue (USD): 48.04, 73.34, 109.74 and 2,058.40.");
    expect(words).toMatch(
      /Where edges are equal, those at them get the middle of the scores that they span\.$/,
    );
    expect(rule(someSegments({ edges: { ...edges, frequency: [1, 1, 3, 3] } }), "RFM scores")).toContain(
      "orders: 1 (twice) and 3 (twice)",
    );
    expect(rule(someSegments({ edges: { ...edges, frequency: [2, 2, 2, 2] } }), "RFM scores")).toContain(
      "orders: 2 (four times)",
    );
    expect(rule(someSegments(), "RFM scores")).not.toContain("equal,");
    const plain = segmentRules(someSegments({ edges }), { format, currency: null, minimum: 5 });
    expect(plain.map(({ words: each }) => each).join(" ")).toContain("revenue: 48.04");
  });

  test("should say what personas are worth, in the order of it", () => {
    const personas = [680, 5].map((worth, place) => somePersona({ name: `P${place}`, worth }));
    const segments = someSegments({ personas: somePersonas({ personas }) });
    expect(rule(segments, "Order and names of personas")).toMatch(
      /revenue a customer: P0 \$680\.00, P1 \$5\.00\. The second name/,
    );
  });

  test("should leave no gap where there are too few customers to publish edges", async () => {
    const few = await segmentsOf({
      header: statedHeader,
      rows: [
        ["ann", "Weekly", 3, "", "", 5],
        ["bob", "Monthly", 4, "", "", 6],
      ],
    });
    for (const words of wordsOf(few)) expect(words).not.toMatch(/: ?[;.]|undefined|NaN|null/);
  });

  test("should give every rule a name and whole sentences", async () => {
    for (const segments of [
      someSegments(),
      await segmentsOf(orderKinds()),
      await segmentsOf(statedKinds()),
    ]) {
      const rules = rulesOf(segments);
      expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
      for (const { name, words } of rules) {
        expect(name).toMatch(/^[A-Z]/);
        expect(words).toMatch(/^[\w].*\.$/);
        expect(words).not.toMatch(/undefined|NaN|null|\[object/);
      }
    }
  });
});
