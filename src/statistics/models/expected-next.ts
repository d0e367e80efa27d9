import {
  autocorrelation,
  fitLine,
  type Prediction,
  predictionInterval,
  predictionTail,
  predictMean,
  type Variances,
} from "./prediction.ts";

/** What the last value of a series was to be expected to be, by the values before it. */
export interface Expected {
  /** `season`: by its movement against a season before; `trend`: by a straight line. */
  by: "season" | "trend";
  low: number;
  center: number;
  high: number;
  /** The chance, two-sided, of a value at least so far off; the largest of the chances, where several are held against it. */
  p: number;
  /** Values (of `season`: movements) that it was expected from. */
  from: number;
}

/** How a series comes about. */
export interface Course {
  /** Values in a season, null for none that is known. */
  season: number | null;
  /** The standard deviation that a season of which nothing is seen may give a value. */
  unseenSeason: number;
  /**
   * What stands behind each value, the last included, for which it is what was expected: chance moves a count, and an
   * average of so many, by the root of 1 over it.
   */
  counts: readonly number[];
}

/** Fewer values tell nothing of the next. */
const fewestValues = 8;

/**
 * How far from 0 an autocorrelation may be, in standard errors of 1 / √n, before values are no longer taken for
 * independent: not two, so that a short walk is seldom taken for noise. Of a walk, movements against a season before
 * hang together so closely that one does for them.
 */
const dependent = { trend: 0.5, season: 1 };

/**
 * Holds the last of a series of logarithms against those before it. With two seasons and a value: the movement against
 * a season before, by the mean and spread of such movements before it, so that neither season nor growth is news.
 * With fewer: a straight line through the values before.
 *
 * The value must be off by every account of how such values come about that the series leaves open; the interval holds
 * them all:
 * - the account above;
 * - where its residuals are autocorrelated, or the series is shorter than a season, also that of a random walk: the
 *   last step, by the steps before it;
 * - with fewer than two seasons, also that the season brings it about: where the value a season before was off the line
 *   on the same side, by that value and the growth since; where there is none, by as much as a season of which nothing
 *   is seen may bring;
 * - each of these by values equally uncertain, and by values the more uncertain the less stands behind them.
 *
 * `chance` is that of a value outside the interval. Null for fewer than eight values. Simulated (tests/simulation):
 * under noise, growth, seasons and random walks 1 to 5 % are off.
 */
export function expectedNext(values: readonly number[], course: Course, chance: number): Expected | null {
  const now = values.at(-1);
  if (now === undefined || values.length < fewestValues) return null;
  const { season, counts } = course;
  const isSeasonal = season !== null && values.length > 2 * season;
  const uncertain = [values.map(() => 1), values.map((_, place) => 1 / Math.max(1, counts[place] ?? 1))];
  const accounts = uncertain.flatMap((variances) =>
    isSeasonal ? bySeason(values, variances, season) : byTrend(values, variances, course),
  );
  const [main] = accounts;
  if (main === undefined) return null;
  const intervals = accounts.map((account) => predictionInterval(account, chance));
  return {
    by: isSeasonal ? "season" : "trend",
    low: Math.min(...intervals.map(({ low }) => low)),
    center: main.center,
    high: Math.max(...intervals.map(({ high }) => high)),
    p: Math.max(...accounts.map((account) => predictionTail(account, now))),
    from: values.length - 1 - (isSeasonal ? season : 0),
  };
}

/** The main account first. */
function bySeason(values: readonly number[], variances: readonly number[], season: number): Prediction[] {
  const movements = movementsOf(values, variances, season);
  const yearBefore = values.at(-1 - season) ?? 0;
  const next = predictMean(movements.values, movements.variances);
  if (next === null) return [];
  const accounts = [shifted(next, yearBefore)];
  if (isDependent(movements.values, dependent.season)) {
    const { values: moved, variances: uncertain } = movements;
    const walk = movementsOf([...moved, 0], [...uncertain.each, uncertain.next], 1);
    const step = predictMean(walk.values, walk.variances);
    if (step !== null) accounts.push(shifted(step, yearBefore + (moved.at(-1) ?? 0)));
  }
  return accounts;
}

/** The main account first. */
function byTrend(
  values: readonly number[],
  variances: readonly number[],
  { season, unseenSeason }: Course,
): Prediction[] {
  const before = values.slice(0, -1);
  const next = variances.at(-1) ?? 1;
  const line = fitLine(before, { each: variances, next });
  if (line === null) return [];
  const isUnseen = season === null || before.length < season;
  const accounts = [isUnseen ? widened(line.next, unseenSeason) : line.next];
  if (isUnseen || isDependent(line.residuals, dependent.trend)) {
    const walk = movementsOf(values, variances, 1);
    const step = predictMean(walk.values, walk.variances);
    if (step !== null) accounts.push(shifted(step, before.at(-1) ?? 0));
  }
  if (isUnseen) return accounts;
  const movements = movementsOf(values, variances, season);
  const yearBefore = values.at(-1 - season) ?? 0;
  const byMovements = predictMean(movements.values, movements.variances);
  if (byMovements === null) {
    // A single movement has no spread: as much as the values themselves have, with the growth of the line and without.
    const error = line.spread * Math.sqrt(movements.variances.next);
    const { degrees } = line.next;
    for (const growth of [0, season * line.slope])
      accounts.push({ center: yearBefore + growth, error, degrees });
  } else if (((values.at(-1) ?? 0) - line.next.center) * (line.residuals[before.length - season] ?? 0) > 0)
    accounts.push(shifted(byMovements, yearBefore));
  return accounts;
}

/** The movements of a series between values so far apart, but for the last, and how uncertain they and the last are. */
function movementsOf(
  values: readonly number[],
  variances: readonly number[],
  apart: number,
): { values: number[]; variances: Variances } {
  const between = (list: readonly number[], of: (later: number, earlier: number) => number) =>
    list.slice(apart).map((later, place) => of(later, list[place] ?? 0));
  const each = between(variances, (later, earlier) => later + earlier);
  return {
    values: between(values, (later, earlier) => later - earlier).slice(0, -1),
    variances: { each: each.slice(0, -1), next: each.at(-1) ?? 1 },
  };
}

/** Beside what is to be expected of independent values: -1/n (Kendall 1954; Marriott and Pope 1954). */
function isDependent(values: readonly number[], errors: number): boolean {
  const count = values.length;
  return autocorrelation(values) + 1 / count > errors / Math.sqrt(count);
}

/** The movements of a series from each value to the next. */
function steps(values: readonly number[]): number[] {
  return values.slice(1).map((value, place) => value - (values[place] ?? 0));
}

/** More degrees change nothing that is told. */
const mostDegrees = 1000;

/** With a known error beside its own: the degrees are those of both together (Satterthwaite 1946). */
function widened({ center, error, degrees }: Prediction, by: number): Prediction {
  const both = Math.hypot(error, by);
  return {
    center,
    error: both,
    degrees: error > 0 ? Math.min(mostDegrees, degrees * (both / error) ** 4) : mostDegrees,
  };
}

function shifted(prediction: Prediction, by: number): Prediction {
  return { ...prediction, center: prediction.center + by };
}

/** A steady rise or fall from one season to the next. */
export interface SteadyGrowth {
  /** Mean movement against a season before, with its 95 % interval. */
  mean: number;
  low: number;
  high: number;
  /** The chance, two-sided, of such a movement where there is none. */
  p: number;
}

/**
 * Whether a series of logarithms rises or falls from one season to the next, by the mean of its movements against a
 * season before (one-sample t). Where these are autocorrelated, as those of a random walk are, it is held against the
 * steps of a walk instead. Null with fewer than three seasons: of two, a walk often looks like growth.
 */
export function steadyGrowth(values: readonly number[], season: number): SteadyGrowth | null {
  if (values.length < 3 * season) return null;
  const movements = values.slice(season).map((value, place) => value - (values[place] ?? 0));
  const isWalk = isDependent(movements, 0);
  const tested = isWalk ? steps(values) : movements;
  const next = predictMean(tested);
  if (next === null) return null;
  const error = next.error / Math.sqrt(tested.length + 1);
  const times = isWalk ? season : 1;
  const mean: Prediction = { center: next.center * times, error: error * times, degrees: next.degrees };
  return { mean: mean.center, ...predictionInterval(mean, 0.05), p: predictionTail(mean, 0) };
}
