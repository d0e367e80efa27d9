import type { Gate } from "../../disclosure/gate.ts";
import { isoDay } from "../../questions/time.ts";
import type { Report } from "../../report/report.ts";
import {
  type FilterFieldId,
  type FilterTables,
  filterFields,
} from "../../sections/overview/filters/filter-tables.ts";
import { hasGap } from "../../sections/overview/months.ts";
import { overviewHeadlines } from "../../sections/overview/overview.ts";
import { rfmSegments } from "../../sections/segments/question/rfm-segments.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";
import type { Store } from "../../store/store.ts";
import { tableKey } from "./cell-table.ts";
import type { Dimension } from "./dimension.ts";
import { countFilterCube, type FilterCube } from "./filter-cube.ts";
import { type LineSources, lineDimensions } from "./line-dimensions.ts";
import { packTables } from "./pack-filters.ts";
import type { SelectionSources } from "./selection-numbers.ts";

/** Bytes that the tables may take, compressed: one KB below their bound of 40, for compressors differ. */
const mostFilterBytes = 39 * 1024;

/** How many locations can be chosen, and values of any other field. */
interface Limits {
  locations: number;
  others: number;
}

const widest: Limits = { locations: 10, others: 24 };

/** From the widest on narrower; the first that keep the tables within their bytes are taken. */
const limits: readonly Limits[] = [
  ...[10, 9, 8, 7, 6, 5, 4, 3, 2, 0].map((locations) => ({ ...widest, locations })),
  ...[12, 8, 6, 4].map((others) => ({ locations: 0, others })),
];

const most = ({ locations, others }: Limits, { id, choices }: Dimension) =>
  Math.min(choices, id === "location" ? locations : others);

/** Who belongs where, by customer's id; 255 for nowhere. */
export interface Memberships {
  personas: { personaOf: Uint8Array; names: string[] } | null;
  rfmOf: Uint8Array | null;
}

/** The tables that narrow the Overview; null where no field can be chosen from. */
export async function buildFilters(
  store: Store,
  lines: PurchaseLines,
  ageBounds: readonly number[],
  report: Omit<Report, "filters">,
  { personas, rfmOf }: Memberships,
  products: ReadonlyMap<number, string>,
  gate: Gate,
): Promise<FilterTables | null> {
  const minimum = report.minimumGroup;
  const ratingBins = report.rating?.histogram.bins ?? [];
  const upper = (to: number | null) => to ?? Number.POSITIVE_INFINITY;
  const dimensions = await lineDimensions({
    store,
    lines,
    ageBounds,
    personas,
    rfmOf,
    ratingEdges: ratingBins.map(({ to }) => upper(to)),
    products: report.breakdowns.category === undefined ? products : null,
  } satisfies LineSources);
  const sources: SelectionSources = {
    lines,
    months: monthsOf(report, lines),
    spendEdges: report.spend.histogram.bins.map(({ to }) => upper(to)),
    orderRanges: lines.order === undefined ? [] : [1, 2, 3, 4, 5, 10, 20, 50, 100],
    previous: report.previousPurchases === null ? null : await previousOf(store),
    minimum,
  };
  const unit = lines.amount.every(Number.isInteger) ? 1 : 100;
  const cube = countFilterCube({
    ...sources,
    isNamed: (dimension, name) => gate.mayName(dimension, name),
    dimensions: dimensions.map((dimension) => ({ ...dimension, choices: most(widest, dimension) })),
  });
  for (const each of limits) {
    const tables = filterTables(cube, report, sources, { unit, limits: each });
    if (tables === null) return null;
    if ((await compressedSize(JSON.stringify(tables))) <= mostFilterBytes) return tables;
  }
  return null;
}

function filterTables(
  cube: FilterCube,
  report: Omit<Report, "filters">,
  sources: SelectionSources,
  { unit, limits }: { unit: number; limits: Limits },
): FilterTables | null {
  const { locale, currency, shape, minimumGroup, spend, rating } = report;
  const choicesOf = (dimension: Dimension) => most(limits, dimension);
  const fields = cube.dimensions.flatMap((dimension) => {
    const { id, names } = dimension;
    // A name that only few have would tell of them.
    const table = cube.tables.get(tableKey([dimension]));
    const values = names.map((name, index) => (table?.hidden[index + 1] === 0 ? name : ""));
    return isField(id) ? [{ field: id, values, choices: choicesOf(dimension) }] : [];
  });
  if (fields.every(({ choices }) => choices === 0)) return null;
  const packed = packTables(cube, { unit, minimum: minimumGroup, choicesOf });
  const names = cube.dimensions.find(({ id }) => id === "product")?.names;
  const edges = ({ from, to }: { from: number; to: number | null }) => ({ from, to });
  return {
    schemaVersion: 1,
    common: {
      locale,
      currency,
      shape,
      minimumGroup,
      headlines: overviewHeadlines(report).flatMap(({ metric }) =>
        report.definitions
          .filter(({ id }) => id === metric)
          .map(({ id, name, words, unit: written }) => ({ id, name, words, unit: written })),
      ),
    },
    fields,
    unit,
    spend: { of: spend.of, bins: spend.histogram.bins.map(edges) },
    rating: rating === null ? null : { bins: rating.histogram.bins.map(edges) },
    months:
      sources.months === null
        ? null
        : (report.months ?? []).map(({ month, partial }) => ({ month, partial })),
    orderRanges: [...sources.orderRanges],
    rfm: cube.dimensions.some(({ id }) => id === "rfm") ? [...rfmSegments] : [],
    products: names === undefined ? null : packed.products.map((code) => names[code - 1] ?? ""),
    tables: packed.tables,
  };
}

function isField(id: string): id is FilterFieldId {
  return filterFields.some((field) => field === id);
}

/** The months that the report shows, and the month of each line's order; null where it shows none. */
function monthsOf(
  report: Omit<Report, "filters">,
  { count, order, day }: PurchaseLines,
): SelectionSources["months"] {
  const { months } = report;
  if (months === null || hasGap(report) || order === undefined || day === undefined) return null;
  const first = new Int32Array(order.reduce((high, id) => Math.max(high, id), 0) + 1).fill(2 ** 31 - 1);
  for (let line = 0; line < count; line += 1) {
    const id = order[line] ?? 0;
    first[id] = Math.min(first[id] ?? 0, day[line] ?? 0);
  }
  const names = months.map(({ month }) => month);
  const codeOf = new Map<number, number>();
  const codes = new Uint16Array(count);
  for (let line = 0; line < count; line += 1) {
    const start = first[order[line] ?? 0] ?? 0;
    let code = codeOf.get(start);
    if (code === undefined) {
      code = names.indexOf(isoDay(start).slice(0, 7)) + 1;
      codeOf.set(start, code);
    }
    codes[line] = code;
  }
  return { names, codes };
}

async function previousOf(store: Store): Promise<Float64Array> {
  const [customers = new Float64Array(0), previous = customers] = await store.columns(
    "SELECT customer_id, previous_purchases FROM customers",
  );
  const byId = new Float64Array(customers.reduce((high, id) => Math.max(high, id), 0) + 1).fill(Number.NaN);
  customers.forEach((id, row) => {
    byId[id] = previous[row] ?? Number.NaN;
  });
  return byId;
}

/** Bytes of a text compressed with gzip. */
async function compressedSize(text: string): Promise<number> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(stream).arrayBuffer()).byteLength;
}
