import { describe, expect, test } from "vitest";
import {
  buyingHabits,
  customersByAge,
  customersByGender,
  ordersPerCustomer,
  ratingDistribution,
  subscribersByGender,
} from "../../../../src/sections/customers/figures/customers.ts";
import { ordersByMonth, sourceOf, sourceOfTable } from "../../../charts/source.ts";

const people = sourceOf(
  ["Age", "Gender", "Subscription Status", "Review Rating", "Discount Applied", "Amount"],
  Array.from({ length: 40 }, (_, row) => [
    row < 5 ? "" : 20 + (row % 35),
    row % 2 === 0 ? "Male" : "Female",
    row % 4 === 0 ? "Yes" : "No",
    (row % 5) + 1,
    row < 10 ? "Yes" : "No",
    row < 10 ? 20 : 10,
  ]),
);

describe("figures of customers", () => {
  test("should put ages into their order and count the unknown", async () => {
    const spec = customersByAge(await people);
    expect(spec?.labels).toEqual(["18–24", "25–34", "35–44", "45–54"]);
    expect(spec?.caption).toMatch(/Not known for 5 customers\.$/);
  });

  test("should give the average purchase of each gender", async () => {
    expect(customersByGender(await people)).toMatchObject({
      kind: "share",
      caption: "50% women and 50% men. Average purchase: women $12.50 and men $12.50.",
      series: [{ values: [20, 20], display: ["50%", "50%"] }],
    });
  });

  test("should say plainly where a gender has no subscriber", async () => {
    expect(subscribersByGender(await people)).toMatchObject({
      caption: "No female customer subscribes.",
      series: [{ values: [0, 10] }],
    });
  });

  test("should give the average rating with the distribution", async () => {
    const spec = ratingDistribution(await people);
    expect(spec?.labels).toEqual(["1", "2", "3", "4", "5"]);
    expect(spec?.caption).toBe("40 ratings, 3.00 on average, nearly all from 1.0 to 5.0.");
  });

  test("should compare purchases with and without a discount", async () => {
    const discount = buyingHabits(await people).find((spec) => spec?.id === "discounts");
    expect(discount).toMatchObject({
      labels: ["Yes", "No"],
      caption: "25% of purchases had one. Average purchase: $20.00 with it, $10.00 without.",
    });
  });

  test("should be absent where the data have no such field", async () => {
    const source = await sourceOf(["Amount"], [[1], [2]]);
    for (const figure of [customersByAge, customersByGender, subscribersByGender, ratingDistribution])
      expect(figure(source)).toBeNull();
    expect(buyingHabits(source).filter((spec) => spec !== null)).toEqual([]);
  });
});

test("ordersPerCustomer should say how many ordered once", async () => {
  const spec = ordersPerCustomer(await sourceOfTable(ordersByMonth(10, 5)));
  expect(spec).toMatchObject({ labels: ["1", "2"], caption: "5 customers (50%) placed a single order." });
});
