import { describe, expect, test } from "vitest";
import { bake } from "../../src/charts/bake.ts";
import { countStops, wordsAt } from "../../src/charts/stops.ts";
import { drawnPart, numbersOf, tableOf } from "../../src/charts/table.ts";
import { ages, category, elbow, gender, segments, steps, unfinished } from "./specs.ts";

/** Shares with all that a table can say of them. */
const [first] = gender.series;
if (first === undefined) throw new Error("no series");
const sure = {
  ...gender,
  labelColumn: "gender" as const,
  series: [
    {
      ...first,
      column: "shareOfCustomers" as const,
      notesName: "Number",
      notesColumn: "customers" as const,
      intervals: ["66% to 69%", "31% to 34%"],
      averages: ["$59 ± $1", "$60 ± $2"],
    },
  ],
};

describe("tableOf", () => {
  test("should have the labels with values and notes; of a scatter, its summary", () => {
    expect(tableOf(gender)).toEqual({
      headings: ["Group", "Customers", "Customers, note"],
      columns: [null, null, null],
      rows: [
        ["Men", "68 %", "2,652"],
        ["Women", "32 %", "1,248"],
      ],
    });
    const spec = segments(40, 2);
    expect(tableOf(spec)).toBe(spec.table);
  });

  test("should have how sure the values are and what purchases come to behind them", () => {
    expect(tableOf(sure)).toEqual({
      headings: ["Group", "Customers", "Number", "95% interval", "Average purchase"],
      columns: ["gender", "shareOfCustomers", "customers", "interval", "average"],
      rows: [
        ["Men", "68 %", "2,652", "66% to 69%", "$59 ± $1"],
        ["Women", "32 %", "1,248", "31% to 34%", "$60 ± $2"],
      ],
    });
  });

  test("should leave cells empty where a line has ended", () => {
    expect(tableOf(unfinished)).toEqual({
      headings: ["Group", "2025", "2024"],
      columns: [null, null, null],
      rows: [
        ["Jan", "$10", "$9"],
        ["Feb", "$12", "$9"],
        ["Mar", "$4", "$9"],
        ["Apr", "", "$11"],
      ],
    });
  });
});

describe("numbersOf", () => {
  test("should have the values of each series under its name, in the order of the table", () => {
    expect(numbersOf(unfinished)).toEqual([
      { heading: "2025", values: [10, 12, 4] },
      { heading: "2024", values: [9, 9, 9, 11] },
    ]);
  });

  test("should have none of a scatter, whose table is a summary", () => {
    expect(numbersOf(segments(40, 2))).toEqual([]);
  });
});

describe("drawnPart", () => {
  const specs = [ages, category, sure, steps, unfinished, elbow([9, 5, 4], [1], ["knee"]), segments(40, 2)];

  test.each(specs)("should be drawn and read aloud as $id is", (spec) => {
    const part = drawnPart(spec);
    expect(bake(part, "wide")).toBe(bake(spec, "wide"));
    expect(countStops(part)).toBe(countStops(spec));
    for (let stop = 0; stop < countStops(spec); stop += 1)
      expect(wordsAt(part, stop)).toBe(wordsAt(spec, stop));
  });

  test("should leave out what stands in the table alone", () => {
    const sent = JSON.stringify(drawnPart(sure));
    for (const word of ["66% to", "± $1", "shareOfCustomers", '"customers"', '"gender"'])
      expect(sent).not.toContain(word);
    const scatter = drawnPart(segments(40, 2));
    expect(scatter.kind === "scatter" && scatter.table).toMatchObject({ columns: [] });
  });
});
