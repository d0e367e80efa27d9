import type { FindInsights } from "../../report/find-insights.ts";
import { hasPersonas } from "./segments.ts";
import { personaWords } from "./words/insights.ts";
import { stabilityOf } from "./words/segments.ts";

/** A persona's part of revenue over its part of customers. */
const telling = 1.25;

/** The persona that brings most for its size. */
export const personaInsights: FindInsights = ({ segments }, format) => {
  if (!hasPersonas(segments)) return [];
  const { structure } = segments.personas;
  const [persona] = segments.personas.personas
    .filter(({ stability }) => stabilityOf(stability, structure, format).level !== "doubtful")
    .map((each) => ({ ...each, weight: each.revenueShare / each.customersShare }))
    .sort((a, b) => b.weight - a.weight);
  if (persona === undefined || persona.weight < telling) return [];
  return [
    {
      id: "persona",
      source: "personas",
      ...personaWords(persona, segments, format),
      link: { path: `segments/${persona.id}/`, name: persona.name },
      strength: Math.min(1, 0.4 + (persona.revenueShare - persona.customersShare)),
    },
  ];
};
