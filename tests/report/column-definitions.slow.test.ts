import { describe, expect, test } from "vitest";
import { columnDefinition, defineColumn, reportColumns } from "../../src/report/column-definitions.ts";
import { metricDefinitions } from "../../src/report/metrics.ts";
import type { Report } from "../../src/report/report.ts";
import { thingHeadings } from "../../src/sections/affinity/words/affinity-page.ts";
import { ruleHeadings } from "../../src/sections/affinity/words/rule-explorer.ts";
import {
  accountHeadings,
  columnHeadings,
  exampleHeadings,
  fileHeadings,
  goodsHeadings,
} from "../../src/sections/data/words/data-page.ts";
import {
  profileHeadings,
  topHeadings,
  traitHeadings,
} from "../../src/sections/segments/words/persona-page.ts";
import { reportOf } from "../questions/open-rows.ts";
import { orderKinds } from "../sections/segments/some-personas.ts";

const none: Pick<Report, "definitions" | "figures" | "segments" | "affinity"> = {
  definitions: [],
  figures: [],
  segments: null,
  affinity: null,
};
const namesOf = (report: typeof none) => reportColumns(report).map(({ name }) => name);

describe("defineColumn", () => {
  test("should define every heading of the pages' own tables", () => {
    const headings = [
      accountHeadings,
      columnHeadings,
      exampleHeadings,
      fileHeadings,
      goodsHeadings,
      profileHeadings,
      topHeadings,
      traitHeadings,
      thingHeadings,
      Object.fromEntries(ruleHeadings),
    ].flatMap((each) => Object.values(each));
    expect(headings.filter((heading) => defineColumn(heading) === undefined)).toEqual([]);
  });

  test("should take the words of a metric from its definition", () => {
    const revenue = metricDefinitions.find(({ id }) => id === "revenue");
    expect(defineColumn("Revenue")).toBe(`${revenue?.words} That of the row.`);
  });

  test("should define headings that hold a number or a name besides", () => {
    expect(columnDefinition("Amount in USD, from the first up to below the second number")?.words).toMatch(
      /at least its first and below its second/,
    );
    expect(columnDefinition("Rating, above the first up to the second number")?.words).toMatch(
      /above its first and up to and including/,
    );
    expect(columnDefinition("Frequency 3")?.name).toBe("Frequency 1 to 5");
    expect(columnDefinition("Revenue, median")?.name).toBe("…, median");
  });

  test("should know nothing of values of the data", () => {
    for (const value of ["Winter", "Frequency 6", "constructor", ""])
      expect(defineColumn(value)).toBeUndefined();
  });
});

describe("reportColumns", () => {
  test("should name only what the data have", async () => {
    const bare = namesOf(none);
    expect(bare).toContain("Share");
    for (const name of ["Gender", "Customers", "Persona", "Lift", "Frequency 1 to 5"])
      expect(bare).not.toContain(name);
    const { definitions, figures, segments } = await reportOf(orderKinds());
    expect(segments).not.toBeNull();
    const names = namesOf({ definitions, figures, segments, affinity: null });
    expect(names).toEqual(
      expect.arrayContaining(["Customers", "Revenue", "Persona", "Mean score", "…, median"]),
    );
    expect(names).not.toContain("Confidence");
  });

  test("should give each name once, with whole sentences", async () => {
    const columns = reportColumns(await reportOf(orderKinds()));
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
    for (const { words } of columns) expect(words).toMatch(/^[A-Z].*\.$/);
  });
});
