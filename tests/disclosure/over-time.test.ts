import { describe, expect, test } from "vitest";
import { type Axis, valueRungs } from "../../src/disclosure/axis.ts";
import { tellOverTime } from "../../src/disclosure/over-time.ts";
import { type Side, sideOf } from "../../src/disclosure/sides.ts";

/** Lines of a person each by the codes of a thing, a season and a quarter, so many of each combination. */
function lines(
  groups: readonly (readonly [thing: number, season: number, quarter: number, persons: number])[],
) {
  const all = groups.flatMap((group) => Array.from({ length: group[3] }, () => group));
  const side = (place: 0 | 1 | 2, id: string, calendar: boolean): Side => {
    const codes = all.map((group) => group[place]);
    const names = Array.from({ length: Math.max(...codes) }, (_, code) => `${code + 1}`);
    const subjects: Axis["subjects"] = calendar ? ["calendar"] : [];
    return sideOf({ id, codes, ofCustomer: false, rungs: valueRungs(names, false), subjects }, 0);
  };
  const [thing, season, quarter] = [
    side(0, "gender", false),
    side(1, "season", true),
    side(2, "period", true),
  ];
  const tells = (tables: readonly (readonly Side[])[]) =>
    tellOverTime(
      tables,
      Int32Array.from(all.keys()),
      Int32Array.from(all.keys(), (line) => line + 1),
      5,
    );
  return { thing, season, quarter, tells };
}

describe("tables of one thing over the calendar", () => {
  // Each season lies in two quarters, each quarter in two seasons: winter, 1, is of the fourth quarter and the first.
  const atoms = [1, 2, 3, 4].flatMap((quarter) => [
    [quarter, quarter],
    [(quarter % 4) + 1, quarter],
  ]);
  const shop = (men: number, women: number) =>
    lines(
      [1, 2].flatMap((thing) =>
        atoms.map(([season = 0, quarter = 0]): [number, number, number, number] => {
          const [isJune, isSeptember] = [season === 3 && quarter === 2, season === 4 && quarter === 3];
          return [
            thing,
            season,
            quarter,
            thing === 1 && isJune ? men : thing === 2 && isSeptember ? women : 20,
          ];
        }),
      ),
    );

  test("should tell of few by three of them where no two do", () => {
    // Summer in the second quarter, and women in the third, less the women of summer: men in June, women in September.
    const { thing, season, quarter, tells } = shop(2, 2);
    const tables = [
      [thing, season],
      [thing, quarter],
      [season, quarter],
    ];
    expect(tells(tables)).toBe(true);
    for (const gone of [0, 1, 2]) expect(tells(tables.filter((_, place) => place !== gone))).toBe(false);
  });

  test("should tell of nobody where what follows is of enough", () => {
    const { thing, season, quarter, tells } = shop(3, 4);
    expect(
      tells([
        [thing, season],
        [thing, quarter],
        [season, quarter],
      ]),
    ).toBe(false);
  });

  test("should not be looked at where they are too many together", () => {
    const weeks = Array.from({ length: 700 }, (_, week): [number, number, number, number] => [
      1,
      1,
      week + 1,
      week === 3 ? 2 : 9,
    ]);
    const { thing, quarter, tells } = lines(weeks);
    expect(tells([[thing], [quarter]])).toBe(false);
    expect(tells([[thing, quarter]])).toBe(false);
  });
});
