import { type PlacedFigure, placedChart } from "../../../components/placed-figure.ts";
import type { Source } from "../../../report/source.ts";
import { pairNetwork, rulesScatter } from "./affinity.ts";

/** The network of pairs, which the section draws itself, and the rules of each kind of baskets. */
export function placedAffinity(source: Source, page: PlacedFigure["page"]): PlacedFigure[] {
  const { affinity } = source.report;
  if (affinity === null) return [];
  const network = pairNetwork(source);
  const scatters = affinity.kinds.flatMap((kind) => placedChart(rulesScatter(source, kind), page));
  if (network === null) return scatters;
  const { id, title, caption, table } = network;
  return [
    { id, title, caption, page, table, numbers: [], drawing: { as: "own", section: "affinity" } },
    ...scatters,
  ];
}
