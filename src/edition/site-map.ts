import type { Source } from "../charts/group-chart.ts";
import { affinityThings } from "../sections/affinity/affinity-things.ts";
import { hasPersonas } from "../sections/segments/segments.ts";
import { chartPages } from "../sections/overview/figure-groups.ts";

/** The paths within the site of every page that a search engine may list. */
export function listedPaths(source: Source): string[] {
  const { segments, affinity, changes } = source.report;
  const personas = hasPersonas(segments) ? segments.personas.personas : [];
  return [
    "",
    ...chartPages(source).map(({ slug }) => `${slug}/`),
    ...(segments === null ? [] : ["segments/", ...personas.map(({ id }) => `segments/${id}/`)]),
    ...(affinity === null ? [] : ["affinity/", ...affinityThings(source.report).map(({ path }) => path)]),
    ...(changes === null ? [] : ["changes/"]),
    "data/",
    "methods/",
  ];
}

/** Whole addresses as a sitemap (sitemaps.org, protocol 0.9). */
export function siteMap(addresses: readonly string[]): string {
  const urls = addresses.map((address) => `<url><loc>${address.replaceAll("&", "&amp;")}</loc></url>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("")}</urlset>\n`;
}
