import { maskContacts } from "../dataset/clean/mask-names.ts";
import { parseSegmentName } from "../read/segment-name.ts";

/**
 * `Shopping trends` of shopping_trends.csv, those of streamed events aside; a general name for several files, and for one
 * whose name holds an e-mail address or a phone number.
 */
export function titleOf(files: readonly string[]): string {
  const [file, ...more] = files.filter((name) => parseSegmentName(name) === null);
  if (file === undefined || more.length > 0 || maskContacts(file) !== file) return "Shopper report";
  const words = file
    .replace(/\.(?:csv|tsv|txt)?(?:\.gz)?$/i, "")
    .replace(/\.(?:csv|tsv)$/i, "")
    .replace(/[_\-.]+/g, " ")
    .trim();
  return words === "" ? "Shopper report" : words.charAt(0).toUpperCase() + words.slice(1);
}
