import { columnDefinition } from "../../src/report/column-definitions.ts";
import { siteNames } from "./sites.ts";
import { expect, pagesOf, personaPages, test, urlOf } from "./test.ts";

for (const site of siteNames) {
  test(`every column of ${site} that the registry knows has its meaning under its table`, async ({
    page,
  }) => {
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
        const known = new Set(headings.flatMap((heading) => columnDefinition(heading)?.name ?? []));
        for (const name of known) expect(meanings, `${path}: "${name}" under "${title}"`).toContain(name);
        told += known.size;
      }
    }
    expect(told).toBeGreaterThan(10);
  });
}
