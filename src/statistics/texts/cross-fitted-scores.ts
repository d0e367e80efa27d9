import { fitLogistic, logistic } from "../models/logistic-regression.ts";
import { type SparseRows, timesVector } from "../models/sparse-rows.ts";
import { type Random, randomIndex } from "../random/random.ts";
import type { Corpus } from "./corpus.ts";
import { featuresOf, learnVocabulary } from "./text-features.ts";

/** Texts of which some are known to be of one of two kinds. */
export interface KnownTexts {
  corpus: Corpus;
  /** By text of the corpus: the share of it that is positive, 0 to 1; NaN where it is not known. */
  positive: Float64Array;
  /** By text: a number that may tell as well, such as the score of a word list; NaN for none. */
  hint: Float64Array;
}

/** Scores of texts by models that never saw them. */
export interface CrossFitted {
  /** By text of the corpus: the logarithm of the odds that it is positive, less that of the texts learned from: 0 tells nothing. */
  scores: Float64Array;
  /** The part to which each text belongs: models of the others scored it. */
  parts: Uint8Array;
  /** By part: the penalty that was chosen within the others. */
  penalties: number[];
  /** How many different texts were learned from. */
  learned: number;
}

/** λ of the ridge that are tried, the strongest first. */
const penalties = [3, 1, 0.3, 0.1, 0.03, 0.01] as const;
/** From this many different texts on fewer parts do, and one of them chooses the penalty. */
const many = 2_000;
/** Learning from more different texts than that costs time and gains next to nothing. */
const mostLearned = 12_000;
/** The penalty is chosen by so many of them. */
const mostChosenBy = 6_000;
/** Rows that are made at once. */
const chunk = 10_000;

/**
 * Scores every text by a logistic regression on its words and pairs of words that learned from other texts alone:
 * the different texts are parted into ten (five from 2,000 on), and those of a part are scored by what was learned
 * from the rest, vocabulary and strength of the penalty included, which is chosen by log-likelihood within the rest. Equal
 * texts are one text. At most 12,000 texts, drawn by lot, are learned from, and 6,000 of these choose the penalty. The same for the same texts in any order.
 */
export function crossFittedScores({ corpus, positive, hint }: KnownTexts, random: Random): CrossFitted {
  const order = shuffled(corpus.size, random);
  const known = order.filter((text) => !Number.isNaN(positive[text] ?? Number.NaN));
  const learned = known.subarray(0, mostLearned);
  const isLearned = new Uint8Array(corpus.size);
  for (const text of learned) isLearned[text] = 1;
  const count = learned.length < many ? 10 : 5;
  const parts = partsOf(order, positive, count);
  const scores = new Float64Array(corpus.size);
  const chosen: number[] = [];
  for (let part = 0; part < count; part += 1) {
    const others = learned.filter((text) => parts[text] !== part);
    const from = others.slice().sort();
    const of = Int32Array.from(scores.keys()).filter((text) => parts[text] === part);
    const extra = standardized(hint, from);
    const chosenBy = others.slice(0, mostChosenBy).sort();
    const penalty = choosePenalty({ corpus, positive, extra, from: chosenBy, parts, part, count });
    chosen.push(penalty);
    const model = learn(corpus, positive, extra, from);
    const fitted = fitLogistic(model.labelled, {
      penalty,
      ...(from.length < many ? {} : { tolerance: 1e-3 }),
    });
    const centre = logitOfShare(model.labelled.positive);
    for (let start = 0; start < of.length; start += chunk) {
      const some = of.subarray(start, start + chunk);
      const rows = featuresOf(corpus, some, model.vocabulary, extra);
      const found = timesVector(rows, allRows(rows), fitted);
      some.forEach((text, place) => {
        scores[text] = (found[place] ?? 0) - centre;
      });
    }
  }
  return { scores, parts, penalties: chosen, learned: learned.length };
}

interface Choice {
  corpus: Corpus;
  positive: Float64Array;
  extra: Float64Array;
  /** What may be learned from. */
  from: Int32Array;
  parts: Uint8Array;
  part: number;
  count: number;
}

/** The penalty under which texts of some of the other parts are likeliest, by models of the rest. */
function choosePenalty({ corpus, positive, extra, from, parts, part, count }: Choice): number {
  const others = Array.from({ length: count }, (_, each) => each).filter((each) => each !== part);
  const groups = from.length < many ? 3 : 1;
  const likelihoods = penalties.map(() => 0);
  for (let group = 0; group < groups; group += 1) {
    const held = new Set(
      groups === 1 ? others.slice(0, 1) : others.filter((_, index) => index % groups === group),
    );
    const inner = from.filter((text) => !held.has(parts[text] ?? 0));
    const judged = from.filter((text) => held.has(parts[text] ?? 0));
    const { labelled, vocabulary } = learn(corpus, positive, extra, inner);
    const rows = featuresOf(corpus, judged, vocabulary, extra);
    const all = allRows(rows);
    let start: Float64Array | undefined;
    penalties.forEach((penalty, index) => {
      start = fitLogistic(labelled, { penalty, tolerance: 1e-3, ...(start === undefined ? {} : { start }) });
      const found = timesVector(rows, all, start);
      judged.forEach((text, place) => {
        const p = logistic(found[place] ?? 0);
        const share = positive[text] ?? 0;
        const gain = share * Math.log(Math.max(p, 1e-12)) + (1 - share) * Math.log(Math.max(1 - p, 1e-12));
        likelihoods[index] = (likelihoods[index] ?? 0) + gain;
      });
    });
  }
  return penalties[likelihoods.indexOf(Math.max(...likelihoods))] ?? 1;
}

function learn(corpus: Corpus, positive: Float64Array, extra: Float64Array, from: Int32Array) {
  const vocabulary = learnVocabulary(corpus, from);
  const features = featuresOf(corpus, from, vocabulary, extra);
  const labelled = {
    features,
    rows: allRows(features),
    positive: Float64Array.from(from, (text) => positive[text] ?? 0),
    weights: new Float64Array(from.length).fill(1),
  };
  return { vocabulary, labelled };
}

/** Parts of equal size, alike in how many positives, negatives and unknown texts they have. */
function partsOf(order: Int32Array, positive: Float64Array, count: number): Uint8Array {
  const parts = new Uint8Array(order.length);
  const next = [0, 0, 0];
  for (const text of order) {
    const share = positive[text] ?? Number.NaN;
    const kind = Number.isNaN(share) ? 2 : share >= 0.5 ? 1 : 0;
    const place = next[kind] ?? 0;
    parts[text] = place % count;
    next[kind] = place + 1;
  }
  return parts;
}

/** The hint in standard deviations from its mean, both of the texts that are learned from; 0 where there is none. */
function standardized(hint: Float64Array, from: Int32Array): Float64Array {
  const there = [...from].map((text) => hint[text] ?? Number.NaN).filter((value) => !Number.isNaN(value));
  const mean = there.reduce((sum, value) => sum + value, 0) / Math.max(1, there.length);
  const variance = there.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, there.length - 1);
  const deviation = Math.sqrt(variance);
  return hint.map((value) => (Number.isNaN(value) || !(deviation > 0) ? 0 : (value - mean) / deviation));
}

function logitOfShare(shares: Float64Array): number {
  const share = (shares.reduce((sum, each) => sum + each, 0) + 0.5) / (shares.length + 1);
  return Math.log(share / (1 - share));
}

function allRows({ starts }: SparseRows): Int32Array {
  return Int32Array.from({ length: starts.length - 1 }, (_, row) => row);
}

function shuffled(count: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = randomIndex(random, last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}
