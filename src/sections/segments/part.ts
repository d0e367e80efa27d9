import type { Config } from "../../config/config.ts";
import { hideSmall } from "../../disclosure/hide-small.ts";
import { type MayName, mayName, type Sacrificed } from "../../disclosure/sacrificed.ts";
import type { ProductCounts } from "../../questions/products.ts";
import { words } from "../../questions/traits.ts";
import { sum } from "../../statistics/describe/sum.ts";
import { byCustomer as linesByCustomer } from "../../store/load/totals.ts";
import type { Store } from "../../store/store.ts";
import { topsByPersona } from "./persona-tops.ts";
import { personaTraitGroups } from "./persona-traits.ts";
import { customerCloud } from "./question/customer-cloud.ts";
import { type CustomerWords, customerWords } from "./question/customer-traits.ts";
import { type Features, features as findFeatures } from "./question/features.ts";
import { personaTraits } from "./question/persona-traits.ts";
import { findPersonas, type Personas, personaSeed, resamples } from "./question/personas.ts";
import { rfmSegment, rfmSegments } from "./question/rfm-segments.ts";
import { type Measure, measures, type Scores, scoreCustomers } from "./question/scores.ts";
import type { Persona, PersonaReport, Segments } from "./segments.ts";
import { toldEdges, typicalOf } from "./typical.ts";
import { personaId, personaName } from "./words/persona-names.ts";

/** Segments, and who belongs to which persona. */
export interface BuiltSegments {
  /** Null where the data lack one of the three values. */
  segments: Segments | null;
  /** The persona by customer's id, 255 for none, and the names; null without personas. */
  members: { personaOf: Uint8Array; names: string[] } | null;
  /** What is known of each customer, field by field. */
  fields: CustomerWords[];
  /** The place of the RFM segment among the eleven by customer's id, 255 for none; null without scores. */
  rfmOf: Uint8Array | null;
  /** RFM scores by customer's id; null without scores. */
  scoresOf: ReadonlyMap<number, RfmScores> | null;
}

/** Recency, frequency and monetary score, 1 to 5. */
export type RfmScores = readonly [number, number, number];

/** RFM scores, segments and personas of the customers. */
export async function buildSegments(
  store: Store,
  products: readonly ProductCounts[],
  config: Config,
  countedFrom: string | null,
  sacrificed: readonly Sacrificed[] = [],
): Promise<BuiltSegments> {
  const minimum = config.privacy.minimumGroup;
  const isNamed = mayName(sacrificed);
  const lines = await store.lines();
  const fields = await customerWords(store, config.ageGroups);
  const found = await findFeatures(store);
  const features = found && withEnoughLeftOut(found, minimum);
  if (features === null) return { segments: null, members: null, fields, rfmOf: null, scoresOf: null };
  const scores = scoreCustomers(features);
  const rfmOf = byCustomer(features, segmentPlaces(scores));
  const scoresOf = scoresByCustomer(features, scores);
  const base = {
    basis: features.basis,
    customers: features.customers.length,
    withoutValue: features.withoutValue,
    countedFrom: features.basis === "orders" ? countedFrom : null,
    edges: toldEdges(features, scores.edges, minimum),
    ...rfmTables(features, scores, minimum),
  };
  const without = (personas: Segments["personas"]) => ({
    segments: { ...base, personas },
    members: null,
    fields,
    rfmOf,
    scoresOf,
  });
  const customers = features.customers.length;
  if (customers < minimum) return without({ why: "small", minimum, customers });
  const parted = findPersonas(features, config.segments.k, minimum);
  if ("why" in parted) return without(parted);
  const sizes = parted.personas.map((persona) => persona.customers);
  if (sizes.some((size) => size < minimum)) return without({ why: "small", minimum, customers });

  const personaOf = byCustomer(features, parted.labels);
  const k = parted.personas.length;
  const telling = fields.filter((field) => !isTrivial(field, features));
  const traits = personaTraits(telling, personaOf, k, minimum);
  const told = personaTraitGroups(traits, sizes, minimum, isNamed);
  const productNames = new Map(products.map(({ id, name }) => [id, name]));
  const location = lines.traits.get("location");
  const members = { personaOf, sizes, order: linesByCustomer(lines) };
  const tops = {
    products:
      lines.product &&
      topsByPersona(lines, lines.product, members, minimum, namesOf("product", productNames, isNamed)),
    locations:
      location &&
      topsByPersona(
        lines,
        location,
        members,
        minimum,
        namesOf("location", await words(store, "location"), isNamed),
      ),
  };
  const report: PersonaReport = {
    k,
    chosenBy: config.segments.k === "auto" ? "silhouette" : "setting",
    transform: parted.transform,
    scale: parted.scale,
    inertia: parted.inertia.map((value, index) => ({ k: index + 1, value })),
    knee: parted.knee,
    silhouette: parted.silhouette.map((value, index) => ({ k: index + 2, value })),
    trainedOn: parted.trainedOn,
    silhouetteOn: parted.silhouetteOn,
    resamples,
    seed: personaSeed,
    personas: parted.personas.map((persona, index) => ({
      ...profile(features, scores, parted, index, minimum),
      centroidZ: persona.centroid,
      value: persona.value,
      stability: persona.stability,
      traits: told[index] ?? [],
      products: tops.products?.[index] ?? null,
      locations: tops.locations?.[index] ?? null,
    })),
    traitsTested: traits.length,
    cloud: customerCloud(features, parted, minimum),
  };
  return {
    segments: { ...base, personas: report },
    members: { personaOf, names: report.personas.map(({ name }) => name) },
    fields,
    rfmOf,
    scoresOf,
  };
}

function scoresByCustomer({ customers }: Features, { scores }: Scores): Map<number, RfmScores> {
  const { recency, frequency, monetary } = scores;
  return new Map(
    Array.from(customers, (customer, index) => [
      customer,
      [recency[index] ?? 0, frequency[index] ?? 0, monetary[index] ?? 0],
    ]),
  );
}

/** Names by id, without those that may not be named. */
function namesOf(
  field: string,
  names: ReadonlyMap<number, string>,
  isNamed: MayName,
): ReadonlyMap<number, string> {
  return new Map([...names].filter(([, name]) => isNamed(field, name)));
}

/**
 * Where only a few customers lack one of the three values, some more are left out, longest gone first: else the totals
 * of the report less those of the segments would tell what the few spent. Null where that leaves nobody.
 */
function withEnoughLeftOut(features: Features, minimum: number): Features | null {
  const { withoutValue } = features;
  if (withoutValue === 0 || withoutValue >= minimum) return features;
  let kept = features.customers.length - (minimum - withoutValue);
  // Of equals all go: their order is that of the rows.
  const isLikeNext = (last: number) =>
    measures.every((measure) => features[measure][last] === features[measure][last + 1]);
  while (kept > 0 && isLikeNext(kept - 1)) kept -= 1;
  if (kept <= 0) return null;
  return {
    basis: features.basis,
    customers: features.customers.subarray(0, kept),
    recency: features.recency.subarray(0, kept),
    frequency: features.frequency.subarray(0, kept),
    monetary: features.monetary.subarray(0, kept),
    withoutValue: withoutValue + features.customers.length - kept,
  };
}

/** What decides personas itself, or follows from it, sets none of them apart. */
function isTrivial({ field }: CustomerWords, { basis }: Features): boolean {
  return field === (basis === "stated" ? "purchase_frequency" : "season");
}

function rfmTables(
  { customers, monetary }: Features,
  { scores }: Scores,
  minimum: number,
): Pick<Segments, "scores" | "grid" | "segments"> {
  const counts = { recency: zeros(5), frequency: zeros(5), monetary: zeros(5) };
  const cells = zeros(25);
  const revenues = new Map<string, number[]>(rfmSegments.map((name) => [name, []]));
  for (let index = 0; index < customers.length; index += 1) {
    const score = (measure: Measure) => scores[measure][index] ?? 1;
    for (const measure of measures)
      counts[measure][score(measure) - 1] = (counts[measure][score(measure) - 1] ?? 0) + 1;
    const cell = (5 - score("recency")) * 5 + score("frequency") - 1;
    cells[cell] = (cells[cell] ?? 0) + 1;
    revenues.get(rfmSegment(score("recency"), score("frequency")))?.push(monetary[index] ?? 0);
  }
  const total = sum(monetary);
  const sizes = rfmSegments.map((name) => revenues.get(name)?.length ?? 0);
  const shown = hideSmall(sizes, minimum);
  // Cells, their sums by score and by segment would give each other away: they are shown all or not at all.
  const open = [cells, sizes].every((all) => all.every((count) => count === 0 || count >= minimum));
  const published = (all: number[]) => (open ? all : all.map(() => null));
  return {
    scores: {
      recency: published(counts.recency),
      frequency: published(counts.frequency),
      monetary: hideSmall(counts.monetary, minimum),
    },
    grid: Array.from({ length: 5 }, (_, row) => published(cells.slice(row * 5, row * 5 + 5))),
    segments: rfmSegments.map((name, index) => {
      const count = shown[index] ?? null;
      const revenue = count === null ? null : sum(revenues.get(name) ?? []);
      return {
        name,
        customers: count,
        customersShare: count === null ? null : count / customers.length,
        revenue,
        revenueShare: revenue === null ? null : revenue / total,
      };
    }),
  };
}

function profile(
  features: Features,
  { scores }: Scores,
  { labels, personas }: Personas,
  persona: number,
  minimum: number,
): Pick<
  Persona,
  | "id"
  | "name"
  | "customers"
  | "customersShare"
  | "revenue"
  | "revenueShare"
  | "centroid"
  | "typical"
  | "scores"
> {
  const isMember = (_: number, index: number) => labels[index] === persona;
  const members = {
    recency: features.recency.filter(isMember),
    frequency: features.frequency.filter(isMember),
    monetary: features.monetary.filter(isMember),
  };
  const customers = members.recency.length;
  const revenue = sum(members.monetary);
  const total = sum(features.monetary);
  const mean = (values: Float64Array | Uint8Array) => sum(values) / customers;
  const typical = (measure: Measure) => typicalOf(members[measure], minimum);
  return {
    id: personaId(persona, personas.length),
    name: personaName(persona, personas.length),
    customers,
    customersShare: customers / labels.length,
    revenue,
    revenueShare: revenue / total,
    centroid: {
      recency: mean(members.recency),
      frequency: mean(members.frequency),
      monetary: mean(members.monetary),
    },
    typical: { recency: typical("recency"), frequency: typical("frequency"), monetary: typical("monetary") },
    scores: {
      recency: mean(scores.recency.filter(isMember)),
      frequency: mean(scores.frequency.filter(isMember)),
      monetary: mean(scores.monetary.filter(isMember)),
    },
  };
}

/** The place of each customer's segment among the eleven. */
function segmentPlaces({ scores: { recency, frequency } }: Scores): Uint8Array {
  return recency.map((score, index) => rfmSegments.indexOf(rfmSegment(score, frequency[index] ?? 1)));
}

/** A label by customer's id; 255 for customers in none. */
function byCustomer({ customers }: Features, labels: Uint8Array): Uint8Array {
  const most = customers.reduce((high, customer) => Math.max(high, customer), 0);
  const personaOf = new Uint8Array(most + 1).fill(255);
  customers.forEach((customer, index) => {
    personaOf[customer] = labels[index] ?? 255;
  });
  return personaOf;
}

function zeros(length: number): number[] {
  return Array.from({ length }, () => 0);
}
