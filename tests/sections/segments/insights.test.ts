import { beforeAll, describe, expect, test } from "vitest";
import { createFormatter } from "../../../src/report/format.ts";
import type { Report } from "../../../src/report/report.ts";
import { personaInsights } from "../../../src/sections/segments/insights.ts";
import type { Persona } from "../../../src/sections/segments/segments.ts";
import { reportOf, snapshot, times } from "../../questions/open-rows.ts";
import { somePersona, somePersonas, someSegments } from "./some-personas.ts";

const format = createFormatter("en-US", "USD");

let plain: Report;
beforeAll(async () => {
  plain = await reportOf(snapshot(["Amount"], times(6, [10])));
});

const segmentsOf = (...personas: Partial<Persona>[]) =>
  someSegments({ personas: somePersonas({ personas: personas.map(somePersona) }) });
const found = (changes: Partial<Report>) => personaInsights({ ...plain, ...changes }, format);

describe("personaInsights", () => {
  test("should say nothing where there are no personas", () => {
    expect(personaInsights(plain, format)).toEqual([]);
  });

  test("should tell the persona that brings most for its size, and none that brings its share", () => {
    const told = (...personas: Partial<Persona>[]) =>
      found({ segments: segmentsOf(...personas) }).map(({ lead }) => lead.split(" is ")[0]);
    const platinum = { name: "Platinum", customersShare: 0.2, revenueShare: 0.5 };
    const gold = { name: "Gold", customersShare: 0.4, revenueShare: 0.52 };
    expect(told(gold, platinum)).toEqual(["Platinum (occasional buyers)"]);
    expect(told(gold)).toEqual(["Gold (occasional buyers)"]);
    // Telling is a quarter more than an even part.
    expect(told({ ...gold, revenueShare: 0.5 })).toEqual(["Gold (occasional buyers)"]);
    expect(told({ ...gold, revenueShare: 0.499 })).toEqual([]);
    // Below a similarity of 0.6 a persona is doubtful.
    expect(told(gold, { ...platinum, stability: 0.59 })).toEqual(["Gold (occasional buyers)"]);
    expect(told({ ...platinum, stability: 0.59 })).toEqual([]);
    expect(told()).toEqual([]);
  });
});
