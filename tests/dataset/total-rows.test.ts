import { describe, expect, test } from "vitest";
import { totalRows } from "../../src/dataset/total-rows.ts";
import { tableOf } from "./table-of.ts";

const headers = ["Order ID", "Customer ID", "Order Date", "Product", "Quantity", "Unit Price"];

/** The places of rows that are totals. */
function totalsOf(rows: readonly (readonly string[])[]): number[] {
  const isTotal = totalRows(tableOf({ name: "orders.csv", headers, rows }));
  return rows.flatMap((_, row) => (isTotal(row) ? [row] : []));
}

describe("total rows", () => {
  const line = (product: string) => ["1", "c1", "2025-01-02", product, "1", "5"];
  const bare = (product: string) => ["", "", "", product, "1", "5"];

  test.each(["Total", "Grand Total", "Subtotal:", "Gesamtsumme", "Order Total", "Total for Ann", "合計"])(
    "should be those that say %s and little else",
    (words) => {
      expect(totalsOf([line("Cup"), bare(words)])).toEqual([1]);
    },
  );

  test("should be those below a group, as spreadsheets write them", () => {
    expect(totalsOf([line("Cup"), line("Cup"), bare("Cup Total"), line("Pan"), bare("Pan Total")])).toEqual([
      2, 4,
    ]);
  });

  test("should not be lines of goods whose name ends in the word", () => {
    expect(totalsOf([line("Colgate Total"), bare("Colgate Total"), bare("Pan")])).toEqual([]);
  });

  test("should not be rows that are filled like the others", () => {
    expect(totalsOf([line("Cup"), line("Total")])).toEqual([]);
  });
});
