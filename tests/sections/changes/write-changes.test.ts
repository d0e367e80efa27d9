import { beforeAll, describe, expect, test } from "vitest";
import { createFormatter } from "../../../src/report/format.ts";
import type { Report } from "../../../src/report/report.ts";
import type { Changes } from "../../../src/sections/changes/changes.ts";
import { diffReports } from "../../../src/sections/changes/diff-reports.ts";
import { writeChanges } from "../../../src/sections/changes/write-changes.ts";
import { hostileNames } from "../../fixtures/names.ts";
import { type Cell, reportOf, snapshot } from "../../questions/open-rows.ts";
import { somePersonas, someSegments } from "../segments/some-personas.ts";

const format = createFormatter("en-US", "USD");
const nasty = [
  ...hostileNames,
  "a|b",
  "line\nbreak",
  "`code`",
  "[x](http://evil.example)",
  "@everyone",
  "$x$",
  "www.evil.example",
  "\u001b[31mred",
];

const shop = (names: readonly string[]) =>
  snapshot(
    ["Item Purchased", "Purchase Amount (USD)"],
    names.flatMap((name) => Array.from({ length: 8 }, (_, index): Cell[] => [name, 10 + index])),
  );

describe("writeChanges", () => {
  let before: Report;
  let changes: Changes;
  beforeAll(async () => {
    before = await reportOf(shop(["Cup", "Pot"]));
    const now = await reportOf(shop(["Cup", "Pan"]));
    const [group] = now.breakdowns.product?.groups ?? [];
    if (group === undefined) throw new Error("no products");
    const groups = nasty.map((name) => ({ ...group, name }));
    changes = diffReports(before, {
      ...now,
      productsByRevenue: null,
      breakdowns: { product: { groups } },
    });
  });

  test("should write JSON that is the changes", () => {
    expect(JSON.parse(writeChanges(changes, "json", format))).toEqual(changes);
  });

  test("should write text with a line for each number", () => {
    const text = writeChanges(changes, "text", format);
    expect(text).toMatch(/^Before: 16 rows, 16 of them purchases\. Now: 16 rows/);
    expect(text).toContain("- Customers: before 16, now 16, change 0, verdict the same\n");
    expect(text).toContain("- Pot: listed only before, customers 8, share of customers 50%\n");
    expect(text).toMatch(/\n$/);
  });

  test("should let no name drive the terminal", () => {
    expect(writeChanges(changes, "text", format)).not.toMatch(/[^\P{Cc}\n]/u);
  });

  test("should keep every row of Markdown whole, whatever the names", () => {
    const lines = writeChanges(changes, "markdown", format).split("\n");
    const rows = lines.filter((line) => line.includes("only now"));
    expect(rows).toHaveLength(nasty.length);
    for (const row of rows) expect(row.split("|")).toHaveLength(6);
  });

  test("should let no name become markup, a link, a formula or a call", () => {
    const markdown = writeChanges(changes, "markdown", format);
    const cells = markdown
      .split("\n")
      .filter((line) => line.includes("only now"))
      .join("\n")
      .replaceAll("&#", "");
    expect(cells).not.toMatch(/[<>`[\]*_$\\]|:\/\/|www\.|@\w/i);
    expect(markdown).toContain("a&#124;b");
    expect(markdown).toContain("line break");
  });

  test("should say that nothing changed where nothing did", () => {
    expect(writeChanges(diffReports(before, before), "text", format)).toMatch(
      /^Nothing that is compared has changed/,
    );
  });

  test("should say why personas cannot be compared", () => {
    const of = (k: number): Report => ({
      ...before,
      segments: someSegments({ personas: somePersonas({ k }) }),
    });
    expect(writeChanges(diffReports(of(4), of(5)), "markdown", format)).toContain(
      "The previous report had 4 personas, this one has 5: they cannot be held against each other one by one.",
    );
    expect(writeChanges(diffReports(before, of(5)), "text", format)).toContain(
      "This report has 5 personas, the previous one had none.",
    );
    expect(writeChanges(diffReports(of(4), before), "text", format)).toContain(
      "The previous report had 4 personas, this one has none.",
    );
  });
});
