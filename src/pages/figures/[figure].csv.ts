import type { APIRoute } from "astro";
import { figureCsv } from "../../components/figure-csv.ts";
import { currentReport } from "../../edition/current-report.ts";
import { type PlacedFigure, placedFigures } from "../../edition/placed-figures.ts";
import { createFormatter } from "../../report/format.ts";

/** The data of every figure of the report, by its id. */
export async function getStaticPaths() {
  const report = await currentReport();
  const format = createFormatter(report.locale, report.currency);
  return placedFigures({ report, format }).map((figure) => ({
    params: { figure: figure.id },
    props: { figure },
  }));
}

export const GET: APIRoute<{ figure: PlacedFigure }> = ({ props }) =>
  new Response(figureCsv(props.figure), { headers: { "Content-Type": "text/csv; charset=utf-8" } });
