import type { APIRoute } from "astro";
import { figureCsv } from "../../components/figure-csv.ts";
import type { PlacedFigure } from "../../components/placed-figure.ts";
import { currentShown } from "../../edition/current-report.ts";
import { sections } from "../../sections/index.ts";
import { siteFigures } from "../../sections/listed.ts";

/** The data of every figure of the report, by its id. */
export async function getStaticPaths() {
  return siteFigures(sections, await currentShown()).map((figure) => ({
    params: { figure: figure.id },
    props: { figure },
  }));
}

export const GET: APIRoute<{ figure: PlacedFigure }> = ({ props }) =>
  new Response(figureCsv(props.figure), { headers: { "Content-Type": "text/csv; charset=utf-8" } });
