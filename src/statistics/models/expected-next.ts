import {
  autocorrelation,
  fitLine,
  type Prediction,
  predictionInterval,
  predictionTail,
  predictMean,
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

/** Fewer values tell nothing of the next. */
export const fewestValues = 8;

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
 * - where the value a season before was off the line on the same side, also that the season brings it about.
 *
 * `season` is the number of values in one, null for none. `chance` is that of a value outside the interval. `widen` is
 * how many times as uncertain the last value is as those before it: a month of few orders. Null for
 * fewer than eight values. Simulated (tests/simulation): under noise, growth, season and random walks 1 to 5 % are off.
 */
export function expectedNext(
  values: readonly number[],
  season: number | null,
  chance: number,
  widen = 1,
): Expected | null {
  const now = values.at(-1);
  if (now === undefined || values.length < fewestValues) return null;
  const found =
    season !== null && values.length > 2 * season ? bySeason(values, season) : byTrend(values, season);
  const [main] = found?.accounts ?? [];
  if (found === null || main === undefined) return null;
  const accounts = found.accounts.map((account) => ({ ...account, error: account.error * widen }));
  const intervals = accounts.map((account) => predictionInterval(account, chance));
  return {
    by: found.by,
    low: Math.min(...intervals.map(({ low }) => low)),
    center: main.center,
    high: Math.max(...intervals.map(({ high }) => high)),
    p: Math.max(...accounts.map((account) => predictionTail(account, now))),
    from: found.from,
  };
}

interface Accounts {
  by: Expected["by"];
  /** The main one first. */
  accounts: Prediction[];
  from: number;
}

function bySeason(values: readonly number[], season: number): Accounts | null {
  const before = values.slice(0, -1);
  const movements = before.slice(season).map((value, place) => value - (before[place] ?? 0));
  const yearBefore = values[values.length - 1 - season] ?? 0;
  const next = predictMean(movements);
  if (next === null) return null;
  const accounts = [shifted(next, yearBefore)];
  if (isDependent(movements, dependent.season)) {
    const step = predictMean(steps(movements));
    if (step !== null) accounts.push(shifted(step, yearBefore + (movements.at(-1) ?? 0)));
  }
  return { by: "season", accounts, from: movements.length };
}

function byTrend(values: readonly number[], season: number | null): Accounts | null {
  const before = values.slice(0, -1);
  const line = fitLine(before);
  if (line === null) return null;
  const { next, residuals, spread } = line;
  const accounts = [next];
  const isShort = season !== null && before.length < season;
  const sameSeason = season === null ? undefined : residuals[before.length - season];
  const off = (values.at(-1) ?? 0) - next.center;
  if (sameSeason !== undefined && off * sameSeason > 0 && Math.abs(sameSeason) > spread)
    accounts.push({ ...shifted(next, sameSeason), error: Math.hypot(next.error, spread) });
  if (isShort || isDependent(residuals, dependent.trend)) {
    const step = predictMean(steps(before));
    if (step !== null) accounts.push(shifted(step, before.at(-1) ?? 0));
  }
  return { by: "trend", accounts, from: before.length };
}

function isDependent(values: readonly number[], errors: number): boolean {
  return autocorrelation(values) > errors / Math.sqrt(values.length);
}

/** The movements of a series from each value to the next. */
function steps(values: readonly number[]): number[] {
  return values.slice(1).map((value, place) => value - (values[place] ?? 0));
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
 * steps of a walk instead. Null with no more than two seasons.
 */
export function steadyGrowth(values: readonly number[], season: number): SteadyGrowth | null {
  if (values.length <= 2 * season) return null;
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
