import { beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../../../src/report/report.ts";
import { FilterReader } from "../../../src/sections/overview/filters/filter-reader.ts";
import type { FilterFieldId, FilterTables } from "../../../src/sections/overview/filters/filter-tables.ts";
import { reportOf } from "../../questions/open-rows.ts";
import { generateSample, SAMPLE_SEED } from "../../sample/generator/generate.ts";
import { COLUMNS } from "../../sample/generator/row.ts";

type Row = Record<(typeof COLUMNS)[number], string>;

/** How the sample's rows say what the filters' fields are. */
const fieldOf: Partial<Record<FilterFieldId, (row: Row) => string>> = {
  gender: (row) => row.Gender,
  category: (row) => row.Category,
  season: (row) => row.Season,
  location: (row) => row.Location,
  period: (row) => {
    const date = row["Order Date"];
    return `Q${Math.ceil(Number(date.slice(5, 7)) / 3)} ${date.slice(0, 4)}`;
  },
};

describe("the tables of the filters, read back cell by cell", () => {
  let tables: FilterTables;
  let report: Report;
  let rows: Row[];
  beforeAll(async () => {
    rows = generateSample(SAMPLE_SEED).rows.map(({ row }) => row);
    report = await reportOf({ header: COLUMNS, rows: rows.map((row) => COLUMNS.map((name) => row[name])) });
    tables = report.filters ?? expect.fail("no tables");
  });

  test("should hold for every part of one field and of two a whole table without holes, and read each cell", () => {
    const reader = new FilterReader(tables);
    let read = 0;
    for (const table of [...tables.tables, ...tables.coarser]) {
      const fields = table.key.split("+");
      if (table.part !== true) continue;
      const sides = fields.flatMap((id) => tables.fields.filter(({ field }) => field === id));
      expect(sides).toHaveLength(fields.length);
      const size = (field: FilterFieldId, all: number) => table.groups?.[field]?.names.length ?? all;
      const cells = sides.reduce((product, { field, values }) => product * size(field, values.length), 1);
      const packed = (table.columns.revenue ?? "").split(",");
      expect(packed, table.key).toHaveLength(cells);
      expect(packed).not.toContain("");
      const [first, second] = sides;
      for (const [one] of (first?.values ?? []).entries())
        for (const [other] of (second?.values ?? [""]).entries()) {
          const choices = sides.map(({ field }, place) => ({ field, code: (place === 0 ? one : other) + 1 }));
          if (!reader.hasPart(choices)) continue;
          const groups = choices.map(({ field, code }) => table.groups?.[field]?.of[code - 1] ?? code);
          const place = groups.reduce(
            (at, group, side) =>
              at * size(sides[side]?.field ?? "gender", sides[side]?.values.length ?? 1) + group - 1,
            0,
          );
          expect(reader.value("revenue", choices)).toBe(Number.parseInt(packed[place] ?? "", 36));
          read += 1;
        }
    }
    expect(read).toBeGreaterThan(500);
  });

  test("should tell of parts of two fields the purchases that the rows have", () => {
    const reader = new FilterReader(tables);
    const sold = rows.filter(({ Quantity }) => Number(Quantity) > 0);
    // Rows that are dropped, taken back the same day or without a price are none; few of the sample's are.
    let compared = 0;
    const fields = tables.fields.filter(({ field }) => fieldOf[field] !== undefined);
    for (const [place, one] of fields.entries())
      for (const other of fields.slice(place + 1))
        for (const [a, first] of one.values.entries())
          for (const [b, second] of other.values.entries()) {
            const choices = [
              { field: one.field, code: a + 1 },
              { field: other.field, code: b + 1 },
            ];
            if (reader.nameOf(choices, { field: one.field, code: a + 1 }) !== first) continue;
            if (reader.nameOf(choices, { field: other.field, code: b + 1 }) !== second) continue;
            const told = reader.value("counts", choices);
            // Of values beyond those that the table keeps nothing is told.
            if (told === null) continue;
            const own = sold.filter(
              (row) => fieldOf[one.field]?.(row) === first && fieldOf[other.field]?.(row) === second,
            ).length;
            expect(Math.abs(own - told), `${first} ${second}`).toBeLessThanOrEqual(8);
            compared += 1;
          }
    expect(compared).toBeGreaterThan(200);
  });

  test("should split parts further: customers of Male × California by orders come to those of the part", () => {
    const reader = new FilterReader(tables);
    const code = (field: FilterFieldId, value: string) =>
      (tables.fields.find((each) => each.field === field)?.values.indexOf(value) ?? -1) + 1;
    const choices = [
      { field: "gender", code: code("gender", "Male") },
      { field: "location", code: code("location", "California") },
    ] as const;
    const groups = reader.groups("customers", choices, "orders") ?? expect.fail("no orders");
    const sum = groups.reduce(
      (all, { codes }) => all + (reader.value("customers", choices, [["orders", codes[0] ?? 1]]) ?? 0),
      0,
    );
    expect(sum).toBe(reader.value("customers", choices));
    expect(sum).toBeGreaterThan(100);
  });

  test("should offer every field, quarters among them", () => {
    expect(tables.fields.map(({ field }) => field)).toEqual([
      "gender",
      "ageGroup",
      "category",
      "season",
      "persona",
      "location",
      "period",
    ]);
    expect(tables.fields.at(-1)?.values).toContain("Q1 2024");
  });
});
