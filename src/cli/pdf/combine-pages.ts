/** A page of the report that goes into the document, in its order. */
export interface Chapter {
  /** Its path on the host, `/shop/segments/`. */
  path: string;
  name: string;
}

export interface DocumentWords {
  findings: string;
  moreFindings: string;
  contents: string;
}

/**
 * Makes one document of the report's pages, in the browser, on its Overview, which becomes the summary on its first
 * page: the verdict, the numbers, two figures, the findings and the contents. The main part of each other page is a
 * chapter, without what paper has no use for: tables under charts, queries, what only leads elsewhere. Ids get their
 * chapter's number in front, and links from page to page lead to the place in the document. It must not refer to
 * anything outside itself: the browser gets its text alone.
 */
export async function combinePages({
  chapters,
  words,
}: {
  chapters: Chapter[];
  words: DocumentWords;
}): Promise<void> {
  const place = (chapter: number, id = "start") => `c${chapter}-${id}`;
  const element = (tag: string, className: string, text = "") => {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text;
    return made;
  };
  const pages = await Promise.all(
    chapters.map(async ({ path }) => {
      const response = await fetch(path);
      if (!response.ok) throw new Error(`${path} answers with ${response.status}`);
      return new DOMParser().parseFromString(await response.text(), "text/html");
    }),
  );

  for (const page of [document, ...pages]) {
    const unwanted =
      "main :is(.figure-data, .meanings, .definition, .headline-trend, .stability p, .not-in-document, details pre, [hidden])";
    for (const each of page.querySelectorAll(unwanted)) each.remove();
  }

  const known = new Set([...document.styleSheets].map(({ href }) => href));
  const loading: Promise<void>[] = [];
  for (const link of pages.flatMap((page) => [...page.querySelectorAll('link[rel="stylesheet"]')])) {
    const href = new URL(link.getAttribute("href") ?? "", location.href).href;
    if (known.has(href)) continue;
    known.add(href);
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = href;
    loading.push(
      new Promise((loaded, failed) => {
        sheet.onload = () => loaded();
        sheet.onerror = () => failed(new Error(`${href} cannot be loaded`));
      }),
    );
    document.head.append(sheet);
  }
  await Promise.all(loading);

  const copies = (selector: string, most: number) =>
    [...document.querySelectorAll(selector)].slice(0, most).map((each) => each.cloneNode(true));
  const title = document.querySelector(".brand-title")?.textContent?.trim() ?? "";
  document.title = title;
  document.documentElement.classList.add("pdf");
  const cover = element("section", "pdf-cover");
  cover.id = place(0);
  cover.append(...copies(".logo", 1), element("p", "pdf-title", title));
  const head = document.querySelector(".page-head");
  for (const [selector, name] of [
    [".subtitle", "pdf-subtitle"],
    ["h1", "pdf-reach"],
    ["p:last-of-type", "pdf-basis"],
  ] as const) {
    const found = head?.querySelector(selector);
    if (found != null) cover.append(element(selector === "h1" ? "h1" : "p", name, found.textContent ?? ""));
  }
  const figures = element("div", "pdf-figures");
  figures.append(...copies("#whole-overview figure.card", 2));
  cover.append(...copies("#headlines", 1), figures);
  const findings = copies("ol.insights > li", 3);
  if (findings.length > 0) {
    const list = element("ol", "insights");
    list.append(...findings);
    cover.append(element("h2", "pdf-heading", words.findings), list);
  }
  const more = copies(".insight-list > li", Number.POSITIVE_INFINITY);
  const others = element("section", "pdf-more");
  if (more.length > 0) {
    const list = element("ul", "insight-list");
    list.append(...more);
    others.append(element("h2", "pdf-heading", words.moreFindings), list);
  }
  const contents = element("section", "pdf-contents");
  contents.append(element("h2", "pdf-heading", words.contents));
  const list = document.createElement("ol");
  chapters.forEach(({ name }, chapter) => {
    if (chapter === 0) return;
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#${place(chapter)}`;
    link.textContent = name;
    const number = element("span", "pdf-number");
    number.dataset["place"] = place(chapter);
    item.append(link, number);
    list.append(item);
  });
  contents.append(list);
  cover.append(contents);

  const bodies = pages.slice(1).map((page, index) => {
    const chapter = index + 1;
    const body = element("section", "pdf-chapter");
    body.id = place(chapter);
    body.append(...(page.querySelector("main")?.cloneNode(true).childNodes ?? []));
    for (const named of body.querySelectorAll("[id]")) named.id = place(chapter, named.id);
    for (const attribute of ["aria-labelledby", "aria-describedby", "for"]) {
      for (const labelled of body.querySelectorAll(`[${attribute}]`)) {
        const ids = labelled.getAttribute(attribute)?.split(" ") ?? [];
        labelled.setAttribute(attribute, ids.map((id) => place(chapter, id)).join(" "));
      }
    }
    return body;
  });
  const main = document.querySelector("main");
  main?.replaceChildren(cover, others, ...bodies);
  // In one document an island would only be a drawing; and its script must not wake.
  for (const island of main?.querySelectorAll("astro-island") ?? []) island.replaceWith(...island.childNodes);
  document.querySelector(".top")?.remove();
  document.querySelector("footer.bottom")?.remove();

  [cover, others, ...bodies].forEach((part, index) => {
    const own = Math.max(0, index - 1);
    for (const link of part.querySelectorAll("a[href]")) {
      const href = link.getAttribute("href") ?? "";
      if (contents.contains(link)) continue;
      const target = new URL(href, new URL(chapters[own]?.path ?? "/", location.href));
      const chapter = chapters.findIndex(({ path }) => path === target.pathname);
      if (target.origin !== location.origin) continue;
      if (chapter < 0) link.removeAttribute("href");
      else {
        const id = place(chapter, target.hash === "" ? "start" : decodeURIComponent(target.hash.slice(1)));
        link.setAttribute("href", `#${document.getElementById(id) === null ? place(chapter) : id}`);
      }
    }
  });
  for (const details of document.querySelectorAll("details")) details.open = true;
  await document.fonts.ready;
}
