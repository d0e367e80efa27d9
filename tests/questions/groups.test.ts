import { describe, expect, test } from "vitest";
import { type GroupCounts, largestFirst } from "../../src/questions/groups.ts";

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
