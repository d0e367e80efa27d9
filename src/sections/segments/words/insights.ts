import type { Formatter } from "../../../report/format.ts";
import { counted } from "../../../report/words/general.ts";
import { type InsightWords, lowered } from "../../../report/words/insights.ts";
import type { Persona, Segments } from "../segments.ts";
import { stabilityOf, typicalWords } from "./segments.ts";

/** The persona that brings most for its size. */
export function personaWords(persona: Persona, basis: Segments["basis"], format: Formatter): InsightWords {
  const typical = typicalWords(basis, persona, format);
  return {
    lead: `${persona.name} is ${format.share(persona.customersShare)} of customers and ${format.share(persona.revenueShare)} of revenue:`,
    rest: `${lowered(typical.typical)}, with ${typical.spend}.`,
    sure: { level: "tested", words: stabilityOf(persona.stability, format).badge },
    evidence: counted(format, persona.customers, "customer"),
  };
}
