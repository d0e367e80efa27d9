import type { Gate } from "../../disclosure/gate.ts";
import { logOdds } from "../../statistics/significance/log-odds.ts";
import type { Reviews } from "../../store/reviews.ts";
import { meanRating } from "./mean-rating.ts";
import { tellableGroups } from "./tellable-groups.ts";

/** A theme among the reviews of a category or a product. */
export interface ThemeGroup {
  name: string;
  /** Reviews of the group, and those of the theme among them. */
  reviews: number;
  texts: number;
  share: number;
  /** Of the texts of the theme; null where too few are rated. */
  rating: number | null;
  /** Whether the theme is commoner here than elsewhere, by more than chance would explain. */
  isMore: boolean;
}

/** A group with how a theme's odds there stand to those elsewhere. */
export interface TestedGroup extends Omit<ThemeGroup, "isMore"> {
  z: number;
  p: number;
}

/**
 * Works out, for one theme after another, the groups in which it may be told. What holds of all reviews is counted once.
 */
export function themeGrouping(
  by: "category" | "product",
  reviews: Reviews,
  gate: Gate,
): (own: Uint8Array) => TestedGroup[] {
  const { person } = reviews;
  const groupOf = reviews[by];
  const names = by === "category" ? reviews.categories : reviews.products;
  const placeOf = new Map(names.map((name, place) => [name, place]));
  const all = personsApart(person, groupOf, names.length, () => true);
  const persons = (some: readonly number[]) => new Set(some.map((review) => person[review])).size;
  return (own) => {
    const ownApart = personsApart(person, groupOf, names.length, (review) => own[review] === 1);
    const shown = tellableGroups(
      groupOf,
      names,
      { person, isIn: (review) => own[review] === 1, mayName: (name) => gate.mayName(by, name) },
      gate,
    );
    return shown.map(({ name, reviews: mine, having }) => {
      const place = placeOf.get(name) ?? 0;
      const here = { having: persons(having), of: persons(mine) };
      const elsewhere = {
        having: ownApart.persons - (ownApart.onlyIn[place] ?? 0),
        of: Math.max(1, all.persons - (all.onlyIn[place] ?? 0)),
      };
      const { z, p } = logOdds(
        { one: here.having, other: elsewhere.having },
        { one: here.of, other: elsewhere.of },
      );
      return {
        name,
        reviews: mine.length,
        texts: having.length,
        share: having.length / mine.length,
        rating: meanRating(having, reviews, gate),
        z,
        p,
      };
    });
  };
}

/** How many persons wrote some reviews, and how many of these wrote them all in one group. */
function personsApart(
  person: Int32Array,
  groupOf: Int32Array,
  groups: number,
  isIn: (review: number) => boolean,
): { persons: number; onlyIn: Int32Array } {
  const several = -2;
  const groupsOf = new Map<number, number>();
  for (let review = 0; review < person.length; review += 1) {
    if (!isIn(review)) continue;
    const who = person[review] ?? 0;
    const group = groupOf[review] ?? -1;
    const known = groupsOf.get(who);
    if (known === undefined) groupsOf.set(who, group);
    else if (known !== group) groupsOf.set(who, several);
  }
  const onlyIn = new Int32Array(groups);
  for (const group of groupsOf.values()) if (group >= 0) onlyIn[group] = (onlyIn[group] ?? 0) + 1;
  return { persons: groupsOf.size, onlyIn };
}
