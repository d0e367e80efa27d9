import type { Formatter } from "../../../report/format.ts";
import { listed } from "../../../report/words/general.ts";
import type { DataRule } from "../../methods/words/data-rules.ts";
import { mostChance } from "../persona-traits.ts";
import { mostExactSilhouette, mostTrained, mostTried } from "../question/personas.ts";
import { measures } from "../question/scores.ts";
import { hasPersonas, type PersonaReport, type Segments } from "../segments.ts";
import {
  measureNames,
  noPersonasWords,
  personaSupport,
  segmentsBasis,
  silhouetteWords,
  writeMeasured,
} from "./segments.ts";
import { rfmLead } from "./segments-page.ts";

/** How segments and personas of this very report were made: every definition, edge and parameter. */
export function segmentRules(
  segments: Segments,
  { format, currency, minimum }: { format: Formatter; currency: string | null; minimum: number },
): DataRule[] {
  const { basis, edges } = segments;
  const names = measureNames(basis);
  const written = measures
    .filter((measure) => edges[measure].length > 0)
    .map(
      (measure) =>
        `${names[measure].toLowerCase()}${measure === "monetary" && currency !== null ? ` (${currency})` : ""}: ${edgesInWords(edges[measure], format)}`,
    );
  const isRepeated = measures.some((measure) => new Set(edges[measure]).size < edges[measure].length);
  const scoring =
    basis === "orders"
      ? "The edges are the quintiles (quantiles of type 7) over customers"
      : "The edges of recency are fixed bands of days; those of the others are the quintiles (quantiles of type 7) over customers";
  return [
    { name: "Recency, frequency, monetary", words: segmentsBasis(segments, format) },
    ...(basis === "stated"
      ? [
          {
            name: "Days that a stated frequency means",
            words:
              "Weekly 7, Bi-Weekly and Fortnightly 14, Monthly 30, Quarterly and Every 3 Months 90, Annually 365. Other words give no recency, and are a finding on the Data page.",
          },
        ]
      : []),
    {
      name: "RFM scores",
      words: `1 to 5 each, 5 best. A score is 1 + the number of edges below the value, so equals share one; recency is turned round, since few days are best. ${written.length === 0 ? "The edges are not shown: the customers are too few." : `${scoring}: ${written.join("; ")}.${isRepeated ? " Where edges are equal, those at them get the middle of the scores that they span." : ""}`}`,
    },
    {
      name: "RFM segments",
      words:
        segments.namesHeldBack === null
          ? "Eleven regions of recency and frequency score, the grid in common use, with Lost (1 and 1) apart from Hibernating: see the grid on the Segments page. What a customer spends decides no segment."
          : rfmLead(segments.namesHeldBack),
    },
    ...(hasPersonas(segments)
      ? personaRules(segments.personas, basis, format, minimum)
      : [
          {
            name: "Personas",
            words: "why" in segments.personas ? noPersonasWords(segments.personas, basis) : "",
          },
        ]),
  ];
}

function personaRules(
  personas: PersonaReport,
  basis: Segments["basis"],
  format: Formatter,
  minimum: number,
): DataRule[] {
  const { k, chosenBy, transform, scale, trainedOn, silhouetteOn, resamples, seed, traitsTested } = personas;
  const scales = measures
    .map(
      (measure) =>
        `${measure} ${format.decimal(scale[measure].mean, 4)} and ${format.decimal(scale[measure].deviation, 4)}`,
    )
    .join(", ");
  const sampled =
    trainedOn < totalOf(personas)
      ? ` Learned from ${format.count(trainedOn)} customers drawn at random (the most is ${format.count(mostTrained)}); the others were given to the nearest persona.`
      : "";
  return [
    {
      name: "Personas",
      words: `k-means with k = ${k} (${chosenBy === "setting" ? "as set by segments.k, 4 unless report.yaml says otherwise" : "the number of the highest silhouette"}) on z-scores, the population's standard deviation as unit, of recency, frequency and monetary value${transform === "log1p" ? ", each as log(1 + value) first, since few customers order much and most little" : ", as they are"}. Mean and deviation: ${scales}.${sampled}`,
    },
    {
      name: "Search for personas",
      words: `k-means++ starts, Lloyd's steps, then Hartigan's exchange of single customers; the best is disturbed at random and descended from again, until three independent searches agree on the lowest inertia. ml-kmeans confirms the result that is shown. Seed ${seed}; the same customers in any order give the same personas.`,
    },
    {
      name: "Order and names of personas",
      words: `By what they are worth in money, ${basis === "orders" ? "revenue a customer" : "the purchase amount times the purchases a year as stated (365 over the days between purchases)"}: ${personas.personas.map(({ name, worth }) => `${name} ${format.money(worth)}`).join(", ")}. The second name of each tells what is typical of it: recency, frequency and, where two are alike, spend, by thirds of the mean scores.`,
    },
    {
      name: "How many personas",
      words: `Inertia is the sum of squared distances to the centres, for 1 to ${mostTried} clusters; its knee is found by Kneedle with sensitivity 1. The silhouette compares each customer's distance to the own and to the nearest other cluster, from −1 to 1, for 2 to ${mostTried} clusters, ${silhouetteOn < trainedOn ? `on ${format.count(silhouetteOn)} customers drawn at random (exact up to ${format.count(mostExactSilhouette)})` : "exactly, over all pairs of customers"}. A mean of 0.5 and more that no other number beats by 0.02 counts as support, below 0.25 as none. ${personaSupport(personas, format).grounds}`,
    },
    {
      name: "Natural groups, or a division of one continuum",
      words: `Stability of a cut through one cloud proves nothing. Personas are called natural groups only where their mean silhouette is at least 0.5 and by more than 0.02 higher than in each of 39 reference clouds: each holds the very values of the customers in every measure and their correlations by rank, and is otherwise one heap (a normal copula; after the gap statistic of Tibshirani, Walther and Hastie, whose uniform box would take any other heap for groups). ${structureWords(personas.structure, format)} Seed ${seed + 1}.`,
    },
    {
      name: "Stability of personas",
      words: `The mean Jaccard similarity of a persona to the most similar cluster of ${resamples} bootstrap resamples, clustered anew, as fpc's clusterboot: from 0.75 on stable, below 0.6 doubtful.`,
    },
    {
      name: "What sets a persona apart",
      words: `${format.count(traitsTested)} pairs of persona and trait were tested against chance: the hypergeometric distribution (Fisher's exact test), its smaller tail doubled, corrected for all pairs after Benjamini and Hochberg; listed are those with q up to ${mostChance}. A customer counts once: what belongs to purchases is taken from the latest, of several that day from the largest. Traits of fewer than ${minimum} customers are not tested, nor what decides personas itself.`,
    },
    {
      name: "Centre and typical customer",
      words: `A persona's centre in report.json is the mean of its customers; the typical customer on the pages is the median of each measure, or the mean where fewer than ${minimum} customers lie on one side of the median.`,
    },
  ];
}

function structureWords(
  { kind, references, silhouette }: PersonaReport["structure"],
  format: Formatter,
): string {
  if (references === null)
    return `The silhouette is ${silhouetteWords(silhouette, format)} here: no cloud was needed.`;
  return `Here it is ${silhouetteWords(references.silhouette, format)} beside at most ${silhouetteWords(references.highest, format)}${kind === "natural" ? "" : ": no natural groups"}.`;
}

function totalOf({ personas }: PersonaReport): number {
  return personas.reduce((all, { customers }) => all + customers, 0);
}

/** Edges in ascending order, each once: `1 (three times) and 3`. */
function edgesInWords(edges: readonly number[], format: Formatter): string {
  const times = ["", "", " (twice)", " (three times)", " (four times)"];
  return listed(
    [...new Set(edges)].map(
      (edge) => writeEdge(format, edge) + (times[edges.filter((other) => other === edge).length] ?? ""),
    ),
  );
}

function writeEdge(format: Formatter, edge: number): string {
  return Number.isInteger(edge) ? writeMeasured(format, "frequency", edge) : format.decimal(edge, 2);
}
