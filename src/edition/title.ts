/** `Shopping trends` of shopping_trends.csv; a general name for several files. */
export function titleOf(files: readonly string[]): string {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) return "Shopper report";
  const words = file
    .replace(/\.(?:csv|tsv|txt)?(?:\.gz)?$/i, "")
    .replace(/\.(?:csv|tsv)$/i, "")
    .replace(/[_\-.]+/g, " ")
    .trim();
  return words === "" ? "Shopper report" : words.charAt(0).toUpperCase() + words.slice(1);
}
