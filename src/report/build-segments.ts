import type { ProductCounts } from "../analysis/products.ts";
import { type CustomerWords, customerWords } from "../analysis/segments/customer-traits.ts";
import { type Features, features as findFeatures } from "../analysis/segments/features.ts";
import { purchasesByPersona } from "../analysis/segments/persona-purchases.ts";
import { type PersonaTrait, personaTraits } from "../analysis/segments/persona-traits.ts";
import { findPersonas, type Personas, personaSeed, resamples } from "../analysis/segments/personas.ts";
import { rfmSegment, rfmSegments } from "../analysis/segments/rfm-segments.ts";
import { type Measure, measures, type Scores, scoreCustomers } from "../analysis/segments/scores.ts";
import { words } from "../analysis/traits.ts";
import type { Config } from "../config/config.ts";
import { compareText } from "../dataset/clean/text.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { byCustomer as linesByCustomer } from "../dataset/load/totals.ts";
import { seededRandom } from "../statistics/random.ts";
import { sampleIndexes } from "../statistics/sample-indexes.ts";
import { sum } from "../statistics/sum.ts";
import { summarize } from "../statistics/summarize.ts";
import { hideSmall } from "./hide-small.ts";
import type { Persona, PersonaReport, PersonaTop, PersonaTraitGroup, Segments } from "./segments.ts";
import { personaId, personaName } from "./words/persona-names.ts";
import { traitFieldNames } from "./words/trait-names.ts";

/** Points in the cloud of customers. */
const mostPoints = 1_000;
/** Products and locations that a persona's page names. */
const longestTop = 8;
/** Above this a difference is taken for chance. */
export const mostChance = 0.05;

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
}

/** RFM scores, segments and personas of the customers. */
export function buildSegments(
  { database, lines }: Pick<Dataset, "database" | "lines">,
  products: readonly ProductCounts[],
  config: Config,
  countedFrom: string | null,
): BuiltSegments {
  const minimum = config.privacy.minimumGroup;
  const fields = customerWords(database, lines, config.ageGroups);
  const features = findFeatures(database);
  if (features === null) return { segments: null, members: null, fields, rfmOf: null };
  const scores = scoreCustomers(features);
  const rfmOf = byCustomer(features, segmentPlaces(scores));
  const base = {
    basis: features.basis,
    customers: features.customers.length,
    withoutValue: features.withoutValue,
    countedFrom: features.basis === "orders" ? countedFrom : null,
    // Edges of so few values would be the values.
    edges: features.customers.length < minimum ? { recency: [], frequency: [], monetary: [] } : scores.edges,
    ...rfmTables(features, scores, minimum),
  };
  const without = (personas: Segments["personas"]) => ({
    segments: { ...base, personas },
    members: null,
    fields,
    rfmOf,
  });
  const customers = features.customers.length;
  if (customers < minimum) return without({ why: "small", minimum, customers });
  const found = findPersonas(features, config.segments.k, minimum);
  if ("why" in found) return without(found);
  if (found.personas.some(({ customers: size }) => size < minimum))
    return without({ why: "small", minimum, customers });

  const personaOf = byCustomer(features, found.labels);
  const k = found.personas.length;
  const telling = fields.filter((field) => !isTrivial(field, features));
  const traits = personaTraits(telling, personaOf, k, minimum);
  const productNames = new Map(products.map(({ id, name }) => [id, name]));
  const location = lines.traits.get("location");
  const order = linesByCustomer(lines);
  const tops = {
    products:
      lines.product && topsByPersona(lines, lines.product, personaOf, k, order, minimum, productNames),
    locations:
      location && topsByPersona(lines, location, personaOf, k, order, minimum, words(database, "location")),
  };
  const report: PersonaReport = {
    k,
    chosenBy: config.segments.k === "auto" ? "silhouette" : "setting",
    transform: found.transform,
    scale: found.scale,
    inertia: found.inertia.map((value, index) => ({ k: index + 1, value })),
    knee: found.knee,
    silhouette: found.silhouette.map((value, index) => ({ k: index + 2, value })),
    trainedOn: found.trainedOn,
    silhouetteOn: found.silhouetteOn,
    resamples,
    seed: personaSeed,
    personas: found.personas.map((persona, index) => ({
      ...profile(features, scores, found, index),
      centroidZ: persona.centroid,
      value: persona.value,
      stability: persona.stability,
      traits: traits
        .filter((trait) => trait.persona === index && trait.q <= mostChance)
        .map((trait) => traitGroup(trait, minimum)),
      products: tops.products?.[index] ?? null,
      locations: tops.locations?.[index] ?? null,
    })),
    traitsTested: traits.length,
    cloud: cloudOf(features, found.labels),
  };
  return {
    segments: { ...base, personas: report },
    members: { personaOf, names: report.personas.map(({ name }) => name) },
    fields,
    rfmOf,
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
  const typical = (measure: Measure) => {
    const { lowerQuartile = 0, median = 0, upperQuartile = 0 } = summarize(members[measure]) ?? {};
    return { lowerQuartile, median, upperQuartile };
  };
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

function traitGroup(trait: PersonaTrait, minimum: number): PersonaTraitGroup {
  const others = trait.members - trait.count;
  const shown = trait.count >= minimum && (others === 0 || others >= minimum);
  return {
    field: traitFieldNames[trait.field],
    name: trait.word,
    count: shown ? trait.count : null,
    members: trait.members,
    share: shown ? trait.count / trait.members : null,
    shareOfAll: trait.countOfAll / trait.customers,
    lift: shown ? trait.lift : null,
    more: trait.lift > 1,
    // An exact q would tell the count that is not shown.
    q: shown ? trait.q : ([0.001, 0.01].find((bound) => trait.q <= bound) ?? mostChance),
  };
}

/** The things of most purchases of each persona that enough of its customers bought, largest first. */
function topsByPersona(
  lines: Dataset["lines"],
  ids: Int32Array,
  personaOf: Uint8Array,
  k: number,
  order: Int32Array,
  minimum: number,
  names: ReadonlyMap<number, string>,
): PersonaTop[][] {
  const byPersona = purchasesByPersona(lines, ids, personaOf, k, order);
  const ofAll = new Map<number, number>();
  for (const counts of byPersona) {
    for (const { id, purchases } of counts) ofAll.set(id, (ofAll.get(id) ?? 0) + purchases);
  }
  const total = sum(ofAll.values());
  return byPersona.map((counts) => {
    const own = sum(counts.map(({ purchases }) => purchases));
    const nameOf = (id: number) => names.get(id) ?? "";
    return counts
      .filter(({ customers }) => customers >= minimum)
      .sort((a, b) => b.purchases - a.purchases || compareText(nameOf(a.id), nameOf(b.id)))
      .slice(0, longestTop)
      .map(({ id, customers, purchases, revenue }) => ({
        name: nameOf(id),
        customers,
        purchases,
        revenue: Number(revenue.toPrecision(14)),
        share: purchases / own,
        shareOfAll: (ofAll.get(id) ?? 0) / total,
      }));
  });
}

/** Customers drawn at random; amounts are rounded to two digits, so that none can be looked up. */
function cloudOf({ frequency, monetary, customers }: Features, labels: Uint8Array): PersonaReport["cloud"] {
  const drawn = [...sampleIndexes(customers.length, mostPoints, seededRandom(personaSeed))];
  return {
    persona: drawn.map((index) => labels[index] ?? 0),
    frequency: drawn.map((index) => frequency[index] ?? 0),
    monetary: drawn.map((index) => Number((monetary[index] ?? 0).toPrecision(2))),
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
