import { z } from "zod";
import type { AffinityRule } from "../affinity/affinity.ts";

const summary = z.object({
  count: z.number(),
  mean: z.number(),
  standardDeviation: z.number().nullable(),
});
const optionalSummary = summary.nullish();

const group = z.object({
  name: z.string(),
  other: z.literal(true).optional(),
  customers: z.number(),
  customersShare: z.number(),
  purchases: z.number(),
  purchasesShare: z.number(),
  revenueShare: z.number().nullable(),
});
const breakdown = z.object({ groups: z.array(group) });

const byMeasure = <Part extends z.ZodType>(part: Part) =>
  z.object({ recency: part, frequency: part, monetary: part });
const persona = z.object({
  id: z.string(),
  name: z.string(),
  customers: z.number(),
  customersShare: z.number(),
  revenueShare: z.number(),
  centroidZ: byMeasure(z.number()),
  typical: byMeasure(z.object({ median: z.number() })),
  stability: z.number(),
});
const personas = z.object({
  k: z.number(),
  transform: z.enum(["log1p", "none"]),
  scale: byMeasure(z.object({ mean: z.number(), deviation: z.number() })),
  personas: z.array(persona),
});

const grid = z.array(z.array(z.number()));
const movementTable = z.object({
  groups: z.array(z.string()),
  asleepFrom: z.number().nullable(),
  customers: grid,
  money: z.object({ before: grid, since: grid }).nullable(),
});
const movement = z.object({
  day: z.iso.date(),
  months: z.number(),
  personas: movementTable.nullable(),
  segments: movementTable.nullable(),
});

const interval = z.object({ low: z.number(), high: z.number() }).nullable();
const item = z.object({ field: z.string(), name: z.string() });
const listedRule = z.object({
  antecedent: z.array(item),
  consequent: z.array(item),
  count: z.number(),
  antecedentCount: z.number(),
  consequentCount: z.number(),
  customers: z.number(),
  support: z.number(),
  confidence: z.number(),
  confidenceBack: z.number().optional(),
  confidenceInterval: interval.optional(),
  confidenceBackInterval: interval.optional(),
  lift: z.number(),
  adjustedLift: z.number().optional(),
  leverage: z.number(),
  conviction: z.number().nullable(),
  zhang: z.number(),
  jaccard: z.number(),
  p: z.number(),
  q: z.number(),
});
/** Earlier reports say no intervals, and neither of the two that follow from the counts or come near them. */
const rule = listedRule.transform(
  ({ confidenceBack, confidenceInterval, confidenceBackInterval, adjustedLift, ...rest }): AffinityRule => ({
    ...rest,
    confidenceInterval: confidenceInterval ?? null,
    confidenceBackInterval: confidenceBackInterval ?? null,
    confidenceBack: confidenceBack ?? rest.count / rest.consequentCount,
    adjustedLift: adjustedLift ?? rest.lift,
  }),
);
const ruleKind = z.object({
  kind: z.enum(["orders", "categories", "products", "traits"]),
  baskets: z.number(),
  minSupport: z.number(),
  minCount: z.number(),
  minConfidence: z.number(),
  maxLength: z.number(),
  rules: z.array(rule),
  more: z.number(),
  tooMany: z.unknown(),
});

/** The parts of a report.json that are compared; other parts are not looked at. Parts that are not there are null. */
export const comparedReportSchema = z.object({
  schemaVersion: z.literal(1),
  locale: z.string(),
  currency: z.string().nullish(),
  minimumGroup: z.number(),
  dataset: z.object({
    fingerprint: z.string(),
    columns: z.array(z.object({ field: z.string(), label: z.string(), header: z.string() })),
    account: z.object({ read: z.number(), purchases: z.number(), dropped: z.number() }),
    findings: z.array(
      z.object({
        kind: z.string(),
        severity: z.enum(["warning", "dropped", "changed", "note"]),
        message: z.string(),
        count: z.number(),
      }),
    ),
  }),
  period: z.object({ first: z.iso.date(), last: z.iso.date(), days: z.number() }).nullish(),
  metrics: z.array(z.object({ metric: z.string(), value: z.number() })),
  breakdowns: z.object({ product: breakdown.optional(), location: breakdown.optional() }),
  productsByRevenue: z.array(group).nullish(),
  locationsByRevenue: z.array(group).nullish(),
  age: optionalSummary,
  previousPurchases: optionalSummary,
  spend: z.object({ of: z.enum(["purchase", "order"]), summary: optionalSummary }),
  rating: z.object({ summary }).nullish(),
  segments: z
    .object({
      basis: z.enum(["orders", "stated"]),
      customers: z.number(),
      personas: z.union([personas, z.object({ why: z.string() })]),
    })
    .nullish(),
  comingBack: z.object({ movement: movement.nullable() }).nullish(),
  affinity: z.object({ kinds: z.array(ruleKind) }).nullish(),
  insights: z.array(z.object({ id: z.string(), lead: z.string(), rest: z.string() })).nullish(),
});

/** What is compared of a report: a Report is one, and so is what was read of an earlier report.json. */
export type ComparedReport = z.output<typeof comparedReportSchema>;
export type ComparedGroup = z.output<typeof group>;
export type ComparedPersonas = z.output<typeof personas>;
export type ComparedRuleKind = z.output<typeof ruleKind>;
