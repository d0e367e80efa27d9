import { covarianceAt } from "./covariance.ts";
import { digamma } from "./digamma.ts";
import { logGamma } from "./log-gamma.ts";
import { type Minimum, minimize, type Objective } from "./minimize.ts";
import type { Histories, PurchaseHistory } from "./purchase-histories.ts";

/**
 * How customers drop out. `bg`: after a repeat purchase with the customer's own probability, never after the first
 * purchase (BG/NBD; Fader, Hardie and Lee 2005, "Counting your customers" the easy way). `mbg`: after any purchase, the
 * first included (MBG/NBD; Batislam, Denizel and Filiztekin 2007).
 */
export type Dropout = "bg" | "mbg";

/**
 * Purchases in time of many customers: while alive, each buys at a rate of their own (gamma over customers, shape r,
 * rate alpha), and drops out with a probability of their own (beta over customers, a and b).
 */
export interface BetaGeometric {
  dropout: Dropout;
  r: number;
  alpha: number;
  a: number;
  b: number;
}

export interface BetaGeometricFit {
  model: BetaGeometric;
  logLikelihood: number;
  /** Of the logarithms of r, alpha, a and b, in this order; null where the likelihood is flat. */
  covariance: number[][] | null;
  converged: boolean;
}

/** Where the searches begin, as r, alpha in units of the mean watch, a and b. */
const starts: readonly (readonly [number, number, number, number])[] = [
  [0.5, 0.3, 0.8, 2.5],
  [1, 1, 1, 1],
  [0.2, 0.1, 0.2, 4],
];

/**
 * The model of greatest likelihood, searched for in the logarithms of its parameters from several starts. Where the
 * likelihood keeps rising towards the edge (a → 0: nobody drops out), `converged` is false or `covariance` null.
 */
export function fitBetaGeometric(histories: Histories, dropout: Dropout): BetaGeometricFit {
  const customers = total(histories.count);
  const watch = total(histories.T.map((T, index) => T * (histories.count[index] ?? 0))) / customers;
  const objective = perCustomer(negativeLogLikelihood(histories, dropout), customers);
  let best: Minimum | null = null;
  for (const [r, alpha, a, b] of starts) {
    const found = minimize(
      objective,
      [r, alpha * watch, a, b].map((value) => Math.log(value)),
      { tolerance: 1e-9, mostSteps: 400 },
    );
    if (best === null || found.value < best.value) best = found;
  }
  if (best === null) throw new Error("there is no start to search from");
  const [r = 0, alpha = 0, a = 0, b = 0] = best.at.map(Math.exp);
  const covariance = covarianceAt(objective, best.at);
  return {
    model: { dropout, r, alpha, a, b },
    logLikelihood: -best.value * customers,
    covariance: covariance?.map((row) => row.map((cell) => cell / customers)) ?? null,
    // A gradient of the mean log-likelihood below 1e-6 moves no parameter by 1e-4.
    converged: best.converged || best.gradient < 1e-6,
  };
}

/** The log-likelihood of histories under a model. */
export function logLikelihoodOf({ dropout, r, alpha, a, b }: BetaGeometric, histories: Histories): number {
  const at = Float64Array.from([r, alpha, a, b], Math.log);
  return -negativeLogLikelihood(histories, dropout)(at, new Float64Array(4));
}

/** The probability that a customer with this history has not dropped out. */
export function aliveProbability(model: BetaGeometric, { x, tx, T }: PurchaseHistory): number {
  const { r, alpha, a, b } = model;
  const y = dropouts(model.dropout, x);
  if (y === 0) return 1;
  return 1 / (1 + (a / (b + y - 1)) * ((alpha + T) / (alpha + tx)) ** (r + x));
}

/** Mean and mean square of a number of purchases. */
export interface PurchaseMoments {
  mean: number;
  meanSquare: number;
}

/**
 * The purchases to come of a customer with this history in the next t, exactly. Who is alive at T buys at a rate that
 * is gamma (r + x, alpha + T) and drops out with a probability that is beta (a, b + x), independent of each other, so
 * the k-th purchase happens with P(N ≥ k) · E[(1 − p)^(k − 1)], N being negative binomial; the moments are the sums
 * over k. The mean equals Fader, Hardie and Lee 2005, equation 10, which takes a hypergeometric function for the sum
 * and has no value at a = 1.
 */
export function purchasesToCome(model: BetaGeometric, history: PurchaseHistory, t: number): PurchaseMoments {
  const { a, b } = model;
  const y = dropouts(model.dropout, history.x);
  const alive = aliveProbability(model, history);
  const moments = purchasesWhileAlive(
    { shape: model.r + history.x, rate: model.alpha + history.T, a, b: b + y },
    t,
  );
  return { mean: alive * moments.mean, meanSquare: alive * moments.meanSquare };
}

/** The repeat purchases of a new customer in the first t; the mean is equation 9 of Fader, Hardie and Lee 2005. */
export function purchasesOfNewCustomer(model: BetaGeometric, t: number): PurchaseMoments {
  return purchasesToCome(model, { x: 0, tx: 0, T: 0 }, t);
}

/** A probability that no longer counts. */
const negligible = 1e-16;

function purchasesWhileAlive(
  { shape, rate, a, b }: { shape: number; rate: number; a: number; b: number },
  t: number,
): PurchaseMoments {
  if (t <= 0) return { mean: 0, meanSquare: 0 };
  const success = t / (rate + t);
  const logFailure = Math.log1p(-success);
  const logSuccess = Math.log(success);
  const logShape = logGamma(shape);
  const mass = (k: number) =>
    Math.exp(logGamma(shape + k) - logShape - logGamma(k + 1) + shape * logFailure + k * logSuccess);
  const expected = (shape * t) / rate;
  let mean = 0;
  let meanSquare = 0;
  /** P(N ≥ k), and how likely somebody alive is still so after k - 1 more purchases. */
  let reached = 1;
  let stayed = 1;
  let probability = mass(0);
  // For large shapes the first masses are too small for a double: those are worked out one by one.
  const isTiny = probability < 1e-290;
  for (let k = 1; ; k += 1) {
    reached = Math.max(0, reached - probability);
    // Past the mode masses only fall: what is left is of the size of the last.
    if (k > expected && probability < negligible) return { mean, meanSquare };
    mean += reached * stayed;
    meanSquare += (2 * k - 1) * reached * stayed;
    stayed *= (b + k - 1) / (a + b + k - 1);
    probability = isTiny ? mass(k) : (probability * (shape + k - 1) * success) / k;
  }
}

/** Purchases after which a customer could drop out. */
function dropouts(dropout: Dropout, x: number): number {
  return dropout === "bg" ? x : x + 1;
}

function perCustomer(objective: Objective, customers: number): Objective {
  return (at, gradient) => {
    const value = objective(at, gradient);
    for (let index = 0; index < gradient.length; index += 1)
      gradient[index] = (gradient[index] ?? 0) / customers;
    return value / customers;
  };
}

/**
 * Minus the log-likelihood at the logarithms of r, alpha, a and b, and its gradient. In the form of Fader and Hardie's
 * note on its numerics: ln A1 + ln A2 + ln(A3 + A4), so that nothing overflows. A hot loop: functions of x alone are
 * worked out once a call, and the logarithms of each time.
 */
function negativeLogLikelihood({ x, tx, T, count }: Histories, dropout: Dropout): Objective {
  const [values, places] = distinct(x);
  const [times, watchPlaces] = distinct(T);
  const [lastTimes, lastPlaces] = distinct(tx);
  return (at, gradient) => {
    const [r = 0, alpha = 0, a = 0, b = 0] = at.map(Math.exp);
    const logAlpha = Math.log(alpha);
    const logGammaR = logGamma(r);
    const digammaR = digamma(r);
    const logBeta = logGamma(a + b) - logGamma(b);
    const digammaSum = digamma(a + b);
    const digammaB = digamma(b);
    const logA1 = values.map((value) => logGamma(r + value) - logGammaR + r * logAlpha);
    const slopeR = values.map((value) => digamma(r + value) - digammaR + logAlpha);
    const counted = values.map((value) => dropouts(dropout, value));
    const logA2 = counted.map((y) => logBeta + logGamma(b + y) - logGamma(a + b + y));
    const slopeA = counted.map((y) => digammaSum - digamma(a + b + y));
    const slopeB = counted.map((y, index) => (slopeA[index] ?? 0) + digamma(b + y) - digammaB);
    const logsWatched = times.map((time) => Math.log(alpha + time));
    const logsSeen = lastTimes.map((time) => Math.log(alpha + time));
    let logLikelihood = 0;
    let [byR, byAlpha, byA, byB] = [0, 0, 0, 0];
    for (let row = 0; row < x.length; row += 1) {
      const purchases = x[row] ?? 0;
      const watched = alpha + (T[row] ?? 0);
      const seen = alpha + (tx[row] ?? 0);
      const weight = count[row] ?? 0;
      const at = places[row] ?? 0;
      const y = counted[at] ?? 0;
      const logWatched = logsWatched[watchPlaces[row] ?? 0] ?? 0;
      const logSeen = logsSeen[lastPlaces[row] ?? 0] ?? 0;
      const logA3 = -(r + purchases) * logWatched;
      const odds = y === 0 ? 0 : (a / (b + y - 1)) * Math.exp((r + purchases) * (logWatched - logSeen));
      // Beyond the largest double all have dropped out.
      const gone = odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
      const logSum =
        odds === Number.POSITIVE_INFINITY
          ? Math.log(a / (b + y - 1)) - (r + purchases) * logSeen
          : logA3 + Math.log1p(odds);
      logLikelihood += weight * ((logA1[at] ?? 0) + (logA2[at] ?? 0) + logSum);
      byR += weight * ((slopeR[at] ?? 0) - (1 - gone) * logWatched - gone * logSeen);
      byAlpha += weight * (r / alpha - (r + purchases) * ((1 - gone) / watched + gone / seen));
      byA += weight * ((slopeA[at] ?? 0) + gone / a);
      byB += weight * ((slopeB[at] ?? 0) - (y === 0 ? 0 : gone / (b + y - 1)));
    }
    gradient[0] = -byR * r;
    gradient[1] = -byAlpha * alpha;
    gradient[2] = -byA * a;
    gradient[3] = -byB * b;
    return -logLikelihood;
  };
}

/** The values without repetition, and the place among them of each. */
function distinct(values: Float64Array): [Float64Array, Int32Array] {
  const all = Float64Array.from(new Set(values));
  const places = new Map(Array.from(all, (value, place) => [value, place]));
  return [all, Int32Array.from(values, (value) => places.get(value) ?? 0)];
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
