import { describe, expect, test } from "vitest";
import { type CustomerWords, customerWords } from "../../src/questions/customer-traits.ts";
import { ask, type Table } from "./open-rows.ts";

/** The words of customers 1, 2, … by field. */
async function wordsOf(table: Table, bounds: readonly number[] = [18, 25]) {
  return ask(table, async ({ store }) => {
    const read = ({ words, wordOf }: CustomerWords) =>
      Array.from(wordOf.subarray(1), (word) => words[word] ?? "");
    return new Map((await customerWords(store, bounds)).map((field) => [field.field, read(field)]));
  });
}

const header = ["Customer ID", "Order ID", "Date", "Color", "Gender", "Age", "Amount"];

describe("customerWords", () => {
  test("should take age group, gender and the like as the customers have them", async () => {
    const words = await wordsOf({
      header,
      rows: [
        ["ann", "1", "2024-03-01", "Red", "Female", 17, 5],
        ["bob", "2", "2024-03-01", "Red", "", 18, 5],
        ["cem", "3", "2024-03-01", "Red", "Male", "", 5],
        ["dee", "4", "2024-03-01", "Red", "Male", 70, 5],
      ],
    });
    expect(words.get("gender")).toEqual(["Female", "", "Male", "Male"]);
    expect(words.get("age_group")).toEqual(["under 18", "18–24", "", "25+"]);
  });

  test("should take what belongs to purchases from the latest that says it, whatever the order of rows", async () => {
    const rows = [
      ["ann", "1", "2024-03-01", "Red", "", "", 50],
      ["ann", "2", "2024-03-08", "Blue", "", "", 5],
      ["ann", "3", "2024-03-09", "", "", "", 5],
      ["bob", "4", "2024-03-09", "Green", "", "", 5],
    ];
    expect((await wordsOf({ header, rows })).get("color")).toEqual(["Blue", "Green"]);
    expect((await wordsOf({ header, rows: [...rows].reverse() })).get("color")).toEqual(["Green", "Blue"]);
  });

  test("should take of several on that day the largest, of equal ones the first by word", async () => {
    const rows = [
      ["ann", "1", "2024-03-08", "Red", "", "", 5],
      ["ann", "1", "2024-03-08", "Blue", "", "", 6],
      ["bob", "2", "2024-03-08", "Red", "", "", 5],
      ["bob", "2", "2024-03-08", "Blue", "", "", 5],
    ];
    expect((await wordsOf({ header, rows })).get("color")).toEqual(["Blue", "Blue"]);
  });

  test("should leave guests and fields without a word out", async () => {
    const words = await wordsOf({
      header,
      rows: [
        ["", "1", "2024-03-08", "Red", "Male", 30, 5],
        ["ann", "2", "2024-03-08", "", "", "", 5],
      ],
    });
    expect([...words.keys()]).toEqual([]);
  });
});
