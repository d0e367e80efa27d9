import { type PlacedFigure, placedChart } from "../../../components/placed-figure.ts";
import type { Source } from "../../../report/source.ts";
import { firstScatter, pairNetwork } from "./affinity.ts";

/** The network of pairs, which the section draws itself; where there is none, the rules of the first kind of baskets. */
export function placedAffinity(source: Source, page: PlacedFigure["page"]): PlacedFigure[] {
  const { affinity } = source.report;
  if (affinity === null) return [];
  const network = pairNetwork(source);
  if (network === null) return placedChart(firstScatter(source, affinity), page);
  const { id, title, caption, table } = network;
  return [{ id, title, caption, page, table, numbers: [], drawing: { as: "own", section: "affinity" } }];
}
