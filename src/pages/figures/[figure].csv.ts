import type { APIRoute } from "astro";
import { figureCsv } from "../../components/figure-csv.ts";
import { type PlacedFigure, placedFigures } from "../../components/figures.ts";
import { currentReport } from "../../input/current-report.ts";
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
