import { hasPersonas, type PersonaReport } from "../../report/segments.ts";
import {
  cloudCaption,
  cloudWords,
  elbowCaption,
  elbowWords,
  personaSharesWords,
  rfmSegmentsCaption,
  rfmSegmentsWords,
  silhouettesCaption,
  silhouettesWords,
} from "../../report/words/segment-charts.ts";
import {
  measureNames,
  personasCaption,
  silhouetteWords,
  writeMeasured,
} from "../../report/words/segments.ts";
import type { Axis, ChartColor, ChartSpec, ScatterSpec } from "../spec.ts";
import type { Source } from "./group-chart.ts";
import { ticksOf } from "./ticks.ts";

/** Personas by their part of customers and of revenue. */
export function personaShares(source: Source): ChartSpec | null {
  const personas = personasOf(source);
  if (personas === null) return null;
  const { format } = source;
  const words = personaSharesWords;
  return {
    id: "personas",
    kind: "bars",
    title: words.title,
    caption: personasCaption(personas, format),
    labelHeading: words.labels,
    labels: personas.personas.map(({ name }) => name),
    series: [
      {
        name: words.customersShare,
        values: personas.personas.map(({ customersShare }) => customersShare),
        display: personas.personas.map(({ customersShare }) => format.share(customersShare)),
        notesName: words.customers,
        notes: personas.personas.map(({ customers }) => format.count(customers)),
        color: "quiet",
      },
      {
        name: words.revenueShare,
        values: personas.personas.map(({ revenueShare }) => revenueShare),
        display: personas.personas.map(({ revenueShare }) => format.share(revenueShare)),
        notesName: words.revenue,
        notes: personas.personas.map(({ revenue }) => format.roundMoney(revenue)),
        color: "accent",
      },
    ],
  };
}

/** Customers in each of the eleven RFM segments; segments of too few are left out. */
export function rfmSegments({ report: { segments }, format }: Source): ChartSpec | null {
  if (segments === null) return null;
  const shown = segments.segments.flatMap(({ name, customers, customersShare, revenueShare }) =>
    customers === null || customers === 0 || customersShare === null || revenueShare === null
      ? []
      : [{ name, customers, customersShare, revenueShare }],
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
    labels: shown.map(({ name }) => name),
    series: [
      {
        name: words.customers,
        values: shown.map(({ customers }) => customers),
        display: shown.map(({ customers }) => format.count(customers)),
        notesName: words.share,
        notes: shown.map(({ customersShare }) => format.share(customersShare)),
        color: "second",
      },
    ],
  };
}

/** Inertia by number of clusters, the knee and the chosen number marked. */
export function elbow(source: Source): ChartSpec | null {
  const personas = personasOf(source);
  if (personas === null || personas.inertia.length < 2) return null;
  const { format } = source;
  const { inertia, knee, k } = personas;
  const words = elbowWords;
  const marks = [
    ...(knee === null ? [] : [{ k: knee, name: knee === k ? words.chosenKnee : words.knee }]),
    ...(knee === k ? [] : [{ k, name: words.chosen }]),
  ].sort((a, b) => a.k - b.k);
  return {
    id: "elbow",
    kind: "line",
    title: words.title,
    caption: elbowCaption(personas),
    labelHeading: words.labels,
    labels: inertia.map((each) => String(each.k)),
    series: [
      {
        name: words.value,
        values: inertia.map(({ value }) => value),
        display: inertia.map(({ value }) => format.count(value)),
        color: "accent",
        marked: marks.map((mark) => inertia.findIndex((each) => each.k === mark.k)),
        markedNames: marks.map(({ name }) => name),
      },
    ],
  };
}

/** Mean silhouette by number of clusters, the best and the chosen number marked. */
export function silhouettes(source: Source): ChartSpec | null {
  const personas = personasOf(source);
  if (personas === null || personas.silhouette.length < 2) return null;
  const { format } = source;
  const { silhouette, k } = personas;
  const words = silhouettesWords;
  const best = silhouette.reduce((high, each) => (each.value > high.value ? each : high));
  const marks = [
    { k: best.k, name: best.k === k ? words.chosenHighest : words.highest },
    ...(best.k === k ? [] : [{ k, name: words.chosen }]),
  ].sort((a, b) => a.k - b.k);
  return {
    id: "silhouettes",
    kind: "line",
    title: words.title,
    caption: silhouettesCaption(personas, format),
    labelHeading: words.labels,
    labels: silhouette.map((each) => String(each.k)),
    series: [
      {
        name: words.value,
        values: silhouette.map(({ value }) => value),
        display: silhouette.map(({ value }) => silhouetteWords(value, format)),
        color: "accent",
        marked: marks.map((mark) => silhouette.findIndex((each) => each.k === mark.k)),
        markedNames: marks.map(({ name }) => name),
      },
    ],
  };
}

const colors: readonly ChartColor[] = ["accent", "third", "second", "fourth", "quiet"];

/** Frequency against monetary value of customers drawn at random, coloured by persona. */
export function customerCloud(source: Source): ScatterSpec | null {
  const personas = personasOf(source);
  const { segments, currency, locale } = source.report;
  if (personas === null || segments === null) return null;
  const { format } = source;
  const { cloud, transform } = personas;
  const names = measureNames(segments.basis);
  const words = cloudWords(segments.basis);
  const scale = transform === "log1p" ? "log" : "linear";
  const axis = (measure: "frequency" | "monetary", values: readonly number[]): Axis => {
    const ticks = ticksOf(values, scale);
    const digits = decimalsOf(ticks);
    return {
      name: names[measure] + (measure === "monetary" && currency !== null ? ` (${currency})` : ""),
      scale,
      ticks: ticks.map((at) => ({ at, label: format.decimal(at, digits) })),
      format: { locale, currency: measure === "monetary" ? currency : null, digits: decimalsOf(values) },
    };
  };
  return {
    id: "customer-cloud",
    kind: "scatter",
    title: words.title,
    caption: cloudCaption(
      personas.personas,
      { shown: cloud.persona.length, customers: segments.customers, isLog: scale === "log" },
      segments.basis,
      format,
    ),
    x: axis("frequency", cloud.frequency),
    y: axis("monetary", cloud.monetary),
    series: personas.personas.map(({ name }, persona) => {
      const members = cloud.persona.flatMap((each, index) => (each === persona ? [index] : []));
      return {
        name,
        color: colors[persona % colors.length] ?? "quiet",
        mark: persona < colors.length ? "dot" : "square",
        x: members.map((index) => cloud.frequency[index] ?? 0),
        y: members.map((index) => cloud.monetary[index] ?? 0),
      };
    }),
    table: {
      headings: words.headings,
      rows: personas.personas.map(({ name, customers, typical }) => [
        name,
        format.count(customers),
        writeMeasured(format, "frequency", typical.frequency.median),
        writeMeasured(format, "monetary", typical.monetary.median),
      ]),
    },
  };
}

/** The decimals that the values need, at most 6. */
function decimalsOf(values: readonly number[]): number {
  return values.reduce((most, value) => {
    const decimals =
      value
        .toFixed(6)
        .replace(/\.?0+$/, "")
        .split(".")[1]?.length ?? 0;
    return Math.max(most, decimals);
  }, 0);
}

function personasOf({ report: { segments } }: Source): PersonaReport | null {
  return hasPersonas(segments) ? segments.personas : null;
}
