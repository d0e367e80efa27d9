import { describe, expect, test } from "vitest";
import { definedColumns } from "../../src/report/columns.ts";
import { metricDefinitions } from "../../src/report/metrics.ts";

const own = { id: "weight", name: "Weight", words: "What it weighs." };

describe("definedColumns", () => {
  test("should give each column once, those of any section first", () => {
    const found = definedColumns([own, "share", null, "customers", own, "share"]);
    expect(found.map(({ id }) => id)).toEqual(["customers", "share", "weight"]);
    expect(found[2]).toEqual(own);
  });

  test("should take the words of a metric from its definition", () => {
    const revenue = metricDefinitions.find(({ id }) => id === "revenue");
    expect(definedColumns(["revenue"])[0]?.words).toBe(`${revenue?.words} That of the row.`);
  });

  test("should say nothing of values of the data", () => {
    expect(definedColumns([null, null])).toEqual([]);
  });
});
