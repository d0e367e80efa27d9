import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  happenedBy,
  kaplanMeier,
  medianWait,
  type Wait,
} from "../../../src/statistics/models/kaplan-meier.ts";

/** The maintained group of R's `survival::aml`: weeks until relapse; those with a plus had none yet. */
const maintained: Wait[] = [
  ...[9, 13, 18, 23, 31, 34, 48].map((time) => ({ time, happened: true })),
  ...[13, 28, 45, 161].map((time) => ({ time, happened: false })),
];

const waits = fc.array(fc.record({ time: fc.integer({ min: 0, max: 60 }), happened: fc.boolean() }), {
  minLength: 1,
  maxLength: 80,
});

describe("kaplanMeier", () => {
  test("gives the figures of R's survfit(Surv(time, status) ~ x, data = aml)", () => {
    const steps = kaplanMeier(maintained);
    expect(steps.map(({ time, atRisk }) => [time, atRisk])).toEqual([
      [9, 11],
      [13, 10],
      [18, 8],
      [23, 7],
      [31, 5],
      [34, 4],
      [48, 2],
    ]);
    const printed = [0.909, 0.818, 0.716, 0.614, 0.491, 0.368, 0.184];
    const errors = [0.0867, 0.1163, 0.1397, 0.1526, 0.1642, 0.1627, 0.1535];
    for (const [index, step] of steps.entries()) {
      expect(step.waiting).toBeCloseTo(printed[index] ?? Number.NaN, 3);
      expect(step.error).toBeCloseTo(errors[index] ?? Number.NaN, 4);
    }
    expect(medianWait(steps)).toBe(31);
    expect(happenedBy(steps, 23)).toBeCloseTo(1 - 0.614, 3);
    expect(happenedBy(steps, 8)).toBe(0);
  });

  test("is the plain share where nobody is censored", () => {
    fc.assert(
      fc.property(waits, fc.integer({ min: 0, max: 60 }), (some, time) => {
        const all = some.map((wait) => ({ ...wait, happened: true }));
        const share = all.filter((wait) => wait.time <= time).length / all.length;
        expect(happenedBy(kaplanMeier(all), time)).toBeCloseTo(share, 12);
      }),
    );
  });

  test("does not depend on the order, and never rises", () => {
    fc.assert(
      fc.property(waits, (some) => {
        const steps = kaplanMeier(some);
        expect(kaplanMeier([...some].reverse())).toEqual(steps);
        for (const [index, step] of steps.entries())
          expect(step.waiting).toBeLessThanOrEqual(steps[index - 1]?.waiting ?? 1);
      }),
    );
  });

  test("knows no median where it happened for fewer than half", () => {
    expect(
      medianWait(
        kaplanMeier([
          { time: 3, happened: true },
          { time: 9, happened: false },
          { time: 9, happened: false },
        ]),
      ),
    ).toBeNull();
  });
});
