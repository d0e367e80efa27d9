import { describe, expect, test } from "vitest";
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
const any = () => true;
const shownIn = (counts: readonly (readonly number[])[], sizes: readonly number[], unlisted?: string[]) =>
  personaTraitGroups(traitsOf(counts, unlisted), sizes, 5, any).map((groups) =>
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

  test("should withhold the counts that would tell a small one by the totals of persona and trait", () => {
    const counts = [
      [20, 30, 3],
      [40, 10, 50],
      [60, 70, 80],
    ];
    // The three in persona 0 with the next smallest of their row and column, and the corner of these two.
    expect(shownIn(counts, [53, 100, 210])).toEqual([
      { A: null, B: 30, C: null },
      { A: null, B: 10, C: null },
      { A: 60, B: 70, C: 80 },
    ]);
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
    const groups = personaTraitGroups(traitsOf(counts), [52, 50], 5, any);
    expect(groups[0]?.map(({ count, members, share }) => [count, members, share])).toEqual([
      [null, null, null],
      [null, null, null],
    ]);
    // 40 of 100 exactly would tell that two are not known.
    expect(groups[0]?.[0]?.shareOfAll).toBe(0.6);
  });

  test("should list no trait that may not be named", () => {
    const groups = personaTraitGroups(traitsOf([[20, 30]]), [50], 5, (_, name) => name !== "A");
    expect(groups[0]?.map(({ name }) => name)).toEqual(["B"]);
  });
});
