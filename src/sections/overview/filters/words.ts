import type { Formatter } from "../../../report/format.ts";
import { counted, listed, metricValue, quoted } from "../../../report/words/general.ts";
import type { OverviewPart } from "../../narrowed.ts";
import { changeName } from "../../sales/words/verdict.ts";
import type { FilterFieldId, FilterTables } from "./filter-tables.ts";

/** What a field is called, and all of its values. */
export const filterNames: Record<FilterFieldId, { name: string; all: string }> = {
  gender: { name: "Gender", all: "All genders" },
  ageGroup: { name: "Age group", all: "All ages" },
  category: { name: "Category", all: "All categories" },
  season: { name: "Season", all: "All seasons" },
  persona: { name: "Persona", all: "All personas" },
  location: { name: "Place", all: "All places" },
  period: { name: "Period", all: "All periods" },
};

export const filterWords = {
  label: "Narrow the Overview",
  reset: "Reset",
  loading: "Loading the numbers.",
  failed: "The numbers of parts could not be loaded. The page shows all customers.",
  two: "Two at a time: set one back to change another.",
  nobody: "No customer bought so. Set a choice back to see more.",
  notShown: "Too few to show",
  wholePeriod: "Sales before returns. The numbers and figures below cover the whole period of the data.",
  table: "Data table",
};

/** How many customers there are, or match. */
export function matchWords(
  format: Formatter,
  { customers, isPart }: { customers: number | null; isPart: boolean },
  chosen: readonly ChosenValue[],
  minimum: number,
): string {
  if (chosen.length === 0) return "";
  const what = describeChoice(chosen);
  if (isPart && customers === null) return `${what}: shown without the number of customers.`;
  return customers === null
    ? `${what}: too few customers to show (fewer than ${minimum}, or so few that others would tell of them).`
    : `${what}: ${customers === 0 ? "no customer matches" : counted(format, customers, "customer matches", "customers match")}.`;
}

/** The verdict on a part: what it brought, beside the period before where its months are told. */
export function narrowedTitle(
  part: Pick<OverviewPart, "metrics" | "months">,
  chosen: readonly ChosenValue[],
  change: FilterTables["common"]["change"],
  format: Formatter,
): string {
  const what = listed(chosen.map(({ value }) => quoted(value)));
  const sold = (span: { first: string; last: string }) => {
    const [from, to] = [span.first.slice(0, 7), span.last.slice(0, 7)];
    const months = (part.months ?? []).filter(({ month }) => from <= month && month <= to);
    const wanted = monthsBetween(from, to);
    return months.length === wanted ? months.reduce((sum, { revenue }) => sum + revenue, 0) : null;
  };
  const [after, before] = change === null ? [null, null] : [sold(change.current), sold(change.previous)];
  if (change !== null && after !== null && before !== null && before > 0) {
    const { current, previous } = changeName(change, format);
    const by = after / before - 1;
    const side = `${format.share(Math.abs(by))} ${by < 0 ? "less" : "more"} than`;
    return `${what}: ${current} brought ${format.roundMoney(after)}, ${side} ${previous}`;
  }
  const money = metricValue(part, "revenue");
  return money === undefined ? what : `${what}: ${format.roundMoney(money)}`;
}

/** How many months there are from one (`2024-11`) to another, both counted. */
function monthsBetween(from: string, to: string): number {
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return number(to) - number(from) + 1;
}

/** A field with the value that was chosen. */
export interface ChosenValue {
  field: FilterFieldId;
  value: string;
}

/** `Purchases of category Footwear, by customers of gender Female` */
export function describeChoice(chosen: readonly ChosenValue[]): string {
  const parts = chosen.map(({ field, value }) => `${filterNames[field].name.toLowerCase()} ${quoted(value)}`);
  return `Purchases with ${listed(parts)}`;
}

/** Stands above the kinds of customers where the Overview is narrowed. */
export const narrowedKinds =
  "Persona and segment are those that a customer has by all purchases; shown is how many of the part belong to each.";

/** Stands in the place of sections where a selection is too small. */
export function tooFewWords(minimum: number): string {
  return `Too few customers to show. Groups of fewer than ${minimum} customers are not published, nor what would give them away.`;
}

/** Behind the caption of a chart of a selection that has fewer bars than the whole Overview's. */
export function joinedWords(fewer: number): string {
  return fewer <= 0 ? "" : " Bars of too few customers are joined with their neighbours.";
}

/** What a part holds where it is not just what was chosen: a sentence for each such value. */
export function partNotes(
  chosen: readonly (ChosenValue & { shown: string; countedWith: string | null })[],
): string[] {
  return chosen.flatMap(({ field, value, shown, countedWith }) => {
    const name = filterNames[field].name.toLowerCase();
    return [
      ...(shown === value
        ? []
        : [
            `Shown is ${name} ${quoted(shown)}: ${quoted(value)} alone would tell of too few customers here.`,
          ]),
      ...(countedWith === value ? [`${quoted(value)} includes the few purchases without a ${name}.`] : []),
    ];
  });
}

/** Above the rules of parts on the Methods page. */
export const filtersTitle = {
  title: "Parts of the Overview",
  lead: "What the filters of the Overview count.",
};

/** How the parts are counted, for the Methods page. */
export function filterRules(
  { fields, tables, coarser }: FilterTables,
  format: Formatter,
  minimum: number,
): { name: string; words: string }[] {
  const names = fields.map(({ field }) => filterNames[field].name.toLowerCase());
  const location = fields.find(({ field }) => field === "location");
  const cut =
    location === undefined
      ? ""
      : ` Of the places the ${format.count(location.choices)} of most purchases can be chosen.`;
  const withLargest = fields.flatMap(({ field, countedWith }) =>
    countedWith === null
      ? []
      : [`without ${filterNames[field].name.toLowerCase()} with ${quoted(countedWith)}`],
  );
  const counts =
    withLargest.length === 0
      ? ""
      : ` The few purchases that lack a value are counted with the largest: those ${listed(withLargest)}.`;
  return [
    {
      name: "What a part is",
      words: `A part is purchases: those whose category, season or place is the one chosen, and those whose customer has the gender, age group or persona chosen. Customers, orders and all other numbers are counted over these purchases alone; an order counts with what of it is in the part. Gender, age, persona and segment stay those that the customer has by all purchases. Offered: ${listed(names)}, two at a time.${cut}${counts}`,
    },
    {
      name: "What is left out of parts",
      words: `Every number of a part stands on at least ${format.count(minimum)} persons, and so does what one number less another leaves: a table of parts is published whole or not at all. Where values would split off fewer persons, neighbours are told together or the largest values alone, and the page says so. Amounts and ratings keep the bars of the whole Overview or join them, and months its months; the youngest and oldest ages, changes and trends are told of all customers only. The ${format.count(tables.length + coarser.length)} tables behind it are in filters.json.`,
    },
  ];
}
