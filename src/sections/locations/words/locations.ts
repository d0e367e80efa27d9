import type { Formatter } from "../../../report/format.ts";
import { type Measure, quoted } from "../../../report/words/general.ts";

/** The title of a ranking in which the place that has half of all is not drawn. */
export function apartTitle(title: string): string {
  return `${title}, the largest apart`;
}

export function apartWords(name: string, share: number, measure: Measure, format: Formatter): string {
  return `${quoted(name)}, with ${format.share(share)} of ${measure}, stands apart.`;
}
