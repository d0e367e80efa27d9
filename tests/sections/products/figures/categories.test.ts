import { expect, test } from "vitest";
import { revenueByCategory } from "../../../../src/sections/products/figures/categories.ts";
import { sourceOf } from "../../../charts/source.ts";

test("revenueByCategory should rank the named by revenue and put the folded last", async () => {
  const of = (count: number, category: string, amount: number) =>
    Array.from({ length: count }, () => [category, amount]);
  const rows = [...of(9, "Socks", 1), ...of(6, "Coats", 50), ...of(3, "Rings", 900), ...of(3, "Hats", 900)];
  const spec = revenueByCategory(await sourceOf(["Category", "Amount"], rows));
  expect(spec?.labels.slice(0, 2)).toEqual(["Coats", "Socks"]);
  expect(spec?.labels.at(-1)).toMatch(/^Other \(/);
});
