import type { Objective } from "./minimize.ts";

/**
 * The covariance of maximum-likelihood estimates: the inverse of the Hessian of the negative log-likelihood at its
 * minimum, the Hessian by central differences of the gradient. Null where it is not positive definite, so that no
 * standard errors can be given.
 */
export function covarianceAt(objective: Objective, at: ArrayLike<number>): number[][] | null {
  const size = at.length;
  const slope = (shifted: number, by: number) => {
    const gradient: Float64Array = new Float64Array(size);
    objective(
      Float64Array.from(at, (part, index) => (index === shifted ? part + by : part)),
      gradient,
    );
    return gradient;
  };
  const step = 1e-4;
  const columns = Array.from({ length: size }, (_, index) => {
    const up = slope(index, step);
    const down = slope(index, -step);
    return up.map((part, row) => (part - (down[row] ?? 0)) / (2 * step));
  });
  const hessian = columns.map((column, i) =>
    Array.from(column, (part, j) => (part + (columns[j]?.[i] ?? 0)) / 2),
  );
  return invertPositive(hessian);
}

/** The inverse of a symmetric matrix by Cholesky's factors (Golub and Van Loan 4.2); null unless positive definite. */
export function invertPositive(matrix: readonly (readonly number[])[]): number[][] | null {
  const lower = cholesky(matrix);
  if (lower === null) return null;
  const size = matrix.length;
  const columns = Array.from({ length: size }, (_, unit) => solve(lower, unit));
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, j) => columns[j]?.[i] ?? 0),
  );
}

/** The lower triangular L with L Lᵀ = the matrix; null unless it is positive definite. */
export function cholesky(matrix: readonly (readonly number[])[]): number[][] | null {
  const lower: number[][] = matrix.map((row) => row.map(() => 0));
  for (const [i, row] of lower.entries()) {
    for (let j = 0; j <= i; j += 1) {
      const other = lower[j] ?? [];
      let rest = matrix[i]?.[j] ?? Number.NaN;
      for (let k = 0; k < j; k += 1) rest -= (row[k] ?? 0) * (other[k] ?? 0);
      if (i === j) {
        if (!(rest > 0)) return null;
        row[i] = Math.sqrt(rest);
      } else row[j] = rest / (other[j] ?? Number.NaN);
    }
  }
  return lower;
}

/** The column of the inverse that belongs to one unit vector: forward, then backward substitution. */
function solve(lower: readonly (readonly number[])[], unit: number): number[] {
  const size = lower.length;
  const solved: number[] = new Array(size).fill(0);
  for (let i = 0; i < size; i += 1) {
    let rest = i === unit ? 1 : 0;
    for (let k = 0; k < i; k += 1) rest -= (lower[i]?.[k] ?? 0) * (solved[k] ?? 0);
    solved[i] = rest / (lower[i]?.[i] ?? Number.NaN);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    let rest = solved[i] ?? 0;
    for (let k = i + 1; k < size; k += 1) rest -= (lower[k]?.[i] ?? 0) * (solved[k] ?? 0);
    solved[i] = rest / (lower[i]?.[i] ?? Number.NaN);
  }
  return solved;
}
