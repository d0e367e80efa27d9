import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type RfmSegment, rfmSegment, rfmSegments } from "../../src/report/rfm-segments.ts";
import { segmentAt } from "../../src/sections/segments/segment-grid.ts";

const scores = [1, 2, 3, 4, 5] as const;
const score = fc.constantFrom(...scores);

describe("rfmSegment", () => {
  test("should know the eleven usual names, best first", () => {
    expect(rfmSegments).toEqual([
      "Champions",
      "Loyal",
      "Potential loyalists",
      "New",
      "Promising",
      "Need attention",
      "About to sleep",
      "At risk",
      "Cannot lose them",
      "Hibernating",
      "Lost",
    ]);
  });

  test("should give each of the 125 cells exactly one of the eleven", () => {
    fc.assert(
      fc.property(score, score, score, (recency, frequency, monetary) => {
        // What is spent decides nothing: the cell of every monetary score is that of recency and frequency.
        expect([1, 2, 3, 4, 5]).toContain(monetary);
        const segment = rfmSegment(recency, frequency);
        expect(rfmSegments.filter((name) => name === segment)).toHaveLength(1);
        expect(segmentAt(recency, frequency)).toBe(segment);
      }),
      { numRuns: 1000 },
    );
    const cells = scores.flatMap((recency) =>
      scores.flatMap((frequency) => scores.map(() => rfmSegment(recency, frequency))),
    );
    expect(cells).toHaveLength(125);
    expect(cells.every((name) => rfmSegments.includes(name))).toBe(true);
  });

  test("should use every one of the eleven", () => {
    const used = new Set(
      scores.flatMap((recency) => scores.map((frequency) => rfmSegment(recency, frequency))),
    );
    expect([...used].sort()).toEqual([...rfmSegments].sort());
  });

  test("should cover an unbroken region with each name", () => {
    const cells = scores.flatMap((recency) => scores.map((frequency) => ({ recency, frequency })));
    for (const name of rfmSegments) {
      const region = cells.filter(({ recency, frequency }) => rfmSegment(recency, frequency) === name);
      const reached = new Set(region.slice(0, 1));
      for (let grown = true; grown; ) {
        const next = region.filter(
          (cell) =>
            !reached.has(cell) &&
            [...reached].some(
              (other) =>
                Math.abs(cell.recency - other.recency) + Math.abs(cell.frequency - other.frequency) === 1,
            ),
        );
        for (const cell of next) reached.add(cell);
        grown = next.length > 0;
      }
      expect(reached.size, name).toBe(region.length);
    }
  });

  test.each<[number, number, RfmSegment]>([
    [5, 5, "Champions"],
    [4, 5, "Loyal"],
    [5, 1, "New"],
    [4, 1, "Promising"],
    [3, 3, "Need attention"],
    [3, 1, "About to sleep"],
    [1, 5, "Cannot lose them"],
    [2, 4, "At risk"],
    [2, 1, "Hibernating"],
    [1, 1, "Lost"],
  ])("should call recency %i and frequency %i by its usual name, %s", (recency, frequency, name) => {
    expect(rfmSegment(recency, frequency)).toBe(name);
  });

  test("should throw for what is no score", () => {
    for (const [recency, frequency] of [
      [0, 1],
      [6, 1],
      [1, 0],
      [1, 6],
      [2.5, 3],
      [Number.NaN, 1],
    ] as const) {
      expect(() => rfmSegment(recency, frequency)).toThrow(RangeError);
    }
  });
});
