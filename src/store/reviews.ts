import { type Classified, RowKind } from "../dataset/classify.ts";
import type { CleanTable } from "../dataset/clean/clean-table.ts";
import { commonest } from "../dataset/clean/clean-words.ts";
import type { RawTable } from "../dataset/raw-table.ts";
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
}

/** The rows of purchases, of returns and of what had no price. */
export function countedRows({ kinds }: Pick<Classified, "kinds">): (row: number) => boolean {
  const counted: readonly number[] = [RowKind.purchase, RowKind.returned, RowKind.unpriced];
  return (row) => counted.includes(kinds[row] ?? -1);
}

/** The reviews of some tables; null where there is no text. */
export function reviewsOf(sources: readonly ReviewSource[]): Reviews | null {
  const rows: { source: ReviewSource; row: number }[] = [];
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
  sources.forEach((source, place) => {
    const { table, clean, isCounted } = source;
    const present = table.column("review");
    const titled = table.column("reviewTitle");
    if (present === undefined || !table.hasReviews) return;
    const ratingOf = numberReader(table, clean, "rating");
    const dayOf = numberReader(table, clean, "date");
    const customerOf = textReader(table, clean, "customer");
    const orderOf = wordReader(table, clean, "order");
    const nameOf = productNames(source);
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
      rows.push({ source, row });
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
  });
  if (rows.length === 0) return null;
  return {
    count: rows.length,
    textAt(review) {
      const found = rows[review];
      return found === undefined ? "" : found.source.table.review(found.row);
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

/** The name of each row's product, as the report has it: the commonest of its code, with the code where names are shared. */
function productNames({ table, clean, isCounted }: ReviewSource): (row: number) => string | null {
  const productOf = productReader(table, clean);
  if (productOf === undefined) return () => null;
  const codeOf = textReader(table, clean, "productCode") ?? (() => null);
  const nameOf = textReader(table, clean, "product") ?? (() => null);
  const known = new Map<number, { code: string | null; names: Map<string, number> }>();
  for (let row = 0; row < table.rows; row += 1) {
    const product = productOf(row);
    if (product === 0 || !isCounted(row)) continue;
    const found = known.get(product) ?? { code: codeOf(row), names: new Map<string, number>() };
    known.set(product, found);
    const name = nameOf(row);
    if (name !== null) found.names.set(name, (found.names.get(name) ?? 0) + 1);
  }
  const shown = new Map(
    [...known].map(([product, { code, names }]) => [product, { code, name: commonest(names) || code || "" }]),
  );
  const uses = new Map<string, number>();
  for (const { name } of shown.values()) uses.set(name, (uses.get(name) ?? 0) + 1);
  return (row) => {
    const found = shown.get(productOf(row));
    if (found === undefined || found.name === "") return null;
    const { code, name } = found;
    return code !== null && (uses.get(name) ?? 0) > 1 ? `${name} (${code})` : name;
  };
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
