import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bridges, type Edge } from "../../../src/statistics/clusters/bridges.ts";

describe("bridges", () => {
  test("should find the edge between two circles, and no edge of them", () => {
    // 0–1–2–0 and 3–4–5–3, joined by 2–3.
    const edges: Edge[] = [
      [0, 1],
      [1, 2],
      [2, 0],
      [3, 4],
      [4, 5],
      [5, 3],
      [2, 3],
    ];
    expect(bridges(6, edges)).toEqual([6]);
  });

  test("should take two edges between two nodes for a circle", () => {
    const twice: Edge[] = [
      [0, 1],
      [1, 0],
      [1, 2],
    ];
    expect(bridges(3, twice)).toEqual([2]);
    expect(bridges(2, [[0, 1]])).toEqual([0]);
    expect(bridges(3, [])).toEqual([]);
  });

  test("should find the edges without which their ends are not joined, in any graph", () => {
    const edge = fc.tuple(fc.nat(6), fc.nat(6)).filter(([one, other]) => one !== other);
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 14 }), (edges) => {
        const joined = (without: number, from: number, to: number) => {
          const reached = new Set([from]);
          for (const node of reached)
            edges.forEach(([one, other], index) => {
              if (index !== without && one === node) reached.add(other);
              if (index !== without && other === node) reached.add(one);
            });
          return reached.has(to);
        };
        const expected = edges.flatMap(([one, other], index) => (joined(index, one, other) ? [] : [index]));
        expect(bridges(7, edges).sort((a, b) => a - b)).toEqual(expected);
      }),
    );
  });
});
