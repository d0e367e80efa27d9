import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { buildReport } from "../../src/edition/build-report.ts";
import { definedColumns } from "../../src/report/columns.ts";
import type { FigureDefinition } from "../../src/report/figure-definition.ts";
import { createFormatter } from "../../src/report/format.ts";
import type { Group, Report } from "../../src/report/report.ts";
import { sections } from "../../src/sections/index.ts";
import { listedColumns, siteFigures } from "../../src/sections/listed.ts";
import type { Dataset } from "../../src/store/open-dataset.ts";
import type { Parameters, Store } from "../../src/store/store.ts";
import { configOf, openTables, reportOf, snapshot, times } from "../questions/open-rows.ts";
import { generateSample, SAMPLE_SEED } from "../sample/generator/generate.ts";
import { COLUMNS } from "../sample/generator/row.ts";

const counts = z.object({
  name: z.string(),
  customers: z.number(),
  purchases: z.number(),
  revenue: z.number(),
});

/** A store that notes what it was asked. */
function noting(store: Store, asked: Set<string>): Store {
  const note = (sql: string, parameters: Parameters = {}) => {
    asked.add(JSON.stringify([sql, parameters]));
  };
  return {
    query: (sql, row, parameters) => {
      note(sql, parameters);
      return store.query(sql, row, parameters);
    },
    columns: (sql, parameters) => {
      note(sql, parameters);
      return store.columns(sql, parameters);
    },
    lines: () => store.lines(),
    close: () => store.close(),
  };
}

describe("the figures of the sample", () => {
  let dataset: Dataset;
  let report: Report;
  const asked = new Set<string>();
  beforeAll(async () => {
    const { rows } = generateSample(SAMPLE_SEED);
    const config = configOf();
    const table = { header: COLUMNS, rows: rows.map(({ row }) => COLUMNS.map((column) => row[column])) };
    dataset = await openTables([table], config);
    report = await buildReport({ ...dataset, store: noting(dataset.store, asked) }, config);
  });
  afterAll(() => dataset.store.close());

  const figure = (id: string): FigureDefinition => {
    const definition = report.figures.find((each) => each.id === id);
    if (definition === undefined) throw new Error(`no figure ${id}`);
    return definition;
  };
  const ask = (id: string) => {
    const { query, parameters } = figure(id);
    if (query === null) throw new Error(`the figure ${id} has no query`);
    return dataset.store.query(query, counts, parameters);
  };

  test("should each show the query that was run, to the letter", () => {
    expect(new Set(report.figures.map(({ id }) => id)).size).toBe(report.figures.length);
    expect(report.figures.length).toBeGreaterThan(20);
    const shown = report.figures.flatMap(({ id, query, parameters = {} }) =>
      query === null ? [] : [{ id, key: JSON.stringify([query, parameters]) }],
    );
    expect(shown.filter(({ key }) => !asked.has(key)).map(({ id }) => id)).toEqual([]);
    // What is told of texts is asked of the texts, which are in no table.
    const ofTexts = report.figures.filter(({ id }) => id.startsWith("reviews-")).length;
    expect(shown.length).toBeGreaterThanOrEqual(report.figures.length - ofTexts - 5);
  });

  test("should each have words and a formula", () => {
    for (const { name, words, formula } of report.figures) {
      expect(name).not.toBe("");
      expect(words).toMatch(/\.$/);
      expect(formula).not.toBe("");
    }
  });

  const drawn = () => {
    const format = createFormatter(report.locale, report.currency);
    return siteFigures(sections, { report, format, apart: { lookup: null } });
  };

  test("should be defined under the id of their drawing, their file and their page to be embedded", () => {
    const ids = new Set(report.figures.map(({ id }) => id));
    // Those of single products and the like share the definition of their kind.
    const undefinedFigures = drawn().filter(({ id, drawing }) => {
      const definition = drawing.as === "chart" ? drawing.spec.definedBy : undefined;
      return !ids.has(definition ?? id);
    });
    expect(undefinedFigures.map(({ id }) => id)).toEqual([]);
    expect(drawn().length).toBeGreaterThan(15);
  });

  test("should say of every column what stands in it, unless its heading is a value of the data", () => {
    // Years, cohorts and themes are lines of their own; so is what the columns of a heatmap are called after.
    const byValue = ["year-over-year", "cohort-curves", "reviews-themes-time"];
    for (const { id, table, drawing } of drawn()) {
      const isByValue = drawing.as === "heatmap" || byValue.includes(id);
      expect(table.columns.length, id).toBe(table.headings.length);
      for (const [place, column] of table.columns.entries()) {
        const heading = table.headings[place] ?? "";
        if (column === null) expect(isByValue || heading === "", `${id}: ${heading}`).toBe(true);
        else {
          const [definition] = definedColumns([column]);
          const ending = definition?.name.replace("…", "") ?? "";
          if (!/1 to 5/u.test(ending)) expect(heading.endsWith(ending), `${id}: ${heading}`).toBe(true);
          expect(definition?.words, id).toMatch(/^[A-Z].*\.$/u);
        }
      }
    }
  });

  test("should share no id of a column between two meanings", () => {
    const format = createFormatter(report.locale, report.currency);
    const shown = { report, format, apart: { lookup: null } };
    const own = [
      ...drawn().flatMap(({ table }) => table.columns),
      ...sections.flatMap(({ columns = [] }) => columns),
    ].filter((column) => column !== null && typeof column !== "string");
    const meanings = new Map<string, Set<string>>();
    for (const { id, words } of own) meanings.set(id, (meanings.get(id) ?? new Set()).add(words));
    expect([...meanings].filter(([, words]) => words.size > 1)).toEqual([]);
    const listed = listedColumns(sections, shown).map(({ id }) => id);
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toEqual(expect.arrayContaining(["revenue", "persona", "meanScore", "encoding"]));
  });

  test("should be split by field as their queries say", async () => {
    const splits = [
      ["customers-by-gender", report.breakdowns.gender?.groups, "customers"],
      ["purchases-by-category", report.breakdowns.category?.groups, "purchases"],
      ["revenue-by-category", report.breakdowns.category?.groups, "revenue"],
      ["purchases-by-season", report.breakdowns.season?.groups, "purchases"],
      ["top-products-by-revenue", report.productsByRevenue, "revenue"],
      ["top-locations-by-revenue", report.locationsByRevenue, "revenue"],
    ] as const;
    const sorted = (pairs: readonly (readonly [string, number])[]) =>
      pairs.map(([name, value]) => `${name}: ${value.toFixed(6)}`).sort();
    for (const [id, groups, measure] of splits) {
      const named = (groups ?? []).filter(({ other }: Group) => other !== true);
      expect(named.length, id).toBeGreaterThan(1);
      const given = sorted((await ask(id)).map((row) => [row.name, row[measure]]));
      expect(given, id).toEqual(
        expect.arrayContaining(sorted(named.map((row) => [row.name, row[measure] ?? 0]))),
      );
    }
  });
});

test("a report defines no figure that it does not hold", async () => {
  const { figures } = await reportOf(snapshot(["Amount"], times(6, [10])));
  expect(figures.map(({ id }) => id)).toEqual(["spend", "rows"]);
});
