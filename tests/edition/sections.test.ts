import { describe, expect, test } from "vitest";
import { chartPages, overviewSections } from "../../src/sections/overview/figure-groups.ts";
import { ordersByMonth, sourceOf, sourceOfTable } from "../charts/source.ts";

const shop = sourceOf(
  ["Gender", "Item Purchased", "Category", "Season", "Location", "Amount"],
  Array.from({ length: 80 }, (_, row) => [
    row % 2 === 0 ? "Male" : "Female",
    `Item ${row % 4}`,
    `Category ${row % 2}`,
    row % 3 === 0 ? "Winter" : "Summer",
    `Place ${row % 5}`,
    row + 1,
  ]),
);

describe("chartPages", () => {
  test("should have the pages that the data support, each titled by its count", async () => {
    expect(chartPages(await shop).map(({ slug, title }) => [slug, title])).toEqual([
      ["customers", "80 customers"],
      ["products", "4 products"],
      ["locations", "5 locations"],
    ]);
  });

  test("should have no page, and no section, without content", async () => {
    expect(chartPages(await sourceOf(["Amount"], [[1], [2]]))).toEqual([]);
    for (const { sections } of chartPages(await shop)) {
      for (const { figures, heatmap, lead } of sections) {
        expect(figures.length > 0 || heatmap !== undefined).toBe(true);
        expect(lead).toMatch(/\.$/);
      }
    }
  });

  test("should use each id of a section and of a chart once a page", async () => {
    for (const { sections } of chartPages(await shop)) {
      const ids = sections.flatMap(({ id, figures }) => [id, ...figures.map((figure) => figure.id)]);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe("overviewSections", () => {
  test("should lead with what was spent, and show the heatmap", async () => {
    const sections = overviewSections(await shop);
    expect(sections.map(({ id }) => id)).toEqual(["worth", "who", "what"]);
    expect(sections[0]?.lead).toMatch(/^The middle half of purchases lies between \$/);
    expect(sections[2]?.heatmap?.columns).toEqual(["Summer", "Winter"]);
  });

  test("should say why revenue by month is absent where a month between others is withheld", async () => {
    const { header, rows } = ordersByMonth(30, 30, 2, 30);
    const spread = rows.map((row, index) => [...row.slice(0, -1), index + 1]);
    const [worth] = overviewSections(await sourceOfTable({ header, rows: spread }));
    expect(worth?.lead).toMatch(
      /Revenue by month is not shown: 2 months would tell of fewer than 5 customers\.$/,
    );
  });
});
