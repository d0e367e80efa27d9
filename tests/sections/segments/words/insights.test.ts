import { expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import { personaWords } from "../../../../src/sections/segments/words/insights.ts";
import { somePersona } from "../some-personas.ts";

const format = createFormatter("en-US", "USD");
const sentence = ({ lead, rest }: ReturnType<typeof personaWords>) => `${lead} ${rest}`.trim();

test("personaWords should give both shares, the typical customer and how sure the persona is", () => {
  const persona = somePersona({ name: "Platinum", customersShare: 0.2, revenueShare: 0.55 });
  const of = personaWords(persona, "orders", format);
  expect(sentence(of)).toBe(
    "Platinum is 20% of customers and 55% of revenue: the typical customer has 8 orders, the last 24 days ago, with $321.00 of revenue.",
  );
  expect(of.sure).toEqual({ level: "tested", words: "Stable · 0.80" });
  expect(of.evidence).toBe("1,234 customers");
  expect(sentence(personaWords(persona, "stated", format))).toMatch(
    /revenue: the typical customer states a purchase every 24 days and has 8 previous purchases, with \$321\.00 a purchase\.$/,
  );
});
