import { InputError } from "../errors.ts";
import { type FieldName, fieldDefinition, fieldNames, fields, normalHeader } from "../fields/fields.ts";

/** Which column of a file holds which field. */
export interface Mapping {
  /** Column index by field. */
  columns: ReadonlyMap<FieldName, number>;
  headers: readonly string[];
  /** Indices of columns that no field took. */
  unmapped: readonly number[];
  /** Order-level fields stand on an order's first line only. */
  ordersFirstLineOnly: boolean;
}

/** Fields by header; spaces do not matter in one. */
const generalSynonyms = synonymIndex((name) => fieldDefinition(name).synonyms);
const shopifySynonyms = synonymIndex((name) => fieldDefinition(name).shopify ?? []);

/**
 * Finds the field of each header by the table of synonyms; `overrides` (field to header, from
 * report.yaml) come first. Throws an InputError for two headers of one field, an override that names
 * no header, and where neither an amount nor a price, or no customer is found.
 */
export function mapHeaders(
  file: string,
  headers: readonly string[],
  overrides: Partial<Record<FieldName, string>>,
): Mapping {
  const columns = new Map<FieldName, number>();
  const taken = new Set<number>();
  for (const name of fieldNames) {
    const header = overrides[name];
    if (header === undefined) continue;
    columns.set(name, overriddenColumn(file, headers, name, header));
    taken.add(columns.get(name) ?? -1);
  }
  const normal = headers.map((header) => squash(normalHeader(header)));
  const shopify = normal.includes("lineitemname") && normal.includes("name");
  // In a Shopify export its own headers come first: "Location" there is the shop's till.
  const inShopify = new Set(shopify ? normal.map((header) => shopifySynonyms.get(header)) : []);
  normal.forEach((header, index) => {
    if (taken.has(index)) return;
    const own = shopify ? shopifySynonyms.get(header) : undefined;
    const field = own ?? generalSynonyms.get(header);
    if (field === undefined || overrides[field] !== undefined || (own === undefined && inShopify.has(field)))
      return;
    const earlier = columns.get(field);
    if (earlier !== undefined) {
      throw new InputError(
        `the headers "${headers[earlier]}" and "${headers[index]}" both mean ${fields[field].label.toLowerCase()}`,
        `Rename or remove one of them, or choose one in report.yaml beside the data:\ncolumns:\n  ${field}: "${headers[index]}"`,
        { file, line: 1 },
      );
    }
    columns.set(field, index);
    taken.add(index);
  });
  for (const name of fieldNames) {
    if (columns.has(name)) continue;
    const index = fallbackColumn(name, normal, taken);
    if (index === undefined) continue;
    columns.set(name, index);
    taken.add(index);
  }
  requireFields(file, headers, columns);
  return {
    columns,
    headers,
    unmapped: headers.map((_, index) => index).filter((index) => !taken.has(index)),
    ordersFirstLineOnly: shopify,
  };
}

function squash(header: string): string {
  return header.replaceAll(" ", "");
}

function fallbackColumn(
  name: FieldName,
  normal: readonly string[],
  taken: ReadonlySet<number>,
): number | undefined {
  for (const fallback of fieldDefinition(name).fallbacks ?? []) {
    const index = normal.findIndex(
      (header, candidate) => header === squash(fallback) && !taken.has(candidate),
    );
    if (index >= 0) return index;
  }
  return undefined;
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

function requireFields(
  file: string,
  headers: readonly string[],
  columns: ReadonlyMap<FieldName, number>,
): void {
  const missing = (wanted: FieldName[], what: string) =>
    new InputError(
      `no column holds ${what}`,
      `The headers are: ${listHeaders(headers)}.\nLooked for: ${wanted
        .flatMap((field) => [
          ...fieldDefinition(field).synonyms.slice(0, 6),
          ...(fieldDefinition(field).fallbacks ?? []).slice(0, 3),
        ])
        .join(
          ", ",
        )} (and more; case, spaces and underscores do not matter).\nMap one in report.yaml beside the data:\ncolumns:\n  ${wanted[0]}: "<your header>"`,
      { file, line: 1 },
    );
  if (!columns.has("customer")) throw missing(["customer"], "the customer");
  if (!columns.has("amount") && !columns.has("price"))
    throw missing(["amount", "price"], "an amount or a price");
}

function listHeaders(headers: readonly string[]): string {
  const shown = headers
    .slice(0, 40)
    .map((header) => `"${header}"`)
    .join(", ");
  return headers.length > 40 ? `${shown} and ${headers.length - 40} more` : shown;
}

function synonymIndex(of: (name: FieldName) => readonly string[]): ReadonlyMap<string, FieldName> {
  return new Map(fieldNames.flatMap((name) => of(name).map((synonym) => [squash(synonym), name] as const)));
}
