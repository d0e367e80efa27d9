import { titlesOf } from "../../components/figure-group.ts";
import { placedGroups } from "../../components/placed-figure.ts";
import { words } from "../../questions/traits.ts";
import { describeBasis } from "../../report/words/general.ts";
import { pageNames } from "../../report/words/sections.ts";
import type { Section } from "../section.ts";
import { productGroups } from "./figure-groups.ts";
import { seasonTable } from "./season-table.ts";
import { productDefinitions } from "./words/definitions.ts";
import { productsTitle } from "./words/page.ts";

declare module "../../report/report.ts" {
  interface Report {
    seasonCategory: CrossTable | null;
  }
}

/** What was bought. */
export const products: Section<"seasonCategory", never> = {
  id: "products",
  name: pageNames.products,
  slug: "products",
  place: "products",
  needs: [["product", "productCode", "category", "season", "color", "size"]],
  uses: [],
  none: { seasonCategory: null },
  part: async ({ store, lines, gate }) => ({
    part: {
      seasonCategory: seasonTable(
        lines,
        { category: await words(store, "category"), season: await words(store, "season") },
        gate,
      ),
    },
  }),
  definitions: productDefinitions,
  pages: (shown) =>
    productGroups(shown).length === 0
      ? []
      : [
          {
            path: "products/",
            name: pageNames.products,
            description: `${productsTitle(shown)}. ${describeBasis(shown.report, shown.format)}`,
          },
        ],
  figures: (shown) => placedGroups(productGroups(shown), { name: pageNames.products, path: "products/" }),
  more: (shown) => titlesOf(productGroups(shown)),
};
