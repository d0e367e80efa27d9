import type { Formatter } from "../../../report/format.ts";
import { counted } from "../../../report/words/general.ts";
import { certain, type InsightWords, lowered } from "../../../report/words/insights.ts";
import type { Persona, PersonaReport, Segments } from "../segments.ts";
import { stabilityOf, typicalWords } from "./segments.ts";

/** The persona that brings most for its size. */
export function personaWords(
  persona: Persona,
  {
    basis,
    personas: { structure },
  }: Pick<Segments, "basis"> & { personas: Pick<PersonaReport, "structure"> },
  format: Formatter,
): InsightWords {
  const typical = typicalWords(basis, persona, format);
  return {
    lead: `${persona.name} (${persona.profile}) is ${format.share(persona.customersShare)} of customers and ${format.share(persona.revenueShare)} of customers' revenue:`,
    rest: `${lowered(typical.typical)}, with ${typical.spend}.`,
    sure:
      structure.kind === "natural"
        ? { level: "tested", words: stabilityOf(persona.stability, structure, format).badge }
        : { ...certain, words: "A useful cut, not a natural group" },
    evidence: counted(format, persona.customers, "customer"),
  };
}
