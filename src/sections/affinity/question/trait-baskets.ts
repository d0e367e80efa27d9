import { compareText } from "../../../dataset/clean/text.ts";
import { purchaseTraits } from "../../../fields/traits.ts";
import type { CustomerWords } from "../../../questions/customer-traits.ts";
import { basketsOfRows } from "../../../statistics/itemsets/baskets.ts";
import type { PurchaseLines } from "../../../store/purchase-lines.ts";
import { colorTone } from "./color-tones.ts";
import type { Item, ItemBaskets, ItemField } from "./item-baskets.ts";
import { lineOwners } from "./line-owners.ts";

/** A field of traits: the item of each purchase, -1 for none. */
export interface TraitColumn {
  field: ItemField;
  /** True where each customer has one value. */
  ofCustomer: boolean;
  codes: Int32Array;
}

/** Traits of purchases with the columns that they came from. */
export interface TraitBaskets extends ItemBaskets {
  columns: TraitColumn[];
}

/** Colors are mined by their tone. */
const ofPurchases = purchaseTraits.map(({ column }) => column).filter((column) => column !== "color");
const ofCustomers: readonly CustomerWords["field"][] = ["gender", "age_group", "subscription"];

/** The personas of customers: by customer's id, 255 for none, and their names. */
export interface PersonaOf {
  personaOf: Uint8Array;
  names: string[];
}

/** The traits of each purchase. Null where the data have fewer than two fields with two values each. */
export function traitBaskets(
  lines: PurchaseLines,
  customerWords: readonly CustomerWords[],
  words: ReadonlyMap<number, string>,
  products: ReadonlyMap<number, string>,
  personas: PersonaOf | null,
): TraitBaskets | null {
  const items: Item[] = [];
  const columns: TraitColumn[] = [];
  const { count, customer } = lines;

  const addColumn = (
    field: ItemField,
    ofCustomer: boolean,
    nameOf: (line: number) => string | null,
    keyOf: (line: number) => number,
  ) => {
    const known = new Map<number, number>();
    const byName = new Map<string, number>();
    const codes = new Int32Array(count).fill(-1);
    const names: string[] = [];
    for (let line = 0; line < count; line += 1) {
      const key = keyOf(line);
      let code = known.get(key);
      if (code === undefined) {
        const name = nameOf(line);
        code = name === null ? -1 : (byName.get(name) ?? -1);
        if (name !== null && code < 0) {
          code = names.push(name) - 1;
          byName.set(name, code);
        }
        known.set(key, code);
      }
      codes[line] = code;
    }
    // A field of one value says nothing: it lies in every basket.
    if (names.length < 2) return;
    // By name, so that nothing depends on the order of the rows.
    const sorted = [...names].sort(compareText);
    const place = new Map(sorted.map((name, index) => [name, items.length + index]));
    const placed = names.map((name) => place.get(name) ?? -1);
    for (const name of sorted) items.push({ field, name });
    columns.push({ field, ofCustomer, codes: codes.map((code) => (code < 0 ? -1 : (placed[code] ?? -1))) });
  };

  for (const field of ofCustomers) {
    const found = customerWords.find((each) => each.field === field);
    if (found === undefined) continue;
    const { words: names, wordOf } = found;
    const key = (line: number) => wordOf[customer[line] ?? 0] ?? 0;
    addColumn(itemFieldOf(field), true, (line) => names[key(line)] || null, key);
  }
  if (personas !== null) {
    const key = (line: number) => personas.personaOf[customer[line] ?? 0] ?? 255;
    addColumn("persona", true, (line) => personas.names[key(line)] ?? null, key);
  }
  for (const field of ofPurchases) {
    const ids = lines.traits.get(field);
    if (ids === undefined) continue;
    addColumn(
      field,
      false,
      (line) => words.get(ids[line] ?? 0) ?? null,
      (line) => ids[line] ?? 0,
    );
  }
  const colors = lines.traits.get("color");
  if (colors !== undefined) {
    addColumn(
      "tone",
      false,
      (line) => colorTone(words.get(colors[line] ?? 0) ?? ""),
      (line) => colors[line] ?? 0,
    );
  }
  const { product } = lines;
  if (product !== undefined) {
    addColumn(
      "product",
      false,
      (line) => products.get(product[line] ?? 0) ?? null,
      (line) => product[line] ?? 0,
    );
  }
  if (columns.length < 2) return null;

  const basketCodes = new Uint32Array(count * columns.length);
  const itemCodes = new Uint32Array(count * columns.length);
  let used = 0;
  for (let line = 0; line < count; line += 1) {
    for (const { codes } of columns) {
      const code = codes[line] ?? -1;
      if (code < 0) continue;
      basketCodes[used] = line;
      itemCodes[used] = code;
      used += 1;
    }
  }
  const baskets = basketsOfRows(basketCodes.subarray(0, used), itemCodes.subarray(0, used), {
    baskets: count,
    items: items.length,
  });
  const { ownerOf, lastCustomer } = lineOwners(lines);
  const customerFields = new Set(columns.filter((column) => column.ofCustomer).map(({ field }) => field));
  const ofCustomer = Uint8Array.from(items, ({ field }) => (customerFields.has(field) ? 1 : 0));
  return {
    kind: "traits",
    items,
    baskets,
    owners: ownerOf,
    lastCustomer,
    ofCustomer,
    purchases: null,
    columns,
  };
}

function itemFieldOf(field: CustomerWords["field"]): ItemField {
  return field === "gender" || field === "subscription" ? field : "age_group";
}
