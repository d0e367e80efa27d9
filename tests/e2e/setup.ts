import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../../src/cli/serve.ts";
import { base, buildSites, folderOf, siteNames, sitesFolder } from "./sites.ts";

/** Builds the sites if the run has not, and serves each; the workers find the addresses in the environment. */
export default async function setUp(): Promise<() => Promise<void>> {
  let own: string | null = null;
  if (process.env[sitesFolder] === undefined) {
    own = mkdtempSync(join(tmpdir(), "shopper-report-sites-"));
    buildSites(own, (line) => console.log(line));
    process.env[sitesFolder] = own;
  }
  const served = await Promise.all(
    siteNames.map(async (site) => {
      const server = await serve({ folder: folderOf(site), base });
      process.env[`REPORT_TEST_URL_${site}`] = server.url;
      return server;
    }),
  );
  return async () => {
    await Promise.all(served.map((server) => server.close()));
    if (own !== null) rmSync(own, { recursive: true, force: true });
  };
}
