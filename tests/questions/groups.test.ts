import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldSmallGroups, type GroupCounts, largestFirst } from "../../src/questions/groups.ts";

const group = (
  name: string,
  customers: number,
  purchases = customers,
  revenue = purchases * 10,
): GroupCounts => ({
  name,
  customers,
  purchases,
  revenue,
});
const names = (groups: readonly GroupCounts[]) => groups.map(({ name }) => name);

describe("largestFirst", () => {
  test("should put the largest first by the count asked for", () => {
    const groups = [group("a", 1, 9, 5), group("b", 3, 2, 1), group("c", 2, 3, 7)];
    expect(names([...groups].sort(largestFirst("customers")))).toEqual(["b", "c", "a"]);
    expect(names([...groups].sort(largestFirst("purchases")))).toEqual(["a", "c", "b"]);
    expect(names([...groups].sort(largestFirst("revenue")))).toEqual(["c", "a", "b"]);
  });

  test("should put equals in alphabetical order, independent of locale", () => {
    const groups = ["b", "a", "Z", "é"].map((name) => group(name, 4));
    expect(names(groups.sort(largestFirst("customers")))).toEqual(["Z", "a", "b", "é"]);
  });
});

describe("foldSmallGroups", () => {
  test("should keep groups that are large enough, in their order", () => {
    const groups = [group("b", 5), group("a", 9)];
    expect(foldSmallGroups(groups, 5)).toMatchObject({
      groups,
      other: null,
      folded: 0,
      sacrificed: [],
      unknownFolded: false,
    });
  });

  test("should fold small groups into one that adds them up", () => {
    const { groups, other, folded } = foldSmallGroups(
      [group("a", 9), group("b", 3, 4, 0.1), group("c", 4, 6, 0.2)],
      5,
    );
    expect(names(groups)).toEqual(["a"]);
    expect(other).toEqual({
      name: "Other (fewer than 5 customers each)",
      customers: 7,
      purchases: 10,
      revenue: 0.1 + 0.2,
    });
    expect(folded).toBe(2);
  });

  test("should take the next larger group along where one small group stands alone", () => {
    const { groups, other, sacrificed } = foldSmallGroups([group("a", 9), group("b", 6), group("c", 2)], 5);
    expect(names(groups)).toEqual(["a"]);
    expect(sacrificed).toEqual(["b"]);
    expect(other).toMatchObject({
      name: "Other (fewer than 5 customers each, and the next larger)",
      customers: 8,
    });
  });

  test("should fold a few without a value, with the smallest group where they stand alone", () => {
    const groups = [group("a", 9), group("b", 6)];
    const fold = (unknown: GroupCounts) => foldSmallGroups(groups, 5, undefined, unknown);
    expect(fold(group("", 2, 3))).toMatchObject({
      groups: [group("a", 9)],
      other: { name: "Other (not known, and the next larger)", customers: 8, purchases: 9 },
      folded: 1,
      unknownFolded: true,
    });
    // Enough customers, enough guests, nobody: these are told by themselves.
    for (const unknown of [group("", 5), group("", 0, 5), group("", 0, 0)])
      expect(fold(unknown)).toMatchObject({ groups, other: null, unknownFolded: false });
    expect(fold(group("", 0, 4)).unknownFolded).toBe(true);
  });

  test("should show nothing where all customers together are too few", () => {
    expect(foldSmallGroups([group("a", 2), group("b", 1)], 5)).toMatchObject({
      groups: [],
      other: null,
      folded: 2,
    });
  });

  test("should count a customer of several small groups once", () => {
    const groups = [group("a", 9), group("b", 4), group("c", 4)];
    const sameFour = (some: readonly GroupCounts[]) => Math.max(...some.map(({ customers }) => customers));
    expect(foldSmallGroups(groups, 5, sameFour)).toMatchObject({
      groups: [],
      other: { customers: 9, purchases: 17 },
      folded: 3,
    });
  });

  test("should give nothing for no groups", () => {
    expect(foldSmallGroups([], 5)).toMatchObject({ groups: [], other: null, folded: 0 });
  });

  test("should show no group of too few customers, lose nothing, and leave no small group to be worked out", () => {
    // Customers as sets, so that one may be in several groups.
    const members = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 12 }), {
      maxLength: 10,
    });
    fc.assert(
      fc.property(members, fc.integer({ min: 2, max: 8 }), (sets, minimum) => {
        const memberOf = new Map(sets.map((set, index) => [`group ${index}`, set]));
        const all = sets.map((set, index) => group(`group ${index}`, set.length));
        const distinct = (some: readonly GroupCounts[]) =>
          new Set(some.flatMap(({ name }) => memberOf.get(name) ?? [])).size;
        const { groups, other, folded } = foldSmallGroups(all, minimum, distinct);
        const hidden = all.filter(({ name }) => !names(groups).includes(name));
        expect(hidden).toHaveLength(folded);
        expect(groups.filter(({ customers }) => customers < minimum)).toEqual([]);
        expect(groups).toEqual(all.filter((one) => groups.includes(one)));
        if (other === null) {
          // What is not shown is then nothing, or all there is.
          expect(folded === 0 || groups.length === 0).toBe(true);
        } else {
          expect(other.customers).toBe(distinct(hidden));
          expect(other.customers).toBeGreaterThanOrEqual(minimum);
          expect(other.purchases).toBe(hidden.reduce((total, { purchases }) => total + purchases, 0));
        }
      }),
    );
  });
});
