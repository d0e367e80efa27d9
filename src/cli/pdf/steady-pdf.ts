/**
 * A PDF with another date in place of those on which it was written, and the names of its structure's nodes,
 * which the browser counts from some number on, counted from 1: the same report gives the same bytes. Each is
 * written in as many bytes as before, so that the places of objects stay true.
 */
export function steadyPdf(pdf: Buffer, seconds: number): Buffer {
  const digits = new Date(seconds * 1000).toISOString().replace(/\D/g, "").slice(0, 14);
  const text = pdf.toString("latin1");
  const nodes = new Map(
    [...new Set(text.match(/\(node\d{8}\)/g))].sort().map((node, index) => [node, index + 1]),
  );
  const steady = text
    .replace(/(\/(?:CreationDate|ModDate) ?\(D:)\d{14}/g, (_, start: string) => `${start}${digits}`)
    .replace(/\(node\d{8}\)/g, (node) => `(node${String(nodes.get(node) ?? 0).padStart(8, "0")})`);
  return Buffer.from(steady, "latin1");
}
