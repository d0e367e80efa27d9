import { compareText } from "../dataset/clean/text.ts";
import type { CountedGroup, FieldGroups, GroupCounts, SeveralGroups } from "../questions/groups.ts";
import { sum } from "../statistics/describe/sum.ts";

/** How the values of a field are published. */
export interface Recoding {
  /** Values of too few, by id, with the id of the group that they are counted with. */
  countedWith: ReadonlyMap<number, number>;
  /** Ids of values that stand together in "Other". */
  together: ReadonlySet<number>;
  /** The id of the group that customers without a value are counted with; null where they stand for themselves. */
  missingWith: number | null;
  /** The same for guests' purchases. */
  guestsWith: number | null;
  /** Names of the values, by id. */
  names: ReadonlyMap<number, string>;
}

export interface FoldedGroups {
  /** Groups that may be published, in the order given. */
  groups: GroupCounts[];
  /** Those of too few each, together; null where there are none. */
  other: GroupCounts | null;
  /** How many groups are not named. */
  folded: number;
  /** What has no value; null where it is counted with a group. */
  missing: GroupCounts | null;
  /** What too few persons stand behind to be told apart, and where it is counted. */
  leftover: Leftover | null;
  /** Names of groups that all but a few customers are in: their number of customers is that of all. */
  nearlyAll: string[];
  /** The same of groups that nearly all customers of what they lie within are in. */
  nearlyAllWithin: string[];
  recoding: Recoding;
}

export interface Leftover {
  /** Groups that it is counted with: the largest of the field, or of each value that the groups lie within. */
  with: string[];
  /** How many groups it holds; whether purchases without a value, and guests' purchases. */
  groups: number;
  missing: boolean;
  guests: boolean;
}

/** Stands for "Other" among the ids of a field. */
const otherId = -1;

/** What a fold needs to know of a number of persons: whether it is above nobody, and too small to be told. */
export type IsFew = (persons: number) => boolean;

/**
 * Parts the values of a field into whole groups none of which stands on few persons. Groups of few stand together in
 * "Other"; where that still holds few, and for purchases without a value and guests' that are few, all is counted with
 * the largest group. Null where no group is large enough, or none has customers to hide few among, and where customers who
 * are in several groups, or in all but one, are too few to be hidden.
 */
export function foldGroups(
  { groups, missing, guests, several, within = () => null, customersAround = () => null }: FieldGroups,
  isFew: IsFew,
  otherName: string,
): FoldedGroups | null {
  const isSmall = (group: Pick<CountedGroup, "customers" | "guests">) =>
    isFew(group.customers) || isFew(group.customers + group.guests);
  const isEmpty = ({ purchases }: GroupCounts) => purchases === 0;
  const large = groups.filter((group) => !isEmpty(group) && !isSmall(group));
  const small = groups.filter((group) => !isEmpty(group) && isSmall(group));
  const joined = (some: readonly CountedGroup[]): CountedGroup => {
    const isAlone = several === undefined || some.length < 2;
    const ids = some.map(({ id }) => id);
    return {
      ...added(some),
      customers: isAlone ? sum(some.map(({ customers }) => customers)) : several.customersIn(ids),
    };
  };
  // A group of guests alone comes last: few customers counted with it would be all of its customers.
  const largest = (some: readonly CountedGroup[]) =>
    [...some].sort(
      (a, b) =>
        Number(b.customers > 0) - Number(a.customers > 0) ||
        b.customers + b.guests - a.customers - a.guests ||
        compareText(a.name, b.name),
    )[0];
  const first = largest(large);
  if (first === undefined) return null;

  // Small groups, parent by parent: what is left of a parent must hold none or enough.
  const countedWith = new Map<number, number>();
  const together: CountedGroup[] = [];
  const parents = new Map<number | null, CountedGroup[]>();
  for (const group of small) {
    const parent = within(group.id);
    parents.set(parent, [...(parents.get(parent) ?? []), group]);
  }
  for (const [parent, own] of parents) {
    const target = parent === null ? undefined : largest(large.filter(({ id }) => within(id) === parent));
    if (target !== undefined && isSmall(joined(own)))
      for (const { id } of own) countedWith.set(id, target.id);
    else together.push(...own);
  }
  const missingFew = !isEmpty(missing) && isSmall(missing);
  const guestsFew = guests !== null && !isEmpty(guests) && isSmall(guests);
  let missingWith: number | null = null;
  let guestsWith: number | null = null;
  if (together.length > 0 && isSmall(joined(together))) {
    for (const { id } of together) countedWith.set(id, first.id);
    together.length = 0;
  }
  if (missingFew) missingWith = first.id;
  // Guests too few to be told stand with the customers without a value, where these are many.
  const guestsMissing = guestsFew && missing.customers > 0 && !missingFew;
  if (guestsFew && !guestsMissing) guestsWith = first.id;

  const partsOf = (group: CountedGroup) => [
    group,
    ...small.filter(({ id }) => countedWith.get(id) === group.id),
    ...(missingWith === group.id ? [missing] : []),
    ...(guests !== null && guestsWith === group.id ? [guests] : []),
  ];
  const nearlyAll: string[] = [];
  const nearlyAllWithin: string[] = [];
  const counts = large.map((group) => ({ ...joined(partsOf(group)), id: group.id, name: group.name }));
  if (counts.some(isSmall)) return null;
  const rest = together.length === 0 ? null : { ...joined(together), id: otherId, name: otherName };
  const unknown = joined([
    ...(missingWith === null ? [missing] : []),
    ...(guests !== null && guestsWith === null ? [guests] : []),
  ]);
  if (several !== undefined) {
    const folded = new Set(together.map(({ id }) => id));
    const groupOf = (id: number) =>
      id === 0 ? (missingWith ?? 0) : (countedWith.get(id) ?? (folded.has(id) ? otherId : id));
    const all = several.customersIn([...groups.map(({ id }) => id), 0]);
    const whole = [...counts, ...(rest === null ? [] : [rest])];
    countOnce([...whole, unknown], all, several, groupOf, isFew);
    for (const group of whole) {
      if (!isFew(all - group.customers)) continue;
      nearlyAll.push(group.name);
      group.customers = all;
    }
    nearlyAllWithin.push(
      ...countWithin(counts, { within, customersAround, several, groups, groupOf, isFew }),
    );
    const counted = sum([...whole, unknown].map(({ customers }) => customers));
    if (whole.some(({ customers }) => isFew(customers)) || isFew(counted - all)) return null;
  }
  const left = small.filter(({ id }) => countedWith.has(id));
  const namesOf = new Map(large.map(({ id, name }) => [id, name]));
  const targets = new Set([...countedWith.values(), missingWith, guestsWith].filter((id) => id !== null));
  return {
    groups: counts.map(plain),
    other: rest === null ? null : plain(rest),
    folded: small.length,
    missing: missingWith !== null && unknown.purchases === 0 ? null : plain(unknown),
    leftover:
      targets.size === 0
        ? null
        : {
            with: [...targets].map((id) => namesOf.get(id) ?? "").sort(compareText),
            groups: left.length,
            missing: missingWith !== null,
            guests: guestsWith !== null,
          },
    nearlyAll,
    nearlyAllWithin,
    recoding: {
      countedWith,
      together: new Set(together.map(({ id }) => id)),
      missingWith,
      guestsWith,
      names: new Map(groups.map(({ id, name }) => [id, name])),
    },
  };
}

/**
 * The same two ways within what groups lie in, whose customers are told: where all of its groups are told and few customers
 * are in several, each is counted in one; a group that all but a few of its customers are in counts as that of all.
 *
 * @returns the names of such groups
 */
function countWithin(
  counts: readonly CountedGroup[],
  {
    groups,
    within,
    customersAround,
    several,
    groupOf,
    isFew,
  }: Required<Pick<FieldGroups, "groups" | "within" | "customersAround" | "several">> & {
    groupOf: (id: number) => number;
    isFew: IsFew;
  },
): string[] {
  const nearlyAll: string[] = [];
  for (const parent of new Set(counts.map(({ id }) => within(id)))) {
    const own = counts.filter(({ id }) => within(id) === parent);
    const [around] = own.map(({ id }) => customersAround(id));
    if (parent === null || around === undefined || around === null) continue;
    const told = new Set(own.map(({ id }) => id));
    const parts = groups.filter(({ id, purchases }) => purchases > 0 && within(id) === parent);
    if (parts.every(({ id }) => told.has(groupOf(id)))) countOnce(own, around, several, groupOf, isFew);
    for (const group of own) {
      if (!isFew(around - group.customers)) continue;
      nearlyAll.push(group.name);
      group.customers = around;
    }
  }
  return nearlyAll;
}

/**
 * Where only few customers are in several groups, the groups' customers less all customers would tell how many: each of
 * these is counted in the largest of its groups alone, or in what is the smallest by then where one would be left with few.
 */
function countOnce(
  groups: readonly CountedGroup[],
  whole: number,
  { overlaps }: SeveralGroups,
  groupOf: (id: number) => number,
  isFew: IsFew,
): void {
  const extra = sum(groups.map(({ customers }) => customers)) - whole;
  // A customer may be in all groups: so many are in several at least.
  if (!isFew(Math.ceil(extra / Math.max(1, groups.length - 1)))) return;
  const places = new Map(groups.map((group) => [group.id, group]));
  const shared = overlaps().map(({ ids }) =>
    [...new Set(ids.map(groupOf))]
      .flatMap((id) => places.get(id) ?? [])
      .sort((a, b) => b.customers - a.customers || compareText(a.name, b.name)),
  );
  if (!isFew(shared.filter((own) => own.length > 1).length)) return;
  for (const own of shared) for (const group of own.slice(1)) group.customers -= 1;
  if (!groups.some(({ customers }) => isFew(customers))) return;
  for (const own of shared) for (const group of own.slice(1)) group.customers += 1;
  for (const own of shared) {
    const smallestLast = own.sort((a, b) => b.customers - a.customers);
    for (const group of smallestLast.slice(0, -1)) group.customers -= 1;
  }
}

function plain({ name, customers, purchases, revenue }: GroupCounts): GroupCounts {
  return { name, customers, purchases, revenue };
}

function added(groups: readonly CountedGroup[]): CountedGroup {
  const [first] = groups;
  return {
    id: first?.id ?? 0,
    name: first?.name ?? "",
    customers: 0,
    guests: sum(groups.map((group) => group.guests)),
    purchases: sum(groups.map(({ purchases }) => purchases)),
    revenue: sum(groups.map(({ revenue }) => revenue)),
  };
}
