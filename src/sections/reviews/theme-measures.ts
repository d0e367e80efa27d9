import type { Gate } from "../../disclosure/gate.ts";
import { holm } from "../../statistics/significance/holm.ts";
import type { Interval } from "../../statistics/significance/intervals.ts";
import type { Reviews } from "../../store/reviews.ts";
import type { FoundTheme } from "./find-themes.ts";
import { meanRating } from "./mean-rating.ts";
import { PersonCounter } from "./person-counter.ts";
import { reviewTrend, tellablePeriods } from "./review-periods.ts";
import { type TestedGroup, type ThemeGroup, themeGrouping } from "./theme-groups.ts";

/** What customers write about, good or bad. */
export interface Theme {
  /** Made of its words: the same in every report. */
  id: string;
  kind: "complaint" | "praise";
  words: string[];
  /** Texts of the theme, and persons who wrote them. */
  texts: number;
  customers: number;
  /** Of all texts, with the 95 % interval, writers as the sample: null where too few of them decide it. */
  share: number;
  shareInterval: Interval | null;
  /** Of the texts of low ratings, for complaints, of high ones, for praise; null where those with it, or without, are few. */
  shareOfKind: number | null;
  rating: number | null;
  /** The mean rating of the texts of the theme less that of the others. */
  stars: number | null;
  /** Whether its share changes over time, by more than chance would explain; null where it cannot be told. */
  change: "grows" | "shrinks" | "none" | null;
  categories: ThemeGroup[];
  products: ThemeGroup[];
  /** Its share of the texts of each period, in the order of the part's periods. */
  periods: number[] | null;
  /** Sentences of its texts, masked; only where report.yaml asks for them. */
  quotes?: string[];
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
  const persons = new PersonCounter(person);
  const writers = Float64Array.from(person);
  const kept = found.flatMap((theme) => {
    const own = new Uint8Array(reviews.count);
    for (const review of theme.reviews) own[review] = 1;
    const customers = persons.where((review) => own[review] === 1);
    return gate.isEnough(customers) && !gate.isFew(persons.where((review) => own[review] === 0))
      ? [{ theme, own, customers }]
      : [];
  });
  const periods = tellablePeriods(
    reviews,
    kept.map(
      ({ own }) =>
        (review) =>
          own[review] === 1,
    ),
    gate,
  );
  const trends = kept.map(({ own }) => reviewTrend(reviews, (review) => own[review] ?? 0));
  const changes = holm(trends.map((trend) => trend?.p ?? 1));
  const [inCategories, inProducts] = [
    themeGrouping("category", reviews, gate),
    themeGrouping("product", reviews, gate),
  ];
  const byCategory = kept.map(({ own }) => inCategories(own));
  const byProduct = kept.map(({ own }) => inProducts(own));
  const cells = [...byCategory, ...byProduct].flat();
  const adjusted = holm(cells.map(({ p }) => p));
  const isMore = new Map(
    cells.map((cell, index) => [cell, cell.z > 0 && (adjusted[index] ?? 1) < mostChance]),
  );
  const themes = kept.map(({ theme, own, customers }, index): Theme => {
    const wanted = theme.kind === "praise" ? 1 : -1;
    const ofKind = (has: number) => (review: number) => kind[review] === wanted && own[review] === has;
    const [having, lacking] = [countOf(reviews.count, ofKind(1)), countOf(reviews.count, ofKind(0))];
    const isKindTold = gate.holds([persons.where(ofKind(1)), persons.where(ofKind(0))]);
    const trend = trends[index] ?? null;
    const rating = meanRating(theme.reviews, reviews, gate);
    const others = meanRating(
      Int32Array.from(person.keys()).filter((review) => own[review] === 0),
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
      texts: theme.reviews.length,
      customers,
      share: theme.reviews.length / reviews.count,
      shareInterval: gate.shareInterval(
        { values: Float64Array.from(own), persons: writers },
        (has) => has > 0,
      ),
      shareOfKind: isKindTold ? having / Math.max(1, having + lacking) : null,
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
      ...(theme.quotes === undefined ? {} : { quotes: theme.quotes }),
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

function countOf(reviews: number, holds: (review: number) => boolean): number {
  let count = 0;
  for (let review = 0; review < reviews; review += 1) if (holds(review)) count += 1;
  return count;
}

function sharesBy({ names, periodOf }: { names: readonly string[]; periodOf: Int32Array }, own: Uint8Array) {
  const counts = names.map(() => ({ all: 0, own: 0 }));
  periodOf.forEach((period, review) => {
    const count = counts[period];
    if (count === undefined) return;
    count.all += 1;
    if (own[review] === 1) count.own += 1;
  });
  return counts.map(({ all, own: having }) => (all === 0 ? 0 : having / all));
}
