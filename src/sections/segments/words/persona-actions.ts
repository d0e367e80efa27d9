import type { Formatter } from "../../../report/format.ts";
import type { Persona, Segments } from "../segments.ts";
import { growing } from "./actions-growing.ts";
import { investing, spending } from "./actions-investing.ts";
import { returning, timing } from "./actions-returning.ts";
import type { Action, Facts } from "./advice.ts";
import { levelOf, typicalWords } from "./segments.ts";

/**
 * Three suggestions that follow from a persona's scores, with its own numbers: when to reach its customers, what
 * to offer them, and how much effort they are worth.
 */
export function personaActions(persona: Persona, basis: Segments["basis"], format: Formatter): Action[] {
  const recency = levelOf(persona.scores.recency);
  const frequency = levelOf(persona.scores.frequency);
  const monetary = levelOf(persona.scores.monetary);
  const facts: Facts = {
    ...typicalWords(basis, persona, format),
    customers: format.count(persona.customers),
    customersShare: format.share(persona.customersShare),
    revenueShare: format.share(persona.revenueShare),
  };
  const chosen =
    basis === "orders"
      ? [returning[recency][frequency], growing[frequency][monetary], investing[recency][monetary]]
      : [timing[recency], growing[frequency][monetary], spending[monetary]];
  return chosen.map((each) => each(facts));
}
