import type { Config } from "../config/config.ts";
import type { MappedColumn } from "../dataset/account.ts";
import type { Sacrificed } from "../disclosure/sacrificed.ts";
import type { PersonsValues } from "../disclosure/tellable-summary.ts";
import type { FieldName } from "../fields/fields.ts";
import { ageGroup, type BreakdownField, customerTraits, purchaseTraits } from "../fields/traits.ts";
import { ages } from "../questions/ages.ts";
import { foldSmallGroups, type GroupCounts, largestFirst } from "../questions/groups.ts";
import { groupByProduct, type ProductCounts } from "../questions/products.ts";
import { groupByCustomerTrait, groupByPurchaseTrait, type TraitGroups } from "../questions/traits.ts";
import { sum } from "../statistics/describe/sum.ts";
import type { Store } from "../store/store.ts";
import { inNaturalOrder } from "./natural-order.ts";
import type { Breakdown, Group } from "./report.ts";

/** A list of groups in report.json is no longer than this; the largest come first. */
const longestList = 100;

/** What shares are parts of. */
interface Whole {
  customers: number;
  purchases: number;
  revenue: number;
}

interface Source {
  field: BreakdownField;
  /** Fields of the input it comes from, best first. */
  from: readonly FieldName[];
  by: "customers" | "purchases";
  groups: (store: Store) => Promise<TraitGroups | null>;
}

const sources: readonly Source[] = [
  ...customerTraits.map(
    ({ field, column, from }): Source => ({
      field,
      from,
      by: "customers",
      groups: (store) => groupByCustomerTrait(store, column),
    }),
  ),
  ...purchaseTraits.map(
    ({ field, column, from }): Source => ({
      field,
      from,
      by: field === "location" ? "customers" : "purchases",
      groups: (store) => groupByPurchaseTrait(store, column),
    }),
  ),
];

export interface Breakdowns {
  breakdowns: Partial<Record<BreakdownField, Breakdown>>;
  locationsByRevenue: Group[] | null;
  productsByRevenue: Group[] | null;
  age: PersonsValues | null;
  /** Groups that are large enough and were folded for another's sake: nothing else may tell of them. */
  sacrificed: Sacrificed[];
}

/** Every split of the purchases that the data support, small groups folded. */
export async function breakDown(
  store: Store,
  columns: readonly MappedColumn[],
  all: readonly ProductCounts[],
  config: Config,
  customerCount: number,
): Promise<Breakdowns> {
  const minimum = config.privacy.minimumGroup;
  const result: Breakdowns = {
    breakdowns: {},
    locationsByRevenue: null,
    productsByRevenue: null,
    age: null,
    sacrificed: [],
  };
  const add = (
    { field, from, by }: Pick<Source, "field" | "from" | "by">,
    found: TraitGroups,
    customers: number | null,
  ): Group[] | null => {
    const sorted = inNaturalOrder(field, [...found.groups].sort(largestFirst(by)));
    const folded = foldSmallGroups(sorted, minimum, found.customersIn, found.withoutValue);
    for (const name of folded.sacrificed) result.sacrificed.push({ field, name });
    const { groups: kept, other } = folded;
    if (kept.length === 0) return null;
    const { withoutValue: unknown } = found;
    const whole = wholeOf([...found.groups, ...(folded.unknownFolded ? [unknown] : [])], customers);
    const groups = kept.slice(0, longestList).map((group) => withShares(group, whole));
    if (other !== null) groups.push({ ...withShares(other, whole), other: true });
    const withoutValue = folded.unknownFolded
      ? null
      : { customers: unknown.customers, purchases: unknown.purchases };
    const header = headerOf(columns, from);
    result.breakdowns[field] = { field, header, groups, withoutValue, folded: folded.folded };
    return byRevenue(kept, whole);
  };
  for (const source of sources) {
    const found = await source.groups(store);
    if (found === null) continue;
    // A customer may buy from several places, and in several of all other groups of purchases.
    const shared = source.by === "purchases" || source.field === "location";
    const ranked = add(source, found, shared ? customerCount : null);
    if (source.field === "location") result.locationsByRevenue = ranked;
  }
  const ageGroups = await ages(store, config.ageGroups);
  if (ageGroups !== null) {
    result.age = ageGroups.values;
    add({ field: ageGroup.field, from: ["age"], by: "customers" }, ageGroups, null);
  }
  const products = await groupByProduct(store, all);
  if (products !== null) {
    const source = { field: "product", from: ["product", "productCode"], by: "purchases" } as const;
    result.productsByRevenue = add(source, products, customerCount);
  }
  return result;
}

/** Groups that were not folded, in order of revenue. */
function byRevenue(kept: readonly GroupCounts[], whole: Whole): Group[] {
  return [...kept]
    .sort(largestFirst("revenue"))
    .slice(0, longestList)
    .map((group) => withShares(group, whole));
}

function withShares(group: GroupCounts, whole: Whole): Group {
  const { name, customers: people, purchases: lines, revenue } = group;
  return {
    name,
    customers: people,
    customersShare: share(people, whole.customers),
    purchases: lines,
    purchasesShare: share(lines, whole.purchases),
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
