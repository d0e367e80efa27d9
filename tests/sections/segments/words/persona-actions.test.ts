import { describe, expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import type { Persona, Segments } from "../../../../src/sections/segments/segments.ts";
import { personaActions } from "../../../../src/sections/segments/words/persona-actions.ts";
import { typicalWords } from "../../../../src/sections/segments/words/segments.ts";
import { somePersona } from "../some-personas.ts";

const format = createFormatter("en-US", "USD");
const bases = ["orders", "stated"] as const;
const levels = [1.2, 3, 4.8];
const combinations = levels.flatMap((recency) =>
  levels.flatMap((frequency) => levels.map((monetary) => ({ recency, frequency, monetary }))),
);

/** What an action may quote of the persona itself. */
function ownNumbers(persona: Persona, basis: Segments["basis"]): string[] {
  return [
    ...Object.values(typicalWords(basis, persona, format)),
    format.count(persona.customers),
    format.share(persona.customersShare),
    format.share(persona.revenueShare),
  ].map((words) => words.toLowerCase());
}

describe("personaActions", () => {
  test("should be three different ones that quote the persona's own numbers, for all 27 combinations of scores", () => {
    for (const basis of bases) {
      for (const scores of combinations) {
        const persona = somePersona({ scores });
        const actions = personaActions(persona, basis, format);
        expect(actions).toHaveLength(3);
        expect(new Set(actions.map(({ title }) => title)).size).toBe(3);
        for (const { title, words } of actions) {
          const name = `${basis} ${JSON.stringify(scores)}: ${title}`;
          expect(title, name).toMatch(/^[A-Z].*[^.]$/);
          expect(words, name).toMatch(/^[A-Z0-9$].{20,}[.]$/);
          expect(words, name).not.toMatch(/undefined|NaN|null|\[object| {2}|[,:;]\.|\.\./);
          expect(
            ownNumbers(persona, basis).some((number) => words.toLowerCase().includes(number)),
            name,
          ).toBe(true);
        }
      }
    }
  });

  test("should say something else for each combination of scores", () => {
    for (const basis of bases) {
      const texts = combinations.map((scores) =>
        JSON.stringify(personaActions(somePersona({ scores }), basis, format)),
      );
      expect(new Set(texts).size).toBe(27);
    }
  });

  test("should follow the persona's numbers", () => {
    const few = personaActions(somePersona(), "orders", format);
    const typical = { lowerQuartile: 1, median: 77, upperQuartile: 99 };
    const more = personaActions(
      somePersona({ typical: { recency: typical, frequency: typical, monetary: typical } }),
      "orders",
      format,
    );
    expect(more.map(({ title }) => title)).toEqual(few.map(({ title }) => title));
    expect(more.map(({ words }) => words)).not.toEqual(few.map(({ words }) => words));
  });

  test("should speak of stated rhythms and not of last orders where the data hold no dates", () => {
    for (const scores of combinations) {
      const stated = personaActions(somePersona({ scores }), "stated", format).map(({ words }) => words);
      expect(stated.join(" ")).not.toMatch(/last order|days ago|away|pause|second (purchase|order|try)/);
    }
  });

  test("should quote no number twice", () => {
    for (const basis of bases) {
      for (const scores of combinations) {
        const texts = personaActions(somePersona({ scores }), basis, format).map(({ words }) => words);
        expect(
          texts.filter((words) => words.includes("The typical customer")),
          texts.join(" "),
        ).toHaveLength(1);
        expect(texts.filter((words) => words.includes("are typical"))).toHaveLength(1);
        expect(texts.filter((words) => words.includes("35% of customers' revenue"))).toHaveLength(1);
      }
    }
  });

  test("should read as sentences for whoever comes rarely, spends little and has been away", () => {
    const scores = { recency: 1, frequency: 1, monetary: 1 };
    const of = (median: number) => ({ lowerQuartile: 0, median, upperQuartile: 999 });
    const typical = { recency: of(183), frequency: of(1), monetary: of(300.52) };
    expect(personaActions(somePersona({ scores, typical }), "orders", format)).toEqual([
      {
        title: "Write rarely and automatically",
        words:
          "The typical customer has 1 order, placed 183 days ago. One automatic message a season is enough; nothing here is worth writing by hand.",
      },
      {
        title: "Make the small purchase easy",
        words:
          "They seldom buy and spend little: 1 order and $300.52 of revenue are typical. Show best-sellers and keep the checkout short; choice and extras do not pay here.",
      },
      {
        title: "Test what leaving them out saves",
        words:
          "These 25% of customers bring 35% of customers' revenue. Leave 1,234 customers out of paid campaigns for a quarter, and compare what that saves with what it costs.",
      },
    ]);
  });
});
