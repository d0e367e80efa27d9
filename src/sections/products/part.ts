import { compareText } from "../../dataset/clean/text.ts";
import { type Axis, codedAxis } from "../../disclosure/axis.ts";
import type { Layer } from "../../disclosure/parted.ts";
import { linePersons } from "../../questions/persons.ts";
import {
  type ProductClass,
  productClasses,
  productSales,
  type ReturnLines,
} from "../../questions/product-sales.ts";
import { mostProductPages } from "../../report/things.ts";
import { periodLengths, periodNameOf } from "../../statistics/calendar/periods.ts";
import { singleValues } from "../../statistics/describe/single-value.ts";
import { sum } from "../../statistics/describe/sum.ts";
import { Sums } from "../../statistics/describe/sums.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";
import type { Inputs } from "../inputs.ts";
import { type BuyerField, buyersOf } from "./buyers.ts";
import { comparedMonths } from "./compared-months.ts";
import { type TimeLevels, timeLevels } from "./periods.ts";
import type { ProductNumbers, ProductRow, ThingNumbers, Told } from "./product-numbers.ts";
import { type ReturnsOf, returnsTold } from "./returns-told.ts";

/** What the numbers are worked out from, beside what all sections have. */
export interface ProductSources {
  /** The purchases before anything is folded: classes are those of all goods. */
  allLines: PurchaseLines;
  returns: ReturnLines;
  /** Names of categories, by id. */
  categories: ReadonlyMap<number, string>;
  /** What customers are told apart by. */
  fields: readonly BuyerField[];
}

/** Numbers of a layer of groups: how finely each may be told over time, and what of its returns. */
interface LayerNumbers {
  layer: Layer;
  revenue: Sums;
  units: Sums;
  returns: ReturnsOf;
  levels: ReadonlyMap<number, number>;
  buyers: (id: number) => ThingNumbers["buyers"];
}

/** Works out the numbers of products and categories; null where the data have neither. */
export function productNumbers(inputs: Inputs, sources: ProductSources): ProductNumbers | null {
  const { gate, lines, notGoods, products, productGroups, time, dataset } = inputs;
  const idOf = new Map(products.map(({ id, name }) => [name, id]));
  const goods = (productGroups?.groups ?? []).filter(({ name }) => !notGoods.has(idOf.get(name) ?? 0));
  const ranked = [...goods].sort(
    (a, b) =>
      (dataset.hasMoney ? b.revenue - a.revenue : b.purchases - a.purchases) || compareText(a.name, b.name),
  );
  const named = new Map(ranked.map(({ name }) => [idOf.get(name) ?? 0, name]));
  const categoryOf = lines.traits.get("category");
  const categoryNames = new Map([...sources.categories].filter(([, name]) => gate.mayName("category", name)));
  const layers: Layer[] = [
    ...(categoryOf === undefined || categoryNames.size === 0
      ? []
      : [{ groupOf: categoryOf, names: categoryNames }]),
    ...(lines.product === undefined || named.size === 0 ? [] : [{ groupOf: lines.product, names: named }]),
  ];
  if (layers.length === 0) return null;
  const hasCategories = categoryOf !== undefined && categoryNames.size > 0;
  const compared = time === null || !dataset.hasMoney ? null : comparedMonths(time);
  const span = time === null ? null : timeLevels(lines, time, compared);
  const parted = { customer: lines.customer, persons: linePersons(lines) };
  const levels =
    span === null
      ? []
      : gate
          .levels({ ...parted, layers, levels: span.levels })
          .map((own, place) => toldLevels(layers[place], own, span, { gate, lines }));
  const told = returnsTold(sources.returns, layers, hasCategories, lines, gate);
  const paged = new Map([...named].slice(0, mostProductPages));
  const buyers = buyersOf(
    inputs,
    layers.map((layer) => ({ ...layer, names: layer.names === named ? paged : layer.names })),
    sources.fields,
  );
  const numbers = layers.map(
    (layer, place): LayerNumbers => ({
      layer,
      ...(span === null ? { revenue: new Sums(), units: new Sums() } : sumsOf(layer, lines, span)),
      returns: told[place] ?? (() => null),
      levels: levels[place] ?? new Map(),
      buyers: buyers[place] ?? (() => []),
    }),
  );
  const [first, second] = numbers;
  const ofCategories = hasCategories ? first : undefined;
  const ofProducts = hasCategories ? second : first;
  const knowsUnits =
    lines.quantity !== undefined && dataset.columns.some(({ field }) => field === "quantity");
  const units = (layer: Layer) => unitsOf(layer, lines);
  const sales = productSales(sources.allLines, sources.returns).filter(({ id }) => !notGoods.has(id));
  const nameOf = new Map(products.map(({ id, name }) => [id, name]));
  const classes = dataset.hasMoney
    ? productClasses(sales, (one, other) => compareText(nameOf.get(one) ?? "", nameOf.get(other) ?? ""))
    : new Map<number, ProductClass>();
  const byProduct = new Map(products.map((product) => [product.id, product]));
  const categoryIn = singleValues(lines.product ?? new Int32Array(), lines.traits.get("category"));
  const productUnits = ofProducts === undefined ? null : units(ofProducts.layer);
  const rows =
    ofProducts === undefined
      ? []
      : ranked.map((group): ProductRow => {
          const id = idOf.get(group.name) ?? 0;
          const category = sources.categories.get(categoryIn.get(id) ?? 0) ?? null;
          return {
            name: group.name,
            code: byProduct.get(id)?.code ?? null,
            category: category !== null && gate.mayName("category", category) ? category : null,
            class: classes.get(id) ?? null,
            revenue: group.revenue,
            purchases: group.purchases,
            customers: group.customers,
            ...toldOf(id, ofProducts, span, knowsUnits ? (productUnits?.get(id) ?? 0) : null),
          };
        });
  const thing = (of: LayerNumbers, id: number, name: string, count: number | null): ThingNumbers => ({
    name,
    ...toldOf(id, of, span, count),
    series: seriesOf(id, of, span),
    buyers: of.buyers(id),
  });
  const categoryUnits = ofCategories === undefined ? null : units(ofCategories.layer);
  const other = productGroups?.other ?? null;
  return {
    products: rows,
    other:
      other === null
        ? null
        : {
            products: productGroups?.folded ?? 0,
            purchases: other.purchases,
            customers: other.customers,
            revenue: other.revenue,
          },
    knows: { units: knowsUnits, returns: sources.returns.count > 0, money: dataset.hasMoney },
    returned: returnedShare(inputs, sources),
    compared,
    classes: publishedClasses(rows, other?.revenue ?? 0),
    categories:
      ofCategories === undefined
        ? []
        : [...categoryNames]
            .sort(([, a], [, b]) => compareText(a, b))
            .map(([id, name]) =>
              thing(ofCategories, id, name, knowsUnits ? (categoryUnits?.get(id) ?? 0) : null),
            ),
    top:
      ofProducts === undefined
        ? []
        : [...paged].map(([id, name]) =>
            thing(ofProducts, id, name, knowsUnits ? (productUnits?.get(id) ?? 0) : null),
          ),
  };
}

/**
 * The levels at which the groups of a layer are told over time, coarser by some for all of them where the finest would tell
 * of few beside what else is told.
 */
function toldLevels(
  layer: Layer | undefined,
  levels: ReadonlyMap<number, number>,
  { levels: parts }: TimeLevels,
  { gate, lines }: Pick<Inputs, "gate" | "lines">,
): Map<number, number> {
  for (let least = 0; layer !== undefined && least < parts.length; least += 1) {
    const own = new Map([...levels].map(([id, level]) => [id, Math.max(level, least)]));
    const tables = parts.flatMap((part, level) => {
      const some = [...own].flatMap(([id, each]) => (each === level ? [id] : []));
      return some.length === 0 ? [] : [overTime(layer, some, part, level, lines)];
    });
    if (gate.tellAll(tables, lines)) return own;
  }
  return new Map([...levels.keys()].map((id) => [id, parts.length]));
}

/** The axes of some groups of a layer and the parts of time that they are told by. */
function overTime(
  { groupOf }: Layer,
  ids: readonly number[],
  part: Int32Array,
  level: number,
  lines: PurchaseLines,
): Axis[] {
  const codeOf = new Map(ids.map((id, place) => [id, place + 1]));
  const within = groupOf === lines.product ? "product" : "category";
  return [
    {
      ...codedAxis(
        `${within} by time ${level}`,
        groupOf.map((id) => codeOf.get(id) ?? 0),
        ["category"],
      ),
      within,
    },
    codedAxis(
      `time ${level}`,
      part.map((place) => place + 1),
      ["calendar"],
    ),
  ];
}

/**
 * How many of the named products are in each class, and their part of the revenue of all goods. One that is not named
 * is in none: beside the rows, a class that counted it would tell what it brought.
 */
function publishedClasses(
  rows: readonly Pick<ProductRow, "class" | "revenue">[],
  otherRevenue: number,
): ProductNumbers["classes"] {
  if (rows.every((row) => row.class === null)) return [];
  const total = sum(rows.map(({ revenue }) => revenue)) + otherRevenue;
  return (["A", "B", "C"] as const).map((name) => {
    const own = rows.filter((row) => row.class === name);
    return { name, products: own.length, share: sum(own.map(({ revenue }) => revenue)) / total };
  });
}

function returnedShare({ gate, returners }: Inputs, { allLines, returns }: ProductSources): number | null {
  const revenue = sum(allLines.amount);
  return returns.count === 0 || revenue <= 0 ? null : gate.count(-sum(returns.amount) / revenue, returners);
}

function toldOf(
  id: number,
  { revenue, returns, levels }: LayerNumbers,
  span: TimeLevels | null,
  units: number | null,
): Told {
  const level = levels.get(id);
  const isCompared = span?.months.some(({ side }) => side === "now") === true;
  const sideSum = (side: "now" | "before") =>
    sum(
      (span?.months ?? []).map((month, place) =>
        month.side === side ? revenue.of(id * (span?.months.length ?? 1) + place) : 0,
      ),
    );
  return {
    units,
    returned: returns(id),
    change:
      isCompared && level !== undefined && level < (span?.levels.length ?? 0)
        ? { now: sideSum("now"), before: sideSum("before") }
        : null,
  };
}

/** Revenue and items of a thing by the shortest periods that may be told; null for none. */
function seriesOf(
  id: number,
  { revenue, units, levels }: LayerNumbers,
  span: TimeLevels | null,
): ThingNumbers["series"] {
  const length = periodLengths[levels.get(id) ?? periodLengths.length];
  if (span === null || length === undefined) return null;
  const { months } = span;
  const names = [...new Set(months.map(({ name }) => periodNameOf(name, length)))];
  const periods = names.map((name) => {
    const own = months.flatMap((month, place) => (periodNameOf(month.name, length) === name ? [place] : []));
    const at = (sums: Sums) => sum(own.map((place) => sums.of(id * months.length + place)));
    return {
      name,
      partial: own.length < length || own.some((place) => months[place]?.partial !== false),
      revenue: at(revenue),
      units: at(units),
    };
  });
  return { length, periods };
}

/** Revenue and items by group and month: the group's id times the number of months, and the month's place. */
function sumsOf(
  { groupOf }: Layer,
  { amount, quantity }: PurchaseLines,
  { monthOf, months }: TimeLevels,
): { revenue: Sums; units: Sums } {
  const [revenue, units] = [new Sums(), new Sums()];
  groupOf.forEach((group, line) => {
    const key = group * months.length + (monthOf[line] ?? 0);
    revenue.add(key, amount[line] ?? 0);
    units.add(key, quantity?.[line] ?? 1);
  });
  return { revenue, units };
}

function unitsOf({ groupOf }: Layer, { quantity }: PurchaseLines): Map<number, number> {
  const units = new Map<number, number>();
  groupOf.forEach((group, line) => {
    units.set(group, (units.get(group) ?? 0) + (quantity?.[line] ?? 1));
  });
  return units;
}
