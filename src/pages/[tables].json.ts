import type { APIRoute } from "astro";
import { currentReport } from "../edition/current-report.ts";
import type { FilterTables } from "../sections/overview/filters/filter-tables.ts";

/** `filters.json` where the Overview can be narrowed; no file otherwise. */
export async function getStaticPaths() {
  const { filters } = await currentReport();
  return filters === null ? [] : [{ params: { tables: "filters" }, props: { filters } }];
}

export const GET: APIRoute<{ filters: FilterTables }> = ({ props }) =>
  new Response(JSON.stringify(props.filters), { headers: { "Content-Type": "application/json" } });
