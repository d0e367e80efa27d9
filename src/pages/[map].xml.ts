import type { APIRoute } from "astro";
import { link } from "../components/link.ts";
import { currentShown } from "../edition/current-report.ts";
import { siteMap } from "../edition/site-map.ts";
import { sections } from "../sections/index.ts";
import { listedPaths } from "../sections/listed.ts";

/** `sitemap.xml` where the site's address is known: a sitemap holds whole addresses. */
export function getStaticPaths() {
  return import.meta.env.SITE === undefined ? [] : [{ params: { map: "sitemap" } }];
}

export const GET: APIRoute = async ({ site }) => {
  const paths = listedPaths(sections, await currentShown());
  return new Response(siteMap(paths.map((path) => new URL(link(path), site).href)), {
    headers: { "Content-Type": "application/xml" },
  });
};
