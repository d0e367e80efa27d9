import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { determinedFields as determined } from "../../../../src/sections/affinity/question/determined-fields.ts";
import type { ItemField } from "../../../../src/sections/affinity/question/item-baskets.ts";
import { seededRandom } from "../../../../src/statistics/random/random.ts";

/** As often as chance explains nothing. */
const times = 20;

/** The fields of columns that repeat, each purchase a customer's of its own. */
const determinedFields = (columns: readonly ReturnType<typeof column>[]) => {
  const many = columns.map(({ field, codes }) =>
    column(field, Array.from({ length: times }, () => [...codes]).flat()),
  );
  return determined(many, Int32Array.from(many[0]?.codes.keys() ?? []));
};

const column = (field: ItemField, codes: readonly number[]) => ({
  field,
  ofCustomer: false,
  codes: Int32Array.from(codes),
});

describe("determinedFields", () => {
  test("should find columns that always agree", () => {
    const found = determinedFields([
      column("discount", [0, 1, 0, 1, 1, 0]),
      column("promo_code", [7, 8, 7, 8, 8, 7]),
    ]);
    expect(found).toEqual({ agreeing: [["discount", "promo_code"]], following: [] });
  });

  test("should name the field that gives the other first, whichever column comes first", () => {
    const product = column("product", [0, 1, 2, 3, 0, 1, 2, 3]);
    const category = column("category", [8, 8, 9, 9, 8, 8, 9, 9]);
    for (const columns of [
      [product, category],
      [category, product],
    ]) {
      expect(determinedFields(columns)).toEqual({ agreeing: [], following: [["product", "category"]] });
    }
  });

  test("should find nothing where one purchase is otherwise", () => {
    const found = determinedFields([
      column("discount", [0, 1, 0, 1, 1, 0, 0]),
      column("promo_code", [7, 8, 7, 8, 8, 7, 8]),
    ]);
    expect(found).toEqual({ agreeing: [], following: [] });
  });

  test("should compare only purchases that have both", () => {
    const found = determinedFields([
      column("discount", [0, 1, 0, 1, -1, 0, -1]),
      column("promo_code", [7, 8, 7, 8, 7, -1, -1]),
    ]);
    expect(found.agreeing).toEqual([["discount", "promo_code"]]);
  });

  test("should find nothing in columns that never come together, or with one value only", () => {
    expect(determinedFields([column("size", [0, 1, -1, -1]), column("season", [-1, -1, 5, 6])])).toEqual({
      agreeing: [],
      following: [],
    });
    expect(determinedFields([column("size", [0, 0, -1, 1]), column("season", [5, 5, 6, -1])])).toEqual({
      agreeing: [],
      following: [],
    });
  });

  test("should find three that agree by pairs, each later one second", () => {
    const codes = [0, 1, 1, 0, 1, 0];
    const found = determinedFields([
      column("discount", codes),
      column("promo_code", codes),
      column("subscription", codes),
    ]);
    expect(found.agreeing).toEqual([
      ["discount", "promo_code"],
      ["discount", "subscription"],
      ["promo_code", "subscription"],
    ]);
  });

  test("should be right by counting the partners of each value", () => {
    const codes = fc.array(fc.tuple(fc.integer({ min: -1, max: 2 }), fc.integer({ min: -1, max: 2 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(codes, (pairs) => {
        const both = pairs.filter(([one, other]) => one >= 0 && other >= 0);
        const gives = (from: 0 | 1) => {
          const values = [...new Set(both.map((pair) => pair[from]))];
          return (
            values.length > 1 &&
            new Set(both.map((pair) => pair[from === 0 ? 1 : 0])).size > 1 &&
            values.every(
              (value) =>
                new Set(both.filter((pair) => pair[from] === value).map((pair) => pair[from === 0 ? 1 : 0]))
                  .size === 1,
            )
          );
        };
        const found = determinedFields([
          column(
            "size",
            pairs.map(([one]) => one),
          ),
          column(
            "season",
            pairs.map(([, other]) => other),
          ),
        ]);
        expect(found.agreeing.length).toBe(gives(0) && gives(1) ? 1 : 0);
        expect(found.following).toEqual(
          gives(0) === gives(1) ? [] : [gives(0) ? ["size", "season"] : ["season", "size"]],
        );
      }),
      { numRuns: 500 },
    );
  });

  test("should find nothing in what each customer alone has, however many purchases that are", () => {
    const places = Array.from({ length: 400 }, (_, line) => line % 40);
    const genders = places.map((place) => 40 + (place % 2));
    const found = determined(
      [column("location", places), column("gender", genders)],
      Int32Array.from(places),
    );
    expect(found).toEqual({ agreeing: [], following: [] });
    const apart = determined(
      [column("location", places), column("gender", genders)],
      Int32Array.from(places.keys()),
    );
    expect(apart.following).toEqual([["location", "gender"]]);
  });

  test("should find no more of small chance tables than one in twenty", () => {
    const random = seededRandom(3);
    const shops = Array.from({ length: 400 }, () => {
      const columns = (["size", "season", "payment_method"] as const).map((field, place) =>
        column(
          field,
          Array.from({ length: 12 }, () => 10 * place + Math.floor(random() * 2)),
        ),
      );
      const { agreeing, following } = determined(
        columns,
        Int32Array.from({ length: 12 }, (_, at) => at),
      );
      return agreeing.length + following.length;
    });
    expect(shops.filter((found) => found > 0).length / shops.length).toBeLessThan(0.05);
  });
});
