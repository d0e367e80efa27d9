import { csvOf } from "../../report/csv.ts";
import type { Formatter } from "../../report/format.ts";
import { softened } from "../../report/words/names.ts";
import type { ProductNumbers, ProductRow } from "./product-numbers.ts";
import { changeWords, returnsShare } from "./words/numbers.ts";
import { tableHeadings, tableWords } from "./words/table.ts";

/** So many rows stand in the page, and on each page of the table. */
export const tableLength = 100;

/** A column of the table of products. */
export interface TableColumn {
  id: keyof typeof tableHeadings;
  heading: string;
  /** Numbers stand at the end of their cell, and are sorted largest first. */
  isNumber: boolean;
}

/** A row as it is written, and what it is sorted by: null comes last. */
export interface TableRow {
  cells: string[];
  keys: (string | number | null)[];
}

interface Column extends TableColumn {
  write: (row: ProductRow, rank: number, format: Formatter) => string;
  key: (row: ProductRow, rank: number) => string | number | null;
  isIn: (numbers: ProductNumbers) => boolean;
}

const columns: readonly Column[] = [
  number(
    "rank",
    (_row, rank) => rank,
    (value, format) => format.count(value),
  ),
  text("product", (row) => row.name),
  {
    ...text("category", (row) => row.category),
    isIn: ({ products }) => products.some(({ category }) => category !== null),
  },
  {
    ...number(
      "revenue",
      (row) => row.revenue,
      (value, format) => format.roundMoney(value),
    ),
    isIn: ({ knows }) => knows.money,
  },
  {
    ...number(
      "units",
      (row) => row.units,
      (value, format) => format.count(value),
    ),
    isIn: ({ knows }) => knows.units,
  },
  {
    ...number(
      "purchases",
      (row) => row.purchases,
      (value, format) => format.count(value),
    ),
    isIn: ({ knows }) => !knows.units,
  },
  {
    ...number(
      "price",
      ({ units, purchases, revenue }) => ratio(revenue, units ?? purchases),
      (value, format) => format.money(value),
    ),
    isIn: ({ knows }) => knows.money,
  },
  number(
    "customers",
    (row) => row.customers,
    (value, format) => format.count(value),
  ),
  {
    ...number("returns", returnsShare, (value, format) => format.share(value)),
    isIn: ({ knows, products }) => knows.returns && products.some((row) => returnsShare(row) !== null),
  },
  {
    ...number(
      "change",
      ({ change }) => (change === null || change.before <= 0 ? null : change.now / change.before - 1),
      () => "",
    ),
    write: ({ change }, _rank, format) => changeWords(change, format),
    isIn: ({ products }) => products.some(({ change }) => change !== null),
  },
  { ...text("class", (row) => row.class), isIn: ({ classes }) => classes.length > 0 },
];

/** The columns that a report's table has. */
export function tableColumns(numbers: ProductNumbers): TableColumn[] {
  return present(numbers).map(({ id, heading, isNumber }) => ({ id, heading, isNumber }));
}

/** Every row, as it is written and sorted. */
export function tableRows(numbers: ProductNumbers, format: Formatter): TableRow[] {
  const shown = present(numbers);
  return numbers.products.map((row, place) => ({
    cells: shown.map(({ write }) => write(row, place + 1, format)),
    keys: shown.map(({ key }) => key(row, place + 1)),
  }));
}

/** Every row in full precision, names and codes as the data have them. */
export function productsCsv(numbers: ProductNumbers): string {
  const shown = present(numbers);
  const hasCodes = numbers.products.some(({ code }) => code !== null);
  return csvOf([
    [...shown.map(({ heading }) => heading.toLowerCase()), ...(hasCodes ? ["code"] : [])],
    ...numbers.products.map((row, place) => [
      ...shown.map(({ key }) => key(row, place + 1)),
      ...(hasCodes ? [row.code] : []),
    ]),
  ]);
}

function present(numbers: ProductNumbers): Column[] {
  return columns.filter(({ isIn }) => isIn(numbers));
}

function number(
  id: TableColumn["id"],
  value: (row: ProductRow, rank: number) => number | null,
  write: (value: number, format: Formatter) => string,
): Column {
  return {
    id,
    heading: tableHeadings[id],
    isNumber: true,
    key: value,
    write: (row, rank, format) => {
      const own = value(row, rank);
      return own === null ? tableWords.none : write(own, format);
    },
    isIn: () => true,
  };
}

function text(id: TableColumn["id"], value: (row: ProductRow) => string | null): Column {
  return {
    id,
    heading: tableHeadings[id],
    isNumber: false,
    key: value,
    write: (row) => softened(value(row) ?? tableWords.none),
    isIn: () => true,
  };
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
