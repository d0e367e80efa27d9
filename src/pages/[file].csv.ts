import type { APIRoute } from "astro";
import { currentLookup, currentReport } from "../edition/current-report.ts";
import { rulesCsv } from "../sections/affinity/rules-csv.ts";
import { lookupCsv } from "../sections/lookup/lookup-csv.ts";

/** `affinity-rules.csv` where there are rules, `customers-lookup.csv` where there is a lookup. */
export async function getStaticPaths() {
  const { affinity } = await currentReport();
  const lookup = await currentLookup();
  return [
    ...(affinity?.kinds.some(({ rules }) => rules.length > 0)
      ? [{ params: { file: "affinity-rules" }, props: { csv: () => rulesCsv(affinity) } }]
      : []),
    ...(lookup === null
      ? []
      : [{ params: { file: "customers-lookup" }, props: { csv: () => lookupCsv(lookup) } }]),
  ];
}

export const GET: APIRoute<{ csv: () => string }> = ({ props }) =>
  new Response(props.csv(), { headers: { "Content-Type": "text/csv; charset=utf-8" } });
