import { metricValue } from "../../report/words/general.ts";
import { sections } from "../index.ts";
import { firstPages } from "../listed.ts";
import { brought } from "../sales/brought.ts";
import type { Shown } from "../section.ts";
import { type MiniBar, personaBars, shareBars } from "./mini-bars.ts";
import { averageWords, genderWords, overviewWords, ratingsWords } from "./words/cards.ts";

/** Leads from the Overview to a page, with what that page shows first. */
export interface EntryCard {
  path: string;
  name: string;
  /** What the bars are. */
  label: string;
  number: string | null;
  words: string;
  bars: MiniBar[];
}

/** The cards of the pages that there are. */
export function entryCards(shown: Shown): EntryCard[] {
  const { report, format } = shown;
  const pages = new Map(firstPages(sections, shown).map((page) => [page.section.id, page]));
  const card = (id: string, own: Partial<EntryCard>): EntryCard[] => {
    const page = pages.get(id);
    return page === undefined
      ? []
      : [{ path: page.path, name: page.name, label: page.name, number: null, words: "", bars: [], ...own }];
  };
  const { ageGroup, category, location, product } = report.breakdowns;
  const hasMoney = report.productsByRevenue?.some(({ revenue }) => revenue !== null) === true;
  const productMeasure = hasMoney ? "revenue" : "purchases";
  const rating = metricValue(report, "averageRating");
  const customers = metricValue(report, "customers");
  return [
    ...card("sales", {
      words: averageWords(report, format),
      label: overviewWords.byQuarter,
      bars: quarterBars(shown),
    }),
    ...card("customers", {
      number: customers === undefined ? null : format.count(customers),
      words: genderWords(report, format),
      label: overviewWords.byAge,
      bars:
        ageGroup === undefined
          ? []
          : shareBars(ageGroup.groups, "customers", { format, most: 6, subject: null }),
    }),
    ...card("segments", {
      name: overviewWords.groups,
      label: overviewWords.byGroup,
      bars: personaBars(report, format),
    }),
    ...card(
      "products",
      category === undefined
        ? {
            label: overviewWords.byProduct,
            bars: shareBars((hasMoney ? report.productsByRevenue : product?.groups) ?? [], productMeasure, {
              format,
              most: 5,
            }),
          }
        : {
            label: overviewWords.byCategory,
            bars: shareBars(category.groups, "purchases", { format, most: 5 }),
          },
    ),
    ...card("locations", {
      label: overviewWords.byPlace,
      bars: location === undefined ? [] : shareBars(location.groups, "customers", { format, most: 5 }),
    }),
    ...(rating === undefined
      ? []
      : card("customers", {
          path: `${pages.get("customers")?.path ?? ""}#ratings`,
          name: overviewWords.ratings,
          number: format.unit(rating, "rating"),
          words: ratingsWords(report, format),
        })),
  ];
}

/** The last whole quarters, the latest of them the subject. */
function quarterBars({ report, format }: Shown): MiniBar[] {
  const quarters = report.sales?.quarters.filter(({ whole }) => whole).slice(-5) ?? [];
  if (quarters.length < 2 || quarters.every(({ revenue }) => revenue === 0)) return [];
  const { money } = brought(quarters);
  return quarters.map(({ name }, index) => ({
    name: format.period(name),
    value: money[index] ?? 0,
    written: format.roundMoney(money[index] ?? 0),
    isSubject: index === quarters.length - 1,
  }));
}
