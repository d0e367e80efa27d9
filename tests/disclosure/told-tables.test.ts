import { describe, expect, test } from "vitest";
import { type Axis, valueRungs } from "../../src/disclosure/axis.ts";
import { Gate } from "../../src/disclosure/gate.ts";
import type { PurchaseLines } from "../../src/store/purchase-lines.ts";

/** Purchases of a customer each, by the codes of some axes. */
function shop(
  ids: readonly string[],
  groups: readonly (readonly number[])[],
  own: Record<string, Partial<Axis>> = {},
): { lines: PurchaseLines; axes: Axis[]; gate: Gate } {
  const all = groups.flatMap((codes) => Array.from({ length: codes.at(-1) ?? 0 }, () => codes));
  const axes = ids.map((id, place): Axis => {
    const codes = all.map((each) => each[place] ?? 0);
    const names = Array.from({ length: Math.max(...codes) }, (_, code) => `${code + 1}`);
    return { id, codes, ofCustomer: false, rungs: valueRungs(names, false), ...own[id] };
  });
  const lines: PurchaseLines = {
    count: all.length,
    order: undefined,
    customer: Int32Array.from(all.keys(), (line) => line + 1),
    product: undefined,
    day: undefined,
    amount: new Float64Array(all.length).fill(1),
    traits: new Map(),
  };
  return { lines, axes, gate: new Gate(5) };
}

describe("tables that are told", () => {
  // All of segment 1 are of persona 1, which has three more in the second quarter, or six.
  const quarters = (inSecond: number) => [
    [1, 1, 1, 20],
    [1, 2, 1, 9],
    [2, 2, 1, 20],
    [1, 1, 2, 20],
    [1, 2, 2, inSecond],
    [2, 2, 2, 20],
  ];

  test.each([
    [3, false],
    [6, true],
  ])("should not be told beside values that exclude each other where %i are left", (left, isTold) => {
    const { lines, axes, gate } = shop(["persona", "segment", "quarter"], quarters(left));
    const [persona, segment, quarter] = axes;
    if (!persona || !segment || !quarter) throw new Error("no axes");
    expect(gate.tell([persona, segment], [0, 0], lines)).toBe(true);
    expect(gate.tell([persona, quarter], [0, 0], lines)).toBe(true);
    expect(gate.tell([segment, quarter], [0, 0], lines)).toBe(isTold);
  });

  test("should not be told where it says what excludes what in tables that are", () => {
    const { lines, axes, gate } = shop(["persona", "segment", "quarter"], quarters(3));
    const [persona, segment, quarter] = axes;
    if (!persona || !segment || !quarter) throw new Error("no axes");
    expect(gate.tell([persona, quarter], [0, 0], lines)).toBe(true);
    expect(gate.tell([segment, quarter], [0, 0], lines)).toBe(true);
    expect(gate.tell([persona, segment], [0, 0], lines)).toBe(false);
  });

  test("should be known to exclude what the calendar does", () => {
    // A week of twelve persons, three of them in the month before.
    const days = [
      [1, 1, 20],
      [1, 2, 3],
      [2, 2, 9],
      [2, 3, 20],
    ];
    const subjects = ["calendar"] as const;
    const apart = shop(["month", "week"], days);
    expect(apart.axes.every((axis) => apart.gate.tell([axis], [0], apart.lines))).toBe(true);
    const beside = shop(["month", "week"], days, { month: { subjects }, week: { subjects } });
    expect(beside.axes.map((axis) => beside.gate.tell([axis], [0], beside.lines))).toEqual([true, false]);
  });

  test("should not stay told of a copy", () => {
    const { lines, axes, gate } = shop(["persona", "segment", "quarter"], quarters(3));
    const [persona, segment, quarter] = axes;
    if (!persona || !segment || !quarter) throw new Error("no axes");
    const copy = gate.told(lines).copy();
    for (const other of [segment, quarter]) copy.tell({ axes: [persona, other], levels: [0, 0] });
    expect(copy.mayTell({ axes: [segment, quarter], levels: [0, 0] })).toBe(false);
    expect(gate.tell([segment, quarter], [0, 0], lines)).toBe(true);
  });
});
