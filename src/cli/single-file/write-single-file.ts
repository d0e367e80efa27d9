import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { parse } from "node-html-parser";
import { inlineStyles } from "./inline-styles.ts";
import { type BuiltPage, joinPages } from "./joined-pages.ts";

/** The whole report in one file, in its folder. */
const singleFile = "report.html";

const imageTypes: Record<string, string> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".svg": "image/svg+xml",
};

/**
 * Writes the built report as one HTML file that needs no other: it opens from a disk or a mail, and its policy lets
 * nothing run and nothing load. Pages that are in no list, as those of single customers, are not in it.
 *
 * @param base the path under which the site was built, with a slash at its end
 */
export async function writeSingleFile(folder: string, base: string): Promise<void> {
  const read = (address: string) => readFileSync(join(folder, decodeURI(address.slice(base.length))));
  const imageOf = (address: string) =>
    `data:${imageTypes[extname(address)] ?? "image/png"};base64,${read(address).toString("base64")}`;
  const { title, attributes, body, styles } = joinPages(await listedPages(folder), base, imageOf);
  const characters = new Set(Array.from(body, (character) => character.codePointAt(0) ?? 0));
  const style = inlineStyles(
    styles.map((address) => ({ text: read(address).toString("utf8"), read })),
    characters,
  );
  const hash = createHash("sha256").update(style).digest("base64");
  const icon = imageOf(`${base}favicon.svg`);
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'`;
  await writeFile(
    join(folder, singleFile),
    `<!doctype html>
<html ${attributes}><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><link rel="icon" href="${icon}"><title>${escaped(title)}</title><style>${style}</style></head><body>${body}</body></html>
`,
  );
}

/** The Overview, the chapters in their order, and the other listed pages by their paths. */
async function listedPages(folder: string): Promise<BuiltPage[]> {
  const found: BuiltPage[] = [];
  for (const file of await readdir(folder, { recursive: true })) {
    const path = file.split(sep).join("/");
    if (!/(^|\/)index\.html$/.test(path) || path.startsWith("embed/")) continue;
    const html = await readFile(join(folder, file), "utf8");
    if (!/<meta name="robots" content="noindex"/.test(html))
      found.push({ path: path.slice(0, -"index.html".length), html });
  }
  const overview = found.find(({ path }) => path === "");
  const chapters = parse(overview?.html ?? "")
    .querySelectorAll('link[rel="chapter"]')
    .map((link) => link.getAttribute("href") ?? "");
  const rank = ({ path }: BuiltPage) => {
    const place = chapters.findIndex((chapter) =>
      path === "" ? chapter === chapters[0] : chapter.endsWith(`/${path}`),
    );
    return place < 0 ? chapters.length : place;
  };
  return found.sort((one, other) => rank(one) - rank(other) || (one.path < other.path ? -1 : 1));
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
