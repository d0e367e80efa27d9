import { beforeAll, describe, expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import type { Report } from "../../../../src/report/report.ts";
import { peopleInsights } from "../../../../src/sections/customers/insights/people.ts";
import type { Persona } from "../../../../src/sections/segments/segments.ts";
import { reportOf, snapshot, times } from "../../../questions/open-rows.ts";
import { somePersona, somePersonas, someSegments } from "../../segments/some-personas.ts";

const format = createFormatter("en-US", "USD");

let plain: Report;
beforeAll(async () => {
  plain = await reportOf(snapshot(["Amount"], times(6, [10])));
});

const found = (changes: Partial<Report>) =>
  peopleInsights({ ...plain, concentration: null, ...changes }, format);
const idsOf = (changes: Partial<Report>) => found(changes).map(({ id }) => id);

const concentration = (topShare: number) => ({ customers: 1000, top: 100, topShare, half: 200 });
const segmentsOf = (...personas: Partial<Persona>[]) =>
  someSegments({ personas: somePersonas({ personas: personas.map(somePersona) }) });

describe("peopleInsights", () => {
  test("should say nothing of what is not known", () => {
    expect(idsOf({})).toEqual([]);
  });

  test("should tell that revenue rests on few from twice an even share on", () => {
    expect(idsOf({ concentration: concentration(0.2) })).toEqual(["concentration"]);
    expect(idsOf({ concentration: concentration(0.199) })).toEqual([]);
    expect(found({ concentration: concentration(0.4) })[0]?.strength).toBeCloseTo(0.6);
  });

  test("should lead to the personas where there are any, else to the methods", () => {
    const path = (segments: Report["segments"]) =>
      found({ concentration: concentration(0.4), segments }).find(({ id }) => id === "concentration")?.link
        .path;
    expect(path(segmentsOf({}))).toBe("segments/#personas-section");
    expect(path(null)).toBe("methods/#insights");
    expect(path(someSegments({ personas: { why: "small", minimum: 5, customers: 50 } }))).toBe(
      "methods/#insights",
    );
  });

  test("should tell repeat purchase only where there are orders, and most where nearly all or none repeat", () => {
    const of = (repeat: number | null, rows: number | null) => ({
      metrics: repeat === null ? [] : [{ metric: "repeatShare" as const, value: repeat }],
      ordersPerCustomer:
        rows === null
          ? null
          : Array.from({ length: rows }, (_, index) => ({
              orders: `${index + 1}`,
              customers: 10,
              share: 1 / rows,
            })),
    });
    expect(idsOf(of(0.5, 2))).toEqual(["repeat"]);
    expect(idsOf(of(null, 2))).toEqual([]);
    expect(idsOf(of(0.5, null))).toEqual([]);
    expect(found(of(0.5, 2))[0]?.strength).toBeCloseTo(0.35);
    expect(found(of(0.98, 2))[0]?.strength).toBeCloseTo(0.59);
    expect(found(of(0.02, 2))[0]?.strength).toBeCloseTo(0.59);
    expect(found(of(0.5, 2))[0]?.link.path).toBe("customers/#orders-per-customer");
    expect(found(of(1, 1))[0]?.link.path).toBe("#headlines");
  });

  test("should tell ratings that are high or low, and none between", async () => {
    const rated = await reportOf(
      snapshot(
        ["Review Rating", "Amount"],
        Array.from({ length: 20 }, (_, row) => [3 + (row % 3), 10]),
      ),
    );
    const { rating } = rated;
    if (rating === null) throw new Error("there are ratings");
    const of = (mean: number, bins = rating.histogram.bins) =>
      found({
        rating: { ...rating, summary: { ...rating.summary, mean }, histogram: { ...rating.histogram, bins } },
      });
    const lead = (mean: number) => of(mean)[0]?.lead;
    expect(lead(4.25)).toBe("Ratings are high: 4.25 of 5 on average.");
    expect(lead(4.249)).toBeUndefined();
    expect(lead(3.25)).toBeUndefined();
    expect(lead(3.24)).toBe("Ratings are low: 3.24 of 5 on average.");
    expect(of(5)[0]?.link.path).toBe("customers/#ratings");
    expect(of(5, rating.histogram.bins.slice(0, 1))[0]?.link.path).toBe("#headlines");
  });
});
