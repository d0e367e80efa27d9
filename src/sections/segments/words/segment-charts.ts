import type { Formatter } from "../../../report/format.ts";
import { counted } from "../../../report/words/general.ts";
import type { Persona, PersonaReport, Segments } from "../segments.ts";
import { measureNames, silhouetteWords, writeMeasured } from "./segments.ts";

export const personaSharesWords = {
  title: "Personas by customers and revenue",
  labels: "Persona",
  customersShare: "Share of customers",
  customers: "Customers",
  revenueShare: "Share of revenue",
  revenue: "Revenue",
};

export const rfmSegmentsWords = {
  title: "RFM segments by customers",
  labels: "Segment",
  customers: "Customers",
  share: "Share of customers",
};

/** The largest segment, and how many of the eleven are empty or withheld. */
export function rfmSegmentsCaption(
  largest: { name: string; customersShare: number } | undefined,
  { empty, hidden }: { empty: number; hidden: number },
  format: Formatter,
): string {
  return [
    ...(largest === undefined
      ? []
      : [`${largest.name} is the largest with ${format.share(largest.customersShare)} of customers.`]),
    ...(empty === 0 ? [] : [`${format.count(empty)} of 11 ${empty === 1 ? "is" : "are"} empty.`]),
    ...(hidden === 0
      ? []
      : [`${format.count(hidden)} of too few customers ${hidden === 1 ? "is" : "are"} not shown.`]),
  ].join(" ");
}

export const elbowWords = {
  title: "How tight groups are, by their number",
  labels: "Groups",
  value: "Inertia",
  knee: "knee",
  chosenKnee: "knee, chosen",
  chosen: "chosen",
};

export function elbowCaption({ knee }: Pick<PersonaReport, "knee">): string {
  return `Inertia is the sum of squared distances to the groups' centres. ${knee === null ? "It falls without a knee." : `It bends at ${knee}: more groups than that gain little.`}`;
}

export const silhouettesWords = {
  title: "How far groups are apart, by their number",
  labels: "Groups",
  value: "Mean silhouette",
  highest: "highest",
  chosenHighest: "highest, chosen",
  chosen: "chosen",
};

/** What the curve measures, where it is highest, and what the number chosen has. */
export function silhouettesCaption(
  { silhouette, k }: Pick<PersonaReport, "silhouette" | "k">,
  format: Formatter,
): string {
  const best = silhouette.reduce((high, each) => (each.value > high.value ? each : high), {
    k,
    value: Number.NEGATIVE_INFINITY,
  });
  const own = silhouette.find((each) => each.k === k)?.value;
  const chosen =
    best.k === k
      ? ", the number chosen"
      : own === undefined
        ? ""
        : `; ${k}, the number chosen, has ${silhouetteWords(own, format)}`;
  return `The silhouette is how much nearer customers are to their own group than to the next, 1 at most. It is highest for ${counted(format, best.k, "group")} (${silhouetteWords(best.value, format)})${chosen}.`;
}

/** The headings of the cloud of customers. */
export function cloudWords(basis: Segments["basis"]) {
  const names = measureNames(basis);
  return {
    title: `Customers by ${names.frequency.toLowerCase()} and ${names.monetary.toLowerCase()}`,
    headings: ["Persona", "Customers", `${names.frequency}, median`, `${names.monetary}, median`],
  };
}

/** What a point is, and between which personas the medians reach. */
export function cloudCaption(
  personas: readonly Pick<Persona, "name" | "typical">[],
  { size, isLog }: { size: number; isLog: boolean },
  basis: Segments["basis"],
  format: Formatter,
): string {
  const ranked = personas.toSorted((a, b) => a.typical.monetary.median - b.typical.monetary.median);
  const [least, most] = [ranked[0], ranked.at(-1)];
  const value = (persona: Pick<Persona, "typical">) =>
    writeMeasured(format, "monetary", persona.typical.monetary.median);
  const reach =
    least === undefined || most === undefined || value(least) === value(most)
      ? ""
      : ` The typical ${measureNames(basis).monetary.toLowerCase()} ranges from ${value(least)} (${least.name}) to ${value(most)} (${most.name}).`;
  return `Each point stands for ${format.count(size)} or more similar customers of one persona, placed at their rounded average.${reach}${isLog ? " On the scales, equal distances are equal multiples." : ""}`;
}

/** The grid of scores. */
export const gridWords = {
  title: "Recency and frequency, with the eleven segments",
  titleAlone: "Recency and frequency",
  recency: "Recency",
  frequency: "Frequency",
};

export function gridCaption(
  largest: { segment: string | null; recency: number; frequency: number; customers: number } | null,
  { someEmpty, minimum }: { someEmpty: boolean; minimum: number },
  format: Formatter,
): string {
  return [
    "Customers by recency score, down (5: most recent), and frequency score, across (5: most often).",
    largest === null
      ? `Numbers are not shown: some stand on fewer than ${minimum} customers.`
      : `Most stand at recency ${largest.recency} and frequency ${largest.frequency}: ${counted(format, largest.customers, "customer")}${largest.segment === null ? "" : `, ${largest.segment}`}. The stronger the shade, the more they bring.`,
    ...(someEmpty ? ["A column is empty where many customers share one number and so one score."] : []),
  ].join(" ");
}
