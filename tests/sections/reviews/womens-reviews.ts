import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";

const file = fileURLToPath(new URL("../../../../shared/data/womens_reviews.csv.gz", import.meta.url));

/** Texts and ratings of 1,000 real reviews of clothing; null where the file is absent. */
export function womensReviews(): { texts: string[]; ratings: Float64Array } | null {
  if (!existsSync(file)) {
    console.warn(`skipped, for want of ${file}: reviews of clothing against the golden figures`);
    return null;
  }
  const { data } = Papa.parse<Record<string, string>>(gunzipSync(readFileSync(file)).toString("utf8"), {
    header: true,
    skipEmptyLines: true,
  });
  return {
    texts: data.map((row) => row["Review Text"] ?? ""),
    ratings: Float64Array.from(data, (row) => Number(row["Rating"])),
  };
}
