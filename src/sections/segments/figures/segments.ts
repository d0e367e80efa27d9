import type { Axis, ChartColor, ChartSpec, ScatterSpec } from "../../../charts/spec.ts";
import { ticksOf } from "../../../charts/ticks.ts";
import type { Source } from "../../../report/source.ts";
import { hasPersonas, type PersonaReport } from "../segments.ts";
import { segmentColumns } from "../words/columns.ts";
import {
  cloudCaption,
  cloudWords,
  elbowCaption,
  elbowWords,
  silhouettesCaption,
  silhouettesWords,
} from "../words/segment-charts.ts";
import { measureNames, silhouetteWords, writeMeasured } from "../words/segments.ts";

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
    labelColumn: segmentColumns.groups,
    labels: inertia.map((each) => String(each.k)),
    series: [
      {
        name: words.value,
        column: segmentColumns.inertia,
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
    labelColumn: segmentColumns.groups,
    labels: silhouette.map((each) => String(each.k)),
    series: [
      {
        name: words.value,
        column: segmentColumns.silhouette,
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

/** Frequency against monetary value of alike customers, coloured by persona. */
export function customerCloud(source: Source): ScatterSpec | null {
  const personas = personasOf(source);
  const { segments, currency, locale } = source.report;
  if (personas === null || segments === null) return null;
  const { format } = source;
  const { cloud, transform } = personas;
  const names = measureNames(segments.basis);
  const words = cloudWords(segments.basis);
  // Customers whose orders were all free stand at 0, which no logarithmic axis has.
  const isLog = transform === "log1p" && [...cloud.frequency, ...cloud.monetary].every((value) => value > 0);
  const scale = isLog ? "log" : "linear";
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
    caption: cloudCaption(personas.personas, { size: cloud.size, isLog }, segments.basis, format),
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
      columns: ["persona", "customers", segmentColumns.medianOf, segmentColumns.medianOf],
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

/** The curves over the number of groups, for who wants to know why there are so many. */
export function numberOfPersonas(source: Source): ChartSpec[] {
  return [elbow(source), silhouettes(source)].filter((spec) => spec !== null);
}
