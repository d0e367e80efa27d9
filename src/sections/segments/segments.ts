import type { RfmSegment } from "../../report/rfm-segments.ts";
import type { Structure } from "../../statistics/clusters/one-cloud.ts";
import type { Interval } from "../../statistics/significance/intervals.ts";
import type { CustomerCloud } from "./question/customer-cloud.ts";
import type { NoPersonas } from "./question/personas.ts";
import type { Measure } from "./question/scores.ts";

/** Who the customers are: RFM scores and segments, and personas. */
export interface Segments {
  /** `orders`: recency, frequency and monetary value of orders; `stated`: stand-ins from what a snapshot says. */
  basis: "orders" | "stated";
  /**
   * Customers with all three values; the others are in no segment, at least the minimum of them where there are any.
   */
  customers: number;
  withoutValue: number;
  /** The day from which recency counts back, the one after the last with a purchase; null in a snapshot. */
  countedFrom: string | null;
  /**
   * Four edges a measure, ascending: a value's score is 1 + the edges below it, recency's the other way round.
   * None where there are too few customers to publish them.
   */
  edges: Record<Measure, number[]>;
  /** Customers of score 1, 2, … 5; null where a score or a cell of the grid stands on too few. */
  scores: Record<Measure, (number | null)[]>;
  /** Customers by recency score (5 first) and frequency score (1 first); all null where a cell stands on too few. */
  grid: (number | null)[][];
  /** Their revenue, in the same cells. */
  gridRevenue: (number | null)[][];
  /** The eleven segments, best first; null counts where too few customers are in one. None where names are held back. */
  segments: RfmSegmentGroup[];
  /** The segment that those of too few customers are counted with; null where there are none. */
  countedWith: string | null;
  /**
   * Why the names of segments would say more than the data do: there are no dates, or most customers share one
   * frequency or one day of the last order. Null where they are told.
   */
  namesHeldBack: "noDates" | "alikeFrequency" | "alikeRecency" | null;
  /** What the search for personas gave, or why there are none. */
  personas: PersonaReport | NoPersonas | { why: "small"; minimum: number; customers: number };
}

export interface RfmSegmentGroup {
  name: RfmSegment;
  /** null where the segment holds too few customers, or would give away one that does. */
  customers: number | null;
  customersShare: number | null;
  revenue: number | null;
  revenueShare: number | null;
}

export interface PersonaReport {
  k: number;
  /** Whether the number was set or found. */
  chosenBy: "setting" | "silhouette";
  transform: "log1p" | "none";
  scale: Record<Measure, { mean: number; deviation: number }>;
  /** Sum of squared distances in z-scores, by number of clusters. */
  inertia: { k: number; value: number }[];
  knee: number | null;
  silhouette: { k: number; value: number }[];
  trainedOn: number;
  silhouetteOn: number;
  resamples: number;
  seed: number;
  /** Whether personas are groups that the customers form, or a division of one continuum. */
  structure: Structure;
  /** Worth most first. */
  personas: Persona[];
  /** Pairs of persona and trait that were tested. */
  traitsTested: number;
  cloud: CustomerCloud;
}

export interface Persona {
  /** Part of the page's address: `platinum`, `persona-1`. */
  id: string;
  name: string;
  /** A second name, from what is typical of it: `lapsed regulars`. */
  profile: string;
  customers: number;
  customersShare: number;
  revenue: number;
  revenueShare: number;
  /** What personas are ordered by: revenue a customer; in a snapshot, amount times purchases a year as stated. */
  worth: number;
  /** Mean of its customers, in days, orders (or purchases) and money. */
  centroid: Record<Measure, number>;
  /** Mean of the z-scores that the clusters were found in. */
  centroidZ: Record<Measure, number>;
  /** Mean of (−recency, frequency, monetary) of `centroidZ`. */
  value: number;
  /** Quartiles are null, and the median is the mean, where too few customers lie beyond. */
  typical: Record<Measure, { lowerQuartile: number | null; median: number; upperQuartile: number | null }>;
  /** Mean RFM scores of its customers. */
  scores: Record<Measure, number>;
  /** Mean Jaccard similarity over the resamples. */
  stability: number;
  /** Traits that its customers have more or less often than chance explains, most certain first. */
  traits: PersonaTraitGroup[];
  products: PersonaTop[] | null;
  locations: PersonaTop[] | null;
}

export interface PersonaTraitGroup {
  /** The field in words, `Age group`. */
  field: string;
  name: string;
  /** Members with the trait, and members whose field is known; null for too few. */
  count: number | null;
  members: number | null;
  share: number | null;
  /** Wilson's, of 95 %. */
  shareInterval: Interval | null;
  shareOfAll: number;
  lift: number | null;
  /** Whether members have it more or less often than all customers. */
  more: boolean;
  q: number;
}

export interface PersonaTop {
  name: string;
  customers: number;
  purchases: number;
  revenue: number;
  /** Part of the persona's purchases, and of those of all personas. */
  share: number;
  shareOfAll: number;
}

/** Whether the search for personas found some. */
export function hasPersonas(segments: Segments | null): segments is Segments & { personas: PersonaReport } {
  return segments !== null && !("why" in segments.personas);
}
