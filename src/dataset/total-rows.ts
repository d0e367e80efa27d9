import type { FieldName } from "../fields/fields.ts";
import { plainWord } from "../fields/headers.ts";
import type { RawTable } from "./raw-table.ts";

/** What a row says that is a total and nothing else. */
const totals =
  /^(?:(?:grand|order|invoice|report|page|sales|overall|daily|weekly|monthly|yearly|store|shop) |sub|sub )?totals?(?: general| generale| gesamt)?:?$|^(?:gesamt(?:summe|betrag)?|summe|insgesamt|somme|suma|sum|razem|totale|totaal|toplam|celkem|итого|合計|総計|合计|总计|小计)(?: .*)?:?$|^(?:grand total|total general|total amount|total sales)\b|^(?:sub[- ]?total|zwischensumme|sous[- ]total|subtotal|subtotale|subtotaal|ara toplam)\b/;
/** Numbers and dates say nothing of totals, and columns of them have many. */
const numbers = /^[\d\s./:-]*$/;
/** As spreadsheets write below a group: `Ann Total`. */
const totalOf = /^(.+?) (?:sub)?totals?:?$/;

/** As accounting programs write below one: `Total for Ann`. */
const totalFor = /^(?:sub)?totals? (?:for|of|fur|pour|para|por|per|voor) ./;

/** Whether a cell says of its row that it is a total. */
export function saysTotal(text: string): boolean {
  const word = plainWord(text.trim());
  return totals.test(word) || totalFor.test(word);
}

/** Fields whose cells may say that a row is the sum of the others. */
const labels: readonly FieldName[] = [
  "customer",
  "customerName",
  "order",
  "date",
  "product",
  "productCode",
  "category",
  "location",
  "line",
  "gender",
  "season",
  "shop",
];

/**
 * Finds rows that are totals of others: they say so, and most of their other cells are empty. `Ann Total` is one where other
 * rows say `Ann`; a toothpaste may be called Colgate Total.
 */
export function totalRows(table: RawTable): (row: number) => boolean {
  const columns = [...table.columns.values()];
  const marked = labels.flatMap((field) => {
    const column = table.column(field);
    if (column === undefined) return [];
    const words = column.texts.map((text) => (numbers.test(text) ? "" : plainWord(text.trim())));
    let groups: Set<string> | undefined;
    const says = words.map((word) => {
      if (word === "") return false;
      const group = totalOf.exec(word)?.[1];
      if (group === undefined) return saysTotal(word);
      groups ??= new Set(words);
      return saysTotal(word) || groups.has(group);
    });
    return says.includes(true) ? [{ column, says }] : [];
  });
  if (marked.length === 0) return () => false;
  return (row) => {
    if (!marked.some(({ column, says }) => says[column.code(row)] === true)) return false;
    const filled = columns.filter((column) => column.code(row) !== 0).length;
    return filled <= Math.max(2, columns.length * 0.6);
  };
}
