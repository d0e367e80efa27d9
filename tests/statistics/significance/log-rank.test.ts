import fc from "fast-check";
import { expect, test } from "vitest";
import { logRank } from "../../../src/statistics/significance/log-rank.ts";

const at = (times: readonly number[], happened: boolean) => times.map((time) => ({ time, happened }));

/** R's `survival::aml`: weeks until relapse, with and without maintained chemotherapy. */
const maintained = [...at([9, 13, 18, 23, 31, 34, 48], true), ...at([13, 28, 45, 161], false)];
const others = [...at([5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45], true), ...at([16], false)];

test("gives the figures of R's survdiff(Surv(time, status) ~ x, data = aml): 3.4 on 1 degree, p = 0.07", () => {
  const found = logRank([maintained, others]);
  expect(found?.degrees).toBe(1);
  expect(found?.statistic).toBeCloseTo(3.39639, 5);
  expect(found?.p).toBeCloseTo(0.0653, 4);
});

test("does not depend on the order of groups and of persons", () => {
  const wait = fc.record({ time: fc.integer({ min: 0, max: 20 }), happened: fc.boolean() });
  const groups = fc.array(fc.array(wait, { minLength: 2, maxLength: 20 }), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(groups, (some) => {
      const one = logRank(some);
      const other = logRank([...some].reverse().map((group) => [...group].reverse()));
      if (one === null || other === null) expect(other).toBe(one);
      else {
        expect(other.degrees).toBe(one.degrees);
        expect(other.statistic).toBeCloseTo(one.statistic, 6);
      }
    }),
  );
});

test("says nothing of a single group, nor where nothing happened", () => {
  expect(logRank([maintained])).toBeNull();
  expect(logRank([at([1, 2, 3], false), at([4, 5], false)])).toBeNull();
});
