import { siteNames } from "./sites.ts";
import { expect, filesOf, test } from "./test.ts";

/**
 * The tags of a page, without what stands in their quotes: texts of the data, which may hold any sign but the quote.
 */
function tagsOf(html: string): string[] {
  return (html.match(/<[a-z](?:"[^"]*"|[^">])*>/gi) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""'));
}

for (const site of siteNames) {
  test(`every page of ${site} has a strict policy, and nothing in it that the policy would block`, () => {
    const found: string[] = [];
    const pages = [...filesOf(site)].filter(([path]) => path.endsWith(".html"));
    expect(pages.length).toBeGreaterThan(5);
    for (const [path, bytes] of pages) {
      const html = bytes.toString("utf8");
      const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1] ?? "";
      const parts =
        path === "report.html"
          ? ["default-src 'none'", "style-src 'sha256-", "base-uri 'none'", "form-action 'none'"]
          : ["default-src 'self'", "object-src 'none'", "base-uri 'self'", "script-src", "style-src"];
      for (const part of parts) if (!policy.includes(part)) found.push(`${path}: no ${part}`);
      if (/unsafe-|\*|https?:/.test(policy)) found.push(`${path}: ${policy}`);
      for (const tag of tagsOf(html)) {
        if (/\s(style|on[a-z]+)\s*=/i.test(tag)) found.push(`${path}: ${tag}`);
      }
    }
    expect(found.slice(0, 20)).toEqual([]);
  });
}
