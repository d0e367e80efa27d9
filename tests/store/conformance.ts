import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { OpenStore } from "../../src/store/open-dataset.ts";
import { smallGroup, totalsDefinitions } from "../../src/store/schema.ts";
import type { Store } from "../../src/store/store.ts";
import { datasetOf } from "../support/dataset.ts";

/**
 * What any engine behind the store must do, as tests: the same questions, asked of what the same files load, with the
 * answers that the schema and its definitions promise.
 *
 * @param engine its name
 * @param open how it loads cleaned rows
 */
export function storeConformance(engine: string, open: OpenStore): void {
  /** A store of a CSV, closed when it was asked. */
  async function withStore<Answer>(csv: string, use: (store: Store) => Promise<Answer>): Promise<Answer> {
    const { store } = await datasetOf(csv, { privacy: { minimumGroup: 2 } }, open);
    try {
      return await use(store);
    } finally {
      await store.close();
    }
  }
  const rowsOf = (store: Store, sql: string) => store.query(sql, anything);

  describe(`a store on ${engine}`, () => {
    test.each([1, 63, 64, 65, 200])("should hold %d rows as they were loaded", async (count) => {
      const rows = Array.from({ length: count }, (_, row) => `c${row},"'; DROP ""${row}""",${row + 1}`);
      const found = await withStore(`Customer,Product,Amount\n${rows.join("\n")}\n`, (store) =>
        rowsOf(
          store,
          "SELECT name, amount FROM transactions JOIN products ON products.product_id = transactions.product_id ORDER BY amount",
        ),
      );
      expect(found).toEqual(rows.map((_, row) => ({ name: `'; DROP "${row}"`, amount: row + 1 })));
    });

    test("should put parameters in the question, texts, numbers and null, wherever their names stand", async () => {
      const row = z.object({ a: z.number(), b: z.null(), c: z.string(), again: z.number() });
      const found = await withStore(small, (store) =>
        store.query("SELECT $a AS a, $b AS b, $c AS c, $a AS again", row, { a: 7, b: null, c: "' OR 1" }),
      );
      expect(found).toEqual([{ a: 7, b: null, c: "' OR 1", again: 7 }]);
    });

    test("should throw where a column is missing or of another type", async () => {
      const row = z.object({ n: z.number() });
      await withStore(small, async (store) => {
        await expect(store.query("SELECT 'x' AS n", row)).rejects.toThrow(z.ZodError);
        await expect(store.query("SELECT 1 AS m", row)).rejects.toThrow(z.ZodError);
        await expect(store.query("SELECT n FROM nowhere", row)).rejects.toThrow();
      });
    });

    test("should give columns in the question's order, NaN for null, and throw at text", async () => {
      await withStore(small, async (store) => {
        const found = await store.columns(
          "SELECT amount, rating, $factor * amount AS times FROM transactions ORDER BY amount DESC",
          { factor: 10 },
        );
        expect(found).toEqual([
          Float64Array.of(7, 5),
          Float64Array.of(Number.NaN, 4),
          Float64Array.of(70, 50),
        ]);
        expect(await store.columns("SELECT amount, day FROM transactions WHERE amount > 99")).toEqual([
          new Float64Array(0),
          new Float64Array(0),
        ]);
        await expect(store.columns("SELECT name FROM products")).rejects.toThrow(TypeError);
      });
    });

    test("should answer questions that are asked at once", async () => {
      await withStore(small, async (store) => {
        const row = z.object({ n: z.number() });
        const asked = Array.from({ length: 20 }, (_, n) => store.query("SELECT $n AS n", row, { n }));
        expect(await Promise.all(asked)).toEqual(asked.map((_, n) => [{ n }]));
      });
    });

    test("should know window functions, CASE and joins of the common core", async () => {
      const found = await withStore(small, (store) =>
        rowsOf(
          store,
          `SELECT customer_id, RANK() OVER (ORDER BY revenue DESC) AS place,
  CASE WHEN revenue > 6 THEN 'much' ELSE 'little' END AS spent FROM customer_totals ORDER BY place`,
        ),
      );
      expect(found.map(({ place, spent }) => [place, spent])).toEqual([
        [1, "much"],
        [2, "little"],
      ]);
    });

    test("should keep whole numbers up to 2^53 and money to the last bit", async () => {
      const csv = `Customer,Quantity,Amount\na,9007199254740991,0.1\nb,1,123456789.12\n`;
      const found = await withStore(csv, (store) =>
        store.columns("SELECT quantity, amount FROM transactions ORDER BY amount"),
      );
      expect(found).toEqual([Float64Array.of(2 ** 53 - 1, 1), Float64Array.of(0.1, 123_456_789.12)]);
    });

    test("should give the purchases as the same arrays every time, line by line as they stand in the table", async () => {
      await fc.assert(
        fc.asyncProperty(lines, async (rows) => {
          await withStore(csvOf(rows), async (store) => {
            const given = await store.lines();
            expect(await store.lines()).toBe(given);
            const [
              order = [],
              customer = [],
              product = [],
              day = [],
              amount = [],
              rating = [],
              location = [],
            ] = await store.columns(
              "SELECT order_id, customer_id, product_id, day, amount, rating, location_id FROM transactions ORDER BY transaction_id",
            );
            const ids = (column: ArrayLike<number>) => Array.from(column, (id) => id || 0);
            expect(given.count).toBe(amount.length);
            expect(ids(given.order ?? [])).toEqual(ids(order));
            expect(ids(given.customer)).toEqual(ids(customer));
            expect(ids(given.product ?? [])).toEqual(ids(product));
            expect(Array.from(given.day ?? [])).toEqual(Array.from(day));
            expect(Array.from(given.amount)).toEqual(Array.from(amount));
            expect(Array.from(given.rating ?? [])).toEqual(Array.from(rating));
            expect(ids(given.traits.get("location") ?? [])).toEqual(ids(location));
          });
        }),
        { numRuns: 40 },
      );
    });

    test.each(Object.entries(totalsDefinitions))(
      "should hold in %s what their SQL gives",
      async (name, sql) => {
        await fc.assert(
          fc.asyncProperty(lines, async (rows) => {
            await withStore(csvOf(rows), async (store) => {
              const where = name === "trait_totals" ? " WHERE field = 'location'" : "";
              const held = await rowsOf(store, `SELECT * FROM ${name}${where}`);
              expect(byText(held)).toEqual(byText(await rowsOf(store, sql)));
            });
          }),
          { numRuns: 40 },
        );
      },
    );

    test("should have no ids of a column whose cells are all empty, and no totals by it", async () => {
      await withStore("Customer,Product,Amount\na,,5\nb,,7\n", async (store) => {
        expect((await store.lines()).product).toBeUndefined();
        expect(await rowsOf(store, "SELECT * FROM product_totals")).toEqual([]);
      });
    });

    test("should hold each customer of each small group once", async () => {
      await fc.assert(
        fc.asyncProperty(lines, async (rows) => {
          await withStore(csvOf(rows), async (store) => {
            const held = await rowsOf(
              store,
              "SELECT group_id, customer_id FROM small_groups WHERE field = 'product'",
            );
            const defined = await rowsOf(
              store,
              "SELECT DISTINCT product_id AS group_id, customer_id FROM transactions WHERE product_id IS NOT NULL AND customer_id IS NOT NULL",
            );
            expect(byText(held)).toEqual(byText(defined));
          });
        }),
        { numRuns: 40 },
      );
    });

    test("should hold the customers of no larger group among those of the small", async () => {
      const rows = Array.from({ length: smallGroup + 1 }, (_, row) => `c${row},Hat,1\n`).join("");
      const found = await withStore(`Customer,Product,Amount\n${rows}c1,Coat,1\n`, (store) =>
        rowsOf(store, "SELECT COUNT(*) AS n FROM small_groups WHERE field = 'product'"),
      );
      expect(found).toEqual([{ n: 1 }]);
    });
  });
}

const anything = z.record(z.string(), z.union([z.number(), z.string(), z.null()]));

const small = "Customer,Product,Amount,Rating\na,Hat,5,4\nb,Coat,7,\n";

const cell = {
  order: fc.constantFrom("1", "2", "3", "4"),
  customer: fc.constantFrom("", "ann", "ben", "eve"),
  product: fc.constantFrom("", "Hat", "Shoe", "Coat"),
  day: fc.constantFrom("2024-01-01", "2024-02-29", "2025-12-31"),
  amount: fc.integer({ min: 1, max: 99_999 }).map((cents) => (cents / 100).toFixed(2)),
  location: fc.constantFrom("", "Oslo", "Rome"),
  rating: fc.constantFrom("", "1", "3.5", "5"),
};
const lines = fc.array(fc.record(cell), { minLength: 1, maxLength: 40 });

/** A line with a value of everything: a column of empty cells alone is none. */
const filled: Record<keyof typeof cell, string> = {
  order: "1",
  customer: "ann",
  product: "Hat",
  day: "2024-01-01",
  amount: "1.00",
  location: "Oslo",
  rating: "5",
};

function csvOf(rows: readonly Record<keyof typeof cell, string>[]): string {
  const body = [filled, ...rows].map((row) => Object.values(row).join(","));
  return `${["Order ID,Customer ID,Product,Order Date,Amount,Location,Rating", ...body].join("\n")}\n`;
}

/** Rows in one order, sums of money to the digit up to which no order of adding up matters. */
function byText(rows: readonly Record<string, unknown>[]): string[] {
  return rows
    .map((row) =>
      JSON.stringify({
        ...row,
        ...("revenue" in row ? { revenue: Number(row["revenue"]).toFixed(6) } : {}),
      }),
    )
    .sort();
}
