import type { APIRoute } from "astro";
import { currentReport } from "../edition/current-report.ts";

/** The whole Report, for machines; the logo's picture and the tables of the filters are files of their own. */
export const GET: APIRoute = async () => {
  const { logo, filters: _, ...report } = await currentReport();
  const published = { ...report, logo: logo === null ? null : { ...logo, content: undefined } };
  return new Response(`${JSON.stringify(published, null, 1)}\n`, {
    headers: { "Content-Type": "application/json" },
  });
};
