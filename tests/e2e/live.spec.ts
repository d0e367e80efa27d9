import { serve } from "../../src/cli/serve.ts";
import { livePages } from "../../src/live/live-pages.ts";
import { base, folderOf } from "./sites.ts";
import { expect, test } from "./test.ts";

test("an open page of watch --serve offers a new report, and the report's own policy lets it", async ({
  page,
}) => {
  let report = "1";
  const live = livePages(() => report);
  const server = await serve({ folder: folderOf("sample"), base, live: live.pages });
  try {
    await page.goto(`${server.url}customers/`);
    const offer = page.getByRole("status").filter({ hasText: "There is new data." });
    await expect(offer).toHaveCount(0);
    report = "2";
    // The stream may not be open yet: whoever opens it later is told at once.
    live.published();
    await expect(offer).toBeVisible();
    await expect(offer).toHaveCSS("position", "fixed");
    await offer.getByRole("button", { name: "Reload" }).click();
    await expect(page.locator("script[src$='report=2']")).toHaveCount(1);
    await expect(offer).toHaveCount(0);
  } finally {
    live.close();
    await server.close();
  }
});
