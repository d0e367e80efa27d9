/**
 * The page, from 1 on, on which each named destination of a PDF lies. It reads what Chromium writes: a tree of pages, and
 * destinations by name in one plain dictionary. Empty where it finds none.
 */
export function pageNumbers(pdf: Buffer): Map<string, number> {
  const text = pdf.toString("latin1");
  const objects = new Map<string, string>();
  for (const [, id, body] of text.matchAll(/(?:^|\n)(\d+) 0 obj\n(<<[\s\S]*?)\nendobj/g))
    if (id !== undefined && body !== undefined) objects.set(id, body);
  const pages: string[] = [];
  const walk = (id: string) => {
    const kids = /\/Kids \[([^\]]*)\]/.exec(objects.get(id) ?? "")?.[1];
    if (kids === undefined) pages.push(id);
    else for (const [, kid] of kids.matchAll(/(\d+) 0 R/g)) if (kid !== undefined) walk(kid);
  };
  const root = /\/Pages (\d+) 0 R/.exec(text)?.[1];
  if (root !== undefined) walk(root);
  const named = objects.get(/\/Dests (\d+) 0 R/.exec(text)?.[1] ?? "") ?? "";
  const found = new Map<string, number>();
  for (const [, name, page] of named.matchAll(/\/([^\s/]+) \[(\d+) 0 R/g)) {
    const place = page === undefined ? -1 : pages.indexOf(page);
    if (name !== undefined && place >= 0) found.set(name, place + 1);
  }
  return found;
}
