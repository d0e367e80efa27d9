import { expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import { personaWords } from "../../../../src/sections/segments/words/insights.ts";
import { somePersona, somePersonas } from "../some-personas.ts";

const format = createFormatter("en-US", "USD");
const sentence = ({ lead, rest }: ReturnType<typeof personaWords>) => `${lead} ${rest}`.trim();

test("personaWords should give both shares, the typical customer and how sure the persona is", () => {
  const persona = somePersona({ name: "Platinum", customersShare: 0.2, revenueShare: 0.55 });
  const of = personaWords(persona, { basis: "orders", personas: somePersonas() }, format);
  expect(sentence(of)).toBe(
    "Platinum (occasional buyers) is 20% of customers and 55% of customers' revenue: the typical customer has 8 orders, the last 24 days ago, with $321.00 of revenue.",
  );
  expect(of.sure).toEqual({ level: "tested", words: "Stable" });
  const structure = { kind: "continuum", silhouette: 0.4, references: null } as const;
  expect(personaWords(persona, { basis: "orders", personas: { structure } }, format).sure).toEqual({
    level: "certain",
    words: "A useful cut, not a natural group",
  });
  expect(of.evidence).toBe("1,234 customers");
  expect(sentence(personaWords(persona, { basis: "stated", personas: somePersonas() }, format))).toMatch(
    /revenue: the typical customer states a purchase every 24 days and has 8 previous purchases, with \$321\.00 a purchase\.$/,
  );
});
