import { expect, test } from "vitest";
import { createFormatter } from "../../../src/report/format.ts";
import { numberHeading, shareImageWords, shareNote, sourceWords } from "../../../src/report/words/sharing.ts";
import { ordersByMonth } from "../../charts/source.ts";
import { reportOf, snapshot } from "../../questions/open-rows.ts";

test("sourceWords names the report and the page", () => {
  expect(sourceWords({ title: "Spring" }, "Customers")).toEqual({
    lead: "From the report",
    link: "Spring: Customers",
  });
});

test("numberHeading tells a column of numbers from the written one", () => {
  expect(numberHeading("Revenue")).toBe("Revenue, plain number");
});

test("shareNote has the period, written for the report's reader, and counts the rows", async () => {
  const report = await reportOf(ordersByMonth(20));
  expect(shareNote(report, createFormatter("de-DE", "EUR"))).toBe(
    "10. Januar 2024 to 19. Januar 2024 · 20 rows",
  );
});

test("shareNote counts one row as one", async () => {
  const report = await reportOf(snapshot(["Amount"], [[1]]));
  expect(shareNote(report, createFormatter("en-US", null))).toBe("1 row");
});

test("shareImageWords reads the picture out", () => {
  const numbers = [
    { name: "Customers", value: "10" },
    { name: "Orders", value: "40" },
  ];
  expect(shareImageWords("Spring", numbers)).toBe("Spring. Customers: 10; Orders: 40");
});
