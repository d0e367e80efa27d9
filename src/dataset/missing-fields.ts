import { InputError } from "../errors.ts";
import { type FieldName, fieldDefinition } from "../fields/fields.ts";
import { conceptsIn } from "../fields/headers.ts";
import { eventMeaning, type Standing, statusMeaning } from "../fields/statuses.ts";
import { isDate, isNumber, lookAt } from "./column-kinds.ts";
import type { FileTable } from "./file-table.ts";
import { listHeaders, type Mapping } from "./map.ts";

/** What a report of purchases wants to know, by the fields that may say it. */
const wanted: readonly {
  what: string;
  fields: readonly FieldName[];
  hints: readonly string[];
  kind: "text" | "number" | "date" | "pieces" | "statuses" | "entries";
  /** Fields without which nobody asks for it. */
  beside?: FieldName;
}[] = [
  {
    what: "the customer",
    fields: ["customer", "email", "phone", "customerName"],
    hints: ["customer", "user", "email", "phone", "card", "payer", "contact", "username"],
    kind: "text",
  },
  {
    what: "an amount or a price",
    fields: ["amount", "price", "grossAmount", "orderTotal", "subtotal"],
    hints: ["amount", "total", "price", "sales", "spend", "paid", "net", "gross", "subtotal", "purchase"],
    kind: "number",
  },
  {
    what: "the quantity",
    fields: ["quantity", "amount", "grossAmount"],
    hints: ["quantity", "units", "sold"],
    kind: "pieces",
    beside: "price",
  },
  { what: "the date", fields: ["date"], hints: ["date", "time", "created"], kind: "date" },
  {
    what: "the order",
    fields: ["order"],
    hints: ["order", "invoice", "receipt", "basket", "transaction", "sale", "reference"],
    kind: "text",
  },
  {
    what: "the product",
    fields: ["product", "productCode", "category"],
    hints: ["item", "sku", "category", "title"],
    kind: "text",
  },
  {
    what: "the status of orders",
    fields: ["status", "itemStatus", "paymentStatus", "event"],
    hints: ["status", "state"],
    kind: "statuses",
  },
  { what: "the kind of entry", fields: ["event"], hints: ["type", "event"], kind: "entries" },
];

/** A field that no column holds, with the header that may, where one looks like it. */
export interface MissingField {
  what: string;
  field: FieldName;
  guess: string | undefined;
}

/** What no column of a file says, with a guess for each. */
export function missingFields(file: FileTable, mapping: Mapping): MissingField[] {
  const free = new Set(mapping.unmapped);
  return wanted.flatMap(({ what, fields, hints, kind, beside }) => {
    const [field] = fields;
    if (field === undefined || fields.some((each) => mapping.columns.has(each))) return [];
    if (beside !== undefined && !mapping.columns.has(beside)) return [];
    const scored = [...free].map((index) => {
      const texts = lookAt(file.columns[index]?.texts ?? [...(file.samples[index] ?? [])]).texts;
      const concepts = conceptsIn(file.headers[index] ?? "");
      const hint = hints.findIndex((each) => concepts.has(each));
      const score = hint < 0 ? (kind === "text" ? -1 : 0) : hints.length - hint;
      return { index, score: texts.length === 0 || !looksLike[kind](texts) ? -1 : score };
    });
    const best = scored
      .filter(({ score }) => score >= 0)
      .sort((a, b) => b.score - a.score || a.index - b.index)[0];
    if (best !== undefined) free.delete(best.index);
    return [{ what, field, guess: best && file.headers[best.index] }];
  });
}

/** Whether a column's values are of a kind. */
const looksLike: Readonly<Record<(typeof wanted)[number]["kind"], (texts: readonly string[]) => boolean>> = {
  text: (texts) => texts.length > 1 && !texts.every(isDate),
  number: (texts) => texts.every(isNumber),
  date: (texts) => texts.every(isDate),
  pieces: (texts) => texts.every(isPieces) && texts.includes("1"),
  statuses: (texts) => tellApart(texts.map((text) => statusMeaning(text))),
  entries: (texts) => tellApart(texts.map(eventMeaning)),
};

/** Whether words are nearly all understood, and some are of sales and some are not. */
function tellApart(meanings: readonly (Standing | undefined)[]): boolean {
  const understood = meanings.filter((meaning) => meaning !== undefined);
  return (
    understood.length >= meanings.length * leastUnderstood &&
    understood.includes("sale") &&
    understood.some((meaning) => meaning !== "sale")
  );
}

const leastUnderstood = 0.8;

/** A number of pieces as somebody buys them at once. */
function isPieces(text: string): boolean {
  return /^\d{1,3}(?:[.,]0+)?$/.test(text) && Number.parseInt(text, 10) <= mostPieces;
}

const mostPieces = 200;

/** Whether a file's rows say who bought or what was bought, and so are purchases. */
export function holdsPurchases({ columns }: Pick<Mapping, "columns">): boolean {
  const has = (...fields: FieldName[]) => fields.some((field) => columns.has(field));
  const money = has("amount", "price", "grossAmount", "orderTotal", "subtotal");
  const who = has("customer", "email", "phone", "customerName");
  const what = has("product", "productCode", "category");
  const basket = has("order", "date");
  return (money && (who || basket)) || (what && basket) || (who && what && has("quantity"));
}

/** The headers that were guessed, by field. */
export function guessedColumns(missing: readonly MissingField[]): Record<string, string> {
  return Object.fromEntries(
    missing.flatMap(({ field, guess }) => (guess === undefined ? [] : [[field, guess]])),
  );
}

/** Whether a file's rows are reviews and no purchases: they say neither what was paid nor how many were bought. */
export function holdsReviews(mapping: Pick<Mapping, "columns">): boolean {
  const has = (...fields: FieldName[]) => fields.some((field) => mapping.columns.has(field));
  const isBought = has("amount", "price", "grossAmount", "orderTotal", "subtotal", "quantity");
  return has("review") && !isBought && !(has("order") && holdsPurchases(mapping));
}

/** The lines for report.yaml that map what was guessed. */
export function columnsSnippet(missing: readonly MissingField[]): string {
  return [
    "columns:",
    ...missing.map(
      ({ field, guess }) => `  ${field}: ${guess === undefined ? '"<your header>"' : JSON.stringify(guess)}`,
    ),
  ].join("\n");
}

/** Stops the build where the rows are no purchases: all that is missing, with the best guess for each. */
export function refuse(file: FileTable, mapping: Mapping): InputError {
  const missing = missingFields(file, mapping);
  const needed = missing.filter(({ field }) => ["customer", "amount", "order", "product"].includes(field));
  const looked = needed
    .slice(0, 2)
    .map(({ field }) => fieldDefinition(field).headers.slice(0, 6).join(", "))
    .join(", ");
  return new InputError(
    `no column holds ${needed.map(({ what }) => what).join(", nor ")}`,
    `${ratingsAlone(mapping)}The headers are: ${listHeaders(file.headers)}.\nLooked for: ${looked} (and more, in eleven languages; case, spaces and underscores do not matter).\nMap ${missing.some(({ guess }) => guess !== undefined) ? "them in report.yaml beside the data, here with the best guesses" : "one in report.yaml beside the data"}:\n${columnsSnippet(missing.filter(({ field, guess }) => guess !== undefined || field === "customer" || field === "amount"))}`,
    { file: file.name, line: 1 },
    { columns: guessedColumns(missing) },
  );
}

/** Why ratings make no report, where there are some. */
function ratingsAlone({ columns }: Pick<Mapping, "columns">): string {
  if (!columns.has("rating")) return "";
  return "Ratings without texts make no report of their own: no row has the text of a review. Where a column holds what customers wrote, name it under columns.review.\n";
}
