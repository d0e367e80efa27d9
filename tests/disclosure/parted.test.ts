import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Parted, tellableLevels } from "../../src/disclosure/parted.ts";
import { linePersons } from "../../src/questions/persons.ts";

const minimum = 5;
const isFew = (persons: number) => persons > 0 && persons < minimum;

interface Line {
  /** 0 for a guest. */
  customer: number;
  category: number;
  product: number;
  month: number;
}

/** Lines of products in categories, told by months, quarters and years of four quarters. */
function partedOf(all: readonly Line[]): Parted {
  const column = (of: (line: Line) => number) => Int32Array.from(all, of);
  const customer = column((line) => line.customer);
  const names = (ids: Int32Array, prefix: string) =>
    new Map([...new Set(ids)].filter((id) => id !== 0).map((id) => [id, `${prefix} ${id}`]));
  const [category, product] = [column((line) => line.category), column((line) => line.product)];
  return {
    customer,
    persons: linePersons({ count: all.length, customer, order: column((_) => 0).map((_, at) => at + 1) }),
    layers: [
      { groupOf: category, names: names(category, "category") },
      { groupOf: product, names: names(product, "product") },
    ],
    levels: [3, 9, 99].map((length) => column((line) => Math.floor((line.month * 3) / length))),
  };
}

/** Persons of lines that a test picks. */
function personsOf(parted: Parted, fits: (line: number) => boolean): { customers: number; all: number } {
  const persons = new Set<number>();
  const customers = new Set<number>();
  for (let line = 0; line < parted.customer.length; line += 1) {
    if (!fits(line)) continue;
    persons.add(parted.persons.personOf[line] ?? 0);
    if (parted.customer[line] !== 0) customers.add(parted.customer[line] ?? 0);
  }
  return { customers: customers.size, all: persons.size };
}

describe("tellableLevels", () => {
  test("should tell every month where all of them stand on many, and longer periods where not", () => {
    const many = (product: number, month: number, customers: number): Line[] =>
      Array.from({ length: customers }, (_, index) => ({
        customer: index + 1,
        category: 1,
        product,
        month,
      }));
    const lines = [0, 1, 2, 3].flatMap((month) => [
      ...many(1, month, 9),
      ...many(2, month, month === 1 ? 2 : 9),
      ...many(3, month, 9),
    ]);
    const [categories, products] = tellableLevels(partedOf(lines), isFew);
    expect(categories?.get(1)).toBe(0);
    // The second has a month of two; what is left of its category would tell it, so the first goes with it.
    expect([1, 2, 3].map((id) => products?.get(id))).toEqual([1, 1, 0]);
  });

  test("should tell nothing of few, neither by itself nor by what is left of the whole", () => {
    const line = fc.record({
      customer: fc.nat(14),
      product: fc.integer({ min: 1, max: 5 }),
      month: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 160 }), (drawn) => {
        const parted = partedOf(drawn.map((each) => ({ ...each, category: (each.product % 2) + 1 })));
        const [categories, products] = tellableLevels(parted, isFew);
        const [category, product] = parted.layers.map(({ groupOf }) => groupOf);
        const holds = (fits: (line: number) => boolean) => {
          const { customers, all } = personsOf(parted, fits);
          expect(isFew(customers) || isFew(all)).toBe(false);
        };
        parted.levels.forEach((parts, level) => {
          for (const part of new Set(parts)) {
            const isAt = (at: number) => parts[at] === part;
            const told = (levels: Map<number, number> | undefined, id: number | undefined) =>
              (levels?.get(id ?? 0) ?? 9) <= level;
            for (const [id, at] of products ?? [])
              if (at <= level) holds((line) => isAt(line) && product?.[line] === id);
            for (const [id, at] of categories ?? []) {
              if (at > level) continue;
              holds((line) => isAt(line) && category?.[line] === id);
              holds((line) => isAt(line) && category?.[line] === id && !told(products, product?.[line]));
            }
            if ([...(categories?.values() ?? [])].some((at) => at <= level))
              holds((line) => isAt(line) && !told(categories, category?.[line]));
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  test("should not depend on the order of the lines", () => {
    const line = fc.record({
      customer: fc.nat(14),
      product: fc.integer({ min: 1, max: 5 }),
      month: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 80 }), (drawn) => {
        const lines = drawn.map((each) => ({ ...each, category: (each.product % 2) + 1 }));
        const levels = (of: readonly Line[]) =>
          tellableLevels(partedOf(of), isFew).map((found) => [...found].sort(([a], [b]) => a - b));
        expect(levels([...lines].reverse())).toEqual(levels(lines));
      }),
    );
  });
});
