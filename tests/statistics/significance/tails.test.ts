import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalQuantile, studentQuantile } from "../../../src/statistics/significance/quantiles.ts";
import {
  binomialUpperTail,
  chiSquaredTail,
  fTail,
  normalTail,
  normalUpperTail,
  studentTail,
  studentUpperTail,
} from "../../../src/statistics/significance/tails.ts";

// All expected values: mpmath 1.3 with 60 digits, by `erfc`, `gammainc` and `betainc`. scipy 1.17 (`norm.sf`,
// `chi2.sf`, `t.sf`, `f.sf`, `binom.sf`) gives the same to the digits that it holds.
const exact = 1e-12;

function expectRight(value: number, expected: number): void {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(exact * Math.abs(expected));
}

describe("normalUpperTail and normalTail", () => {
  test.each([
    [-8, 0.9999999999999993],
    [-1.5, 0.9331927987311419],
    [-0.001, 0.500398942213911],
    [0, 0.5],
    [1e-9, 0.49999999960105773],
    [0.3, 0.3820885778110474],
    [1, 0.15865525393145705],
    [1.7, 0.04456546275854304],
    [1.959963984540054, 0.025000000000000012],
    [3, 0.0013498980316300946],
    [6, 9.86587645037698e-10],
    [10, 7.619853024160525e-24],
    [20, 2.7536241186062337e-89],
    [37, 5.725571222524577e-300],
  ])("should be right for z = %d", (z, p) => {
    expectRight(normalUpperTail(z), p);
    if (z >= 0) expectRight(normalTail(-z), 2 * p);
  });

  test("should pass NaN on, and be 0 where a double holds no more", () => {
    expect(normalTail(Number.NaN)).toBeNaN();
    expect(normalUpperTail(Number.NaN)).toBeNaN();
    expect(normalUpperTail(Number.POSITIVE_INFINITY)).toBe(0);
    expect(normalUpperTail(Number.NEGATIVE_INFINITY)).toBe(1);
  });
});

describe("chiSquaredTail", () => {
  test.each([
    [1e-10, 1, 0.9999920211543921],
    [0.1, 1, 0.7518296340458492],
    [3.841, 1, 0.0500136837639567],
    [50, 1, 1.537459794428035e-12],
    [1000, 1, 1.7958327848007262e-219],
    [5.991, 2, 0.05001161502657909],
    [7.815, 3, 0.04999390297488389],
    [1400, 3, 2.945619361016309e-303],
    [18.307, 10, 0.05000058909139812],
    [0.5, 10, 0.999993388289439],
    [66.339, 49, 0.0499970066782032],
    [124.342, 100, 0.05000071576997177],
    [30, 100, 0.9999999999990944],
    [1000, 1000, 0.49405285382923964],
    [1300, 1000, 3.8897364994868526e-10],
    [99000, 100000, 0.9875216843619172],
    [101500, 100000, 0.00042045497126965705],
    [2.5, 0.5, 0.04724670114390936],
    [40, 7.3, 1.67939908282934e-6],
  ])("should be right for %d at %d degrees", (statistic, degrees, p) => {
    expectRight(chiSquaredTail(statistic, degrees), p);
  });

  test("should be 1 at nothing, and never rise", () => {
    expect(chiSquaredTail(0, 3)).toBe(1);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e5, noNaN: true }),
        fc.double({ min: 0.1, max: 3000, noNaN: true }),
        (x, degrees) => {
          const tail = chiSquaredTail(x, degrees);
          expect(tail).toBeGreaterThanOrEqual(0);
          expect(tail).toBeLessThanOrEqual(1);
          expect(chiSquaredTail(x + 1, degrees)).toBeLessThanOrEqual(tail);
        },
      ),
    );
  });

  test("should refuse degrees that are not above 0", () => {
    expect(() => chiSquaredTail(1, 0)).toThrow("not 0");
    expect(() => chiSquaredTail(1, Number.NaN)).toThrow("not NaN");
  });
});

describe("studentTail", () => {
  test.each([
    [1e-8, 5, 0.9999999924078662],
    [0.5, 1, 0.7048327646991335],
    [12.706, 1, 0.05000080235813319],
    [1e6, 1, 6.366197723673691e-7],
    [4.303, 2, 0.049992524985214504],
    [2.228, 10, 0.05001177181711137],
    [-2.228, 10, 0.05001177181711137],
    [50, 10, 2.47431032930268e-13],
    [2, 30.7, 0.05441450594791799],
    [1.98, 120, 0.04999207557754104],
    [8, 120, 8.833425662830039e-13],
    [1.96, 1e6, 0.04999606758526979],
    [30, 1e6, 1.2020094233663438e-197],
    [5, 1e9, 5.733032403951629e-7],
    [30, 3.5, 2.393613199562261e-5],
  ])("should be right for t = %d at %d degrees", (t, degrees, p) => {
    expectRight(studentTail(t, degrees), p);
    expectRight(studentUpperTail(Math.abs(t), degrees), p / 2);
  });

  test("should be the normal distribution's at endless degrees", () => {
    expect(studentTail(2, Number.POSITIVE_INFINITY)).toBe(normalTail(2));
    expect(studentTail(Number.POSITIVE_INFINITY, 3)).toBe(0);
  });

  test("should add up to 1 on both sides", () => {
    const degrees = fc.double({ min: 0.5, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), degrees, (t, each) => {
        expect(studentUpperTail(t, each) + studentUpperTail(-t, each)).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe("fTail", () => {
  test.each([
    [1e-6, 1, 1, 0.9993633804398389],
    [1, 1, 1, 0.5],
    [161.45, 1, 1, 0.04999963587596289],
    [4.96, 1, 10, 0.05008765056646819],
    [3.33, 2, 7.5, 0.09225555750103731],
    [2.5, 4, 100, 0.04723923891359446],
    [60, 4, 100, 9.680335081904304e-26],
    [1.1, 1000, 1000, 0.06599192628688241],
    [1.5, 1000, 2000, 2.114989509199617e-14],
    [0.2, 30, 12, 0.9998326340453305],
    [3, 3, 1e6, 0.02929136517545405],
  ])("should be right for F = %d at %d and %d degrees", (f, numerator, denominator, p) => {
    expectRight(fTail(f, numerator, denominator), p);
  });

  test("should be 1 at nothing and 0 at infinity", () => {
    expect(fTail(0, 2, 3)).toBe(1);
    expect(fTail(Number.POSITIVE_INFINITY, 2, 3)).toBe(0);
  });
});

describe("binomialUpperTail", () => {
  test.each([
    [1, 10, 0.05, 0.4012630607616211],
    [16, 200, 0.05, 0.0443556291670612],
    [11, 200, 0.05, 0.41693281791882825],
    [150, 200, 0.75, 0.5379058245387899],
    [60, 200, 0.05, 5.282389253739932e-30],
    [200, 200, 0.01, 0.0],
  ])("should be right for %d or more of %d at %d", (count, trials, chance, p) => {
    expectRight(binomialUpperTail(count, trials, chance), p);
  });

  test("should be certain from nothing on, and never of more than all", () => {
    expect(binomialUpperTail(0, 5, 0.1)).toBe(1);
    expect(binomialUpperTail(6, 5, 0.9)).toBe(0);
  });
});

describe("studentQuantile and normalQuantile", () => {
  test.each([
    [0.025, 1, 12.7062047361747],
    [0.025, 2, 4.302652729749464],
    [0.025, 10, 2.228138851986275],
    [0.005, 23.5, 2.8020183663620823],
    [1e-10, 7, 53.83557948467373],
    [0.9, 30, -1.3104150253913958],
    [0.05, 1e6, 1.6448551507220406],
    [0.4999, 4, 0.0002666666706172547],
  ])("should give for an upper tail of %d at %d degrees what mpmath's root is", (upper, degrees, t) => {
    expectRight(studentQuantile(upper, degrees), t);
  });

  test.each([
    [0.5, 0.0],
    [0.025, 1.9599639845400543],
    [0.1, 1.2815515655446004],
    [0.9, -1.2815515655446006],
    [1e-20, 9.262340089798407],
    [1e-100, 21.27345356096532],
  ])("should give for an upper tail of %d what mpmath's root is", (upper, z) => {
    expectRight(normalQuantile(upper), z);
  });

  test("should refuse what is no chance", () => {
    expect(() => normalQuantile(0)).toThrow("0 is no chance");
    expect(() => studentQuantile(1, 3)).toThrow("1 is no chance");
  });
});
