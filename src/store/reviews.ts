import { RowKind } from "../dataset/classify.ts";
import type { CleanTable } from "../dataset/clean/clean-table.ts";
import { caseKey } from "../dataset/clean/text.ts";
import type { RawTable } from "../dataset/raw-table.ts";
import type { Cleaned } from "./load/load.ts";
import { ProductNames } from "./load/product-names.ts";
import { numberReader, productReader, textReader, wordReader } from "./load/readers.ts";

/** What customers wrote, review by review, in the order of the rows. Texts are read as they are asked for. */
export interface Reviews {
  count: number;
  /** The text of a review, with its title before it; as it was written. */
  textAt(review: number): string;
  /** NaN for none. */
  rating: Float64Array;
  /** Who wrote it: a number for each customer, for a guest's order, or else for the review alone. */
  person: Int32Array;
  /** Whether customers are known: else each text counts as a person's. */
  hasCustomers: boolean;
  /** Days since 1970-01-01; NaN for none. */
  day: Float64Array;
  /** The place in `products`; −1 for none. */
  product: Int32Array;
  products: readonly string[];
  /** The place in `categories`; −1 for none. */
  category: Int32Array;
  categories: readonly string[];
  /** Ratings that came without a text. */
  ratedOnly: number;
}

/** Rows that may hold reviews. */
export interface ReviewSource {
  table: RawTable;
  clean: CleanTable;
  /** Whether a row counts: what was left out of the report says nothing in it. */
  isCounted(row: number): boolean;
  /** How much a row says of what its product is called: 1 for a purchase, 0 for a return, null for no line of either. */
  weightOf(row: number): 0 | 1 | null;
}

/** The reviews among purchases, returns and what had no price. */
export function reviewsOfLines({ table, clean, classified: { kinds } }: Cleaned): ReviewSource {
  const counted: readonly number[] = [RowKind.purchase, RowKind.returned, RowKind.unpriced];
  return {
    table,
    clean,
    isCounted: (row) => counted.includes(kinds[row] ?? -1),
    weightOf: (row) => (kinds[row] === RowKind.purchase ? 1 : kinds[row] === RowKind.returned ? 0 : null),
  };
}

/** The reviews of some tables; null where there is no text. */
export function reviewsOf(sources: readonly ReviewSource[]): Reviews | null {
  if (!sources.some(({ table }) => table.hasReviews && table.column("review") !== undefined)) return null;
  const rows: number[] = [];
  /** Where the reviews of each source begin. */
  const begins: number[] = [];
  const [rating, day]: [number[], number[]] = [[], []];
  const person: number[] = [];
  const [product, category] = [new Names(), new Names()];
  const persons = new Map<string, number>();
  const personOf = (key: string) => {
    const known = persons.get(key) ?? persons.size + 1;
    persons.set(key, known);
    return known;
  };
  let hasCustomers = false;
  let ratedOnly = 0;
  let orders: KnownNames | null = null;
  for (const [place, source] of sources.entries()) {
    const { table, clean, isCounted } = source;
    begins.push(rows.length);
    const { nameOf, known } = productNames(source, orders);
    orders ??= known;
    const present = table.column("review");
    const titled = table.column("reviewTitle");
    if (present === undefined || !table.hasReviews) continue;
    const ratingOf = numberReader(table, clean, "rating");
    const dayOf = numberReader(table, clean, "date");
    const customerOf = textReader(table, clean, "customer");
    const orderOf = wordReader(table, clean, "order");
    const categoryOf = textReader(table, clean, "category");
    for (let row = 0; row < table.rows; row += 1) {
      if (!isCounted(row)) continue;
      const given = ratingOf?.(row) ?? Number.NaN;
      if (present.code(row) === 0 && (titled?.code(row) ?? 0) === 0) {
        if (!Number.isNaN(given)) ratedOnly += 1;
        continue;
      }
      const customer = customerOf?.(row) ?? null;
      const order = orderOf?.(row) ?? 0;
      if (customer !== null) hasCustomers = true;
      rows.push(row);
      rating.push(given);
      day.push(dayOf?.(row) ?? Number.NaN);
      person.push(
        personOf(
          customer !== null
            ? `customer ${customer}`
            : order > 0
              ? `order ${place} ${order}`
              : `row ${place} ${row}`,
        ),
      );
      product.add(nameOf(row));
      category.add(categoryOf?.(row) ?? null);
    }
  }
  if (rows.length === 0) return null;
  return {
    count: rows.length,
    textAt(review) {
      const source = sources[begins.findLastIndex((begin) => begin <= review)];
      const row = rows[review];
      return source === undefined || row === undefined ? "" : source.table.review(row);
    },
    rating: Float64Array.from(rating),
    person: Int32Array.from(person),
    hasCustomers,
    day: Float64Array.from(day),
    product: Int32Array.from(product.places),
    products: product.names,
    category: Int32Array.from(category.places),
    categories: category.names,
    ratedOnly,
  };
}

/** What the products of orders are called, for reviews that come in files of their own. */
interface KnownNames {
  byCode: ReadonlyMap<string, string>;
  /** By a name in small letters; none that products share. */
  byName: ReadonlyMap<string, string>;
}

/** The name of each row's product as the report has it, by the purchases, then the returns; else by the rows themselves. */
function productNames(
  { table, clean, isCounted, weightOf }: ReviewSource,
  orders: KnownNames | null,
): { nameOf: (row: number) => string | null; known: KnownNames } {
  const productOf = productReader(table, clean) ?? (() => 0);
  const [sold, others] = [new ProductNames(table, clean), new ProductNames(table, clean)];
  for (let row = 0; row < table.rows; row += 1) {
    if (!isCounted(row)) continue;
    const weight = weightOf(row);
    if (weight === null) others.note(productOf(row), row, 1);
    else sold.note(productOf(row), row, weight);
  }
  const named = sold.shown();
  const shown = new Map(
    [...others.shown(), ...named].map(({ id, code, name }) => {
      const same = code === null ? orders?.byName.get(caseKey(name)) : orders?.byCode.get(caseKey(code));
      return [id, same ?? name];
    }),
  );
  const known: KnownNames = {
    byCode: new Map(named.flatMap(({ code, name }) => (code === null ? [] : [[caseKey(code), name]]))),
    byName: new Map(named.map(({ name }) => [caseKey(name), name])),
  };
  return { nameOf: (row) => shown.get(productOf(row)) ?? null, known };
}

/** Names, each once, with the place of each that was added. */
class Names {
  readonly names: string[] = [];
  readonly places: number[] = [];
  readonly #known = new Map<string, number>();

  add(name: string | null): void {
    if (name === null) {
      this.places.push(-1);
      return;
    }
    const known = this.#known.get(name);
    this.places.push(known ?? this.names.length);
    if (known !== undefined) return;
    this.#known.set(name, this.names.length);
    this.names.push(name);
  }
}
