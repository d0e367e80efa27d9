import { expect, test } from "vitest";
import { writeValue } from "../../src/charts/axis.ts";

test("A tooltip writes values as the axis says", () => {
  expect(writeValue({ locale: "en-US", currency: "USD", digits: 0 }, 1234.56)).toBe("$1,235");
  expect(writeValue({ locale: "en-US", currency: null, digits: 2 }, 4.4567)).toBe("4.46");
  expect(writeValue({ locale: "de-DE", currency: null, digits: 1 }, 1234.56)).toBe("1.234,6");
});
