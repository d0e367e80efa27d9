import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CustomerWords } from "../../../../src/questions/customer-traits.ts";
import { personaTraits } from "../../../../src/sections/segments/question/persona-traits.ts";
import { seededRandom } from "../../../../src/statistics/random/random.ts";

/** A field by the word of customers 1, 2, …; "" for none. */
function fieldOf(values: readonly string[], field: CustomerWords["field"] = "location"): CustomerWords {
  const words = ["", ...new Set(values.filter((value) => value !== ""))];
  return { field, words, wordOf: Uint16Array.from(["", ...values], (value) => words.indexOf(value)) };
}

/** The persona by customer's id, from those of customers 1, 2, … */
const personaOf = (personas: readonly number[]) => Uint8Array.from([255, ...personas]);
const repeat = (word: string, count: number) => Array<string>(count).fill(word);

describe("personaTraits", () => {
  // Of eight customers four live in A; of the four of persona 0 three do.
  const places = ["A", "A", "A", "B", "A", "B", "B", "B"];
  const personas = personaOf([0, 0, 0, 0, 1, 1, 1, 1]);

  test("should test as worked out by hand", () => {
    // P(X ≥ 3) = (C(4,3) C(4,1) + C(4,4) C(4,0)) / C(8,4) = (16 + 1) / 70; the smaller tail doubled is 34/70.
    const traits = personaTraits([fieldOf(places)], personas, 2, (count) => count >= 2);
    expect(traits).toHaveLength(4);
    for (const { p, q } of traits) {
      expect(p).toBeCloseTo(34 / 70, 12);
      expect(q).toBeCloseTo(34 / 70, 12);
    }
    expect(traits.find(({ persona, word }) => persona === 0 && word === "A")).toMatchObject({
      field: "location",
      count: 3,
      members: 4,
      countOfAll: 4,
      customers: 8,
      lift: 1.5,
    });
    expect(traits.find(({ persona, word }) => persona === 1 && word === "A")).toMatchObject({
      count: 1,
      lift: 0.5,
    });
  });

  test("should correct for every pair that was tested, not for the found alone", () => {
    // By hand: p of a perfect split of 6 + 6 is 2 / C(12,6) = 2/924 for each of its four pairs. A second field
    // with four pairs of p = 1 makes eight: q = 2/924 × 8/4.
    const split = fieldOf([...repeat("A", 6), ...repeat("B", 6)]);
    const even = fieldOf(
      Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? "X" : "Y")),
      "color",
    );
    const groups = personaOf(Array.from({ length: 12 }, (_, index) => (index < 6 ? 0 : 1)));
    const alone = personaTraits([split], groups, 2, (count) => count >= 2);
    const both = personaTraits([split, even], groups, 2, (count) => count >= 2);
    expect(alone[0]?.q).toBeCloseTo(2 / 924, 12);
    expect(both).toHaveLength(8);
    expect(both[0]?.p).toBeCloseTo(2 / 924, 12);
    expect(both[0]?.q).toBeCloseTo(4 / 924, 12);
  });

  test("should put the most certain first, ties by persona, field and word", () => {
    const traits = personaTraits(
      [fieldOf(places, "size"), fieldOf(places, "color")],
      personas,
      2,
      (count) => count >= 2,
    );
    expect(traits.map(({ persona, field, word }) => `${persona} ${field} ${word}`)).toEqual([
      "0 color A",
      "0 color B",
      "0 size A",
      "0 size B",
      "1 color A",
      "1 color B",
      "1 size A",
      "1 size B",
    ]);
  });

  test("should leave out customers without a word or a persona", () => {
    const field = fieldOf([...places, "", "A"]);
    const [first] = personaTraits(
      [field],
      personaOf([0, 0, 0, 0, 1, 1, 1, 1, 0, 255]),
      2,
      (count) => count >= 2,
    );
    expect(first).toMatchObject({ members: 4, customers: 8, countOfAll: 4 });
    // An id beyond those with a persona is in none.
    expect(personaTraits([field], personas, 2, (count) => count >= 2)[0]).toMatchObject({
      members: 4,
      customers: 8,
    });
  });

  test("should not test words of fewer customers than the minimum, nor a field with one word", () => {
    const field = fieldOf(["A", "A", "A", "B", "B", "B", "rare", "rare"]);
    const tested = personaTraits([field], personas, 2, (count) => count >= 3);
    expect(new Set(tested.map(({ word }) => word))).toEqual(new Set(["A", "B"]));
    expect(personaTraits([fieldOf(repeat("A", 8))], personas, 2, (count) => count >= 2)).toEqual([]);
    expect(
      personaTraits([fieldOf(["A", "A", "A", "A", "A", "A", "B", "B"])], personas, 2, (count) => count >= 3),
    ).toEqual([]);
    expect(personaTraits([], personas, 2, (count) => count >= 2)).toEqual([]);
  });

  test("should take no popular thing for a trait of those who buy little at once", () => {
    // Six in ten of those who bought one thing bought A, three in ten of those who bought ten; persona 1 buys more at once.
    const customers = [
      { persona: 0, among: 1, having: 180, lacking: 120 },
      { persona: 0, among: 10, having: 30, lacking: 70 },
      { persona: 1, among: 1, having: 60, lacking: 40 },
      { persona: 1, among: 10, having: 90, lacking: 210 },
    ].flatMap(({ persona, among, having, lacking }) =>
      [...repeat("A", having), ...repeat("B", lacking)].map((word) => ({ persona, among, word })),
    );
    const field = fieldOf(
      customers.map(({ word }) => word),
      "category",
    );
    const groups = personaOf(customers.map(({ persona }) => persona));
    const chances = (among: Uint16Array | undefined) =>
      personaTraits([among === undefined ? field : { ...field, among }], groups, 2, () => true).map(
        ({ q }) => q,
      );
    expect(Math.max(...chances(undefined))).toBeLessThan(1e-4);
    const among = Uint16Array.from([0, ...customers.map((customer) => customer.among)]);
    expect(Math.min(...chances(among))).toBeGreaterThan(0.5);
    // What sets customers alike apart is one.
    const planted = customers.map(({ persona, word }, index) =>
      persona === 0 && index % 3 > 0 ? "A" : word,
    );
    const found = personaTraits([{ ...fieldOf(planted, "category"), among }], groups, 2, () => true);
    expect(found[0]?.q).toBeLessThan(1e-9);
  });

  test("should find what was planted and nothing in noise", () => {
    const random = seededRandom(12);
    const groups = Array.from({ length: 2_000 }, (_, index) => index % 4);
    const noise = (words: number) => groups.map(() => `word ${Math.floor(random() * words)}`);
    const planted = groups.map((persona) =>
      persona === 2 && random() < 0.5 ? "Berlin" : `city ${Math.floor(random() * 9)}`,
    );
    const traits = personaTraits([fieldOf(planted)], personaOf(groups), 4, (count) => count >= 5);
    expect(traits[0]).toMatchObject({ persona: 2, field: "location", word: "Berlin" });
    expect(traits[0]?.lift).toBeCloseTo(4, 1);
    expect(traits[0]?.q).toBeLessThan(1e-50);
    // 40 runs of nothing but noise: about one in twenty may hold a false find.
    const wrong = Array.from({ length: 40 }, () =>
      personaTraits(
        [fieldOf(noise(20), "color"), fieldOf(noise(3), "size")],
        personaOf(groups),
        4,
        (count) => count >= 5,
      ),
    ).filter(([first]) => (first?.q ?? 1) <= 0.05);
    expect(wrong.length).toBeLessThanOrEqual(5);
  });

  test("should have p and q of 0 to 1, q never below p, and counts that fit", () => {
    const customers = fc.array(
      fc.record({ word: fc.constantFrom("", "a", "b", "c"), persona: fc.constantFrom(0, 1, 2, 255) }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(customers, (some) => {
        const field = fieldOf(some.map(({ word }) => word));
        const groups = some.map(({ persona }) => persona);
        for (const trait of personaTraits([field], personaOf(groups), 3, (count) => count >= 2)) {
          const { p, q, count, members, countOfAll, customers: all, word, persona } = trait;
          expect(p > 0 && p <= 1 && q >= p && q <= 1).toBe(true);
          expect(count).toBe(some.filter((one) => one.word === word && one.persona === persona).length);
          expect(members).toBe(some.filter((one) => one.word !== "" && one.persona === persona).length);
          expect(countOfAll).toBe(some.filter((one) => one.word === word && one.persona !== 255).length);
          expect(all).toBe(some.filter((one) => one.word !== "" && one.persona !== 255).length);
          expect(countOfAll).toBeGreaterThanOrEqual(2);
        }
      }),
    );
  });
});
