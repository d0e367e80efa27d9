import { type HTMLElement, parse } from "node-html-parser";

/** A page of the built report. */
export interface BuiltPage {
  /** Within the site, with a slash at its end: `segments/gold/`; empty for the Overview. */
  path: string;
  html: string;
}

/** What the pages come to in one: the parts of a document, and what it needs of other files. */
export interface JoinedPages {
  title: string;
  /** Of the `html` element, as they stood there. */
  attributes: string;
  body: string;
  /** Addresses of stylesheets, each once, in the order in which they must stand. */
  styles: string[];
}

/** What needs a script, or another file beside the page. */
const useless =
  'script, style, link, template, form, label, input, select, button, [hidden], .appearance, .print-button, .figure-tools, [role="status"], #narrowed-overview';

/** Attributes that name ids, several of them parted by spaces. */
const references = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "headers"];

/**
 * Makes one body of the report's pages, the Overview first: each a part that stands by itself, its ids with the page's
 * number in front. Links from page to page lead to the part; those to files that stay behind become plain words.
 *
 * @param base the path under which the site was built
 * @param imageOf an image of the site as a `data:` address
 */
export function joinPages(
  pages: readonly BuiltPage[],
  base: string,
  imageOf: (address: string) => string,
): JoinedPages {
  const parsed = pages.map(({ html }) => parse(html));
  const numberOf = new Map(pages.map(({ path }, index) => [`${base}${path}`, index]));
  const styles = new Set<string>();
  for (const root of parsed)
    for (const sheet of root.querySelectorAll('link[rel="stylesheet"]'))
      styles.add(sheet.getAttribute("href") ?? "");
  const parts = parsed.map((root, page) => {
    const main = root.querySelector("main");
    if (main === null) throw new Error(`${pages[page]?.path} has no main part`);
    const content = parse(`${root.querySelector(".subnav")?.outerHTML ?? ""}${main.innerHTML}`);
    standAlone(content, { page, numberOf, imageOf });
    return `<section class="sheet" id="p${page}">${content.toString()}</section>`;
  });
  const [first] = parsed;
  const frame = (selector: string) => {
    const found = first?.querySelector(selector);
    if (found == null) return "";
    for (const each of found.querySelectorAll("[aria-current]")) each.removeAttribute("aria-current");
    standAlone(found, { page: 0, numberOf, imageOf });
    return found.outerHTML;
  };
  return {
    title: first?.querySelector(".brand-title")?.text.trim() ?? "",
    attributes: first?.querySelector("html")?.rawAttrs ?? "",
    body: `${frame("header.top")}<main class="wrap single-file" id="main" tabindex="-1">${parts.join("")}</main>${frame("footer.bottom")}`,
    styles: [...styles],
  };
}

interface Place {
  page: number;
  numberOf: ReadonlyMap<string, number>;
  imageOf: (address: string) => string;
}

/** Makes a part of a page need nothing beside it; changes it. */
function standAlone(part: HTMLElement, { page, numberOf, imageOf }: Place): void {
  for (const each of part.querySelectorAll(useless)) each.remove();
  for (const island of part.querySelectorAll("astro-island")) island.replaceWith(...island.childNodes);
  const idOf = (id: string, of = page) => `p${of}-${id}`;
  for (const each of part.querySelectorAll("*")) {
    const id = each.getAttribute("id");
    if (id !== undefined) each.setAttribute("id", idOf(id));
    for (const name of references) {
      const ids = each.getAttribute(name);
      if (ids !== undefined)
        each.setAttribute(
          name,
          ids
            .split(" ")
            .map((one) => idOf(one))
            .join(" "),
        );
    }
    for (const [name, value] of Object.entries(each.attributes))
      if (value.includes("url(#"))
        each.setAttribute(
          name,
          value.replaceAll(/url\(#([^)]+)\)/g, (_, one: string) => `url(#${idOf(one)})`),
        );
    if (each.tagName === "IMG") each.setAttribute("src", imageOf(each.getAttribute("src") ?? ""));
    const href = each.getAttribute("href");
    if (href === undefined || /^[a-z]+:/i.test(href)) continue;
    const [path = "", hash] = href.split("#");
    const target = path === "" ? page : numberOf.get(path);
    if (target === undefined) each.removeAttribute("href");
    else each.setAttribute("href", hash === undefined ? `#p${target}` : `#${idOf(hash, target)}`);
  }
}
