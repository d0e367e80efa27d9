import { createFormatter } from "../../../src/report/format.ts";
import {
  hasPersonas,
  type Persona,
  type PersonaReport,
  type Segments,
} from "../../../src/sections/segments/segments.ts";
import { personaActions } from "../../../src/sections/segments/words/persona-actions.ts";
import { seededRandom } from "../../../src/statistics/random/random.ts";
import type { Cell, Table } from "../../questions/open-rows.ts";

/** A persona that is middling in everything, but for what is given. */
export function somePersona(changes: Partial<Persona> = {}): Persona {
  const quartiles = (median: number) => ({ lowerQuartile: median / 2, median, upperQuartile: median * 2 });
  return {
    id: "gold",
    name: "Gold",
    profile: "occasional buyers",
    customers: 1234,
    customersShare: 0.25,
    revenue: 567_890,
    revenueShare: 0.35,
    worth: 460,
    centroid: { recency: 25, frequency: 7, monetary: 345 },
    centroidZ: { recency: 0, frequency: 0, monetary: 0 },
    value: 0,
    typical: { recency: quartiles(24), frequency: quartiles(8), monetary: quartiles(321) },
    scores: { recency: 3, frequency: 3, monetary: 3 },
    stability: 0.8,
    traits: [],
    products: null,
    locations: null,
    ...changes,
  };
}

/** A report on personas with these changes. */
export function somePersonas(changes: Partial<PersonaReport> = {}): PersonaReport {
  const unit = { mean: 0, deviation: 1 };
  return {
    k: 4,
    chosenBy: "setting",
    transform: "log1p",
    scale: { recency: unit, frequency: unit, monetary: unit },
    inertia: [400, 200, 100, 30, 25].map((value, index) => ({ k: index + 1, value })),
    knee: 4,
    silhouette: [0.4, 0.45, 0.62, 0.5].map((value, index) => ({ k: index + 2, value })),
    trainedOn: 4936,
    silhouetteOn: 3000,
    resamples: 50,
    seed: 2026,
    structure: {
      kind: "natural",
      silhouette: 0.62,
      references: { count: 39, highest: 0.45, silhouette: 0.61 },
    },
    personas: ["Platinum", "Gold", "Silver", "Bronze"].map((name) =>
      somePersona({ name, id: name.toLowerCase() }),
    ),
    traitsTested: 0,
    cloud: { size: 5, persona: [], frequency: [], monetary: [] },
    ...changes,
  };
}

/** Segments with these changes. */
export function someSegments(changes: Partial<Segments> = {}): Segments {
  return {
    basis: "orders",
    customers: 4936,
    withoutValue: 0,
    countedFrom: "2026-01-01",
    edges: { recency: [10, 20, 30, 40], frequency: [1, 2, 3, 4.5], monetary: [10, 20, 30, 40] },
    scores: {
      recency: [987, 987, 987, 987, 988],
      frequency: [987, 987, 987, 987, 988],
      monetary: [987, 987, 987, 987, 988],
    },
    grid: [],
    gridRevenue: [],
    segments: [],
    countedWith: null,
    namesHeldBack: null,
    personas: somePersonas(),
    ...changes,
  };
}

export const orderHeader = ["Customer ID", "Order ID", "Date", "Product", "Location", "Gender", "Amount"];
export const statedHeader = [
  "Customer ID",
  "Frequency of Purchases",
  "Previous Purchases",
  "Location",
  "Gender",
  "Amount",
];

/** What customers of each of four kinds do: last day of 2024, orders or purchases, money, stated frequency. */
const kinds = [
  { day: "12-0", orders: 9, spend: 90, stated: "Weekly", home: "Bern" },
  { day: "11-1", orders: 4, spend: 60, stated: "Monthly", home: "Rome" },
  { day: "05-1", orders: 2, spend: 20, stated: "Quarterly", home: "Rome" },
  { day: "01-1", orders: 1, spend: 5, stated: "Annually", home: "Rome" },
] as const;

/** Order lines of customers of four kinds, so many of each; the first kind lives in Bern, the others anywhere. */
export function orderKinds(each = 20, customerName = (index: number) => `customer ${index}`): Table {
  const random = seededRandom(4);
  const places = ["Rome", "Oslo", "Bonn"];
  // A guest's order ends the period, so that nobody's last order was yesterday.
  const rows: Cell[][] = [["", "guest", "2024-12-31", "Cup", "Rome", "Male", 9]];
  for (let index = 0; index < 4 * each; index += 1) {
    const kind = kinds[index % 4] ?? kinds[0];
    const home = kind.home === "Bern" ? "Bern" : (places[Math.floor(random() * 3)] ?? "");
    const gender = random() < 0.5 ? "Male" : "Female";
    for (let order = 0; order < kind.orders; order += 1) {
      const amount = Math.round(kind.spend * (90 + random() * 20)) / 100;
      const day = order === 0 ? `2024-${kind.day}${1 + Math.floor(random() * 9)}` : "2024-01-05";
      rows.push([
        customerName(index),
        `o${index}-${order}`,
        day,
        order % 2 ? "Cup" : "Pot",
        home,
        gender,
        amount,
      ]);
    }
  }
  return { header: orderHeader, rows };
}

/** A snapshot of such customers. */
export function statedKinds(each = 20, customerName = (index: number) => `customer ${index}`): Table {
  const random = seededRandom(5);
  const places = ["Rome", "Oslo", "Bonn"];
  const rows = Array.from({ length: 4 * each }, (_, index): Cell[] => {
    const kind = kinds[index % 4] ?? kinds[0];
    return [
      customerName(index),
      kind.stated,
      kind.orders * 4 + Math.floor(random() * 3),
      kind.home === "Bern" ? "Bern" : (places[Math.floor(random() * 3)] ?? ""),
      random() < 0.5 ? "Male" : "Female",
      Math.round(kind.spend * (90 + random() * 20)) / 100,
    ];
  });
  return { header: statedHeader, rows };
}

/** What segments say of personas; throws where there are none. */
export function personasIn(segments: Segments | null): PersonaReport {
  if (!hasPersonas(segments)) throw new Error(`no personas: ${JSON.stringify(segments?.personas)}`);
  return segments.personas;
}

/** The texts of the actions of each persona. */
export function actionsIn(segments: Segments | null): string[][] {
  const format = createFormatter("en-US", "USD");
  return personasIn(segments).personas.map((persona) =>
    personaActions(persona, segments?.basis ?? "orders", format).map(
      ({ title, words }) => `${title}: ${words}`,
    ),
  );
}
