import { type FigureGroup, figureGroup, withFigures } from "../../components/figure-group.ts";
import type { Source } from "../../report/source.ts";
import { sectionWords } from "../../report/words/sections.ts";
import { purchasesByCategory, purchasesBySeason, revenueByCategory } from "./figures/categories.ts";
import { topProductsByPurchases, topProductsByRevenue, variants } from "./figures/products.ts";
import { seasonHeatmap } from "./figures/season-heatmap.ts";

/** What the page of products shows, as far as the data support it. */
export function productGroups(source: Source): FigureGroup[] {
  return withFigures([
    figureGroup("top", sectionWords.top.title, sectionWords.top.lead, [
      topProductsByPurchases(source),
      topProductsByRevenue(source),
    ]),
    figureGroup(
      "categories",
      sectionWords.categories.title,
      sectionWords.categories.lead,
      [purchasesByCategory(source), revenueByCategory(source), purchasesBySeason(source)],
      seasonHeatmap(source),
    ),
    figureGroup("variants", sectionWords.variants.title, sectionWords.variants.lead, variants(source)),
  ]);
}
