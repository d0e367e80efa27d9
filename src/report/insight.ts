/** What an insight is about; the reader sees at most two of each. */
export type InsightSource =
  | "change"
  | "trend"
  | "concentration"
  | "personas"
  | "affinity"
  | "groups"
  | "differences"
  | "repeat"
  | "comingBack"
  | "value"
  | "ratings"
  | "reviews"
  | "quality"
  | "data"
  | "size";

/**
 * How sure an insight is. `certain`: counted, nothing was inferred; `tested`: chance was held against it; `nothing`:
 * looked for and not found.
 */
export type Sureness = "certain" | "tested" | "nothing";

/** A sentence that the report states, with its evidence. */
export interface Insight {
  /** The same for the same statement on other data, such as `difference/spend/gender`. */
  id: string;
  source: InsightSource;
  /** What matters, a sentence or the start of one. */
  lead: string;
  /** What stands behind it, in the same breath; may be empty. */
  rest: string;
  sure: { level: Sureness; words: string };
  /** The counts that it rests on. */
  evidence: string;
  /** Where the evidence stands: a page's path within the site, with an anchor, and the page's name. */
  link: { path: string; name: string };
  /** How much it says, 0 to 1; insights are ranked by it. */
  strength: number;
}
