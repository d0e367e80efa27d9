import { type HeatmapSpec, heatmap } from "../../charts/heatmap.ts";
import type { Formatter } from "../../report/format.ts";
import type { Movement } from "./movement.ts";
import { movementCaption, movementMoneyCaption, movementWords } from "./words/movement.ts";

type Kind = "personas" | "segments";

/** Customers by the group they were in and the one they are in. */
export function movementHeatmap(
  movement: Movement | null,
  kind: Kind,
  format: Formatter,
): HeatmapSpec | null {
  const table = movement?.[kind];
  if (movement === null || table == null) return null;
  return heatmap(
    { columns: table.groups, counts: table.customers },
    {
      id: `movement-${kind}`,
      title: movementWords[kind],
      caption: movementCaption(movement, format),
      rows: [...table.groups, movementWords.fresh],
      write: (count) => format.count(count ?? 0),
    },
  );
}

/** What the same customers spent before and since; null where money is not told. */
export function movementMoneyHeatmap(
  movement: Movement | null,
  kind: Kind,
  format: Formatter,
): HeatmapSpec | null {
  const table = movement?.[kind];
  if (movement === null || table == null || table.money === null) return null;
  const { before, since } = table.money;
  return heatmap(
    { columns: table.groups, counts: since },
    {
      id: `movement-${kind}-money`,
      title: movementWords[`${kind}Money`],
      caption: movementMoneyCaption(movement, format),
      rows: [...table.groups, movementWords.fresh],
      write: (value, row, column) =>
        table.customers[row]?.[column] === 0
          ? ""
          : `${format.roundMoney(before[row]?.[column] ?? 0)} → ${format.roundMoney(value ?? 0)}`,
    },
  );
}
