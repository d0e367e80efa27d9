import { expect, test } from "vitest";
import { freshnessOf } from "../../src/edition/freshness.ts";
import { titleOf } from "../../src/edition/title.ts";
import { segmentName } from "../../src/read/segment-name.ts";

const segment = (first: bigint) => segmentName({ stream: "sales-0", first, last: first + 9n });

test("freshness counts the events of the files that watch writes, and there is none without such files", () => {
  const files = [
    { name: "orders.csv", rows: 100 },
    { name: segment(0n), rows: 9 },
    { name: segment(10n), rows: 10 },
  ];
  expect(freshnessOf(files, "2026-01-31")).toEqual({ through: "2026-01-31", events: 19 });
  expect(freshnessOf(files.slice(0, 1), "2026-01-31")).toBeNull();
});

test("the title comes from the shop's own file, not from those that events become", () => {
  expect(titleOf(["my_shop.csv", segment(0n), segment(10n)], (name) => name)).toBe("My shop");
  expect(titleOf([segment(0n)], (name) => name)).toBe("Shopper report");
});
