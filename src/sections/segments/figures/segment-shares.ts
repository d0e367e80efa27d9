import type { ChartSpec } from "../../../charts/spec.ts";
import type { Source } from "../../../report/source.ts";
import type { OverviewPart } from "../../narrowed.ts";
import { personasCaption } from "../words/persona-caption.ts";
import { personaSharesWords, rfmSegmentsCaption, rfmSegmentsWords } from "../words/segment-charts.ts";

/** Personas by their part of customers and of revenue. */
export function personaShares({
  report: { segments },
  format,
}: Source<Pick<OverviewPart, "segments">>): ChartSpec | null {
  if (segments === null || "why" in segments.personas) return null;
  const { personas } = segments;
  const words = personaSharesWords;
  const shares = format.shares([
    ...personas.personas.map(({ customersShare }) => customersShare),
    ...personas.personas.map(({ revenueShare }) => revenueShare),
  ]);
  return {
    id: "personas",
    kind: "bars",
    title: words.title,
    caption: personasCaption(personas, format),
    labelHeading: words.labels,
    labelColumn: "persona",
    labels: personas.personas.map(({ name }) => name),
    series: [
      {
        name: words.customersShare,
        column: "shareOfCustomers",
        values: personas.personas.map(({ customersShare }) => customersShare),
        display: shares.slice(0, personas.personas.length),
        notesName: words.customers,
        notesColumn: "customers",
        notes: personas.personas.map(({ customers }) => format.count(customers)),
        color: "quiet",
      },
      {
        name: words.revenueShare,
        column: "shareOfRevenue",
        values: personas.personas.map(({ revenueShare }) => revenueShare),
        display: shares.slice(personas.personas.length),
        notesName: words.revenue,
        notesColumn: "revenue",
        notes: personas.personas.map(({ revenue }) => format.roundMoney(revenue)),
        color: "accent",
      },
    ],
  };
}

/** Customers in each of the eleven RFM segments; segments of too few are left out. */
export function rfmSegments({
  report: { segments },
  format,
}: Source<Pick<OverviewPart, "segments">>): ChartSpec | null {
  if (segments === null) return null;
  const shown = segments.segments.flatMap(({ name, customers, customersShare }) =>
    customers === null || customers === 0 || customersShare === null
      ? []
      : [{ name, customers, customersShare }],
  );
  if (shown.length < 2) return null;
  const largest = [...shown].sort((a, b) => b.customers - a.customers)[0];
  const hidden = segments.segments.filter(({ customers }) => customers === null).length;
  const empty = segments.segments.length - hidden - shown.length;
  const words = rfmSegmentsWords;
  return {
    id: "rfm-segments",
    kind: "bars",
    title: words.title,
    caption: rfmSegmentsCaption(largest, { empty, hidden }, format),
    labelHeading: words.labels,
    labelColumn: "segment",
    labels: shown.map(({ name }) => name),
    series: [
      {
        name: words.customers,
        column: "customers",
        values: shown.map(({ customers }) => customers),
        display: shown.map(({ customers }) => format.count(customers)),
        notesName: words.share,
        notesColumn: "shareOfCustomers",
        notes: format.shares(shown.map(({ customersShare }) => customersShare)),
        color: "second",
      },
    ],
  };
}
