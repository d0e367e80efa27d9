import { expect, test } from "vitest";
import { siteMap } from "../../src/edition/site-map.ts";

test("siteMap writes addresses as XML", () => {
  expect(siteMap(["https://a.example/", "https://a.example/?a&b"])).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://a.example/</loc></url>
<url><loc>https://a.example/?a&amp;b</loc></url>
</urlset>
`,
  );
});
