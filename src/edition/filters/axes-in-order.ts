import type { Axis } from "../../disclosure/axis.ts";

const order = [
  "gender",
  "ageGroup",
  "category",
  "season",
  "persona",
  "location",
  "period",
  "rfm",
  "rating",
  "month",
  "product",
];

/** Axes in the order in which the keys of tables name them. */
export function inOrder(axes: readonly Axis[]): Axis[] {
  return [...axes].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}
