import type { SourceFile } from "../dataset/account.ts";
import { parseSegmentName } from "../read/segment-name.ts";
import type { Freshness } from "../report/report.ts";

/**
 * How fresh a report is that was built from streamed events, by the files that `watch` writes; null where none of its
 * files is one.
 *
 * @param through the last day of the data, null where they have no dates
 */
export function freshnessOf(
  files: readonly Pick<SourceFile, "name" | "rows">[],
  through: string | null,
): Freshness | null {
  const segments = files.filter(({ name }) => parseSegmentName(name) !== null);
  if (segments.length === 0) return null;
  return { through, events: segments.reduce((sum, { rows }) => sum + rows, 0) };
}
