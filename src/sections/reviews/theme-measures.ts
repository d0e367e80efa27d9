import type { Gate } from "../../disclosure/gate.ts";
import { holm } from "../../statistics/significance/holm.ts";
import { logOdds } from "../../statistics/significance/log-odds.ts";
import type { Reviews } from "../../store/reviews.ts";
import type { FoundTheme } from "./find-themes.ts";
import { reviewTrend, tellablePeriods } from "./review-periods.ts";
import { tellableGroups } from "./tellable-groups.ts";

/** A theme among the reviews of a category or a product. */
interface ThemeGroup {
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

/** What customers write about, good or bad. */
export interface Theme {
  /** Made of its words: the same in every report. */
  id: string;
  kind: "complaint" | "praise";
  words: string[];
  /** Texts of the theme, and persons who wrote them. */
  texts: number;
  customers: number;
  /** Of all texts. */
  share: number;
  /** Of the texts of low ratings, for complaints; of high ones, for praise. */
  shareOfKind: number;
  rating: number | null;
  /** The mean rating of the texts of the theme less that of the others. */
  stars: number | null;
  /** Whether its share changes over time, by more than chance would explain; null where it cannot be told. */
  change: "grows" | "shrinks" | "none" | null;
  categories: ThemeGroup[];
  products: ThemeGroup[];
  /** Its share of the texts of each period, in the order of the part's periods. */
  periods: number[] | null;
}

/** Themes with the periods that their shares are told by. */
export interface MeasuredThemes {
  themes: Theme[];
  periods: { length: 1 | 3 | 6 | 12; names: string[] } | null;
}

const mostChance = 0.05;
/** Products of a theme are listed up to so many: those of most texts. */
const mostProducts = 50;

/** Measures each theme, as far as it may be told; those of few persons are left out. */
export function measureThemes(
  found: readonly FoundTheme[],
  reviews: Reviews,
  kind: Int8Array,
  gate: Gate,
): MeasuredThemes {
  const { person } = reviews;
  const sets = found.map((theme) => new Set(theme.reviews));
  const kept = found.flatMap((theme, index) => {
    const own = sets[index] ?? new Set<number>();
    const persons = (has: boolean) =>
      new Set([...person].filter((_, review) => own.has(review) === has)).size;
    return gate.isEnough(persons(true)) && !gate.isFew(persons(false))
      ? [{ theme, own, customers: persons(true) }]
      : [];
  });
  const periods = tellablePeriods(
    reviews,
    kept.map(
      ({ own }) =>
        (review) =>
          own.has(review),
    ),
    gate,
  );
  const trends = kept.map(({ own }) => reviewTrend(reviews, (review) => (own.has(review) ? 1 : 0)));
  const changes = holm(trends.map((trend) => trend?.p ?? 1));
  const byCategory = kept.map(({ own }) => groupsOf("category", own, reviews, gate));
  const byProduct = kept.map(({ own }) => groupsOf("product", own, reviews, gate));
  const cells = [...byCategory, ...byProduct].flat();
  const adjusted = holm(cells.map(({ p }) => p));
  const isMore = new Map(
    cells.map((cell, index) => [cell, cell.z > 0 && (adjusted[index] ?? 1) < mostChance]),
  );
  const themes = kept.map(({ theme, own, customers }, index): Theme => {
    const wanted = theme.kind === "praise" ? 1 : -1;
    const ofKind = [...kind.keys()].filter((review) => kind[review] === wanted);
    const trend = trends[index] ?? null;
    const rating = meanRating([...own], reviews, gate);
    const others = meanRating(
      [...person.keys()].filter((review) => !own.has(review)),
      reviews,
      gate,
    );
    const groups = (all: readonly TestedGroup[]) =>
      all.map((cell): ThemeGroup => {
        const { p: _p, z: _z, ...group } = cell;
        return { ...group, isMore: isMore.get(cell) ?? false };
      });
    return {
      id: theme.words.join(" ").replace(/[^\p{L}\p{M}]+/gu, "-"),
      kind: theme.kind,
      words: theme.words,
      texts: own.size,
      customers,
      share: own.size / reviews.count,
      shareOfKind: ofKind.filter((review) => own.has(review)).length / Math.max(1, ofKind.length),
      rating,
      stars: rating === null || others === null ? null : rating - others,
      change:
        trend === null
          ? null
          : (changes[index] ?? 1) >= mostChance
            ? "none"
            : trend.slope > 0
              ? "grows"
              : "shrinks",
      categories: groups(byCategory[index] ?? []),
      products: groups(byProduct[index] ?? [])
        .filter(({ texts }) => texts > 0)
        .slice(0, mostProducts),
      periods: periods === null ? null : sharesBy(periods, own),
    };
  });
  return {
    themes: themes.sort((a, b) => cost(b) - cost(a) || (a.id < b.id ? -1 : 1)),
    periods: periods === null ? null : { length: periods.length, names: periods.names },
  };
}

/** Stars that a theme costs, over all texts; what it brings, for praise. */
function cost({ stars, share }: Pick<Theme, "stars" | "share">): number {
  return Math.abs(stars ?? 0) * share;
}

/** The mean rating of some reviews; null where too few persons gave one. */
function meanRating(some: readonly number[], { rating, person }: Reviews, gate: Gate): number | null {
  const rated = some.filter((review) => !Number.isNaN(rating[review] ?? Number.NaN));
  if (!gate.isEnough(new Set(rated.map((review) => person[review])).size)) return null;
  const sum = rated
    .map((review) => rating[review] ?? 0)
    .sort((a, b) => a - b)
    .reduce((all, each) => all + each, 0);
  return sum / rated.length;
}

interface TestedGroup extends Omit<ThemeGroup, "isMore"> {
  z: number;
  p: number;
}

function groupsOf(
  by: "category" | "product",
  own: ReadonlySet<number>,
  reviews: Reviews,
  gate: Gate,
): TestedGroup[] {
  const { person } = reviews;
  const names = by === "category" ? reviews.categories : reviews.products;
  const shown = tellableGroups(
    reviews[by],
    names,
    { person, isIn: (review) => own.has(review), mayName: (name) => gate.mayName(by, name) },
    gate,
  );
  const persons = (some: Iterable<number>) => new Set(Array.from(some, (review) => person[review])).size;
  const all = { having: persons(own), of: persons(person.keys()) };
  return shown.map(({ name, reviews: mine, having }) => {
    const here = { having: persons(having), of: persons(mine) };
    const inside = new Set(mine);
    const elsewhere = {
      having: persons([...own].filter((review) => !inside.has(review))),
      of: Math.max(1, persons([...person.keys()].filter((review) => !inside.has(review)))),
    };
    const { z, p } =
      all.of === 0
        ? { z: 0, p: 1 }
        : logOdds({ one: here.having, other: elsewhere.having }, { one: here.of, other: elsewhere.of });
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
}

function sharesBy(
  { names, periodOf }: { names: readonly string[]; periodOf: Int32Array },
  own: ReadonlySet<number>,
) {
  const counts = names.map(() => ({ all: 0, own: 0 }));
  periodOf.forEach((period, review) => {
    const count = counts[period];
    if (count === undefined) return;
    count.all += 1;
    if (own.has(review)) count.own += 1;
  });
  return counts.map(({ all, own: having }) => (all === 0 ? 0 : having / all));
}
