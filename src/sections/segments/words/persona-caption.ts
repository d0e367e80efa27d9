import type { Formatter } from "../../../report/format.ts";
import type { Persona } from "../segments.ts";

type PersonaShare = Pick<Persona, "name" | "customersShare" | "revenueShare">;

/** One sentence on who brings what: the persona of highest revenue for its size, and the largest. */
export function personasCaption(
  { personas }: { personas: readonly PersonaShare[] },
  format: Formatter,
): string {
  const richest = [...personas].sort((a, b) => b.revenueShare - a.revenueShare)[0];
  const largest = [...personas].sort((a, b) => b.customersShare - a.customersShare)[0];
  if (richest === undefined || largest === undefined) return "";
  const first = `${richest.name} is ${format.share(richest.customersShare)} of customers and brings ${format.share(richest.revenueShare)} of customers' revenue`;
  return richest === largest
    ? `${first}: the largest in both.`
    : `${first}; ${largest.name} is the largest with ${format.share(largest.customersShare)} of customers and ${format.share(largest.revenueShare)} of it.`;
}
