/**
 * The runs of letters and digits of a text, in lower case, as they stand one after the other: `Jane.Doe@x.de`
 * gives jane, doe, x, de. What HTML, JSON and addresses write for a character counts as that character.
 */
export function tokensOf(text: string): string[] {
  return (
    decoded(text)
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

function decoded(text: string): string {
  return text
    .replace(/&(#x[\da-f]+|#\d+|amp|lt|gt|quot|apos|nbsp);/gi, (entity, body: string) => {
      const hex = /^#x([\da-f]+)$/i.exec(body)?.[1];
      const code = hex === undefined ? Number(body.slice(1)) : Number.parseInt(hex, 16);
      if (!body.startsWith("#")) return named[body.toLowerCase()] ?? entity;
      return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
    })
    .replace(/\\u([\da-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\[nrt]/g, " ")
    .replace(/(?:%[\da-f]{2})+/gi, (escaped) => {
      try {
        return decodeURIComponent(escaped);
      } catch {
        return escaped;
      }
    });
}
