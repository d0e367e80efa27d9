import { expect, test } from "vitest";
import { tableOf } from "./table-of.ts";

test("should read files one after another, each row with its place", () => {
  const table = tableOf(
    { name: "a.csv", headers: ["Customer", "Amount"], rows: [["c1", "5"]] },
    { name: "b.csv", headers: ["Client", "Amount"], rows: [["", "7"]] },
  );
  expect(table.rows).toBe(2);
  const customer = table.column("customer");
  expect([0, 1].map((row) => customer?.text(customer.code(row)))).toEqual(["c1", ""]);
  expect(table.place(1, "customer")).toEqual({ file: "b.csv", line: 2, column: "Client" });
  expect(table.headers("customer")).toEqual(["Customer", "Client"]);
});

test("should leave a file's missing columns empty", () => {
  const table = tableOf(
    { name: "a.csv", headers: ["Customer", "Amount"], rows: [["c1", "5"]] },
    { name: "b.csv", headers: ["Customer", "Amount", "Colour"], rows: [["c2", "6", "red"]] },
  );
  const color = table.column("color");
  expect([0, 1].map((row) => color?.text(color.code(row)))).toEqual(["", "red"]);
  expect(table.place(0, "color").column).toBe("Color");
});

test("should keep of a review that there is one, not its text", () => {
  const table = tableOf({
    name: "a.csv",
    headers: ["Customer", "Amount", "Review"],
    rows: [
      ["c1", "5", "Lovely"],
      ["c1", "5", " "],
    ],
  });
  expect(table.column("review")?.texts).toEqual(["", "yes"]);
});
