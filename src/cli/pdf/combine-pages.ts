/** A page of the report that goes into the document, in its order. */
export interface Chapter {
  /** Its path on the host, `/shop/segments/`. */
  path: string;
  name: string;
}

export interface DocumentWords {
  findings: string;
  contents: string;
}

/**
 * Makes one document of the report's pages, in the browser, on its Overview: a cover with the title, what the
 * report stands on and its findings, the contents, and the main part of each page. Ids get their chapter's
 * number in front, and links from page to page lead to the place in the document. It must not refer to
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

  const title = document.querySelector(".brand-title")?.textContent?.trim() ?? "";
  document.title = title;
  const cover = element("section", "pdf-cover");
  const logo = document.querySelector(".logo");
  if (logo !== null) cover.append(logo.cloneNode(true));
  cover.append(element("h1", "pdf-title", title));
  const subtitle = document.querySelector(".subtitle");
  if (subtitle !== null) cover.append(element("p", "pdf-subtitle", subtitle.textContent ?? ""));
  const head = document.querySelector(".page-head");
  cover.append(element("p", "pdf-reach", head?.querySelector("h1")?.textContent ?? ""));
  cover.append(element("p", "pdf-basis", head?.querySelector("p:last-of-type")?.textContent ?? ""));
  const insights = document.querySelector("ol.insights");
  if (insights !== null) {
    cover.append(element("h2", "pdf-heading", words.findings));
    const list = document.createElement("ol");
    list.className = "insights";
    for (const insight of insights.children) {
      list.append(insight.cloneNode(true));
    }
    cover.append(list);
  }
  const contents = element("section", "pdf-contents");
  contents.append(element("h2", "pdf-heading", words.contents));
  const list = document.createElement("ol");
  chapters.forEach(({ name }, chapter) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#${place(chapter)}`;
    link.textContent = name;
    item.append(link);
    list.append(item);
  });
  contents.append(list);

  const bodies = pages.map((page, chapter) => {
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
    // In one document an island would only be a drawing; and its script must not wake.
    for (const island of body.querySelectorAll("astro-island")) island.replaceWith(...island.childNodes);
    return body;
  });
  const main = document.querySelector("main");
  main?.replaceChildren(cover, contents, ...bodies);
  document.querySelector(".top")?.remove();
  document.querySelector("footer.bottom")?.remove();

  [cover, contents, ...bodies].forEach((part, index) => {
    const own = Math.max(0, index - 2);
    for (const link of part.querySelectorAll("a[href]")) {
      const href = link.getAttribute("href") ?? "";
      if (part === contents) continue;
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
