import type { Gate } from "../../disclosure/gate.ts";
import { logOdds } from "../../statistics/significance/log-odds.ts";
import type { Reviews } from "../../store/reviews.ts";
import { meanRating } from "./mean-rating.ts";
import { mostPersons } from "./person-counter.ts";
import { ReviewGroups } from "./review-groups.ts";

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
  const groups = new ReviewGroups(groupOf, names, person);
  const categoryOf = by === "category" ? () => -1 : (review: number) => reviews.category[review] ?? -1;
  const mayName = (name: string) => gate.mayName(by, name);
  // Every theme says how many reviews its groups have: what is left of all must be enough beside all themes.
  const sized = new Set(
    groups.tellable({ isIn: () => true, mayName, categoryOf }, gate).map(({ name }) => name),
  );
  const all = personsApart(person, groupOf, names.length, () => true);
  return (own) => {
    const ownApart = personsApart(person, groupOf, names.length, (review) => own[review] === 1);
    const shown = groups.tellable(
      { isIn: (review) => own[review] === 1, mayName: (name) => sized.has(name), categoryOf },
      gate,
    );
    return shown.map(({ name, texts, having, persons }) => {
      const place = placeOf.get(name) ?? 0;
      const elsewhere = {
        having: ownApart.persons - (ownApart.onlyIn[place] ?? 0),
        of: Math.max(1, all.persons - (all.onlyIn[place] ?? 0)),
      };
      const { z, p } = logOdds(
        { one: persons.having, other: elsewhere.having },
        { one: persons.texts, other: elsewhere.of },
      );
      return {
        name,
        reviews: texts,
        texts: having.length,
        share: having.length / texts,
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
  const [unmet, several] = [-3, -2];
  const groupOfPerson = new Int32Array(mostPersons(person)).fill(unmet);
  let persons = 0;
  for (let review = 0; review < person.length; review += 1) {
    if (!isIn(review)) continue;
    const who = person[review] ?? 0;
    const group = groupOf[review] ?? -1;
    const known = groupOfPerson[who] ?? unmet;
    if (known === unmet) persons += 1;
    groupOfPerson[who] = known === unmet || known === group ? group : several;
  }
  const onlyIn = new Int32Array(groups);
  for (const group of groupOfPerson) if (group >= 0) onlyIn[group] = (onlyIn[group] ?? 0) + 1;
  return { persons, onlyIn };
}
