import { describe, expect, test } from "vitest";
import type { ComparedReport } from "../../../src/sections/changes/compared-report.ts";
import { diffMovement } from "../../../src/sections/changes/diff-movement.ts";

type Movement = NonNullable<NonNullable<ComparedReport["comingBack"]>["movement"]>;

/** Of 400 customers in the better of two personas so many fell, and of 600 in the worse so many rose. */
function movementOf(fell: number, rose: number, change: Partial<Movement> = {}): Movement {
  return {
    day: "2024-12-31",
    months: 12,
    personas: {
      groups: ["Gold", "Bronze"],
      asleepFrom: null,
      customers: [
        [400 - fell, fell],
        [rose, 600 - rose],
        [50, 70],
      ],
      money: null,
    },
    segments: null,
    ...change,
  };
}

/** What is looked at of a report. */
function reportOf(movement: Movement, minimumGroup = 5): ComparedReport {
  return {
    schemaVersion: 1,
    locale: "en-US",
    minimumGroup,
    dataset: {
      fingerprint: "",
      columns: [],
      account: { read: 0, purchases: 0, dropped: 0 },
      findings: [],
    },
    metrics: [],
    breakdowns: {},
    spend: { of: "order" },
    comingBack: { movement },
  };
}

describe("diffMovement", () => {
  test("should hold the parts of known customers who rose and fell against each other", () => {
    const changes = diffMovement(reportOf(movementOf(60, 40)), reportOf(movementOf(120, 46)));
    expect(changes?.moves).toEqual([
      expect.objectContaining({
        move: "rose",
        before: { customers: 40, share: 0.04 },
        now: { customers: 46, share: 0.046 },
        verdict: "noise",
      }),
      expect.objectContaining({
        move: "fell",
        before: { customers: 60, share: 0.06 },
        now: { customers: 120, share: 0.12 },
        verdict: "beyond",
      }),
    ]);
  });

  test("should tell who fell asleep, and who woke up only where anybody could", () => {
    const segments = {
      groups: ["Awake", "Asleep"],
      asleepFrom: 1,
      customers: [
        [300, 100],
        [0, 0],
        [50, 0],
      ],
      money: null,
    };
    const movement = movementOf(60, 40, { personas: null, segments });
    expect(diffMovement(reportOf(movement), reportOf(movement))?.moves.map(({ move }) => move)).toEqual([
      "fellAsleep",
    ]);
  });

  test("should leave out moves of which the two reports differ by a few customers", () => {
    const moves = (fell: number) =>
      diffMovement(reportOf(movementOf(60, 40)), reportOf(movementOf(fell, 40)))?.moves.map(
        ({ move }) => move,
      );
    expect(moves(63)).toEqual(["rose"]);
    expect(moves(65)).toEqual(["rose", "fell"]);
    expect(diffMovement(reportOf(movementOf(8, 40)), reportOf(movementOf(30, 40), 10))?.moves).toHaveLength(
      1,
    );
  });

  test("should compare nothing over other spans, or with other personas", () => {
    const other = movementOf(60, 40, { months: 6 });
    expect(diffMovement(reportOf(other), reportOf(movementOf(60, 40)))).toBeNull();
    const { personas } = movementOf(60, 40);
    const renamed = personas && { ...personas, groups: ["Platinum", "Other personas"] };
    expect(
      diffMovement(reportOf(movementOf(60, 40, { personas: renamed })), reportOf(movementOf(60, 40))),
    ).toBeNull();
  });
});
