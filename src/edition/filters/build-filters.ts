import type { Axis } from "../../disclosure/axis.ts";
import type { Cells } from "../../disclosure/cells.ts";
import type { Gate } from "../../disclosure/gate.ts";
import type { CustomerWords } from "../../questions/customer-traits.ts";
import { previousPurchases } from "../../questions/spend.ts";
import type { Report } from "../../report/report.ts";
import { rfmSegments } from "../../report/rfm-segments.ts";
import type {
  FilterColumn,
  FilterTable,
  FilterTables,
} from "../../sections/overview/filters/filter-tables.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";
import type { Store } from "../../store/store.ts";
import { inOrder } from "./axes-in-order.ts";
import {
  type AxisSources,
  type FieldAxis,
  fieldAxes,
  type Memberships,
  monthAxis,
  ratingAxis,
  rfmAxis,
} from "./filter-axes.ts";
import { groupsOf, namedProducts, shownCells } from "./filter-cells.ts";
import { filterFrame } from "./filter-frame.ts";
import { packColumn, toWhole } from "./pack-column.ts";
import { type PartSources, partNumbers } from "./part-numbers.ts";
import { partSplits } from "./part-splits.ts";
import { PartTables } from "./part-tables.ts";
import { toldByThemselves } from "./told-by-themselves.ts";

/** Bytes that the tables may take, compressed: one KB below their bound of 40, for compressors differ. */
const mostFilterBytes = 39 * 1024;

/** How much is told of parts; the first that keeps the tables within their bytes is taken. */
interface Detail {
  /** How many locations can be chosen. */
  locations: number;
  /** How parts of two fields are split further. */
  ofTwo: { months: boolean; fields: boolean; bins: boolean };
}

const all = { months: true, fields: true, bins: true };
const details: readonly Detail[] = [
  { locations: 10, ofTwo: all },
  { locations: 10, ofTwo: { ...all, months: false } },
  { locations: 6, ofTwo: { ...all, months: false } },
  { locations: 10, ofTwo: { months: false, fields: true, bins: false } },
  { locations: 10, ofTwo: { months: false, fields: false, bins: false } },
  { locations: 3, ofTwo: { months: false, fields: false, bins: false } },
];

/** What the filters are made of. */
export interface FilterSources {
  store: Store;
  /** As they may be counted. */
  lines: PurchaseLines;
  /** As customers may be counted. */
  customerWords: readonly CustomerWords[];
  memberships: Memberships;
  report: Omit<Report, "filters">;
  /** Names of products, by id. */
  products: ReadonlyMap<number, string>;
  gate: Gate;
}

/** Columns of tables of parts that were worked out for another detail: of the same fields and locations they are the same. */
type PartColumns = Map<string, [FilterColumn, ArrayLike<number>][]>;

/** The tables that narrow the Overview by one field or two; null where no field can be chosen from. */
export async function buildFilters(sources: FilterSources): Promise<FilterTables | null> {
  const known: PartColumns = new Map();
  for (const detail of details) {
    const tables = await filterTables(sources, detail, known);
    if (tables === null) return null;
    if ((await compressedSize(JSON.stringify(tables))) <= mostFilterBytes) return tables;
  }
  return null;
}

async function filterTables(
  sources: FilterSources,
  { locations, ofTwo }: Detail,
  known: PartColumns,
): Promise<FilterTables | null> {
  const { store, lines, report, gate, products } = sources;
  const axisSources: AxisSources = { ...sources, locations };
  const fields = await fieldAxes(axisSources);
  const amount = lines.amount.every(Number.isInteger) ? 1 : 100;
  const parts: PartSources = {
    lines,
    spendEdges: report.spend.histogram.bins.map(({ to }) => to ?? Number.POSITIVE_INFINITY),
    orderRanges: lines.order === undefined ? [] : [1, 2, 3, 4, 5, 10, 20, 50, 100],
    previous: report.previousPurchases === null ? null : await previousOf(store),
  };
  const [rfm, rating, month] = [rfmAxis(axisSources), ratingAxis(axisSources), monthAxis(axisSources)];
  const product =
    lines.product === undefined || report.breakdowns.category !== undefined
      ? null
      : gate.axis("product", lines.product, products);
  const told = gate.told(lines).copy();
  const tables = new PartTables(lines, gate, told);
  const alone = [rfm, rating, month, ...toldByThemselves(parts, report, gate, told)];
  for (const axis of alone) if (axis !== null) told.tell({ axes: [axis], levels: [0] });
  const named = new Map<string, number>();
  const crossed = fields.filter(({ id }) => id === "category" || id === "season");
  const found: FilterTable[] = [];
  const offered: FieldAxis[] = [];
  const published = new Map<string, FilterTable>();
  /** The rung whose groups are the values that can be chosen, by field. */
  const chosen = new Map<string, number>();

  /** Publishes a table, or more columns of it. */
  const publish = (
    axes: readonly Axis[],
    cells: Pick<Cells, "levels" | "rungs">,
    columns: [FilterColumn, ArrayLike<number>][],
    isPart = false,
  ) => {
    const told = columns.filter(([, values]) => Array.from(values).some((value) => value > 0));
    if (told.length === 0) return;
    const key = axes.map(({ id }) => id).join("+");
    const place = `${key} ${cells.levels.join()}`;
    const packed = Object.fromEntries(told.map(([name, values]) => [name, packColumn(values)]));
    const earlier = published.get(place);
    if (earlier !== undefined) {
      Object.assign(earlier.columns, packed);
      if (isPart) earlier.part = true;
      return;
    }
    const groups = groupsOf(axes, cells, chosen);
    const table: FilterTable = {
      key,
      ...(isPart ? { part: true } : {}),
      ...(groups === null ? {} : { groups }),
      columns: packed,
    };
    published.set(place, table);
    found.push(table);
  };

  const columnsOf = (part: readonly FieldAxis[], cells: Cells): [FilterColumn, ArrayLike<number>][] => {
    const shown = shownCells(cells);
    const pick = (values: ArrayLike<number>, scale = 1) =>
      shown.map((cell) => toWhole((values[cell] ?? Number.NaN) * scale));
    const numbers = partNumbers(parts, part, cells, gate);
    const [lower, median, upper] = numbers.quartiles;
    const columns: [FilterColumn, ArrayLike<number>][] = [
      ["counts", pick(cells.purchases)],
      ["revenue", pick(cells.revenue, amount)],
      ["lowerQuartile", pick(lower ?? [], amount)],
      ["median", pick(median ?? [], amount)],
      ["upperQuartile", pick(upper ?? [], amount)],
    ];
    if (tables.mayTellCustomers(part, cells)) {
      columns.push(["customers", pick(cells.customers)]);
      if (numbers.repeat !== null) columns.push(["repeat", pick(numbers.repeat)]);
    }
    if (numbers.orders !== null && tables.mayTellOrders(part, cells, numbers.orders))
      columns.push(["orders", pick(numbers.orders)]);
    if (numbers.rating !== null) columns.push(["rating", pick(numbers.rating, 100)]);
    if (numbers.previous !== null) columns.push(["previous", pick(numbers.previous, 100)]);
    columns.push(["locations", pick(tables.different(part, cells, lines.traits.get("location")))]);
    columns.push(["differentProducts", pick(tables.different(part, cells, lines.product))]);
    return columns;
  };

  const addPart = (part: readonly FieldAxis[], fixed: readonly (number | null)[]): Cells | null => {
    const cells = tables.find(part, fixed);
    if (cells === null) return null;
    const [only] = part;
    if (part.length === 1 && only !== undefined) chosen.set(only.id, cells.levels[0] ?? 0);
    const key = `${locations} ${part.map(({ id }) => id).join("+")} ${cells.levels.join()}`;
    const columns = known.get(key) ?? columnsOf(part, cells);
    known.set(key, columns);
    told.tell({ axes: part, levels: cells.levels });
    publish(part, cells, columns, true);
    return cells;
  };

  const addSplitNumbers = (part: readonly FieldAxis[], cells: Cells) => {
    const shown = shownCells(cells);
    for (const { id, axis, level, groups: count, counts } of partSplits(parts, part, cells, gate, told)) {
      if (id === "orders" && !tables.mayTellCustomers(part, cells)) continue;
      if (!told.tell({ axes: [...part, axis], levels: [...cells.levels, level] })) continue;
      const values = shown.flatMap((cell) => Array.from(counts.subarray(cell * count, (cell + 1) * count)));
      const rung = axis.rungs[level];
      const rungs = [...cells.rungs, ...(rung === undefined ? [] : [rung])];
      publish([...part, { ...axis, id }], { ...cells, rungs, levels: [...cells.levels, level] }, [
        [id === "orders" ? "customers" : "counts", values],
      ]);
    }
  };

  const addSplit = (part: readonly FieldAxis[], { levels }: Cells, splits: readonly Axis[]) => {
    const axes = inOrder([...part, ...splits]);
    const fixed = axes.map((axis) => levels[part.findIndex(({ id }) => id === axis.id)] ?? null);
    const cells = tables.find(axes, fixed);
    if (cells === null) return;
    const shown = shownCells(cells);
    const pick = (values: ArrayLike<number>, scale = 1) =>
      shown.map((cell) => toWhole((values[cell] ?? Number.NaN) * scale));
    const ids = new Set(splits.map(({ id }) => id));
    const has = (...some: string[]) => some.some((id) => ids.has(id));
    const columns: [FilterColumn, ArrayLike<number>][] = [];
    told.tell({ axes, levels: cells.levels });
    if (has("product")) {
      columns.push(["products", namedProducts(cells, named)]);
      publish(part, { ...cells, levels, rungs: cells.rungs.slice(0, -1) }, columns);
      return;
    }
    const isOfCustomers = has("gender", "ageGroup", "persona", "location", "rfm");
    if (isOfCustomers && tables.mayTellCustomers(axes, cells))
      columns.push(["customers", pick(cells.customers)]);
    if (has("gender", "category", "rating")) columns.push(["counts", pick(cells.purchases)]);
    if (has("gender", "persona")) columns.push(["revenue", pick(cells.revenue, amount)]);
    // Of months whole amounts are shown.
    if (has("month")) columns.push(["revenue", pick(cells.revenue)]);
    publish(axes, cells, columns);
  };

  const split = (part: readonly FieldAxis[], cells: Cells) => {
    const isOne = part.length < 2;
    const others = fields.filter((field) => field.id !== "period" && !part.includes(field));
    if (isOne || ofTwo.fields) {
      for (const other of others) addSplit(part, cells, [other]);
      const cross = crossed.filter((field) => !part.includes(field));
      if (crossed.length === 2 && cross.length === 2) addSplit(part, cells, cross);
      if (rfm !== null) addSplit(part, cells, [rfm]);
    }
    if (rating !== null && (isOne || ofTwo.bins)) addSplit(part, cells, [rating]);
    if (month !== null && (isOne || ofTwo.months)) addSplit(part, cells, [month]);
    if (product !== null) addSplit(part, cells, [product]);
  };

  const offeredParts: [readonly FieldAxis[], Cells][] = [];
  for (const field of fields) {
    const cells = addPart([field], [null]);
    if (cells === null) continue;
    offered.push(field);
    offeredParts.push([[field], cells]);
  }
  if (offered.length === 0) return null;
  offered.forEach((one, place) => {
    for (const other of offered.slice(place + 1)) {
      const cells = addPart([one, other], [null, null]);
      if (cells !== null) offeredParts.push([[one, other], cells]);
    }
  });
  // What parts are split by comes after all parts: none of these is left out for it.
  for (const [part, cells] of offeredParts) {
    if (part.length < 2 || ofTwo.bins) addSplitNumbers(part, cells);
    split(part, cells);
  }
  return {
    ...filterFrame(report),
    fields: offered.map((field) => {
      const rung = field.rungs[chosen.get(field.id) ?? 0];
      const names = [...(rung?.names ?? [])];
      const counted = rung?.groupOf[0] ?? 0;
      return {
        field: field.id,
        values: names,
        choices: names.length,
        countedWith: counted > 0 ? (names[counted - 1] ?? null) : null,
      };
    }),
    unit: amount,
    months:
      month === null
        ? null
        : (report.months ?? []).map(({ month: name, partial }) => ({ month: name, partial })),
    orderRanges: [...parts.orderRanges],
    rfm: rfm === null ? [] : [...rfmSegments],
    products: product === null ? null : [...named.keys()],
    tables: found.filter(({ groups }) => groups === undefined),
    coarser: found.filter(({ groups }) => groups !== undefined),
  };
}

/** The previous purchases of each customer, by id. */
async function previousOf(store: Store): Promise<Float64Array> {
  const { values, persons } = await previousPurchases(store);
  const byId = new Float64Array(persons.reduce((high, id) => Math.max(high, id), 0) + 1).fill(Number.NaN);
  persons.forEach((id, row) => {
    byId[id] = values[row] ?? Number.NaN;
  });
  return byId;
}

/** Bytes of a text compressed with gzip. */
async function compressedSize(text: string): Promise<number> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(stream).arrayBuffer()).byteLength;
}
