import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  covers,
  parseRejectedName,
  parseSegmentName,
  rejectedName,
  segmentName,
  streamName,
} from "../../src/read/segment-name.ts";

const range = { stream: "sales-0", first: 0n, last: 1999n };

describe("the name of a segment", () => {
  // live.md, as Kafka Connect's S3 and HDFS sinks: <topic>-<partition>-<first>-<last>, padded.
  test("should hold the stream and both offsets, padded so that names sort as offsets do", () => {
    expect(segmentName(range)).toBe("sales-0-00000000000000000000-00000000000000001999.csv");
  });

  test("should be read back, whatever the stream is called", () => {
    const stream = fc.string({ minLength: 1 }).map((name) => streamName(name, 3));
    const number = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n });
    fc.assert(
      fc.property(stream, number, number, (name, first, last) => {
        const given = { stream: name, first, last };
        expect(parseSegmentName(segmentName(given))).toEqual(given);
        expect(parseRejectedName(rejectedName(given, true))).toEqual({ ...given, whole: true });
        expect(parseRejectedName(rejectedName(given, false))).toEqual({ ...given, whole: false });
        expect(segmentName(given)).not.toMatch(/^\.|[/\\\s]/u);
      }),
    );
  });

  test.each([
    "orders.csv",
    "sales-0-1-2.csv",
    `${segmentName(range)}.gz`,
    `.${segmentName(range)}.tmp`,
    segmentName(range).replace(".csv", ""),
    segmentName(range).replace(".csv", ".part.csv"),
    segmentName(range).replace(".csv", "0.csv"),
    segmentName(range).replace("sales-0", ""),
    `\n${segmentName(range)}`,
  ])("should not be found in %j", (name) => {
    expect(parseSegmentName(name)).toBeNull();
  });

  test.each(["orders.csv", segmentName(range), `${rejectedName(range, false)}.gz`])(
    "should not be found in %s as that of rejected events",
    (name) => {
      expect(parseRejectedName(name)).toBeNull();
    },
  );

  test("should be read back where the stream's name ends as a file's does", () => {
    for (const stream of ["orders.csv", "orders.csv-0", "orders.ndjson-0", "orders.whole.ndjson-0"]) {
      const given = { ...range, stream };
      expect(parseSegmentName(segmentName(given))).toEqual(given);
      expect(parseRejectedName(rejectedName(given, true))).toEqual({ ...given, whole: true });
      expect(parseRejectedName(rejectedName(given, false))).toEqual({ ...given, whole: false });
    }
  });
});

test.each([
  [["sales", 0], "sales-0"],
  [["Größe_2.v1", 12], "Größe_2.v1-12"],
  [["a / b\\c", 0], "a-b-c-0"],
  [["..sales", 0], "-.sales-0"],
])("the stream of %j should be called %s", (parts, name) => {
  expect(streamName(...parts)).toBe(name);
});

test("a range covers what lies within it, of its own stream only", () => {
  expect(covers(range, range)).toBe(true);
  expect(covers(range, { ...range, first: 5n, last: 1999n })).toBe(true);
  expect(covers({ ...range, first: 5n }, { ...range, first: 4n })).toBe(false);
  expect(covers(range, { ...range, last: 2000n })).toBe(false);
  expect(covers(range, { ...range, stream: "sales-1" })).toBe(false);
});
