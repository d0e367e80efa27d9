import { expect, test } from "vitest";
import { type Axis, codedAxis } from "../../src/disclosure/axis.ts";
import { Gate } from "../../src/disclosure/gate.ts";
import type { PurchaseLines } from "../../src/store/purchase-lines.ts";

/** Purchases of a customer each, by persona, segment and quarter. */
function tells(
  groups: readonly (readonly [persona: number, segment: number, quarter: number, customers: number])[],
) {
  const all = groups.flatMap(([persona, segment, quarter, customers]) =>
    Array.from({ length: customers }, () => [persona, segment, quarter] as const),
  );
  const lines: PurchaseLines = {
    count: all.length,
    order: undefined,
    customer: Int32Array.from(all.keys(), (line) => line + 1),
    product: undefined,
    day: undefined,
    amount: new Float64Array(all.length).fill(1),
    traits: new Map(),
  };
  const axes = (["persona", "segment", "quarter"] as const).map(
    (id, place): Axis =>
      codedAxis(
        id,
        all.map((codes) => codes[place] ?? 0),
      ),
  );
  return new Gate(5).tellsByExclusion(axes, [0, 0, 0], lines);
}

test("values that exclude each other should tell where one side less the other leaves few", () => {
  // All of segment 1 are of persona 1, which has three more in the second quarter.
  expect(
    tells([
      [1, 1, 1, 20],
      [1, 2, 1, 9],
      [2, 2, 1, 20],
      [1, 1, 2, 20],
      [1, 2, 2, 3],
      [2, 2, 2, 20],
    ]),
  ).toBe(true);
  expect(
    tells([
      [1, 1, 1, 20],
      [1, 2, 1, 9],
      [2, 2, 1, 20],
      [1, 1, 2, 20],
      [1, 2, 2, 6],
      [2, 2, 2, 20],
    ]),
  ).toBe(false);
});

test("values that all come together should tell nothing of each other", () => {
  expect(
    tells([
      [1, 1, 1, 20],
      [1, 2, 1, 9],
      [2, 1, 1, 20],
      [2, 2, 1, 20],
      [1, 1, 2, 20],
      [1, 2, 2, 3],
      [2, 2, 2, 20],
    ]),
  ).toBe(false);
});
