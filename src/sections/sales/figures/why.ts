import type { ChartSpec } from "../../../charts/spec.ts";
import type { Source } from "../../../report/source.ts";
import { salesColumns } from "../words/columns.ts";
import { partNames, partNote, whyCaption, whyLead, whyWords } from "../words/verdict.ts";

/** What made sales change: bars to both sides of nothing, which together make the change. */
export function whyChanged({ report, format }: Source): ChartSpec | null {
  const change = report.sales?.change ?? null;
  if (change === null || change.parts.length === 0) return null;
  const { parts } = change;
  return {
    id: "why-sales-changed",
    kind: "bars",
    title: whyLead(change, format).split(";")[0] ?? "",
    caption: whyCaption(change, format),
    labelHeading: whyWords.part,
    labelColumn: salesColumns.part,
    labels: parts.map(({ part }) => partNames[part]),
    series: [
      {
        name: whyWords.amount,
        column: salesColumns.amount,
        values: parts.map(({ amount }) => amount),
        display: parts.map(({ amount }) => format.signedMoney(amount)),
        notesName: whyWords.was,
        notesColumn: salesColumns.was,
        notes: parts.map((part) => partNote(part, format)),
        color: "accent",
        colors: parts.map(({ amount }) => (amount < 0 ? "alarm" : "accent")),
      },
    ],
  };
}
