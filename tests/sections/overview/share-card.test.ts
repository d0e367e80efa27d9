import { expect, test } from "vitest";
import { createFormatter } from "../../../src/report/format.ts";
import { shareCard } from "../../../src/sections/overview/share-card.ts";
import { ordersByMonth } from "../../charts/source.ts";
import { reportOf, snapshot } from "../../questions/open-rows.ts";

const format = createFormatter("en-US", "USD");

test("shareCard has the Overview's first four numbers, and the period", async () => {
  const card = shareCard(await reportOf(ordersByMonth(20, 20)), format);
  expect(card.numbers).toEqual([
    { name: "Customers", value: "10" },
    { name: "Revenue", value: "$400.00" },
    { name: "Average order", value: "$10.00" },
    { name: "Orders", value: "40" },
  ]);
  expect(card.note).toBe("January 10, 2024 to February 19, 2024 · 40 rows");
});

test("shareCard names no period where there are no dates", async () => {
  const rows = Array.from({ length: 8 }, (_, row) => [row + 1]);
  const card = shareCard(await reportOf(snapshot(["Amount"], rows)), format);
  expect(card.note).toBe("8 rows");
  expect(card.numbers.map(({ name }) => name)).toContain("Revenue");
});
