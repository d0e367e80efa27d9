import { productQuery } from "../../../questions/products.ts";
import type { HeldFigure } from "../../../report/held-figure.ts";
import { purchasesBy } from "../../../report/split-figures.ts";
import { rowWords } from "../../../report/words/row-words.ts";
import type { ProductNumbers } from "../product-numbers.ts";

const hasSeries = (numbers: ProductNumbers | null) =>
  [...(numbers?.categories ?? []), ...(numbers?.top ?? [])].some(({ series }) => series !== null);

/** What was bought. */
export const productDefinitions: readonly HeldFigure[] = [
  {
    id: "top-products-by-purchases",
    name: "Top products by purchases",
    words: "The products that stand on most purchase lines.",
    formula: "purchases of the product; share = these ÷ purchases whose product is known",
    unit: "count",
    query: productQuery,
    isIn: ({ breakdowns }) => breakdowns.product !== undefined,
  },
  {
    id: "top-products-by-revenue",
    name: "Top products by revenue",
    words: "The products whose purchases come to most.",
    formula: "sum of amounts; share = this ÷ revenue whose product is known",
    unit: "money",
    query: productQuery,
    isIn: ({ breakdowns }) => breakdowns.product !== undefined,
  },
  purchasesBy("category", {
    id: "purchases-by-category",
    name: "Categories by purchases",
    words: rowWords.category,
  }),
  purchasesBy(
    "category",
    {
      id: "revenue-by-category",
      name: "Categories by revenue",
      words: "What the purchases of each category come to.",
    },
    { formula: "sum of amounts; share = this ÷ revenue whose category is known", unit: "money" },
  ),
  {
    id: "sales-over-time",
    name: "Sales of a product or category over time",
    words:
      "What it brought in each period, on its own page. Periods are months, or longer where a month, or what is left of its month once all that is shown is taken off, would be that of a few customers.",
    formula: "sum of amounts of orders that began in the period",
    unit: "money",
    query: null,
    isIn: ({ productNumbers }) => hasSeries(productNumbers),
  },
  {
    id: "price-over-time",
    name: "Average price of a product or category over time",
    words: "What an item of it was sold for in each period, after discounts, on its own page.",
    formula: "sum of amounts ÷ units; ÷ purchases where quantities are not known",
    unit: "money",
    query: null,
    isIn: ({ productNumbers }) => hasSeries(productNumbers),
  },
  purchasesBy("season", { id: "purchases-by-season", name: "Seasons", words: rowWords.season }),
  {
    id: "season-category",
    name: "Season and category",
    words: "Purchases by season and category, of those for which both are known.",
    formula: "purchases of the category in the season",
    unit: "count",
    query: null,
    isIn: ({ seasonCategory }) => seasonCategory !== null,
  },
  purchasesBy("color", { id: "colors", name: "Colors", words: rowWords.color }),
  purchasesBy("size", { id: "sizes", name: "Sizes", words: rowWords.size }),
];
