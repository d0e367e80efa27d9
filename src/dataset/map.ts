import { InputError } from "../errors.ts";
import { type FieldName, fieldDefinition, fieldNames, fields } from "../fields/fields.ts";
import { type Meaning, meaningsOf, normalHeader } from "../fields/headers.ts";
import { ownColumns, type Platform, platformOf } from "../fields/platforms.ts";
import { fits, type Look } from "./column-kinds.ts";
import { sayReviews } from "./review-headers.ts";

/** Which column of a file holds which field. */
export interface Mapping {
  /** Column index by field. */
  columns: ReadonlyMap<FieldName, number>;
  headers: readonly string[];
  /** Indices of columns that no field took. */
  unmapped: readonly number[];
  platform: Platform | undefined;
  /** Columns that mean a field as well, hold other values than the one that took it, and were passed over. */
  passedOver: readonly { field: FieldName; taken: number; other: number }[];
}

/** What is known of the cells of a file's columns. */
export interface Cells {
  look(index: number): Look;
  /** Whether two columns hold the same in every row. */
  same(one: number, other: number): boolean;
  /** Whether two columns tell the same rows apart, by other values. */
  groupAlike(one: number, other: number): boolean;
  /** Different values of a column over its filled cells. */
  variety(index: number): number;
}

const unknownCells: Cells = {
  look: () => ({ filled: true, texts: [] }),
  same: () => false,
  groupAlike: () => false,
  variety: () => 0,
};

/** Goods have titles that come again; of titles of reviews at least so many are different. */
const leastVariety = 0.4;

/** Fields in the order in which they choose their columns: where a column may be of several, the first takes it. */
const choosing: readonly FieldName[] = [
  ...(["status", "event", "customer", "email", "discount", "date", "shippingAmount"] as const),
  ...fieldNames,
].filter((field, index, all) => all.indexOf(field) === index);

/** Fields that a wrong guess would move money or people by: two columns of one header are asked about. */
const telling: ReadonlySet<FieldName> = new Set<FieldName>([
  "customer",
  "order",
  "date",
  "quantity",
  "price",
  "amount",
  "orderTotal",
  "subtotal",
]);

/**
 * Finds the field of each header; `overrides` (field to header, from report.yaml) come first, then what is known of the
 * platform. Of several columns that mean a field the one takes it whose header is most telling, which holds
 * values, and values of the field's kind. Throws an InputError for an override that names no header, and for two headers
 * that mean the same equally and hold different values.
 */
export function mapHeaders(
  file: string,
  headers: readonly string[],
  overrides: Partial<Record<FieldName, string>>,
  cells: Cells = unknownCells,
): Mapping {
  const columns = new Map<FieldName, number>();
  const taken = new Set<number>();
  const passedOver: { field: FieldName; taken: number; other: number }[] = [];
  const take = (field: FieldName, index: number) => {
    columns.set(field, index);
    taken.add(index);
  };
  for (const name of fieldNames) {
    const header = overrides[name];
    if (header !== undefined) take(name, overriddenColumn(file, headers, name, header));
  }
  const normal = headers.map(normalHeader);
  const platform = platformOf(normal);
  const ignored = new Set<number>();
  ownColumns(platform, normal).forEach((field, index) => {
    if (field === null) ignored.add(index);
    else if (field !== undefined && !columns.has(field) && !taken.has(index) && cells.look(index).filled)
      take(field, index);
  });
  const meanings = headers.map((header, index) => (ignored.has(index) ? [] : meaningsOf(header)));
  const people = namesPeople(meanings);
  const reviewed = reviewColumns(meanings, (index) => cells.variety(index));
  for (const field of choosing) {
    if (columns.has(field) || overrides[field] !== undefined) continue;
    const candidates = meanings
      .flatMap((all, index) => {
        const meaning = all.find((each) => each.field === field);
        if (meaning === undefined || taken.has(index) || !reviewed.mayBe(field, index)) return [];
        const look = cells.look(index);
        const alone = all.length === 1;
        const named =
          all.some((each) => each.field === "customerName") && all.some((each) => each.field === "product");
        const isName = field === "product" || field === "customerName";
        if (!look.filled || (named && isName && (field === "product") === people)) return [];
        const counts = all.some((each) => each.field === "quantity");
        return [{ index, rank: meaning.rank, alone, fit: fits(field, look, { alone, counts, platform }) }];
      })
      .sort((a, b) => a.rank - b.rank || a.index - b.index);
    const fitting = candidates.filter(({ fit }) => fit);
    // A column that can mean nothing else takes its field though its values do not fit: that is told, or stops the build.
    const unfit = candidates.find(({ alone, rank }) => alone && isSure(field, rank));
    const chosen = fitting[0] ?? unfit;
    if (chosen === undefined) continue;
    for (const other of fitting) {
      if (other === chosen || cells.same(chosen.index, other.index)) continue;
      if (fieldDefinition(field).rule === "identifier" && cells.groupAlike(chosen.index, other.index))
        continue;
      if (other.rank === chosen.rank && telling.has(field))
        throw clash(file, headers, field, chosen.index, other.index);
      passedOver.push({ field, taken: chosen.index, other: other.index });
    }
    take(field, chosen.index);
  }
  return {
    columns,
    headers,
    unmapped: headers.map((_, index) => index).filter((index) => !taken.has(index)),
    platform,
    passedOver,
  };
}

/**
 * What a file has of reviews. A bare comment or text is a review where the file has ratings, or says elsewhere
 * that it holds reviews: else it may be a note to the shop. A title is that of a review where the file has reviews and
 * nothing that is bought, and hardly any comes twice.
 */
function reviewColumns(meanings: readonly (readonly Meaning[])[], variety: (index: number) => number) {
  const has = (...wanted: FieldName[]) =>
    meanings.some((all) => all.some(({ field }) => wanted.includes(field)));
  const reviews = sayReviews(meanings);
  const apart = has("review") && reviews && !has("price", "quantity", "amount", "order");
  return {
    mayBe(field: FieldName, index: number): boolean {
      const all = meanings[index] ?? [];
      const isTitle = all.some((each) => each.field === "reviewTitle");
      if (field === "review") return reviews;
      const isOther = isTitle && all.some((each) => each.field !== "reviewTitle");
      const isOfReview = apart && variety(index) >= leastVariety;
      if (field === "reviewTitle") return has("review") && reviews && (!isOther || isOfReview);
      return !(isOther && isOfReview);
    },
  };
}

/** Whether a header says so plainly what it holds that other values in it are a fault. */
function isSure(field: FieldName, rank: number): boolean {
  return field !== "date" || fieldDefinition(field).headers[rank] !== "day";
}

/** Whether a bare `name` is of people: where the file says how to reach them, or lists no goods. */
function namesPeople(meanings: readonly (readonly { field: FieldName }[])[]): boolean {
  const has = (...wanted: FieldName[]) =>
    meanings.some((all) => all.some(({ field }) => wanted.includes(field)));
  return has("email", "phone") || !has("productCode", "quantity", "price", "category");
}

function clash(
  file: string,
  headers: readonly string[],
  field: FieldName,
  one: number,
  other: number,
): InputError {
  return new InputError(
    `the headers "${headers[one]}" and "${headers[other]}" both mean ${fields[field].label.toLowerCase()}`,
    `Rename or remove one of them, or choose one in report.yaml beside the data:\ncolumns:\n  ${field}: ${JSON.stringify(headers[other])}`,
    { file, line: 1 },
    { columns: { [field]: headers[other] ?? "" } },
  );
}

function overriddenColumn(
  file: string,
  headers: readonly string[],
  field: FieldName,
  header: string,
): number {
  const wanted = header.trim().toLowerCase();
  const index = headers.findIndex((candidate) => candidate.trim().toLowerCase() === wanted);
  if (index >= 0) return index;
  throw new InputError(
    `there is no header "${header}", which report.yaml names under columns.${field}`,
    `The headers are: ${listHeaders(headers)}.`,
    { file, line: 1 },
  );
}

/** Headers for a message, the first forty. */
export function listHeaders(headers: readonly string[]): string {
  const shown = headers
    .slice(0, 40)
    .map((header) => JSON.stringify(header))
    .join(", ");
  return headers.length > 40 ? `${shown} and ${headers.length - 40} more` : shown;
}
