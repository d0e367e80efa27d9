import type { Config } from "../config/config.ts";
import type { MappedColumn } from "../dataset/account.ts";
import type { FoldedGroups } from "../disclosure/fold.ts";
import type { Gate } from "../disclosure/gate.ts";
import type { FieldName } from "../fields/fields.ts";
import { ageGroup, type BreakdownField, customerTraits, purchaseTraits } from "../fields/traits.ts";
import { ages } from "../questions/ages.ts";
import { type CountedGroup, type FieldGroups, type GroupCounts, largestFirst } from "../questions/groups.ts";
import { type LinePersons, linePersons, type PersonsValues } from "../questions/persons.ts";
import { groupByProduct, type ProductCounts } from "../questions/products.ts";
import { groupByCustomerTrait, groupByPurchaseTrait, guestsGroup } from "../questions/traits.ts";
import { sum } from "../statistics/describe/sum.ts";
import type { PurchaseLines } from "../store/purchase-lines.ts";
import type { Store } from "../store/store.ts";
import { groupIntervals } from "./group-intervals.ts";
import { inNaturalOrder } from "./natural-order.ts";
import { idsByCustomer, publishedGroups } from "./published-groups.ts";
import type { Breakdown, Group } from "./report.ts";

/** A list of groups in report.json is no longer than this; the largest come first. */
const longestList = 100;

/** What shares are parts of. */
interface Whole {
  customers: number;
  purchases: number;
  revenue: number;
}

interface Asked {
  store: Store;
  lines: PurchaseLines;
  persons: LinePersons;
  guests: CountedGroup;
}

interface Source {
  field: BreakdownField;
  /** The value of each line, or of its customer; 0 for none. */
  ids: (asked: Asked) => Promise<Int32Array>;
  /** Fields of the input it comes from, best first. */
  from: readonly FieldName[];
  by: "customers" | "purchases";
  groups: (asked: Asked) => Promise<FieldGroups | null>;
}

const sources: readonly Source[] = [
  ...customerTraits.map(
    ({ field, column, from }): Source => ({
      field,
      from,
      by: "customers",
      ids: ({ store, lines }) =>
        idsByCustomer(store, lines, `SELECT customer_id, ${column}_id FROM customers`, (id) => id),
      groups: ({ store, guests }) => groupByCustomerTrait(store, column, guests),
    }),
  ),
  ...purchaseTraits.map(
    ({ field, column, from }): Source => ({
      field,
      from,
      by: field === "location" ? "customers" : "purchases",
      ids: async ({ lines }) => lines.traits.get(column) ?? new Int32Array(lines.count),
      groups: ({ store, lines, persons }) => groupByPurchaseTrait(store, column, lines, persons),
    }),
  ),
];

export interface Breakdowns {
  breakdowns: Partial<Record<BreakdownField, Breakdown>>;
  locationsByRevenue: Group[] | null;
  productsByRevenue: Group[] | null;
  /** All products that may be named, and the rest; null without products. */
  productGroups: FoldedGroups | null;
  age: PersonsValues | null;
  /** Lower bounds of the age groups that are published. */
  ageBounds: number[];
}

/** Every split of the purchases that the data support, small groups folded. */
export async function breakDown(
  store: Store,
  columns: readonly MappedColumn[],
  all: readonly ProductCounts[],
  notGoods: ReadonlySet<number>,
  config: Pick<Config, "ageGroups">,
  gate: Gate,
  customerCount: number,
): Promise<Breakdowns> {
  const result: Breakdowns = {
    breakdowns: {},
    locationsByRevenue: null,
    productsByRevenue: null,
    productGroups: null,
    age: null,
    ageBounds: [...config.ageGroups],
  };
  const lines = await store.lines();
  const persons = linePersons(lines);
  const asked: Asked = { store, lines, persons, guests: await guestsGroup(store, persons) };
  const add = (
    { field, from, by }: Pick<Source, "field" | "from" | "by">,
    found: FieldGroups,
    { ids, customers, isNotGoods = () => false }: Told,
  ): Group[] | null => {
    const sorted = inNaturalOrder(field, [...found.groups].sort(largestFirst(by)));
    const folded = gate.fold(field, { ...found, groups: sorted });
    if (folded === null) return null;
    if (field === "product") result.productGroups = folded;
    const kept = inNaturalOrder(field, [...folded.groups].sort(largestFirst(by)));
    const { other, missing, leftover } = folded;
    const whole = wholeOf([...kept, ...(other === null ? [] : [other])], customers);
    const isNearlyAll = new Set(folded.nearlyAll);
    const isNearlyAllWithin = new Set(folded.nearlyAllWithin);
    const published = [...kept, ...(other === null ? [] : [other])];
    const places = new Map(published.map((group, index) => [group, index + 1]));
    const groupOf = publishedGroups(ids, lines, { ...folded, groups: kept }, found.guests !== null);
    const intervals = groupIntervals(
      { groupOf, groups: published.length, amount: lines.amount, persons },
      gate,
    );
    const shared = (group: GroupCounts): Group => ({
      ...withShares(group, whole),
      intervals: intervals(places.get(group) ?? 0, { customers: group.customers, of: whole.customers }),
      ...(isNearlyAll.has(group.name) ? { nearlyAll: true } : {}),
      ...(isNearlyAllWithin.has(group.name) ? { nearlyAllOfCategory: true } : {}),
      ...(isNotGoods(group.name) ? { notGoods: true } : {}),
    });
    const listed = longest(kept);
    const groups = listed.map(shared);
    if (other !== null) groups.push({ ...shared(other), other: true });
    const withoutValue = missing && { customers: missing.customers, purchases: missing.purchases };
    const header = headerOf(columns, from);
    const unlisted = kept.length - listed.length;
    result.breakdowns[field] = {
      field,
      header,
      groups,
      withoutValue,
      folded: folded.folded,
      ...(unlisted === 0 ? {} : { unlisted }),
      leftover,
    };
    return [...kept].sort(largestFirst("revenue")).slice(0, longestList).map(shared);
  };
  for (const source of sources) {
    const found = await source.groups(asked);
    if (found === null) continue;
    // A customer may buy from several places, and in several of all other groups of purchases.
    const customers = found.several === undefined ? null : customerCount;
    const ranked = add(source, found, { ids: await source.ids(asked), customers });
    if (source.field === "location") result.locationsByRevenue = ranked;
  }
  const known = await ages(store, config.ageGroups, asked.guests);
  if (known !== null) {
    const [, ...bounds] = gate.bounds(known.values.values, [0, ...config.ageGroups]);
    result.age = known.values;
    result.ageBounds = bounds;
    const grouped = (await ages(store, bounds, asked.guests)) ?? known;
    const from = [0, ...bounds];
    const ids = await idsByCustomer(
      store,
      lines,
      "SELECT customer_id, age FROM customers",
      (age) => from.findLastIndex((bound) => bound <= age) + 1,
    );
    add({ field: ageGroup.field, from: ["age"], by: "customers" }, grouped, { ids, customers: null });
  }
  const products = await groupByProduct(store, all, lines, persons);
  if (products !== null) {
    const source = { field: "product", from: ["product", "productCode"], by: "purchases" } as const;
    const names = new Set(all.flatMap(({ id, name }) => (notGoods.has(id) ? [name] : [])));
    const within = countedWithin(products.within, gate);
    const parted = { ...products, within, customersAround: customersOfCategory(within, result, gate) };
    result.productsByRevenue = add(source, parted, {
      ids: lines.product ?? new Int32Array(lines.count),
      customers: customerCount,
      isNotGoods: (name) => names.has(name),
    });
  }
  return result;
}

/** What a field's groups are told with. */
interface Told {
  ids: Int32Array;
  /** All that shares of customers are of; null for those of the groups together. */
  customers: number | null;
  isNotGoods?: (name: string) => boolean;
}

/** The category that a product counts in: that of a small category's is the one that the category counts with. */
function countedWithin(within: FieldGroups["within"], gate: Gate): NonNullable<FieldGroups["within"]> {
  const recoding = gate.recoding("category");
  return (id) => {
    const category = recoding === null ? null : (within?.(id) ?? null);
    if (category === null) return null;
    return recoding?.together.has(category)
      ? otherCategories
      : (recoding?.countedWith.get(category) ?? category);
  };
}

/** The customers that are told of the category that a product counts in. */
function customersOfCategory(
  within: NonNullable<FieldGroups["within"]>,
  { breakdowns: { category } }: Pick<Breakdowns, "breakdowns">,
  gate: Gate,
): NonNullable<FieldGroups["customersAround"]> {
  const told = new Map(category?.groups.map(({ name, customers }) => [name, customers]));
  const names = gate.recoding("category")?.names;
  return (id) => told.get(names?.get(within(id) ?? 0) ?? "") ?? null;
}

/** Stands for the small categories that stand together, among the ids of categories. */
const otherCategories = -1;

/** The groups of a list that is no longer than it may be: the largest by its own count and by revenue, in their order. */
function longest(kept: readonly GroupCounts[]): GroupCounts[] {
  if (kept.length <= longestList) return [...kept];
  const chosen = new Set<GroupCounts>();
  const byMoney = [...kept].sort(largestFirst("revenue"));
  for (let place = 0; chosen.size < longestList; place += 1) {
    for (const group of [kept[place], byMoney[place]])
      if (group !== undefined && chosen.size < longestList) chosen.add(group);
  }
  return kept.filter((group) => chosen.has(group));
}

function withShares(group: GroupCounts, whole: Whole): Group {
  const { name, customers: people, purchases: lines, revenue } = group;
  const counts = {
    name,
    customers: people,
    customersShare: share(people, whole.customers),
    purchases: lines,
    purchasesShare: share(lines, whole.purchases),
  };
  // Every purchase has an amount above 0 where the data hold money.
  if (whole.revenue === 0) return { ...counts, revenue: null, revenueShare: null, averagePurchase: null };
  return {
    ...counts,
    revenue,
    revenueShare: share(revenue, whole.revenue),
    averagePurchase: share(revenue, lines),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** The whole of all groups; `customerCount` where customers may be in several of them. */
function wholeOf(groups: readonly GroupCounts[], customerCount: number | null): Whole {
  const total = (of: (group: GroupCounts) => number) => sum(groups.map(of));
  return {
    customers: customerCount ?? total((group) => group.customers),
    purchases: total((group) => group.purchases),
    revenue: total((group) => group.revenue),
  };
}

function headerOf(columns: readonly MappedColumn[], from: readonly FieldName[]): string {
  for (const field of from) {
    const column = columns.find((candidate) => candidate.field === field);
    if (column !== undefined) return column.header;
  }
  return "";
}
