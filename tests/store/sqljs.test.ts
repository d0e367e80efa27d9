import { describe, expect, test } from "vitest";
import { z } from "zod";
import { ask, datasetOf } from "../support/dataset.ts";

describe("the store on sql.js", () => {
  test.each([1, 63, 64, 65, 200])("should write %d rows in bulk and ask for them again", async (count) => {
    const rows = Array.from({ length: count }, (_, row) => `c${row},"'; DROP ""${row}""",${row + 1}`);
    const dataset = await datasetOf(`Customer,Product,Amount\n${rows.join("\n")}\n`);
    const asked =
      "SELECT name, amount FROM transactions JOIN products ON products.product_id = transactions.product_id ORDER BY amount";
    expect(await ask(dataset, asked)).toEqual(
      rows.map((_, row) => ({ name: `'; DROP "${row}"`, amount: row + 1 })),
    );
    await dataset.store.close();
  });

  test("should put parameters in the question", async () => {
    const { store } = await datasetOf("Customer,Amount\na,1\n");
    const row = z.object({ a: z.number(), b: z.null(), c: z.string() });
    expect(await store.query("SELECT $a AS a, $b AS b, $c AS c", row, { a: 7, b: null, c: "'" })).toEqual([
      { a: 7, b: null, c: "'" },
    ]);
  });

  test("should throw where a column is missing or of another type", async () => {
    const { store } = await datasetOf("Customer,Amount\na,1\n");
    await expect(store.query("SELECT 'x' AS n", z.object({ n: z.number() }))).rejects.toThrow(z.ZodError);
    await expect(store.query("SELECT 1 AS m", z.object({ n: z.number() }))).rejects.toThrow(z.ZodError);
  });
});
