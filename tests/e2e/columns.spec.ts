import { siteNames } from "./sites.ts";
import { expect, pagesOf, personaPages, test, urlOf } from "./test.ts";

for (const site of siteNames) {
  test(`every column of ${site} that Methods defines has its meaning under its table`, async ({ page }) => {
    await page.goto(urlOf(site, "methods/"));
    const defined = new Set(
      await page
        .locator("section[aria-labelledby=columns-title] dt")
        .evaluateAll((names) => names.map((name) => name.textContent?.trim() ?? "")),
    );
    let told = 0;
    for (const path of [...pagesOf(site), ...(site === "sample" ? personaPages : [])]) {
      await page.goto(urlOf(site, path));
      const tables = await page.locator("figure").evaluateAll((figures) =>
        figures.map((figure) => ({
          title: figure.querySelector("figcaption")?.textContent?.trim() ?? "",
          headings: [...figure.querySelectorAll("table thead th")].map((th) => th.textContent?.trim() ?? ""),
          meanings: [...figure.querySelectorAll(".meanings dt")].map((dt) => dt.textContent?.trim() ?? ""),
        })),
      );
      for (const { title, headings, meanings } of tables) {
        const known = headings.filter((heading) => defined.has(heading));
        for (const name of known) expect(meanings, `${path}: "${name}" under "${title}"`).toContain(name);
        for (const name of meanings) expect([...defined], `${path}: "${name}"`).toContain(name);
        told += known.length;
      }
    }
    expect(told).toBeGreaterThan(10);
  });
}
