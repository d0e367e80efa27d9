import type { APIRoute } from "astro";
import { currentReport } from "../input/current-report.ts";
import type { Affinity } from "../report/affinity.ts";
import { rulesCsv } from "../report/rules-csv.ts";

/** `affinity-rules.csv` where there are rules; no file otherwise. */
export async function getStaticPaths() {
  const { affinity } = await currentReport();
  return affinity?.kinds.some(({ rules }) => rules.length > 0)
    ? [{ params: { file: "affinity-rules" }, props: { affinity } }]
    : [];
}

export const GET: APIRoute<{ affinity: Affinity }> = ({ props }) =>
  new Response(rulesCsv(props.affinity), { headers: { "Content-Type": "text/csv; charset=utf-8" } });
