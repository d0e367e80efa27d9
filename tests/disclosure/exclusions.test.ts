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

/** Persona 1 holds all of segment 1 and some of segment 2, which persona 2 holds the rest of, in two quarters. */
const quarters = (inSecond: number): Parameters<typeof tells>[0] => [
  [1, 1, 1, 20],
  [1, 2, 1, 9],
  [2, 2, 1, 20],
  [1, 1, 2, 20],
  [1, 2, 2, inSecond],
  [2, 2, 2, 20],
];

test("values that exclude each other should tell where one side less the other leaves few", () => {
  // All of segment 1 are of persona 1, which has three more in the second quarter, or six.
  expect(tells(quarters(3))).toBe(true);
  expect(tells(quarters(6))).toBe(false);
});

test("values that all come together should tell nothing of each other", () => {
  expect(tells([...quarters(3), [2, 1, 1, 20]])).toBe(false);
});
