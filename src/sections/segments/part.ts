import type { Config } from "../../config/config.ts";
import type { Gate } from "../../disclosure/gate.ts";
import { type CustomerWords, customerWords } from "../../questions/customer-traits.ts";
import type { CountedGroup } from "../../questions/groups.ts";
import type { ProductCounts } from "../../questions/products.ts";
import { words } from "../../questions/traits.ts";
import { rfmSegment, rfmSegments } from "../../report/rfm-segments.ts";
import { sum } from "../../statistics/describe/sum.ts";
import type { Store } from "../../store/store.ts";
import { type FrozenGroups, frozenGroups } from "./frozen.ts";
import { topsByPersona } from "./persona-tops.ts";
import { personaTraitGroups } from "./persona-traits.ts";
import { customerCloud } from "./question/customer-cloud.ts";
import { type Features, features as findFeatures } from "./question/features.ts";
import { personaTraits } from "./question/persona-traits.ts";
import { findPersonas, type Personas, personaSeed, resamples } from "./question/personas.ts";
import { isAlike, type Measure, measures, type Scores, scoreCustomers } from "./question/scores.ts";
import type { Persona, PersonaReport, Segments } from "./segments.ts";
import { shownEdges, typicalOf } from "./typical.ts";
import { personaId, personaName } from "./words/persona-names.ts";
import { personaProfiles } from "./words/persona-profiles.ts";

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
  /** Where customers would have stood on another day; null without segments. */
  frozen: FrozenGroups | null;
}

/** Recency, frequency and monetary score, 1 to 5. */
export type RfmScores = readonly [number, number, number];

/** RFM scores, segments and personas of the customers. */
export async function buildSegments(
  store: Store,
  products: readonly ProductCounts[],
  config: Config,
  countedFrom: string | null,
  gate: Gate,
  {
    ageBounds,
    guests,
    days = null,
  }: {
    ageBounds: readonly number[];
    guests: CountedGroup;
    /** How many the data cover; null where they have no dates. */
    days?: number | null;
  },
): Promise<BuiltSegments> {
  const lines = gate.lines(await store.lines());
  const fields = gate.words(await customerWords(store, ageBounds), lines);
  const found = await findFeatures(store);
  const features = found && withEnoughLeftOut(found, gate);
  if (features === null)
    return { segments: null, members: null, fields, rfmOf: null, scoresOf: null, frozen: null };
  // Where all customers are in a segment, few guests' purchases would follow from the totals.
  const isGuestsFew = features.withoutValue === 0 && gate.isFew(guests.guests);
  const extra = isGuestsFew ? guests.revenue : 0;
  const scores = scoreCustomers(features);
  const namesHeldBack = heldBack(features, scores);
  const rfmOf = namesHeldBack === null ? byCustomer(features, segmentPlaces(scores)) : null;
  const scoresOf = scoresByCustomer(features, scores);
  const base = {
    basis: features.basis,
    customers: features.customers.length,
    withoutValue: features.withoutValue,
    countedFrom: features.basis === "orders" ? countedFrom : null,
    edges: shownEdges(features, scores.edges, gate),
    ...rfmTables(features, scores, gate, extra),
    ...(namesHeldBack === null ? {} : { segments: [], countedWith: null }),
    namesHeldBack,
  };
  const built = (personas: Segments["personas"], members: BuiltSegments["members"]): BuiltSegments => {
    const segments = { ...base, personas };
    return { segments, members, fields, rfmOf, scoresOf, frozen: frozenGroups(segments, scores.edges) };
  };
  const without = (personas: Segments["personas"]) => built(personas, null);
  const customers = features.customers.length;
  const small = { why: "small", minimum: gate.groupSize(1), customers } as const;
  if (!gate.isEnough(customers)) return without(small);
  const parted = findPersonas(features, config.segments.k, (size) => gate.isEnough(size));
  if ("why" in parted) return without(parted);
  const sizes = parted.personas.map((persona) => persona.customers);
  if (sizes.some((size) => !gate.isEnough(size))) return without(small);

  const personaOf = byCustomer(features, parted.labels);
  const k = parted.personas.length;
  const telling = fields.filter((field) => !isTrivial(field, features));
  const traits = personaTraits(telling, personaOf, k, (customers) => gate.isEnough(customers));
  const told = personaTraitGroups(traits, telling, { personaOf, sizes }, gate);
  const names = sizes.map((_, persona) => personaName(persona, k));
  const largest = sizes.indexOf(Math.max(...sizes));
  if (isGuestsFew) personaOf[0] = largest;
  const members = { personaOf, names, sizes };
  const { product } = lines;
  const location = lines.traits.get("location");
  const productNames = new Map(products.map(({ id, name }) => [id, name]));
  const tops = {
    products: product && topsByPersona("product", lines, product, productNames, members, gate),
    locations:
      location && topsByPersona("location", lines, location, await words(store, "location"), members, gate),
  };
  const profiles = withNames(
    parted.personas.map((persona, index) => ({
      ...profile(features, scores, parted, index, gate, { own: index === largest ? extra : 0, all: extra }),
      centroidZ: isGuestsFew ? byMeasure((measure) => about(persona.centroid[measure])) : persona.centroid,
      value: persona.value,
      worth: isGuestsFew ? about(persona.worth) : persona.worth,
      stability: persona.stability,
      traits: told[index] ?? [],
      products: tops.products?.[index] ?? null,
      locations: tops.locations?.[index] ?? null,
    })),
    features.basis,
    days,
  );
  const report: PersonaReport = {
    k,
    chosenBy: config.segments.k === "auto" ? "silhouette" : "setting",
    transform: parted.transform,
    scale: isGuestsFew ? aboutScale(parted.scale) : parted.scale,
    inertia: parted.inertia.map((value, index) => ({ k: index + 1, value })),
    knee: parted.knee,
    silhouette: parted.silhouette.map((value, index) => ({ k: index + 2, value })),
    trainedOn: parted.trainedOn,
    silhouetteOn: parted.silhouetteOn,
    resamples,
    seed: personaSeed,
    structure: parted.structure,
    personas: profiles,
    traitsTested: traits.length,
    cloud: customerCloud(features, parted, gate),
  };
  return built(report, { personaOf, names });
}

function heldBack({ basis }: Features, scores: Scores): Segments["namesHeldBack"] {
  if (basis === "stated") return "noDates";
  if (isAlike(scores, "frequency")) return "alikeFrequency";
  return isAlike(scores, "recency") ? "alikeRecency" : null;
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

/**
 * Where only a few customers lack one of the three values, some more are left out, longest gone first: else the totals
 * of the report less those of the segments would tell what the few spent. Null where that leaves nobody.
 */
function withEnoughLeftOut(features: Features, gate: Gate): Features | null {
  const { withoutValue } = features;
  const more = gate.stillToLeaveOut(withoutValue);
  if (more === 0) return features;
  let kept = features.customers.length - more;
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
  gate: Gate,
  guestsRevenue: number,
): Pick<Segments, "scores" | "grid" | "gridRevenue" | "segments" | "countedWith"> {
  const counts = { recency: zeros(5), frequency: zeros(5), monetary: zeros(5) };
  const cells = zeros(25);
  const spent = Array.from({ length: 25 }, (): number[] => []);
  const revenues = rfmSegments.map((): number[] => []);
  for (let index = 0; index < customers.length; index += 1) {
    const score = (measure: Measure) => scores[measure][index] ?? 1;
    for (const measure of measures)
      counts[measure][score(measure) - 1] = (counts[measure][score(measure) - 1] ?? 0) + 1;
    const cell = (5 - score("recency")) * 5 + score("frequency") - 1;
    cells[cell] = (cells[cell] ?? 0) + 1;
    spent[cell]?.push(monetary[index] ?? 0);
    revenues[rfmSegments.indexOf(rfmSegment(score("recency"), score("frequency")))]?.push(
      monetary[index] ?? 0,
    );
  }
  const sizes = revenues.map(({ length }) => length);
  const shown = gate.list(sizes);
  const largest = sizes.indexOf(Math.max(...sizes));
  const revenueOf = (index: number) =>
    sum([
      ...(revenues[index] ?? []),
      ...(index === shown.countedWith ? shown.few.flatMap((few) => revenues[few] ?? []) : []),
      ...(index === largest ? [guestsRevenue] : []),
    ]);
  const total = sum(monetary) + guestsRevenue;
  // Cells, their sums by score and by segment would give each other away: they are shown all or not at all.
  const open = gate.holds([...cells, ...sizes]);
  // Few guests' purchases are counted with the largest segment: so they are with its fullest cell.
  const inLargest = cells.map((count, cell) =>
    rfmSegments.indexOf(rfmSegment(5 - Math.floor(cell / 5), (cell % 5) + 1)) === largest ? count : -1,
  );
  const fullest = inLargest.indexOf(Math.max(...inLargest));
  const money = spent.map((own, cell) => sum([...own, ...(cell === fullest ? [guestsRevenue] : [])]));
  const published = (all: number[]) => (open ? all : all.map(() => null));
  return {
    scores: {
      recency: published(counts.recency),
      frequency: published(counts.frequency),
      monetary: gate.holds(counts.monetary) ? counts.monetary : counts.monetary.map(() => null),
    },
    grid: Array.from({ length: 5 }, (_, row) => published(cells.slice(row * 5, row * 5 + 5))),
    gridRevenue: Array.from({ length: 5 }, (_, row) => published(money.slice(row * 5, row * 5 + 5))),
    segments: rfmSegments.map((name, index) => {
      const count = shown.counts[index] ?? null;
      const revenue = count === null ? null : revenueOf(index);
      return {
        name,
        customers: count,
        customersShare: count === null ? null : count / customers.length,
        revenue,
        revenueShare: revenue === null ? null : revenue / total,
      };
    }),
    countedWith: shown.countedWith === null ? null : (rfmSegments[shown.countedWith] ?? null),
  };
}

function profile(
  features: Features,
  { scores }: Scores,
  { labels, personas }: Personas,
  persona: number,
  gate: Gate,
  guests: { own: number; all: number },
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
  const revenue = sum(members.monetary) + guests.own;
  const total = sum(features.monetary) + guests.all;
  const mean = (values: Float64Array | Uint8Array) => sum(values) / customers;
  const typical = (measure: Measure) => typicalOf(members[measure], gate);
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
      // Exact, it would tell what guests too few to be told are counted with it.
      monetary: guests.own > 0 ? about(mean(members.monetary)) : mean(members.monetary),
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

/** A number with three digits that count. */
function about(value: number): number {
  return Number(value.toPrecision(3));
}

function byMeasure<Value>(of: (measure: Measure) => Value): Record<Measure, Value> {
  return {
    recency: of("recency"),
    frequency: of("frequency"),
    monetary: of("monetary"),
  };
}

function aboutScale(scale: PersonaReport["scale"]): PersonaReport["scale"] {
  return byMeasure((measure) => ({
    mean: about(scale[measure].mean),
    deviation: about(scale[measure].deviation),
  }));
}

function zeros(length: number): number[] {
  return Array.from({ length }, () => 0);
}

/** Personas with their second names, which follow from all of them. */
function withNames<Profiled extends Pick<Persona, "scores" | "typical">>(
  personas: readonly Profiled[],
  basis: Features["basis"],
  days: number | null,
): (Profiled & { profile: string })[] {
  const profiles = personaProfiles(personas, basis, days);
  return personas.map((persona, index) => ({ ...persona, profile: profiles[index] ?? "" }));
}
