import type { HeldFigure } from "../../../report/held-figure.ts";
import { purchasesBy } from "../../../report/split-figures.ts";
import { rowWords } from "../../../report/words/row-words.ts";

/** Where customers buy. */
export const locationDefinitions: readonly HeldFigure[] = [
  purchasesBy(
    "location",
    {
      id: "places-map",
      name: "Map of places",
      words:
        "The part of revenue, or of customers where there is no money, that comes from each state or country.",
    },
    {
      formula:
        "sum of amounts ÷ revenue whose place is known; of what comes from abroad where one country has half",
      unit: "share",
    },
  ),
  purchasesBy(
    "location",
    { id: "top-locations-by-customers", name: "Places by customers", words: rowWords.location },
    { formula: "distinct customers with a purchase from the place; share = these ÷ customers" },
  ),
  purchasesBy(
    "location",
    {
      id: "top-locations-by-revenue",
      name: "Places by revenue",
      words: "What the purchases from each place come to.",
    },
    { formula: "sum of amounts; share = this ÷ revenue whose place is known", unit: "money" },
  ),
];
