import type { Formatter } from "../../report/format.ts";
import type { Thing } from "../../report/things.ts";
import type { ProductNumbers, ProductRow, ThingNumbers } from "./product-numbers.ts";
import { changeWords, classWords, comparedWords, returnsShare, returnsWords } from "./words/numbers.ts";
import { tableHeadings, tableWords } from "./words/table.ts";

/** A number of a product or category with its name, and what else is to be said. */
export interface Fact {
  name: string;
  value: string;
  note: string;
}

/** What a product's page says in numbers, as far as the data tell. */
export function thingFacts(
  { group }: Pick<Thing, "group">,
  own: ThingNumbers,
  row: ProductRow | null,
  { knows, returned, compared, products, categories }: ProductNumbers,
  format: Formatter,
): Fact[] {
  const { revenue, purchases, customers } = group;
  const facts: Fact[] = [];
  const add = (name: string, value: string, note = "") => facts.push({ name, value, note });
  if (revenue !== null) add(tableHeadings.revenue, format.roundMoney(revenue));
  if (own.change !== null && compared !== null && own.change.before > 0)
    add(tableHeadings.change, changeWords(own.change, format), comparedWords(compared, format));
  if (own.units !== null) add(tableHeadings.units, format.count(own.units));
  const count = own.units ?? purchases;
  if (revenue !== null && count > 0) add(tableHeadings.price, format.money(revenue / count));
  add(
    tableHeadings.customers,
    format.count(customers),
    group.nearlyAllOfCategory === true ? tableWords.nearlyAllOfCategory : "",
  );
  if (knows.returns && [...products, ...categories].some(({ returned: value }) => value !== null)) {
    const share = returnsShare({ returned: own.returned, revenue: revenue ?? 0 });
    add(
      tableHeadings.returns,
      share === null ? "–" : format.share(share),
      returnsWords(share, returned, format),
    );
  }
  if (row !== null && row.class !== null) add(tableHeadings.class, row.class, classWords(row));
  return facts;
}
