import { expect, pagesOf, test, urlOf } from "./test.ts";

test("subtitle, logo and footer of report.yaml are shown as they are written", async ({ page }) => {
  await page.goto(urlOf("hostile"));
  await expect(page.locator(".subtitle")).toHaveText('"><img src=x onerror=alert(5)>');
  await expect(page.locator("footer")).toContainText("<script>alert(6)</script>");
  const logo = page.locator("header img");
  await expect(logo).toHaveJSProperty("complete", true);
  await expect(logo).not.toHaveJSProperty("naturalWidth", 0);
  expect(await logo.boundingBox()).toMatchObject({ height: 32, width: 48 });
});

test("a report has its own colour on every page, lighter in the dark, until the reader chooses another", async ({
  page,
}) => {
  const accent = () =>
    page
      .getByRole("contentinfo")
      .getByRole("link")
      .first()
      .evaluate((link) => getComputedStyle(link).color);
  for (const path of pagesOf("hostile")) {
    await page.goto(urlOf("hostile", path));
    expect(await accent(), path).toBe("rgb(122, 31, 162)");
  }
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(accent).toBe("rgb(169, 109, 195)");

  await page.emulateMedia({ colorScheme: "light" });
  await page.getByText("Appearance").click();
  await expect(page.getByRole("radio", { name: "The report's" })).toBeChecked();
  await page.getByRole("radio", { name: "Emerald" }).check();
  await page.reload();
  expect(await accent()).toBe("rgb(11, 122, 90)");
  await page.getByText("Appearance").click();
  await page.getByRole("radio", { name: "The report's" }).check();
  await page.reload();
  expect(await accent()).toBe("rgb(122, 31, 162)");
});

test("a report without branding has none of it", async ({ page }) => {
  await page.goto(urlOf("sample"));
  await expect(page.locator(".subtitle, .logo, .footer-text")).toHaveCount(0);
  await expect(page.locator('link[href$="accent.css"]')).toHaveCount(0);
});
