import { describe, expect, test } from "vitest";
import { tableOf } from "../../src/charts/table.ts";
import { placedFigures } from "../../src/edition/placed-figures.ts";
import { chartPages, overviewSections } from "../../src/sections/overview/figure-groups.ts";
import { sourceOf } from "../charts/source.ts";

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

describe("placedFigures", () => {
  test("should hold each id once, in a form that an address takes as it is", async () => {
    const ids = placedFigures(await shop).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  test("should hold every figure of the pages, and the same one under the same id", async () => {
    const source = await shop;
    const placed = new Map(placedFigures(source).map((figure) => [figure.id, figure]));
    const sections = [...chartPages(source).flatMap((page) => page.sections), ...overviewSections(source)];
    for (const spec of sections.flatMap(({ figures }) => figures)) {
      expect(placed.get(spec.id)?.shown).toEqual({ as: "chart", spec });
      expect(placed.get(spec.id)?.table).toEqual(tableOf(spec));
    }
    expect(placed.get("season-category")?.shown.as).toBe("seasonHeatmap");
  });

  test("should place a figure of two pages on its own page rather than on the Overview", async () => {
    const pageOf = new Map(placedFigures(await shop).map(({ id, page }) => [id, page.path]));
    expect(pageOf.get("customers-by-gender")).toBe("customers/");
    expect(pageOf.get("season-category")).toBe("products/");
    expect(pageOf.get("spend")).toBe("");
  });

  test("should hold only what the data support", async () => {
    expect(placedFigures(await sourceOf(["Amount"], [[1], [2]]))).toEqual([]);
  });
});
