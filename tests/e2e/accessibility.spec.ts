import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { allPagesOf, kindOf, pageKinds } from "./page-kinds.ts";
import { siteNames } from "./sites.ts";
import { expect, pages, test, urlOf } from "./test.ts";

type Results = Awaited<ReturnType<AxeBuilder["analyze"]>>;

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The rules of these standards that look at colours. */
const ofColours = ["color-contrast", "link-in-text-block"];

test("there is no page of a kind that these tests do not look at", () => {
  const known = new Set(pageKinds.map(({ path }) => kindOf(path)));
  const built = siteNames.flatMap((site) => allPagesOf(site).map(kindOf));
  expect([...new Set(built)].filter((kind) => !known.has(kind))).toEqual([]);
});

for (const { site, path } of pageKinds) {
  test(`axe finds nothing wrong with /${path} in light and dark @everywhere`, async ({ page }) => {
    // Pages of thousands of cells take axe a while.
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await page.goto(urlOf(site, path));
    await openDetails(page);
    const found = await new AxeBuilder({ page }).withTags(standards).analyze();
    expect(described(found.violations), "in light").toEqual([]);
    const menu = page.locator("details.appearance");
    if ((await menu.count()) > 0) {
      await menu.evaluate((details) => details.toggleAttribute("open", true));
      const opened = await new AxeBuilder({ page }).include(".appearance").withTags(standards).analyze();
      expect(described(opened.violations), "in the menu").toEqual([]);
    }
    // Axe leaves the size of targets (2.5.8) out unless its standard is asked for.
    expect(ruleNames(found).has("target-size"), "target-size was tested").toBe(true);
    // Of all that axe looks at, the dark changes colours only.
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    const dark = await new AxeBuilder({ page }).withRules(ofColours).analyze();
    expect(described(dark.violations), "in dark").toEqual([]);
    expect(ruleNames(dark)).toEqual(new Set(ofColours));
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const accent of ["ocean", "emerald", "sunset", "midnight"]) {
    test(`the accent ${accent} has enough contrast in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto(urlOf("sample"));
      await page.evaluate((name) => {
        document.documentElement.dataset["accent"] = name;
      }, accent);
      const { violations } = await new AxeBuilder({ page }).withRules(["color-contrast"]).analyze();
      expect(described(violations)).toEqual([]);
    });
  }
}

test("every heading stands one level below its section's at most", async ({ page }) => {
  for (const path of pages) {
    await page.goto(urlOf("sample", path));
    const levels = await page
      .locator("h1, h2, h3, h4, h5, h6")
      .evaluateAll((headings) => headings.map((heading) => Number(heading.localName.slice(1))));
    expect(
      levels.filter((level) => level === 1),
      `h1 of /${path}`,
    ).toHaveLength(1);
    const jumps = levels.filter((level, place) => place > 0 && level > (levels[place - 1] ?? 0) + 1);
    expect(jumps, `levels that skip one on /${path}: ${levels.join(" ")}`).toEqual([]);
  }
});

/** Opens what lies in the page; the menu over it covers some of what is below while it is open. */
function openDetails(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll("details:not(.appearance)"))
      details.toggleAttribute("open", true);
  });
}

/** The rules that axe went through, whatever came of it. */
function ruleNames({ passes, violations, incomplete, inapplicable }: Results): Set<string> {
  return new Set([...passes, ...violations, ...incomplete, ...inapplicable].map(({ id }) => id));
}

/** What a person needs to find the element: rule, what is wrong, where. */
function described(violations: Results["violations"]): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary ?? ""}`),
  );
}
