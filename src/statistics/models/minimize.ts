/** A function to minimise: gives its value and writes its gradient into `gradient`. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number;

export interface Minimum {
  at: Float64Array;
  value: number;
  /** The largest part of the gradient that is left, in absolute value. */
  gradient: number;
  /** Whether the gradient fell below the tolerance. */
  converged: boolean;
}

export interface MinimizeOptions {
  /** The gradient's largest part at which the search ends. */
  tolerance: number;
  mostSteps: number;
}

/** The decrease that a step must bring, as a part of what the slope promises (Nocedal and Wright, equation 3.4). */
const sufficientDecrease = 1e-4;

/** No step is longer than this: in logarithms of parameters, a factor of about 7. */
const longestStep = 2;

/**
 * The minimum of a smooth function by BFGS with a backtracking line search (Nocedal and Wright, "Numerical
 * Optimization", algorithm 6.1): the quasi-Newton method of R's optim and scipy's minimize. Deterministic. Values that
 * are not finite count as walls.
 */
export function minimize(
  objective: Objective,
  start: readonly number[],
  { tolerance, mostSteps }: MinimizeOptions,
): Minimum {
  const size = start.length;
  let at: Float64Array = Float64Array.from(start);
  let gradient: Float64Array = new Float64Array(size);
  let value = objective(at, gradient);
  let inverse = identity(size);
  for (let step = 0; step < mostSteps && largest(gradient) > tolerance; step += 1) {
    let direction = times(inverse, gradient).map((part) => -part);
    if (dot(direction, gradient) >= 0) {
      inverse = identity(size);
      direction = gradient.map((part) => -part);
    }
    const found = search(objective, at, value, gradient, direction);
    if (found === null) {
      if (isIdentity(inverse)) break;
      inverse = identity(size);
      continue;
    }
    const moved = found.at.map((part, index) => part - (at[index] ?? 0));
    const turned = found.gradient.map((part, index) => part - (gradient[index] ?? 0));
    if (dot(moved, turned) > 0) inverse = updated(inverse, moved, turned);
    ({ at, value, gradient } = found);
  }
  const left = largest(gradient);
  return { at, value, gradient: left, converged: left <= tolerance };
}

function search(
  objective: Objective,
  at: Float64Array,
  value: number,
  gradient: Float64Array,
  direction: Float64Array,
): { at: Float64Array; value: number; gradient: Float64Array } | null {
  const slope = dot(direction, gradient);
  let length = Math.min(1, longestStep / largest(direction));
  for (let halving = 0; halving < 60; halving += 1) {
    const next = at.map((part, index) => part + length * (direction[index] ?? 0));
    const nextGradient: Float64Array = new Float64Array(at.length);
    const nextValue = objective(next, nextGradient);
    if (Number.isFinite(nextValue) && nextValue <= value + sufficientDecrease * length * slope)
      return { at: next, value: nextValue, gradient: nextGradient };
    length /= 2;
    // What the slope still promises is lost in rounding.
    if (-slope * length < Number.EPSILON * Math.abs(value)) return null;
  }
  return null;
}

/** The BFGS update of the inverse Hessian (equation 6.17). */
function updated(inverse: number[][], moved: Float64Array, turned: Float64Array): number[][] {
  const rho = 1 / dot(moved, turned);
  const carried = times(inverse, turned);
  const scale = rho * (1 + rho * dot(turned, carried));
  return inverse.map((row, i) =>
    row.map((cell, j) => {
      const [mi, mj, ci, cj] = [moved[i] ?? 0, moved[j] ?? 0, carried[i] ?? 0, carried[j] ?? 0];
      return cell + scale * mi * mj - rho * (ci * mj + mi * cj);
    }),
  );
}

function times(matrix: readonly (readonly number[])[], vector: Float64Array): Float64Array {
  return Float64Array.from(matrix, (row) => row.reduce((sum, cell, j) => sum + cell * (vector[j] ?? 0), 0));
}

function dot(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, part, index) => sum + part * (other[index] ?? 0), 0);
}

function largest(vector: Float64Array): number {
  return vector.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
}

function identity(size: number): number[][] {
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => (i === j ? 1 : 0)));
}

function isIdentity(matrix: readonly (readonly number[])[]): boolean {
  return matrix.every((row, i) => row.every((cell, j) => cell === (i === j ? 1 : 0)));
}
