import { describe, expect, test } from "vitest";
import { fewBetween, type Link } from "../../src/disclosure/few-between.ts";

/** Links between cells of two tables: of so many persons, each somebody else. */
function links(...counts: (readonly [one: number, other: number, persons: number])[]): Link[] {
  return counts.map(([one, other, persons], place) => ({
    cells: [one, other],
    persons: persons >= 5 ? null : Array.from({ length: persons }, (_, person) => place * 10 + person),
  }));
}

describe("fewBetween", () => {
  test("should find the few that a cell has more than the cells that lie within it", () => {
    // All of segment 0 are of persona 0, which has three of segment 1 as well.
    expect(fewBetween(links([0, 0, 9], [0, 1, 3], [1, 1, 9]), 5)).toBe(true);
    expect(fewBetween(links([0, 0, 9], [0, 1, 6], [1, 1, 9]), 5)).toBe(false);
  });

  test("should find them whichever table they are a cell of", () => {
    expect(fewBetween(links([0, 0, 9], [1, 0, 3], [1, 1, 9]), 5)).toBe(true);
  });

  test("should find nothing where each cell has something in common with each", () => {
    expect(fewBetween(links([0, 0, 9], [0, 1, 3], [1, 0, 3], [1, 1, 9]), 5)).toBe(false);
  });

  test("should take nothing for empty that is not known to be", () => {
    expect(fewBetween(links([0, 0, 9], [0, 1, 3], [1, 1, 9], [1, 0, 0]), 5)).toBe(false);
  });

  test("should count who is on several links once", () => {
    const some = links([0, 0, 9], [1, 1, 9], [2, 2, 9]);
    const shared = [1, 2].map((other): Link => ({ cells: [0, other], persons: [1, 2, 3] }));
    expect(fewBetween([...some, ...shared], 5)).toBe(true);
    const apart = [1, 2].map(
      (other): Link => ({ cells: [0, other], persons: [other, other + 10, other + 20] }),
    );
    expect(fewBetween([...some, ...apart, ...links([1, 2, 9], [2, 1, 9])], 5)).toBe(false);
  });
});
