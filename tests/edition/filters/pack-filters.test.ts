import { describe, expect, test } from "vitest";
import type { CellTable } from "../../../src/edition/filters/cell-table.ts";
import type { Dimension } from "../../../src/edition/filters/dimension.ts";
import { countFilterCube, type FilterCube } from "../../../src/edition/filters/filter-cube.ts";
import { lineDimensions } from "../../../src/edition/filters/line-dimensions.ts";
import { packTables } from "../../../src/edition/filters/pack-filters.ts";
import { FilterReader, type TableDimension } from "../../../src/sections/overview/filters/filter-reader.ts";
import type { FilterTables } from "../../../src/sections/overview/filters/filter-tables.ts";
import { seededRandom } from "../../../src/statistics/random/random.ts";
import { openTables, type Table } from "../../questions/open-rows.ts";

const places = 12;
/** Of ten locations that are counted six are packed. */
const [counted, packed] = [10, 6];
const spendEdges = [20, 40, Number.POSITIVE_INFINITY];
const ratingEdges = [2, 3.5, 5];
const orderRanges = [1, 2, 3, 5];
const months = ["2024-01", "2024-02", "2024-03"];

function lines(): Table {
  const random = seededRandom(5);
  const one = (most: number) => Math.floor(random() * most);
  const rows = Array.from({ length: 700 }, (_, line) => {
    const customer = one(160);
    return [
      `O${line % 500}`,
      `C${customer}`,
      `2024-0${1 + one(3)}-1${one(9)}`,
      `Thing ${one(9)}`,
      ["Shoes", "Hats", "Coats", ""][one(4)] ?? "",
      ["Spring", "Summer"][one(2)] ?? "",
      `Place ${one(places)}`,
      ["Female", "Male"][customer % 2] ?? "",
      String(18 + (customer % 50)),
      one(4) === 0 ? "" : String(1 + one(5)),
      String(customer % 9),
      (1 + one(9000) / 100).toFixed(2),
    ];
  });
  return {
    header: [
      "Order ID",
      "Customer ID",
      "Order Date",
      "Item Purchased",
      "Category",
      "Season",
      "Location",
      "Gender",
      "Age",
      "Review Rating",
      "Previous Purchases",
      "Amount",
    ],
    rows,
  };
}

async function cubeOf(minimum: number): Promise<FilterCube> {
  const { store } = await openTables([lines()]);
  const dimensions = await lineDimensions({
    store,
    lines: await store.lines(),
    ageBounds: [30, 50],
    personas: { personaOf: new Uint8Array(161).map((_, id) => id % 3), names: ["Gold", "Silver", "Bronze"] },
    rfmOf: new Uint8Array(161).map((_, id) => id % 11),
    ratingEdges,
    products: null,
  });
  const all = await store.lines();
  const monthOf = Uint16Array.from(all.day ?? [], (day) => new Date(day * 86_400_000).getUTCMonth() + 1);
  return countFilterCube({
    lines: all,
    months: { names: months, codes: monthOf },
    spendEdges,
    orderRanges,
    previous: new Float64Array(161).map((_, id) => id % 9),
    minimum,
    isNamed: () => true,
    dimensions: dimensions.map((dimension) => ({
      ...dimension,
      choices: dimension.id === "location" ? counted : dimension.choices,
    })),
  });
}

function tablesOf(cube: FilterCube, minimum: number): FilterTables {
  const choicesOf = ({ id, choices }: { id: string; choices: number }) =>
    id === "location" ? packed : choices;
  const bins = (edges: readonly number[]) => edges.map((to) => ({ from: 0, to }));
  return {
    schemaVersion: 1,
    common: { locale: "en-US", currency: null, shape: "orderLines", minimumGroup: minimum, headlines: [] },
    fields: (["gender", "ageGroup", "category", "season", "persona", "location"] as const).flatMap(
      (field) => {
        const dimension = cube.dimensions.find(({ id }) => id === field);
        return dimension === undefined
          ? []
          : [{ field, values: [...dimension.names], choices: choicesOf(dimension) }];
      },
    ),
    unit: 100,
    spend: { of: "order", bins: bins(spendEdges) },
    rating: { bins: bins(ratingEdges) },
    months: months.map((month) => ({ month, partial: false })),
    orderRanges: [...orderRanges],
    rfm: cube.dimensions.find(({ id }) => id === "rfm")?.names.slice() ?? [],
    products: null,
    tables: packTables(cube, { unit: 100, minimum, choicesOf }).tables,
  };
}

/** The codes by dimension; products are never asked for so. */
function placeOf({ axes }: CellTable, codes: readonly number[]): Map<TableDimension, number> {
  return new Map(
    axes.flatMap(({ dimension: { id } }, axis) => (id === "product" ? [] : [[id, codes[axis] ?? 0]])),
  );
}

const plainColumns = [
  "customers",
  "counts",
  "revenue",
  "orders",
  "lowerQuartile",
  "median",
  "upperQuartile",
  "rated",
  "ratingSum",
  "previousKnown",
  "previousSum",
] as const;

function isColumn(name: string): name is (typeof plainColumns)[number] {
  return plainColumns.some((column) => column === name);
}

/** What a column of a table holds for a cell, as the cube counted it; undefined where the cube does not say. */
function countedIn(cube: FilterCube, key: string, table: CellTable, cell: number, column: string) {
  const numbers = cube.selections.get(key);
  const place = numbers?.table.cellOf(table.codesOf(cell)) ?? 0;
  const [lower, median, upper] = numbers?.quartiles ?? [];
  const value = {
    customers: table.customers[cell],
    counts: table.counts[cell],
    revenue: (table.revenue[cell] ?? 0) * (key.endsWith("month") ? 1 : 100),
    orders: numbers?.orders[place],
    lowerQuartile: (lower?.[place] ?? 0) * 100,
    median: (median?.[place] ?? 0) * 100,
    upperQuartile: (upper?.[place] ?? 0) * 100,
    rated: numbers?.rated[place],
    ratingSum: (numbers?.ratingSum[place] ?? 0) * 100,
    previousKnown: numbers?.previousKnown[place],
    previousSum: numbers?.previousSum[place],
  }[column];
  if (value === undefined) return undefined;
  return table.hidden[cell] === 1 || Number.isNaN(value) ? null : Math.round(Number(value.toPrecision(12)));
}

describe("packTables", () => {
  test.each([1, 5])("should be read back cell by cell, with a minimum of %d", async (minimum) => {
    const cube = await cubeOf(minimum);
    const tables = tablesOf(cube, minimum);
    const reader = new FilterReader(tables);
    const wrong: string[] = [];
    let compared = 0;
    for (const { key, columns } of tables.tables) {
      const table = cube.tables.get(key) ?? expect.fail(key);
      const fieldsAlone = table.axes.every(({ dimension }) => dimension.choices > 0);
      for (const [name, text] of Object.entries(columns)) {
        const most = ({ id, names }: Dimension) =>
          id === "location" && !(name === "customers" && fieldsAlone) ? packed : names.length;
        let read = 0;
        for (let cell = 0; cell < table.cells; cell += 1) {
          const codes = table.codesOf(cell);
          const isPacked = table.axes.every(({ dimension }, axis) => {
            const code = codes[axis] ?? 0;
            return code > 0 && code <= most(dimension);
          });
          if (!isPacked) continue;
          read += 1;
          const held = countedIn(cube, key, table, cell, name);
          if (held === undefined || !isColumn(name)) continue;
          compared += 1;
          const found = reader.value(name, placeOf(table, codes));
          if (found !== held) wrong.push(`${name} of ${key} at ${codes.join()}: ${found}, not ${held}`);
        }
        // Nothing is packed that is not read.
        if (name !== "products" && text.split(",").length !== read)
          wrong.push(`${name} of ${key}: ${read} cells`);
      }
    }
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(compared).toBeGreaterThan(5_000);
  });
});
