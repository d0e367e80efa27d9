import { type SparseRows, timesVector } from "./sparse-rows.ts";

/** What a logistic regression learns from. */
export interface Labelled {
  /** All rows there are. */
  features: SparseRows;
  /** Those that it learns from. */
  rows: Int32Array;
  /** For each of them: the share of it that is positive, 0 to 1. */
  positive: Float64Array;
  /** For each of them: how much it counts. */
  weights: Float64Array;
}

/** What a logistic regression is fitted by. */
export interface LogisticOptions {
  /** λ: half of it times the sum of the squared coefficients is added to the negative log-likelihood. Above 0. */
  penalty: number;
  /** Where the search begins: the coefficients of a like model, say; zeros by default. */
  start?: Float64Array;
  /** The search ends where the gradient has fallen to this part of that at zero. */
  tolerance?: number;
  mostSteps?: number;
}

/** Pairs of steps that the search remembers. */
const memory = 8;
/** Armijo's condition. */
const sufficientDecrease = 1e-4;

/**
 * The coefficients of a logistic regression with an L2 penalty, the intercept last and not penalised: they minimise
 * −Σ wᵢ (yᵢ log pᵢ + (1 − yᵢ) log(1 − pᵢ)) + λ/2 Σ βⱼ², as scikit-learn's `LogisticRegression(C = 1/λ)` and glmnet's
 * ridge do, by L-BFGS with backtracking (Nocedal and Wright, "Numerical Optimization", algorithm 7.4). Deterministic;
 * time grows with the numbers in the rows. Throws a RangeError for a penalty that is not above 0.
 */
export function fitLogistic(
  { features, rows, positive, weights }: Labelled,
  { penalty, start, tolerance = 1e-4, mostSteps = 200 }: LogisticOptions,
): Float64Array {
  if (!(penalty > 0)) throw new RangeError(`${penalty} is no penalty above 0`);
  const size = features.width + 1;
  const evaluate = (at: Float64Array, gradient: Float64Array): number => {
    const scores = timesVector(features, rows, at);
    gradient.fill(0);
    let value = 0;
    for (let j = 0; j < features.width; j += 1) {
      const each = at[j] ?? 0;
      value += (penalty / 2) * each * each;
      gradient[j] = penalty * each;
    }
    let intercept = 0;
    for (let place = 0; place < rows.length; place += 1) {
      const score = scores[place] ?? 0;
      const weight = weights[place] ?? 0;
      const share = positive[place] ?? 0;
      value += weight * (softplus(score) - share * score);
      const error = weight * (logistic(score) - share);
      intercept += error;
      addRow(features, rows[place] ?? 0, error, gradient);
    }
    gradient[features.width] = intercept;
    return value;
  };
  let at: Float64Array = start === undefined ? new Float64Array(size) : start.slice();
  let gradient: Float64Array = new Float64Array(size);
  let value = evaluate(new Float64Array(size), gradient);
  const enough = tolerance * Math.max(norm(gradient), Number.MIN_VALUE);
  if (start !== undefined) value = evaluate(at, gradient);
  const steps: { moved: Float64Array; turned: Float64Array; rho: number }[] = [];
  for (let step = 0; step < mostSteps && norm(gradient) > enough; step += 1) {
    const direction = descent(gradient, steps);
    const slope = dot(direction, gradient);
    let length = steps.length === 0 ? Math.min(1, 1 / norm(gradient)) : 1;
    let next = at;
    let nextValue = value;
    const nextGradient = new Float64Array(size);
    let found = false;
    for (let halving = 0; halving < 40 && !found; halving += 1, length /= 2) {
      next = at.slice();
      addTo(next, direction, length);
      nextValue = evaluate(next, nextGradient);
      found = nextValue <= value + sufficientDecrease * length * slope;
    }
    if (!found) break;
    const [moved, turned] = [next.slice(), nextGradient.slice()];
    addTo(moved, at, -1);
    addTo(turned, gradient, -1);
    const curvature = dot(moved, turned);
    if (curvature > 0) {
      steps.push({ moved, turned, rho: 1 / curvature });
      if (steps.length > memory) steps.shift();
    }
    at = next;
    value = nextValue;
    gradient = nextGradient;
  }
  return at;
}

/** 1 / (1 + e^−x) */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const odds = Math.exp(x);
  return odds / (1 + odds);
}

/** log(1 + e^x), without overflow. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

function addRow({ starts, columns, values }: SparseRows, row: number, times: number, to: Float64Array): void {
  const end = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < end; at += 1) {
    const column = columns[at] ?? 0;
    to[column] = (to[column] ?? 0) + times * (values[at] ?? 0);
  }
}

/** The direction of the two-loop recursion. */
function descent(
  gradient: Float64Array,
  steps: readonly { moved: Float64Array; turned: Float64Array; rho: number }[],
): Float64Array {
  const direction = gradient.slice();
  const taken: number[] = [];
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const step = steps[index];
    if (step === undefined) continue;
    const alpha = step.rho * dot(step.moved, direction);
    taken[index] = alpha;
    addTo(direction, step.turned, -alpha);
  }
  const last = steps.at(-1);
  if (last !== undefined) {
    const scale = 1 / (last.rho * dot(last.turned, last.turned));
    for (let j = 0; j < direction.length; j += 1) direction[j] = (direction[j] ?? 0) * scale;
  }
  steps.forEach((step, index) => {
    const beta = step.rho * dot(step.turned, direction);
    addTo(direction, step.moved, (taken[index] ?? 0) - beta);
  });
  for (let j = 0; j < direction.length; j += 1) direction[j] = -(direction[j] ?? 0);
  return direction;
}

function addTo(to: Float64Array, vector: Float64Array, times: number): void {
  for (let j = 0; j < to.length; j += 1) to[j] = (to[j] ?? 0) + times * (vector[j] ?? 0);
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < one.length; j += 1) sum += (one[j] ?? 0) * (other[j] ?? 0);
  return sum;
}

function norm(vector: Float64Array): number {
  return Math.sqrt(dot(vector, vector));
}
