import { expect, test } from "vitest";
import { countStops, marksAt, remarksOn, wordsAt } from "../../src/charts/stops.ts";
import { category, elbow, gender, segments, unfinished } from "./specs.ts";

test("The arrow keys step over labels, in a scatter over series", () => {
  expect(countStops(category)).toBe(4);
  expect(countStops(segments(40, 5))).toBe(5);
});

test("A stop makes the marks of its label stand out, in a scatter all points of its series", () => {
  expect(marksAt(category, 2)).toEqual([{ datasetIndex: 0, index: 2 }]);
  expect(marksAt(gender, 1)).toEqual([{ datasetIndex: 1, index: 0 }]);
  expect(marksAt(segments(6, 2), 1)).toEqual([0, 1, 2].map((index) => ({ datasetIndex: 1, index })));
  expect(marksAt(segments(6, 2), 7)).toEqual([]);
  // The first line has ended there.
  expect(marksAt(unfinished, 3)).toEqual([{ datasetIndex: 1, index: 3 }]);
});

test("A stop is read as a sentence", () => {
  expect(wordsAt(category, 1)).toBe("Accessories: 1,240, 32 %");
  expect(wordsAt(segments(40, 2), 1)).toBe("Segment 2: Customers 20; Median spend $200");
  expect(wordsAt(unfinished, 2)).toBe("Mar: 2025 $4; 2024 $9");
  expect(wordsAt(unfinished, 3)).toBe("Apr: 2024 $11");
  const nameless = { headings: ["", ""], columns: [], rows: [["Segment 1", "20 customers"]] };
  expect(wordsAt({ ...segments(40, 2), table: nameless }, 0)).toBe("Segment 1: 20 customers");
  const bare = { ...segments(40, 2), table: { headings: [], columns: [], rows: [] } };
  expect(wordsAt(bare, 0)).toBe("Segment 1");
});

test("The word on a marked point is a remark on its value", () => {
  const [series] = elbow([4, 3, 2, 1], [1, 2, 3], ["knee", "", "chosen"]).series;
  expect([0, 1, 2, 3].map((index) => series && remarksOn(series, index))).toEqual([
    [],
    ["knee"],
    [],
    ["chosen"],
  ]);
});
