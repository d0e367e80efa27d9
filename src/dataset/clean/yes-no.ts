const yes = new Set([
  "yes",
  "y",
  "true",
  "t",
  "1",
  "on",
  "active",
  "subscribed",
  "ja",
  "oui",
  "si",
  "sí",
  "sim",
]);
const no = new Set([
  "no",
  "n",
  "false",
  "f",
  "0",
  "off",
  "inactive",
  "none",
  "not subscribed",
  "nein",
  "non",
  "não",
]);

/** `Yes` or `No` for the usual spellings, null for others. */
export function parseYesNo(text: string): "Yes" | "No" | null {
  const word = text.trim().toLowerCase();
  if (yes.has(word)) return "Yes";
  return no.has(word) ? "No" : null;
}
