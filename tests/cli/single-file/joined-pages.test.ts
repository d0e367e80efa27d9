import { parse } from "node-html-parser";
import { describe, expect, test } from "vitest";
import { joinPages } from "../../../src/cli/single-file/joined-pages.ts";

const page = (main: string, head = "") =>
  `<!doctype html><html lang="en"><head><link rel="stylesheet" href="/shop/a.css">${head}</head><body>
<header class="top"><a class="brand" href="/shop/"><img src="/shop/logo.png" alt=""><span class="brand-title">Tea &amp; Co</span></a><nav class="nav"><a href="/shop/sales/" aria-current="page">Sales</a></nav></header>
<main id="main">${main}</main><footer class="bottom"><a href="/shop/report.json">The file</a></footer></body></html>`;

const joined = joinPages(
  [
    {
      path: "",
      html: page(
        '<h2 id="top">Top</h2><a href="/shop/sales/#top">there</a><a href="#top">here</a><a href="/shop/sales/">Sales</a><a href="https://example.org/">out</a><script>x</script><astro-island><style>y</style><svg><clipPath id="cut"></clipPath><g clip-path="url(#cut)"></g></svg></astro-island>',
      ),
    },
    {
      path: "sales/",
      html: page(
        '<h2 id="top">Sales</h2><section aria-labelledby="top more"><p id="more"></p></section>',
        '<link rel="stylesheet" href="/shop/b.css">',
      ),
    },
  ],
  "/shop/",
  (address) => `data:${address}`,
);
const body = parse(joined.body);

describe("joinPages", () => {
  test("should keep every id apart, and lead every link and reference to its own", () => {
    const ids = body.querySelectorAll("[id]").map((each) => each.getAttribute("id"));
    expect(ids).toEqual(["main", "p0", "p0-top", "p0-cut", "p1", "p1-top", "p1-more"]);
    expect(body.querySelectorAll("main a").map((link) => link.getAttribute("href"))).toEqual([
      "#p1-top",
      "#p0-top",
      "#p1",
      "https://example.org/",
    ]);
    expect(body.querySelector("g")?.getAttribute("clip-path")).toBe("url(#p0-cut)");
    expect(body.querySelector("section section")?.getAttribute("aria-labelledby")).toBe("p1-top p1-more");
  });

  test("should leave out what needs a script or another file", () => {
    expect(joined.body).not.toMatch(/<script|<style|astro-island|aria-current|report\.json/);
    expect(body.querySelector("footer a")?.text).toBe("The file");
    expect(body.querySelector("header img")?.getAttribute("src")).toBe("data:/shop/logo.png");
  });

  test("should name each stylesheet once, and the report", () => {
    expect(joined.styles).toEqual(["/shop/a.css", "/shop/b.css"]);
    expect([joined.title, joined.attributes]).toEqual(["Tea & Co", 'lang="en"']);
  });
});
