import { expect, test } from "vitest";
import { mapHeaders } from "../../src/dataset/map.ts";
import { RawTable } from "../../src/dataset/raw-table.ts";

function add(table: RawTable, name: string, headers: string[], rows: string[][]): void {
  table.beginFile(name, mapHeaders(name, headers, {})).add(rows);
}

test("should forget a file with its rows and columns, and leave the files before it", () => {
  const table = new RawTable();
  add(table, "a.csv", ["Customer", "Amount"], [["c1", "5"]]);
  add(table, "b.csv", ["Client", "Amount", "Colour"], [["c2", "6", "red"]]);
  table.dropLastFile();
  expect(table.rows).toBe(1);
  expect(table.column("color")).toBeUndefined();
  add(table, "b.csv", ["Client", "Amount"], [["", "7"]]);
  const customer = table.column("customer");
  expect([0, 1].map((row) => customer?.text(customer.code(row)))).toEqual(["c1", ""]);
  expect(table.place(1, "customer")).toEqual({ file: "b.csv", line: 2, column: "Client" });
  expect(table.headers("customer")).toEqual(["Customer", "Client"]);
});

test("should leave a file's missing columns empty", () => {
  const table = new RawTable();
  add(table, "a.csv", ["Customer", "Amount"], [["c1", "5"]]);
  add(table, "b.csv", ["Customer", "Amount", "Colour"], [["c2", "6", "red"]]);
  const color = table.column("color");
  expect([0, 1].map((row) => color?.text(color.code(row)))).toEqual(["", "red"]);
  expect(table.place(0, "color").column).toBe("Color");
});

test("should keep of a review that there is one, not its text", () => {
  const table = new RawTable();
  add(
    table,
    "a.csv",
    ["Customer", "Amount", "Review"],
    [
      ["c1", "5", "Lovely"],
      ["c1", "5", " "],
    ],
  );
  expect(table.column("review")?.texts).toEqual(["", "yes"]);
});
