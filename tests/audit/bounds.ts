/** What was measured on one page. */
export interface PageFigures {
  /** Lighthouse's scores, 0 to 100, mobile preset. */
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  /** Cumulative layout shift. */
  layoutShift: number;
  /** Compressed bytes of HTML, CSS, fonts and pictures. */
  page: number;
  /** Compressed bytes of scripts of the framework before anything was touched. */
  frameworkBefore: number;
  /** Compressed bytes of all scripts once a chart was touched; null where the page has no chart. */
  scriptTouched: number | null;
}

interface Bound {
  least?: number;
  most?: number;
}

/** The bounds of each figure but performance, from which a busy machine takes points. */
const bounds: Record<Exclude<keyof PageFigures, "performance">, Bound> = {
  accessibility: { least: 100 },
  bestPractices: { least: 100 },
  seo: { least: 100 },
  layoutShift: { most: 0 },
  page: { most: 120 * 1024 },
  frameworkBefore: { most: 0 },
  scriptTouched: { most: 130 * 1024 },
};

/** A line for each figure of a page that misses its bound. */
export function misses(path: string, figures: PageFigures, leastPerformance: number): string[] {
  const all: Record<keyof PageFigures, Bound> = { performance: { least: leastPerformance }, ...bounds };
  return Object.entries(all).flatMap(([name, { least, most }]) => {
    const value = Object.entries(figures).find(([figure]) => figure === name)?.[1] ?? null;
    if (value === null) return [];
    if (least !== undefined && value < least)
      return [`${path}: ${name} is ${value}, at least ${least} is asked`];
    if (most !== undefined && value > most) return [`${path}: ${name} is ${value}, at most ${most} is asked`];
    return [];
  });
}

/** The middle of an odd number of values; of an even number the lower of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
