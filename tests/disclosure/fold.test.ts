import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldGroups } from "../../src/disclosure/fold.ts";
import type { CountedGroup, FieldGroups } from "../../src/questions/groups.ts";

const group = (
  name: string,
  customers: number,
  guests = 0,
  purchases = customers + guests,
): CountedGroup => ({
  id: name === "" ? 0 : name.charCodeAt(0),
  name,
  customers,
  guests,
  purchases,
  revenue: purchases * 10,
});
const nobody = group("", 0);
const isFew = (persons: number) => persons > 0 && persons < 5;
const fold = (groups: readonly CountedGroup[], more: Partial<FieldGroups> = {}) =>
  foldGroups({ groups: [...groups], missing: nobody, guests: null, ...more }, isFew, "Other");
const counts = (folded: ReturnType<typeof fold>) =>
  folded?.groups.map(({ name, customers, purchases }) => [name, customers, purchases]);

describe("foldGroups", () => {
  test("should keep groups that are large enough, in their order", () => {
    const folded = fold([group("b", 5), group("a", 9)]);
    expect(counts(folded)).toEqual([
      ["b", 5, 5],
      ["a", 9, 9],
    ]);
    expect(folded).toMatchObject({ other: null, folded: 0, leftover: null });
  });

  test("should put small groups together where they are enough", () => {
    const folded = fold([group("a", 9), group("b", 3), group("c", 4)]);
    expect(counts(folded)).toEqual([["a", 9, 9]]);
    expect(folded).toMatchObject({
      other: { name: "Other", customers: 7, purchases: 7 },
      folded: 2,
      leftover: null,
    });
  });

  test("should count what is too few together with the largest group, and say so", () => {
    const folded = fold([group("a", 9), group("b", 6), group("c", 2)]);
    expect(counts(folded)).toEqual([
      ["a", 11, 11],
      ["b", 6, 6],
    ]);
    expect(folded).toMatchObject({
      other: null,
      folded: 1,
      leftover: { with: ["a"], groups: 1, missing: false },
    });
  });

  test("should count a few customers without a value, and a few guests, with the largest group", () => {
    expect(fold([group("a", 9), group("b", 6)], { missing: group("", 2) })).toMatchObject({
      groups: [{ name: "a", customers: 11 }, { name: "b" }],
      missing: null,
      leftover: { with: ["a"], missing: true, guests: false },
    });
    expect(fold([group("a", 9)], { guests: group("", 0, 4) })).toMatchObject({
      groups: [{ name: "a", customers: 9, purchases: 13 }],
      leftover: { with: ["a"], missing: false, guests: true },
    });
    // Many customers without a value hide a few guests.
    expect(fold([group("a", 9)], { missing: group("", 7), guests: group("", 0, 4) })).toMatchObject({
      groups: [{ name: "a", customers: 9, purchases: 9 }],
      missing: { customers: 7, purchases: 11 },
      leftover: null,
    });
  });

  test("should take guests' orders for persons, but not hide few customers behind them", () => {
    expect(counts(fold([group("a", 0, 9), group("b", 0, 6)]))).toEqual([
      ["a", 0, 9],
      ["b", 0, 6],
    ]);
    expect(counts(fold([group("a", 20), group("b", 2, 30)]))).toEqual([["a", 22, 52]]);
  });

  test("should count what is left of a category with the largest product in it, though others are larger", () => {
    const categoryOf: Record<string, number> = { a: 1, b: 2, c: 2 };
    const folded = fold([group("a", 50), group("b", 9), group("c", 1)], {
      within: (id) => categoryOf[String.fromCharCode(id)] ?? null,
    });
    expect(counts(folded)).toEqual([
      ["a", 50, 50],
      ["b", 10, 10],
    ]);
  });

  test("should never count few customers with a group of guests alone, however large", () => {
    expect(counts(fold([group("a", 0, 30), group("b", 9), group("c", 2)]))).toEqual([
      ["a", 0, 30],
      ["b", 11, 11],
    ]);
    expect(fold([group("a", 0, 5), group("b", 1)])).toBeNull();
  });

  test("should be null where no group is large enough", () => {
    expect(fold([group("a", 2), group("b", 4)])).toBeNull();
    expect(fold([])).toBeNull();
  });

  test("should count a group that all customers but a few are in as that of all", () => {
    const several = { customersIn: () => 301, overlaps: () => [] };
    const folded = fold([group("a", 300), group("b", 200)], { several });
    expect(counts(folded)).toEqual([
      ["a", 301, 300],
      ["b", 200, 200],
    ]);
    expect(folded?.nearlyAll).toEqual(["a"]);
  });

  test("should count customers of several groups once, where these are few", () => {
    const [a, b] = [group("a", 22), group("b", 10)];
    const several = {
      customersIn: (ids: readonly number[]) => (ids.length === 1 ? (ids[0] === a.id ? 22 : 10) : 30),
      overlaps: () => [{ ids: [a.id, b.id] }, { ids: [b.id, a.id] }],
    };
    expect(counts(fold([a, b], { several }))).toEqual([
      ["a", 22, 22],
      ["b", 8, 10],
    ]);
  });

  const shared = (times: number, ...groups: CountedGroup[]) =>
    Array.from({ length: times }, () => ({ ids: groups.map(({ id }) => id) }));

  test("should leave customers of several groups in each, where these are enough", () => {
    const [a, b, c] = [group("a", 30), group("b", 20), group("c", 20)];
    const several = { customersIn: () => 62, overlaps: () => shared(8, a, b) };
    expect(counts(fold([a, b, c], { several }))).toEqual([
      ["a", 30, 30],
      ["b", 20, 20],
      ["c", 20, 20],
    ]);
  });

  test("should count them in their smallest group, where that would else be left with few", () => {
    const [a, b] = [group("a", 22), group("b", 6)];
    const several = { customersIn: () => 26, overlaps: () => shared(2, b, a) };
    expect(counts(fold([a, b], { several }))).toEqual([
      ["a", 20, 22],
      ["b", 6, 6],
    ]);
  });

  test("should count them in the first by name of groups as large, whatever their order", () => {
    const [a, b] = [group("a", 10), group("b", 10)];
    const several = { customersIn: () => 18, overlaps: () => shared(2, b, a) };
    expect(counts(fold([b, a], { several }))).toEqual([
      ["b", 8, 10],
      ["a", 10, 10],
    ]);
  });

  test("should count a product that all customers of its category but a few bought as that of all of them", () => {
    const [a, b, c] = [group("a", 47), group("b", 30), group("c", 60)];
    const folded = fold([a, b, c], {
      several: { customersIn: () => 120, overlaps: () => shared(20, a, b) },
      within: (id) => (id === c.id ? 2 : 1),
      customersAround: (id) => (id === c.id ? 60 : 50),
    });
    expect(counts(folded)).toEqual([
      ["a", 50, 47],
      ["b", 30, 30],
      ["c", 60, 60],
    ]);
    expect(folded?.nearlyAllWithin).toEqual(["a"]);
  });

  test("should count customers of several products of a category once, where these are few", () => {
    const [a, b, c] = [group("a", 30), group("b", 20), group("c", 40)];
    const folded = fold([a, b, c], {
      several: { customersIn: () => 60, overlaps: () => [...shared(2, a, b), ...shared(28, a, c)] },
      within: (id) => (id === c.id ? 2 : 1),
      customersAround: (id) => (id === c.id ? 40 : 48),
    });
    expect(counts(folded)).toEqual([
      ["a", 30, 30],
      ["b", 18, 20],
      ["c", 40, 40],
    ]);
  });

  test("should count them in each where not all products of the category are told", () => {
    const [a, b, c] = [group("a", 30), group("b", 20), group("c", 4)];
    const folded = fold([a, b, c, group("d", 3)], {
      several: {
        customersIn: (ids) => (ids.length === 2 ? 7 : 48),
        overlaps: () => [...shared(2, a, b), ...shared(7, a, c)],
      },
      within: () => 1,
      customersAround: () => 48,
    });
    expect(counts(folded)).toEqual([
      ["a", 30, 30],
      ["b", 20, 20],
    ]);
  });

  test("should count few that lie within nothing with the largest of all, wherever that lies", () => {
    const [a, b, c] = [group("a", 30), group("b", 20), group("c", 2)];
    const folded = fold([a, b, c], { within: (id) => (id === a.id ? 100 : null) });
    expect(counts(folded)).toEqual([
      ["a", 32, 32],
      ["b", 20, 20],
    ]);
  });

  test("should part everything into groups of nobody or enough, and lose nothing", () => {
    const sizes = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(
        fc.array(sizes, { maxLength: 8 }),
        sizes,
        fc.nat(9),
        (groups, [none, noneGuests], guests) => {
          const all = groups.map(([customers, orders], index) =>
            group("abcdefgh"[index] ?? "", customers, orders),
          );
          for (const field of [
            { groups: all, missing: group("", none, noneGuests), guests: null },
            {
              groups: all.map(({ name, customers }) => group(name, customers)),
              missing: group("", none),
              guests: group("", 0, guests),
            },
          ]) {
            const folded = foldGroups(field, isFew, "Other");
            if (folded === null) continue;
            const parts = [
              ...folded.groups,
              ...[folded.other ?? []].flat(),
              ...[folded.missing ?? []].flat(),
            ];
            for (const { customers } of parts) expect(isFew(customers)).toBe(false);
            for (const { purchases } of parts) expect(isFew(purchases)).toBe(false);
            const sum = (some: readonly { purchases: number }[]) =>
              some.reduce((total, { purchases }) => total + purchases, 0);
            expect(sum(parts)).toBe(sum([...field.groups, field.missing, ...[field.guests ?? []].flat()]));
          }
        },
      ),
    );
  });
});
