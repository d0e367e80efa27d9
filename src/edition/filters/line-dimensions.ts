import { compareText } from "../../dataset/clean/text.ts";
import { ageGroupName } from "../../questions/ages.ts";
import { words } from "../../questions/traits.ts";
import { type FilterFieldId, filterFields } from "../../sections/overview/filters/filter-tables.ts";
import { rfmSegments } from "../../sections/segments/question/rfm-segments.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";
import type { Store } from "../../store/store.ts";
import type { LineDimension } from "./dimension.ts";

/** More values than that are not followed: the largest are, the others are in none of them. */
const mostValues = 2_000;
/** Values of a field other than locations, of most customers. */
const mostChoices = 24;

/** What the lines are counted by, beside what they hold themselves. */
export interface LineSources {
  store: Store;
  lines: PurchaseLines;
  ageBounds: readonly number[];
  /** By customer's id, 255 for none. */
  personas: { personaOf: Uint8Array; names: readonly string[] } | null;
  /** The place among the eleven RFM segments, by customer's id, 255 for none. */
  rfmOf: Uint8Array | null;
  /** Upper edges of rating bins, ascending. */
  ratingEdges: readonly number[];
  /** Products by id; null where they are not to be counted. */
  products: ReadonlyMap<number, string> | null;
}

/** The dimensions of the lines that the data have, fields first. */
export async function lineDimensions(sources: LineSources): Promise<LineDimension[]> {
  const { lines, personas, rfmOf, ratingEdges, products } = sources;
  const found: LineDimension[] = [];
  for (const field of filterFields) {
    const dimension = await fieldDimension(sources, field);
    if (dimension !== null && dimension.names.length > 0) found.push(dimension);
  }
  if (personas !== null && rfmOf !== null) {
    found.push({
      id: "rfm",
      names: rfmSegments,
      choices: 0,
      complete: true,
      ofCustomer: true,
      codes: ofCustomers(lines, rfmOf),
    });
  }
  const { rating } = lines;
  if (rating !== undefined && ratingEdges.length > 0) {
    const codes = new Uint16Array(lines.count);
    for (let line = 0; line < lines.count; line += 1) {
      codes[line] = ratingEdges.findIndex((edge) => (rating[line] ?? Number.NaN) <= edge) + 1;
    }
    found.push({
      id: "rating",
      names: ratingEdges.map(String),
      choices: 0,
      complete: true,
      ofCustomer: false,
      codes,
    });
  }
  if (products !== null && lines.product !== undefined) {
    found.push({ ...byWord("product", lines, lines.product, products, mostValues), choices: 0 });
  }
  return found;
}

async function fieldDimension(
  { store, lines, ageBounds, personas }: LineSources,
  field: FilterFieldId,
): Promise<LineDimension | null> {
  switch (field) {
    case "gender": {
      const [customer, gender] = await store.columns("SELECT customer_id, gender_id FROM customers");
      if (customer === undefined || gender === undefined) return null;
      const ids = lineIds(lines, customer, (row) => gender[row] ?? 0);
      const dimension = byWord("gender", lines, ids, await words(store, "gender"), mostChoices);
      return { ...dimension, ofCustomer: true };
    }
    case "ageGroup": {
      const [customer, age] = await store.columns("SELECT customer_id, age FROM customers");
      if (customer === undefined || age === undefined) return null;
      const bounds = [0, ...ageBounds];
      const group = (row: number) => bounds.findLastIndex((from) => from <= (age[row] ?? Number.NaN)) + 1;
      const names = bounds.map((from, index) =>
        ageGroupName(from, bounds[index + 1] ?? Number.POSITIVE_INFINITY),
      );
      const codes = Uint16Array.from(lineIds(lines, customer, group));
      return codes.every((code) => code === 0)
        ? null
        : { id: field, names, choices: names.length, complete: true, ofCustomer: true, codes };
    }
    case "persona":
      return personas === null
        ? null
        : {
            id: field,
            names: personas.names,
            choices: personas.names.length,
            complete: true,
            ofCustomer: true,
            codes: ofCustomers(lines, personas.personaOf),
          };
    case "category":
    case "season":
    case "location": {
      const ids = lines.traits.get(field);
      const most = field === "location" ? mostValues : mostChoices;
      return ids === undefined ? null : byWord(field, lines, ids, await words(store, field), most);
    }
  }
}

/** The words of lines, those of most purchases first; equals by name. */
function byWord(
  id: LineDimension["id"],
  { count }: PurchaseLines,
  ids: Int32Array,
  names: ReadonlyMap<number, string>,
  most: number,
): LineDimension {
  const highest = ids.reduce((high, each) => Math.max(high, each), 0);
  const purchases = new Uint32Array(highest + 1);
  for (let line = 0; line < count; line += 1) {
    const each = ids[line] ?? 0;
    purchases[each] = (purchases[each] ?? 0) + 1;
  }
  const used = [...names].filter(([each]) => (purchases[each] ?? 0) > 0);
  const listed = used
    .sort(([a, one], [b, other]) => (purchases[b] ?? 0) - (purchases[a] ?? 0) || compareText(one, other))
    .slice(0, most);
  const codeOf = new Uint16Array(highest + 1);
  listed.forEach(([each], index) => {
    codeOf[each] = index + 1;
  });
  const codes = new Uint16Array(count);
  for (let line = 0; line < count; line += 1) codes[line] = codeOf[ids[line] ?? 0] ?? 0;
  return {
    id,
    names: listed.map(([, name]) => name),
    choices: listed.length,
    complete: listed.length === used.length,
    ofCustomer: false,
    codes,
  };
}

/** A number of each line's customer, by rows of the customers' table; 0 for guests. */
function lineIds(
  { count, customer }: PurchaseLines,
  customers: Float64Array,
  numberOf: (row: number) => number,
): Int32Array {
  const most = customers.reduce((high, each) => Math.max(high, each), 0);
  const byCustomer = new Int32Array(most + 1);
  customers.forEach((each, row) => {
    byCustomer[each] = numberOf(row) || 0;
  });
  const ids = new Int32Array(count);
  for (let line = 0; line < count; line += 1) ids[line] = byCustomer[customer[line] ?? 0] ?? 0;
  return ids;
}

/** The code of each line from a place by customer's id, 255 for none. */
function ofCustomers({ count, customer }: PurchaseLines, placeOf: Uint8Array): Uint16Array {
  const codes = new Uint16Array(count);
  for (let line = 0; line < count; line += 1) {
    const place = placeOf[customer[line] ?? 0] ?? 255;
    codes[line] = customer[line] === 0 || place === 255 ? 0 : place + 1;
  }
  return codes;
}
