import { titlesOf } from "../../components/figure-group.ts";
import { placedChart, placedGroups } from "../../components/placed-figure.ts";
import { ageGroup, wordNames } from "../../fields/traits.ts";
import { customerWords } from "../../questions/customer-traits.ts";
import { returnLines } from "../../questions/product-sales.ts";
import { words } from "../../questions/traits.ts";
import { pagedThings, type Thing } from "../../report/things.ts";
import { describeBasis, quoted } from "../../report/words/general.ts";
import { pageNames } from "../../report/words/sections.ts";
import type { Inputs } from "../inputs.ts";
import type { Section, Shown, Used } from "../section.ts";
import type { BuyerField } from "./buyers.ts";
import { productGroups } from "./figure-groups.ts";
import { thingFigures } from "./figures/series.ts";
import { productNumbers } from "./part.ts";
import type { ProductNumbers } from "./product-numbers.ts";
import { productsCsv, tableRows } from "./product-table.ts";
import { seasonTable } from "./season-table.ts";
import { buyerColumns, productColumns } from "./words/columns.ts";
import { productDefinitions } from "./words/definitions.ts";
import { buyersByPersona, thingSentence } from "./words/numbers.ts";
import { productsTitle } from "./words/page.ts";

declare module "../../report/report.ts" {
  interface Report {
    seasonCategory: CrossTable | null;
    /** Numbers of every product and category; null where the data have neither. */
    productNumbers: ProductNumbers | null;
  }
}

const page = { name: pageNames.products, path: "products/" };

/** What was bought. */
export const products: Section<"seasonCategory" | "productNumbers", "segments"> = {
  id: "products",
  name: pageNames.products,
  slug: "products",
  place: "products",
  needs: [["product", "productCode", "category", "season", "color", "size"]],
  uses: ["segments"],
  none: { seasonCategory: null, productNumbers: null },
  part: async (inputs, used) => {
    const { store, lines, gate } = inputs;
    const categories = await words(store, "category");
    const numbers = productNumbers(inputs, {
      allLines: await store.lines(),
      returns: await returnLines(store),
      categories,
      fields: await buyerFields(inputs, used),
    });
    const names = { category: categories, season: await words(store, "season") };
    return {
      part: { seasonCategory: seasonTable(lines, names, gate), productNumbers: numbers },
    };
  },
  definitions: productDefinitions,
  columns: [...Object.values(productColumns), ...Object.values(buyerColumns)],
  pages: (shown) =>
    productGroups(shown).length === 0
      ? []
      : [
          { ...page, description: `${productsTitle(shown)}. ${describeBasis(shown.report, shown.format)}` },
          ...pagedThings(shown.report).map((thing) => ({
            path: thing.path,
            name: quoted(thing.name),
            description: `${quoted(thing.name)}. ${sentenceOf(thing, shown)}`,
            apartFromDocument: true as const,
          })),
        ],
  figures: (shown) => [
    ...placedGroups(productGroups(shown), page),
    ...pagedThings(shown.report).flatMap((thing) =>
      figuresOf(thing, shown).flatMap((spec) => placedChart(spec, { name: thing.name, path: thing.path })),
    ),
  ],
  downloads: ({ report: { productNumbers: numbers }, format }) =>
    numbers === null || numbers.products.length === 0
      ? []
      : [
          {
            file: "products.csv",
            mediaType: "text/csv; charset=utf-8",
            content: () => productsCsv(numbers),
          },
          {
            file: "products-table.json",
            mediaType: "application/json",
            content: () => JSON.stringify(tableRows(numbers, format)),
          },
        ],
  more: (shown) => titlesOf(productGroups(shown)),
};

function sentenceOf(thing: Thing, { report, format }: Shown): string {
  return thingSentence(thing, null, { currency: report.productNumbers?.knows.money === true }, format);
}

function figuresOf(thing: Thing, { report: { productNumbers: numbers }, format }: Shown) {
  const all = thing.field === "category" ? numbers?.categories : numbers?.top;
  const own = all?.find(({ name }) => name === thing.name);
  return own === undefined || numbers === null ? [] : thingFigures(thing, own, numbers, format);
}

/** Gender, age and persona of customers, as far as the data have them. */
async function buyerFields(
  { store, ageBounds, gate, lines }: Inputs,
  { segments }: Used<"segments">,
): Promise<BuyerField[]> {
  const known = segments?.fields ?? gate.words(await customerWords(store, ageBounds), lines);
  const fields = (["gender", "ageGroup"] as const).flatMap((order): BuyerField[] => {
    const field = order === "gender" ? order : ageGroup.column;
    const found = known.find((each) => each.field === field);
    return found === undefined ? [] : [{ ...found, order, name: wordNames.get(field) ?? field }];
  });
  const members = segments?.members ?? null;
  if (members === null) return fields;
  const wordOf = Uint8Array.from(members.personaOf, (persona) => (persona === 255 ? 0 : persona + 1));
  return [
    ...fields,
    { field: "persona", order: "product", name: buyersByPersona, words: ["", ...members.names], wordOf },
  ];
}
