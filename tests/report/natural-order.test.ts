import { describe, expect, test } from "vitest";
import { inNaturalOrder } from "../../src/report/natural-order.ts";
import type { BreakdownField } from "../../src/report/report.ts";

const order = (field: BreakdownField, ...names: string[]) =>
  inNaturalOrder(
    field,
    names.map((name) => ({ name })),
  ).map(({ name }) => name);

describe("inNaturalOrder", () => {
  test.each<[BreakdownField, string[]]>([
    ["season", ["Spring", "Summer", "Fall", "Winter"]],
    ["season", ["spring", "SUMMER", "Autumn", "winter"]],
    ["size", ["XS", "S", "M", "L", "XL", "XXL", "3XL"]],
    [
      "purchaseFrequency",
      ["Weekly", "Bi-Weekly", "Fortnightly", "Monthly", "Quarterly", "Every 3 Months", "Annually"],
    ],
    ["discount", ["Yes", "No"]],
    ["ageGroup", ["under 18", "18–24", "25–34", "65+"]],
  ])("should put %s in the order %j", (field, names) => {
    expect(order(field, ...[...names].reverse())).toEqual(names);
    expect(order(field, ...[...names].sort())).toEqual(names);
  });

  test("should order ages of three digits as numbers", () => {
    expect(order("ageGroup", "100+", "under 5", "18–99", "5–17")).toEqual([
      "under 5",
      "5–17",
      "18–99",
      "100+",
    ]);
  });

  test("should leave a list as it is where a name is not on the scale", () => {
    expect(order("season", "Winter", "Rainy", "Spring")).toEqual(["Winter", "Rainy", "Spring"]);
    expect(order("size", "42", "M")).toEqual(["42", "M"]);
  });

  test("should leave fields without an order as they are", () => {
    expect(order("color", "Red", "Blue")).toEqual(["Red", "Blue"]);
  });

  test("should not change the list it was given", () => {
    const items = [{ name: "Winter" }, { name: "Spring" }];
    inNaturalOrder("season", items);
    expect(items[0]?.name).toBe("Winter");
  });
});
