import type { Config } from "../config/config.ts";
import { nameMasker, tellingOf } from "../dataset/clean/mask-names.ts";
import { parseSegmentName } from "../read/segment-name.ts";
import type { Dataset } from "../store/open-dataset.ts";

/**
 * `Shopping trends` of shopping_trends.csv, those of streamed events aside; a general name for several files, and for one
 * whose name holds what is masked: an e-mail address, a phone number or an identifier.
 */
export function titleOf(files: readonly string[], mask: (name: string) => string): string {
  const [file, ...more] = files.filter((name) => parseSegmentName(name) === null);
  if (file === undefined || more.length > 0 || mask(file) !== file) return "Shopper report";
  const words = file
    .replace(/\.(?:csv|tsv|txt)?(?:\.gz)?$/i, "")
    .replace(/\.(?:csv|tsv)$/i, "")
    .replace(/[_\-.]+/g, " ")
    .trim();
  return words === "" ? "Shopper report" : words.charAt(0).toUpperCase() + words.slice(1);
}

/** The title that report.yaml gives, or the files do, without what tells of somebody. */
export function publishedTitle(
  { files, table }: Pick<Dataset, "files" | "table">,
  { title }: Pick<Config, "title">,
): string {
  const mask = nameMasker(tellingOf(table));
  return title === undefined
    ? titleOf(
        files.map(({ name }) => name),
        mask,
      )
    : mask(title);
}
