import type { Page } from "playwright/test";
import type { Report } from "../../src/report/report.ts";
import { hasPersonas, type Persona, type Segments } from "../../src/sections/segments/segments.ts";
import { axe } from "./axe.ts";
import { base, type SiteName } from "./sites.ts";
import { charts, expect, filesOf, nameOf, personaPages, test, touch, urlOf } from "./test.ts";

const drawings = ["personas", "customer-cloud", "rfm-segments"];

function segmentsOf(site: SiteName): Segments | null {
  const report: Report = JSON.parse(filesOf(site).get("report.json")?.toString() ?? "null");
  return report.segments;
}

function samplePersonas(): Persona[] {
  const segments = segmentsOf("sample");
  if (!hasPersonas(segments)) throw new Error("The sample has no personas");
  return segments.personas.personas;
}

test("the Segments page has a card for each persona, with its numbers and how sure it is", async ({
  page,
}) => {
  await page.goto(urlOf("sample", "segments/"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Customers fall into four groups");
  const cards = page.locator(".persona");
  await expect(cards).toHaveCount(4);
  const texts = await cards.allInnerTexts();
  expect(texts.map((text) => text.split("\n")[0])).toEqual(["Platinum", "Gold", "Silver", "Bronze"]);
  for (const label of ["Customers", "Revenue", "Days since the last order", "Orders each", "Revenue each"]) {
    for (const text of texts) expect(text).toContain(label);
  }
  // data/README.md, "Four kinds of customers".
  expect(texts.map((text) => /([\d,]+) · /.exec(text)?.[1])).toEqual(["312", "585", "936", "2,067"]);
  const meaning = cards.first().locator(".stability p");
  await expect(meaning, "the badge's meaning before it is opened").toBeHidden();
  await cards.first().locator(".stability summary", { hasText: "Stable" }).click();
  await expect(meaning).toBeVisible();
  await expect(meaning).toContainText("0.75 and more is stable, below 0.6 is doubtful");
});

test("the parts of a persona's card stand beneath each other @everywhere", async ({ page }) => {
  await page.goto(urlOf("sample", "segments/"));
  for (const card of await page.locator(".persona").all()) {
    const overlaps = await card.evaluate((each) => {
      const boxes = [...each.children].map((child) => child.getBoundingClientRect());
      return boxes.slice(1).filter(({ top }, index) => top < (boxes[index]?.bottom ?? 0) - 1).length;
    });
    expect(overlaps, await card.innerText()).toBe(0);
  }
});

test("the numbers on the cards are those of report.json", async ({ page }) => {
  await page.goto(urlOf("sample", "segments/"));
  const written = await page
    .locator(".persona")
    .evaluateAll((cards) =>
      cards.map((card) =>
        [...card.querySelectorAll("dd")].map((each) => (each.textContent ?? "").replaceAll(/[$,]/g, "")),
      ),
    );
  const numbers = written.map((texts) => texts.map((text) => Number.parseFloat(text)));
  const expected = samplePersonas().map(({ customers, revenue, typical }) => [
    customers,
    Math.round(revenue),
    Math.round(typical.recency.median),
    typical.frequency.median,
    typical.monetary.median >= 1_000 ? Math.round(typical.monetary.median) : typical.monetary.median,
  ]);
  for (const [place, values] of expected.entries()) {
    for (const [measure, value] of values.entries())
      expect(numbers[place]?.[measure], `number ${measure + 1} of card ${place + 1}`).toBeCloseTo(value, 2);
  }
});

test("a persona's page has its profile, three suggestions, what sets it apart and what it buys", async ({
  page,
}) => {
  await page.goto(urlOf("sample", "segments/"));
  await page.locator(".persona").getByRole("link", { name: "Platinum" }).click();
  await expect(page).toHaveURL(new RegExp(`${base}/segments/platinum/$`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Platinum");
  await expect(page.getByRole("region", { name: "Profile table" }).getByRole("row")).toHaveCount(4);
  await expect(page.locator(".actions li")).toHaveCount(3);
  await expect(page.getByRole("main")).toContainText(/Nothing else does: of \d+ pairs/);
  await expect(page.locator("#top-products").getByRole("row")).toHaveCount(9);
  await expect(page.locator("#top-locations").getByRole("row")).toHaveCount(9);
  const current = page.getByRole("navigation", { name: "Pages" }).locator("a[aria-current]");
  await expect(current).toHaveText(["Customers", "Segments"]);
  await page.getByRole("navigation", { name: "Personas" }).getByRole("link", { name: "Gold" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Gold");
  await page.getByRole("main").getByRole("link", { name: "Segments" }).click();
  await expect(page).toHaveURL(new RegExp(`${base}/segments/$`));
});

test("the suggestions of no two personas are the same", async ({ page }) => {
  const suggestions = new Set<string>();
  for (const path of personaPages) {
    await page.goto(urlOf("sample", path));
    for (const text of await page.locator(".actions li").allInnerTexts()) suggestions.add(text);
  }
  expect(suggestions.size).toBe(3 * personaPages.length);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the curves, the cloud and the grid of the Segments page are there", async ({ page }) => {
    await page.goto(urlOf("sample", "segments/"));
    for (const id of drawings) {
      await expect(page.locator(`#${id} svg:visible`), `drawings of ${id}`).toHaveCount(1);
    }
    const marks = page.locator("#customer-cloud svg:visible");
    expect(
      await marks.locator("path, circle, rect").count(),
      "marks in the cloud, or paths of them",
    ).toBeGreaterThan(3);
  });

  test("the grid counts every customer and names all eleven segments", async ({ page }) => {
    await page.goto(urlOf("sample", "segments/"));
    const cells = page.locator("#rfm-grid tbody td");
    const counts = (await cells.locator(".rfm-count").allInnerTexts()).map((text) =>
      Number(text.replaceAll(",", "")),
    );
    expect(counts).toHaveLength(25);
    expect(counts.reduce((total, count) => total + count)).toBe(segmentsOf("sample")?.customers);
    const names = new Set(await cells.locator(".rfm-name").allInnerTexts());
    expect([...names].sort()).toEqual(
      segmentsOf("sample")
        ?.segments.map(({ name }) => name)
        .sort(),
    );
  });

  test("the Overview has the personas, and leads to them", async ({ page }) => {
    await page.goto(urlOf("sample"));
    const card = page.locator(".entry-cards > li").filter({ hasText: "Customer groups" });
    await expect(card.locator("dt")).toHaveText(["Platinum", "Gold", "Silver", "Bronze"]);
    await expect(card.getByRole("link")).toHaveAttribute("href", `${base}/segments/`);
  });
});

test("the cloud comes alive on touch, and the arrow keys read its personas", async ({ page }) => {
  await page.goto(urlOf("sample", "segments/"));
  const cloud = page.locator("#customer-cloud");
  await touch(page, cloud);
  await cloud.locator(".chart-frame").focus();
  const spoken = cloud.locator(".chart-spoken");
  for (const { name } of samplePersonas()) {
    await page.keyboard.press("ArrowRight");
    await expect(spoken, "what is read aloud").toContainText(name);
  }
});

test("every chart of the Segments page answers a finger @phone", async ({ page }) => {
  await page.goto(urlOf("sample", "segments/"));
  const figures = charts(page);
  await expect(figures).toHaveCount(drawings.length);
  for (let place = 0; place < drawings.length; place++) {
    const figure = figures.nth(place);
    await touch(page, figure, "finger");
    await expect(figure.locator("svg:visible"), `the drawing behind "${await nameOf(figure)}"`).toHaveCount(
      0,
    );
  }
});

test("Methods tells every edge and parameter of the segments", async ({ page }) => {
  await page.goto(urlOf("sample", "methods/"));
  const section = page.locator("section").filter({ has: page.locator("#segments-title") });
  const text = await section.innerText();
  for (const part of [
    "log(1 + value)",
    "Seed 2026",
    "50 bootstrap resamples",
    "Kneedle",
    "Benjamini and Hochberg",
  ])
    expect(text, part).toContain(part);
  const edges = segmentsOf("sample")?.edges.frequency ?? [];
  expect(edges).toHaveLength(4);
  // Three of the four are equal: most customers ordered once.
  expect(text).toContain(`orders: ${edges[0]} (three times) and ${edges[3]};`);
});

for (const [site, words] of [
  ["hostile", "Orders: the same for every customer"],
  ["shopify", "A persona of fewer than 5 customers would show who they are"],
] as const) {
  test(`the Segments page of ${site} says why there are no personas, and has none`, async ({ page }) => {
    const built = [...filesOf(site).keys()].filter((path) => path.startsWith("segments/"));
    expect(built).toEqual(["segments/index.html"]);
    await page.goto(urlOf(site, "segments/"));
    await expect(page.locator("#personas-section")).toContainText(words);
    await expect(page.locator(".persona, #personas, #customer-cloud, #elbow, #silhouettes")).toHaveCount(0);
    await expect(page.locator("#rfm-grid tbody tr"), "rows of the grid").toHaveCount(5);
    await page.goto(urlOf(site));
    await expect(page.locator("figure#personas"), "the persona chart of the Overview").toHaveCount(0);
  });
}

test("counts of too few customers are not in the grid", async ({ page }) => {
  await page.goto(urlOf("shopify", "segments/"));
  await expect(page.locator("#rfm-grid")).toContainText("some stand on fewer than 5 customers");
  const counts = await page.locator("#rfm-grid .rfm-count").allInnerTexts();
  expect(counts.filter((text) => ["1", "2", "3", "4"].includes(text))).toEqual([]);
});

test("a report that knows no recency has no Segments page, in no navigation and not on disk", async ({
  page,
}) => {
  expect(segmentsOf("undated")).toBeNull();
  expect([...filesOf("undated").keys()].filter((path) => /^segments.*html$/.test(path))).toEqual([]);
  for (const path of ["", "data/", "methods/"]) {
    await page.goto(urlOf("undated", path));
    await expect(page.getByRole("link", { name: "Segments" }), `links on /${path}`).toHaveCount(0);
    await expect(page.getByRole("heading", { name: /segment|persona/i }), `headings of /${path}`).toHaveCount(
      0,
    );
  }
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the personas' pages on a small phone, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of ["segments/platinum/", "segments/bronze/"]) {
      await page.goto(urlOf("sample", path));
      await openDetails(page);
      const { violations } = await axe(page).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`),
        `/${path}`,
      ).toEqual([]);
    }
  });
}

test("the Segments pages fit a screen of 320 px, and have no style attribute, which the policy would block", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 740 });
  for (const path of ["segments/", ...personaPages]) {
    await page.goto(urlOf("sample", path));
    await openDetails(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `width of /${path}`).toBe(320);
    const styled = await page
      .locator("main [style]")
      .evaluateAll((elements) => elements.map((element) => element.outerHTML.slice(0, 120)));
    expect(styled, `inline styles of /${path}`).toEqual([]);
  }
});

test("no number of a persona's card or profile breaks in the middle @everywhere", async ({ page }) => {
  for (const [path, numbers] of [
    ["segments/", ".persona dd"],
    ["segments/platinum/", ".persona-table .amount:not(.range, th)"],
  ] as const) {
    await page.goto(urlOf("sample", path));
    const broken = await page.locator(numbers).evaluateAll((elements) =>
      elements.flatMap((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        return lines.size > 1 ? [element.textContent] : [];
      }),
    );
    expect(broken, `/${path}`).toEqual([]);
  }
});

function openDetails(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}
