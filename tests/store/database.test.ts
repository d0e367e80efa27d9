import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createDatabase } from "../../src/store/database.ts";

describe("SqlDatabase", () => {
  test.each([0, 1, 63, 64, 65, 200])("should write %d rows in bulk and ask for them again", async (count) => {
    const database = await createDatabase();
    const insert = database.insert("products", ["product_id", "code", "name"]);
    const rows = Array.from({ length: count }, (_, row) => ({
      product_id: row + 1,
      code: row % 2 ? null : `c${row}`,
      name: `'; DROP "${row}"`,
    }));
    for (const { product_id, code, name } of rows) insert.add([product_id, code, name]);
    insert.finish();
    const product = z.object({ product_id: z.number(), code: z.string().nullable(), name: z.string() });
    expect(
      database.query("SELECT product_id, code, name FROM products ORDER BY product_id", product),
    ).toEqual(rows);
    database.close();
  });

  test("should put parameters in the question", async () => {
    const database = await createDatabase();
    expect(
      database.query("SELECT ? AS a, :b AS b", z.object({ a: z.number(), b: z.null() }), [7, null]),
    ).toEqual([{ a: 7, b: null }]);
  });

  test("should throw where a column is missing or of another type", async () => {
    const database = await createDatabase();
    expect(() => database.query("SELECT 'x' AS n", z.object({ n: z.number() }))).toThrow(z.ZodError);
    expect(() => database.query("SELECT 1 AS m", z.object({ n: z.number() }))).toThrow(z.ZodError);
  });
});
