import type { Finding, MappedColumn } from "../../dataset/account.ts";
import type { MetricId } from "../../report/metrics.ts";
import type { AffinityKind, AffinityRule } from "../affinity/affinity.ts";

/**
 * Whether a difference can be noise. `same`: there is none; `beyond`: chance would not explain it; `noise`: chance
 * would; `unjudged`: the reports do not hold what it takes to tell.
 */
export type Verdict = "same" | "beyond" | "noise" | "unjudged";

/** A verdict with its p-value corrected for all that were judged with it (Benjamini–Hochberg); null where unjudged. */
export interface Judged {
  verdict: Verdict;
  q: number | null;
}

/** What it was in the earlier report and what it is in this one. */
export interface BeforeAndNow<Value> {
  before: Value;
  now: Value;
}

/** What this report says anew and what it no longer says, each at most `longest`, with how many more there are. */
export interface NewAndGone<Value> {
  appeared: Value[];
  vanished: Value[];
  moreAppeared: number;
  moreVanished: number;
}

/** A list in the changes is no longer than this. */
export const longest = 20;

/** A headline number; null where that report has none, or where amounts of two currencies would be compared. */
export interface HeadlineChange extends Judged, BeforeAndNow<number | null> {
  metric: MetricId;
}

/** A product's or location's part of the whole. */
export interface GroupFigures {
  customers: number;
  customersShare: number;
  /** Null where the data hold no money. */
  revenueShare: number | null;
}

export interface GroupChange extends Judged, BeforeAndNow<GroupFigures> {
  name: string;
}

export interface GroupChanges extends NewAndGone<GroupFigures & { name: string }> {
  /** In both reports with another share of customers: beyond noise first, before by the size of the difference. */
  changed: GroupChange[];
  moreChanged: number;
  /** How many that are in both reports changed beyond noise, and how many within. */
  beyond: number;
  noise: number;
  /** Whether a list was as long as reports make it, so that a group may be missing for its rank alone. */
  cut: boolean;
}

export interface PersonaFigures {
  customers: number;
  share: number;
  revenueShare: number;
  /** Medians of its customers, in days, orders (or purchases) and money; no money where the currency changed. */
  recency: number;
  frequency: number;
  monetary: number | null;
  stability: number;
}

export interface PersonaChange extends Judged, BeforeAndNow<PersonaFigures> {
  id: string;
  name: string;
  /** How far its centre moved, in standard deviations of the customers of the earlier report. */
  moved: number;
}

/** Personas one by one, or why they cannot be held against each other. */
export type PersonaChanges =
  | { basis: "orders" | "stated"; personas: PersonaChange[] }
  | ({
      why: "basis" | "currency" | "shop" | "scale" | "number" | "appeared" | "vanished";
    } & BeforeAndNow<number>);

/** Rose and fell are told of personas, fell asleep and woke up of segments. */
export type MoveName = "rose" | "fell" | "fellAsleep" | "wokeUp";

/** Customers who moved in some way, and their part of those known before they could. */
export interface MoveChange extends Judged, BeforeAndNow<{ customers: number; share: number }> {
  move: MoveName;
}

/** Who rose and who fell. */
export interface MovementChanges {
  /** Over so many months up to the end of each report. */
  months: number;
  /** From which day on. */
  days: BeforeAndNow<string>;
  moves: MoveChange[];
}

export interface RuleChange {
  rule: AffinityRule;
  /** `noise`: it stands on the edge of what is listed; `unjudged`: the other report's list was made otherwise. */
  verdict: Verdict;
}

export interface RuleChanges extends NewAndGone<RuleChange> {
  kind: AffinityKind["kind"];
  baskets: BeforeAndNow<number>;
  /** Rules, one for the same items, that are in both reports. */
  kept: number;
}

export type FindingSummary = Omit<Finding, "examples">;

/** An insight: its id, which stays the same from report to report, and what it says. */
interface InsightSummary {
  id: string;
  words: string;
}

interface RowCounts {
  read: number;
  purchases: number;
  dropped: number;
}

/** What sets a report apart from an earlier one. JSON-safe. */
export interface Changes {
  /** Whether both stand on the same rows with the same columns. */
  sameData: boolean;
  /** Whether so few customers or purchases joined or went that their difference would tell of them: it is not shown. */
  few: boolean;
  /** Whether the two have no product and no place in common: numbers stand side by side, and nothing is judged. */
  otherShop: boolean;
  currency: BeforeAndNow<string | null>;
  period: BeforeAndNow<{ first: string; last: string; days: number } | null>;
  /** Before is null where the differences are not shown. */
  rows: { before: RowCounts | null; now: RowCounts };
  /** Every metric of either report, in the registry's order. */
  headlines: HeadlineChange[];
  /** Null where neither report has them. */
  products: GroupChanges | null;
  locations: GroupChanges | null;
  personas: PersonaChanges | null;
  /** Null where either report does not tell, or they look back over different spans. */
  movement: MovementChanges | null;
  /** Kinds of baskets that either report has. */
  rules: RuleChanges[];
  findings: NewAndGone<FindingSummary>;
  insights: NewAndGone<InsightSummary>;
  columns: NewAndGone<Omit<MappedColumn, "filled">>;
}
