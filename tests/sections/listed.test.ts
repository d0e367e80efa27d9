import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { tableOf } from "../../src/charts/table.ts";
import { customerGroups } from "../../src/sections/customers/figure-groups.ts";
import { sections } from "../../src/sections/index.ts";
import {
  isMet,
  listedPaths,
  moreLinks,
  navigation,
  siteFigures,
  sitePages,
} from "../../src/sections/listed.ts";
import { locationGroups } from "../../src/sections/locations/figure-groups.ts";
import { overviewGroups } from "../../src/sections/overview/figure-groups.ts";
import { productGroups } from "../../src/sections/products/figure-groups.ts";
import type { Shown } from "../../src/sections/section.ts";
import { ordersByMonth, sourceOf, sourceOfTable } from "../charts/source.ts";

const folder = fileURLToPath(new URL("../../src/sections/", import.meta.url));

const shop = shownOf(
  sourceOf(
    ["Gender", "Item Purchased", "Category", "Season", "Location", "Amount"],
    Array.from({ length: 80 }, (_, row) => [
      row % 2 === 0 ? "Male" : "Female",
      `Item ${row % 4}`,
      `Category ${row % 2}`,
      row % 3 === 0 ? "Winter" : "Summer",
      `Place ${row % 5}`,
      row + 1,
    ]),
  ),
);
const bare = shownOf(sourceOf(["Amount"], [[1], [2]]));

async function shownOf(source: ReturnType<typeof sourceOf>): Promise<Shown> {
  return { ...(await source), apart: { lookup: null } };
}

describe("the list of sections", () => {
  test("should name each folder that defines a section once, and each has a view", () => {
    const folders = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .filter((name) => existsSync(`${folder}${name}/index.ts`));
    expect(sections.map(({ id }) => id).sort()).toEqual(folders.sort());
    for (const { id } of sections) expect(existsSync(`${folder}${id}/View.astro`), id).toBe(true);
  });

  test("should use only sections that it holds, and give what they are without where they need something", () => {
    const ids = sections.map(({ id }) => id);
    for (const { id, uses, needs, none } of sections) {
      expect(ids).toEqual(expect.arrayContaining([...uses]));
      if (needs.length > 0) expect(none, id).toBeDefined();
    }
  });

  test("should be told apart by the address of its pages", async () => {
    const pages = sitePages(sections, await shop);
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
    for (const { path, section, isFirst } of pages) {
      const own = section.slug === "" ? "" : `${section.slug}/`;
      expect(isFirst ? path === own : path.startsWith(own) && path !== own, path).toBe(true);
    }
  });
});

describe("isMet", () => {
  test("should ask for fields, for one of several, and for a shape", async () => {
    const { report } = await bare;
    expect(isMet([], report)).toBe(true);
    expect(isMet(["amount"], report)).toBe(true);
    expect(isMet(["amount", "rating"], report)).toBe(false);
    expect(isMet([["rating", "amount"]], report)).toBe(true);
    expect(isMet([["rating", "season"]], report)).toBe(false);
    expect(isMet([{ shape: "snapshot" }], report)).toBe(true);
    expect(isMet([{ shape: "orderLines" }], report)).toBe(false);
  });
});

describe("the pages of sections", () => {
  test("should be those that the data support", async () => {
    expect(sitePages(sections, await shop).map(({ path }) => path)).toEqual([
      "",
      "sales/",
      "customers/",
      "products/",
      "products/category/category-0/",
      "products/category/category-1/",
      "products/product/item-3/",
      "products/product/item-2/",
      "products/product/item-1/",
      "products/product/item-0/",
      "affinity/",
      "locations/",
      "data/",
      "methods/",
    ]);
    expect(listedPaths(sections, await bare)).toEqual(["", "data/", "methods/"]);
  });

  test("should be titled by what they count", async () => {
    const described = sitePages(sections, await shop).map(({ path, description }) => [
      path,
      description.split(".")[0],
    ]);
    expect(described).toEqual(
      expect.arrayContaining([
        ["customers/", "80 customers"],
        ["products/", "4 products"],
        ["locations/", "5 places"],
      ]),
    );
  });

  test("should be led to from the Overview by what is on them", async () => {
    expect(moreLinks(sections, await shop).map(({ name, words }) => `${name}: ${words}`)).toEqual([
      "Sales: gross to net, by month and hour, discounts, why it changed",
      "Customers: who they are",
      "Products: what sells, categories and seasons",
      "Bought together: which products sell together, and to whom",
      "Places: where customers buy",
      "Data: what was read, mapped, changed and left out",
      "Methods: how every number is defined",
    ]);
  });
});

const groupsOf = (shown: Shown) => [
  customerGroups(shown),
  productGroups(shown),
  locationGroups(shown),
  overviewGroups(shown),
];

describe("the navigation", () => {
  test("should lead to the places that have a page, each by its first", async () => {
    const links = navigation(sections, await shop);
    expect(
      links.map(({ name, path, pages }) => [name, path, pages.map((page) => page.section.name)]),
    ).toEqual([
      ["Overview", "", ["Overview"]],
      ["Sales", "sales/", ["Sales"]],
      ["Customers", "customers/", ["Customers"]],
      ["Products", "products/", ["Products", "Bought together"]],
      ["Places", "locations/", ["Places"]],
      ["About the data", "data/", ["Data", "Methods"]],
    ]);
    expect(navigation(sections, await bare).map(({ name }) => name)).toEqual(["Overview", "About the data"]);
  });

  test("should find the sections of each place together", () => {
    const places = sections.map(({ place }) => place);
    const starts = places.filter((place, index) => place !== places[index - 1]);
    expect(new Set(starts).size).toBe(starts.length);
  });
});

describe("the groups of figures", () => {
  test("should have none without content", async () => {
    expect(customerGroups(await bare)).toEqual([]);
    expect(productGroups(await bare)).toEqual([]);
    expect(locationGroups(await bare)).toEqual([]);
    for (const { figures, heatmap, lead } of groupsOf(await shop).flat()) {
      expect(figures.length > 0 || heatmap !== undefined).toBe(true);
      expect(lead).toMatch(/\.$/);
    }
  });

  test("should use each id of a group and of a chart once a page", async () => {
    for (const groups of groupsOf(await shop)) {
      const ids = groups.flatMap(({ id, figures }) => [id, ...figures.map((figure) => figure.id)]);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test("should lead on the Overview with what was spent, and show the heatmap", async () => {
    const groups = overviewGroups(await shop);
    expect(groups.map(({ id }) => id)).toEqual(["worth", "who", "what"]);
    expect(groups[0]?.lead).toMatch(/^The middle half of purchases lies between \$/);
    expect(groups[2]?.heatmap?.table.headings).toEqual(["", "Summer", "Winter"]);
  });

  test("should say why revenue by month is absent where a month between others is withheld", async () => {
    const { header, rows } = ordersByMonth(30, 30, 2, 30);
    const spread = rows.map((row, index) => [...row.slice(0, -1), index + 1]);
    const [worth] = overviewGroups(await sourceOfTable({ header, rows: spread }));
    expect(worth?.lead).toMatch(
      /Revenue by month is not shown: 2 months would tell of fewer than 5 customers\.$/,
    );
  });
});

describe("siteFigures", () => {
  test("should hold each id once, in a form that an address takes as it is", async () => {
    const ids = siteFigures(sections, await shop).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(5);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  test("should hold every figure of the pages, and the same one under the same id", async () => {
    const shown = await shop;
    const placed = new Map(siteFigures(sections, shown).map((figure) => [figure.id, figure]));
    for (const spec of groupsOf(shown)
      .flat()
      .flatMap(({ figures }) => figures)) {
      expect(placed.get(spec.id)?.drawing).toEqual({ as: "chart", spec });
      expect(placed.get(spec.id)?.table).toEqual(tableOf(spec));
    }
    expect(placed.get("season-category")?.drawing.as).toBe("heatmap");
  });

  test("should place a figure of two pages on its own page rather than on the Overview", async () => {
    const pageOf = new Map(siteFigures(sections, await shop).map(({ id, page }) => [id, page.path]));
    expect(pageOf.get("customers-by-gender")).toBe("customers/");
    expect(pageOf.get("season-category")).toBe("products/");
    expect(pageOf.get("spend")).toBe("sales/");
  });

  test("should hold only what the data support", async () => {
    expect(siteFigures(sections, await bare)).toEqual([]);
  });
});
