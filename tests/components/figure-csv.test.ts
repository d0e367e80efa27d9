import Papa from "papaparse";
import { expect, test } from "vitest";
import { heatmap } from "../../src/charts/heatmap.ts";
import { numbersOf, tableOf } from "../../src/charts/table.ts";
import { figureCsv } from "../../src/components/figure-csv.ts";
import { createFormatter } from "../../src/report/format.ts";
import { ages, hostile, segments } from "../charts/specs.ts";

const parse = (csv: string) => Papa.parse<string[]>(csv.trimEnd()).data;

test("A chart's CSV is its table, and then its values as plain numbers", () => {
  const table = tableOf(ages);
  const [headings, ...rows] = parse(figureCsv({ table, numbers: numbersOf(ages) }));
  const [series] = ages.series;
  expect(headings).toEqual([...table.headings, `${series?.name}, plain number`]);
  expect(rows.map((row) => row.slice(0, -1))).toEqual(table.rows);
  expect(rows.map((row) => Number(row.at(-1)))).toEqual(series?.values);
});

test("A scatter's CSV is its table alone", () => {
  const spec = segments(40, 2);
  const { headings, rows } = tableOf(spec);
  expect(parse(figureCsv({ table: spec.table, numbers: numbersOf(spec) }))).toEqual([headings, ...rows]);
});

test("A number that no decimal holds is cut to twelve digits", () => {
  const table = { headings: ["a", "b"], columns: [null, null], rows: [["x", "0.3"]] };
  expect(figureCsv({ table, numbers: [{ heading: "b", values: [0.1 + 0.2] }] })).toBe(
    'a,b,"b, plain number"\r\nx,0.3,0.3\r\n',
  );
});

test("A withheld cell of a heatmap stays withheld", () => {
  const format = createFormatter("en-US", null);
  const spec = heatmap(
    { columns: ["Fall", "Winter"], counts: [[1200, null]] },
    {
      id: "heat",
      title: "Heat",
      caption: "Heat.",
      rows: ["Hats"],
      write: (count) => (count === null ? "hidden" : format.count(count)),
    },
  );
  expect(parse(figureCsv(spec))).toEqual([
    ["", "Fall", "Winter", "Fall, plain number", "Winter, plain number"],
    ["Hats", "1,200", "hidden", "1200", ""],
  ]);
});

test("No label of a chart is a formula in a spreadsheet", () => {
  const labels = hostile.labels.map((label) => `=${label}`);
  const rows = parse(
    figureCsv({ table: tableOf({ ...hostile, labels }), numbers: numbersOf(hostile) }),
  ).slice(1);
  for (const [label] of rows) expect(label).toMatch(/^'=/);
});
