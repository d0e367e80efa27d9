import type { APIRoute } from "astro";
import { link } from "../components/link.ts";
import { currentReport } from "../edition/current-report.ts";
import { listedPaths, siteMap } from "../edition/site-map.ts";
import { createFormatter } from "../report/format.ts";

/** `sitemap.xml` where the site's address is known: a sitemap holds whole addresses. */
export function getStaticPaths() {
  return import.meta.env.SITE === undefined ? [] : [{ params: { map: "sitemap" } }];
}

export const GET: APIRoute = async ({ site }) => {
  const report = await currentReport();
  const paths = listedPaths({ report, format: createFormatter(report.locale, report.currency) });
  return new Response(siteMap(paths.map((path) => new URL(link(path), site).href)), {
    headers: { "Content-Type": "application/xml" },
  });
};
