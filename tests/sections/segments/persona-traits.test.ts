import { describe, expect, test } from "vitest";
import { Gate } from "../../../src/disclosure/gate.ts";
import type { CustomerWords } from "../../../src/questions/customer-traits.ts";
import { personaTraitGroups } from "../../../src/sections/segments/persona-traits.ts";
import type { PersonaTrait } from "../../../src/sections/segments/question/persona-traits.ts";

/** The traits of a table of counts: a row a persona, a column a word; all of them listed but for those named. */
function traitsOf(counts: readonly (readonly number[])[], unlisted: readonly string[] = []): PersonaTrait[] {
  const sumOf = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  return counts.flatMap((row, persona) =>
    row.map((count, place): PersonaTrait => {
      const word = "ABCD"[place] ?? "";
      return {
        persona,
        field: "location",
        word,
        count,
        members: sumOf(row),
        countOfAll: sumOf(counts.map((each) => each[place] ?? 0)),
        customers: sumOf(counts.flat()),
        lift: 2,
        p: 0.0001,
        q: unlisted.includes(word) ? 0.5 : 0.0002,
      };
    }),
  );
}

/** The customers behind such counts, and some of each persona without a word. */
function customersOf(counts: readonly (readonly number[])[], sizes: readonly number[]) {
  const people = counts.flatMap((row, persona) => {
    const known = row.flatMap((count, place) => Array(count).fill({ persona, word: place + 1 }));
    return [...known, ...Array((sizes[persona] ?? 0) - known.length).fill({ persona, word: 0 })];
  });
  const field: CustomerWords = {
    field: "location",
    words: ["", "A", "B", "C", "D"],
    wordOf: Uint16Array.from([0, ...people.map(({ word }) => word)]),
  };
  return { field, personaOf: Uint8Array.from([255, ...people.map(({ persona }) => persona)]) };
}

const groupsOf = (counts: readonly (readonly number[])[], sizes: readonly number[], unlisted?: string[]) => {
  const { field, personaOf } = customersOf(counts, sizes);
  return personaTraitGroups(traitsOf(counts, unlisted), [field], { personaOf, sizes }, new Gate(5));
};
const shownIn = (counts: readonly (readonly number[])[], sizes: readonly number[], unlisted?: string[]) =>
  groupsOf(counts, sizes, unlisted).map((groups) =>
    Object.fromEntries(groups.map(({ name, count }) => [name, count])),
  );

describe("personaTraitGroups", () => {
  test("should tell every count where all are large", () => {
    const counts = [
      [20, 30],
      [40, 10],
    ];
    expect(shownIn(counts, [50, 50])).toEqual([
      { A: 20, B: 30 },
      { A: 40, B: 10 },
    ]);
  });

  test("should show no count of a field whose table has a small one", () => {
    const counts = [
      [20, 30, 3],
      [40, 10, 50],
      [60, 70, 80],
    ];
    const none = { A: null, B: null, C: null };
    expect(shownIn(counts, [53, 100, 210])).toEqual([none, none, none]);
  });

  test("should reckon with words that are not listed: few of them tell of themselves", () => {
    const counts = [
      [20, 30, 3],
      [40, 10, 0],
    ];
    const [first] = shownIn(counts, [53, 50], ["C"]);
    expect(Object.values(first ?? {})).toContain(null);
  });

  test("should withhold the counts of a persona of which a few members lack the field", () => {
    const counts = [
      [20, 30],
      [40, 10],
    ];
    const groups = groupsOf(counts, [52, 50]);
    expect(groups[0]?.map(({ count, members, share }) => [count, members, share])).toEqual([
      [null, null, null],
      [null, null, null],
    ]);
    // 40 of 100 exactly would tell that two are not known.
    expect(groups[0]?.[0]?.shareOfAll).toBe(0.6);
  });

  test("should say how sure a share of customers is, by Wilson's interval", () => {
    const [first] = groupsOf(
      [
        [15, 85],
        [60, 40],
      ],
      [100, 100],
    );
    // R: prop.test(15, 100, correct = FALSE)
    expect(first?.find(({ name }) => name === "A")?.shareInterval?.low).toBeCloseTo(0.0931, 4);
    expect(first?.find(({ name }) => name === "A")?.shareInterval?.high).toBeCloseTo(0.2328, 4);
  });
});
