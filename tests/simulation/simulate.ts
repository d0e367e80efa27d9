import type { Report } from "../../src/report/report.ts";
import { hasPersonas } from "../../src/sections/segments/segments.ts";
import { type Random, seededRandom } from "../../src/statistics/random/random.ts";
import { binomialUpperTail } from "../../src/statistics/significance/tails.ts";
import { reportOf } from "../questions/open-rows.ts";
import {
  customerClaims,
  findsPlantedPair,
  habits,
  orderClaims,
  randomBaskets,
  randomSnapshot,
  type Shop,
  traitClaims,
} from "./affinity.ts";
import { courseOf, womenSpending } from "./time.ts";

/** Shops made by chance, in which whatever is claimed beyond counting is false. */
export const structureless: Readonly<Record<string, Shop>> = {
  "independent snapshot": randomSnapshot(),
  "Poisson baskets": randomBaskets("Poisson"),
  "geometric baskets": randomBaskets("geometric"),
  "log-normal baskets": randomBaskets("log-normal"),
  habits,
  growth: courseOf("growth"),
  season: courseOf("season"),
  "season of 13 months": courseOf("season", { months: 13, mean: 200 }),
  "random walk": courseOf("random walk"),
};

/** Claims that are true of a kind: where orders come and go, a cohort orders more than the one before, or less. */
const trueClaims: Readonly<Record<string, readonly string[]>> = {
  growth: ["coming back"],
  season: ["coming back"],
  "season of 13 months": ["coming back"],
  "random walk": ["coming back"],
};

/** Whether a report makes a false claim of each kind. Growth is no news: told as a trend it is true. */
export const claims: Readonly<Record<string, (report: Report) => boolean>> = {
  "affinity of orders": ({ affinity }) => orderClaims(affinity).length > 0,
  "affinity of customers": ({ affinity }) => customerClaims(affinity).length > 0,
  "affinity of traits": ({ affinity }) => traitClaims(affinity).length > 0,
  change: ({ insights }) => insights.some(({ source }) => source === "change"),
  differences: ({ insights }) =>
    insights.some(({ source, sure }) => source === "differences" && sure.level === "tested"),
  personas: ({ segments }) => hasPersonas(segments) && segments.personas.structure.kind === "natural",
  "persona traits": ({ segments }) =>
    hasPersonas(segments) && segments.personas.personas.some(({ traits }) => traits.length > 0),
  "coming back": ({ comingBack }) =>
    comingBack !== null &&
    (comingBack.differences.length > 0 ||
      (comingBack.cohorts?.comparisons ?? []).some(({ differs }) => differs !== null)),
};

/** Shops with one true thing, and whether a report tells it. */
export const planted: Readonly<Record<string, { shop: Shop; found: (report: Report) => boolean }>> = {
  "women spend 15 % more": {
    shop: womenSpending(1.15),
    found: ({ insights }) => insights.some(({ id }) => id === "difference/spend/gender"),
  },
  "a shock of 25 % in a season": {
    shop: courseOf("season", { mean: 400, shock: 0.75 }),
    found: ({ insights }) => insights.some(({ id }) => id === "change/orders"),
  },
  "a pair from 5 to 25 %": {
    shop: randomBaskets("Poisson", { from: 0.05, to: 0.25 }),
    found: ({ affinity }) => findsPlantedPair(affinity),
  },
};

/** What so many shops of one kind gave: how many with a false claim of each kind, and with any. */
export interface Tally {
  shops: number;
  byClaim: Record<string, number>;
  any: number;
}

/** The reports of shops of a kind drawn from seeds, by the code of the build. */
export async function tallyOf(kind: string, shops: number, firstSeed = 1): Promise<Tally> {
  const shop = structureless[kind];
  if (shop === undefined) throw new RangeError(`no kind of shop is called "${kind}"`);
  const looked = Object.entries(claims).filter(([name]) => trueClaims[kind]?.includes(name) !== true);
  const tally: Tally = {
    shops,
    byClaim: Object.fromEntries(Object.keys(claims).map((name) => [name, 0])),
    any: 0,
  };
  for (let seed = firstSeed; seed < firstSeed + shops; seed += 1) {
    const report = await reportOf(shop(randomOf(seed)));
    const made = looked.filter(([, isMade]) => isMade(report));
    for (const [name] of made) tally.byClaim[name] = (tally.byClaim[name] ?? 0) + 1;
    if (made.length > 0) tally.any += 1;
  }
  return tally;
}

/** The generator is linear: streams of small seeds are kin, so seeds are spread over all numbers (Knuth's factor). */
function randomOf(seed: number): Random {
  return seededRandom(Math.imul(seed, 0x9e3779b1));
}

/** In how many of so many shops what was planted is found. */
export async function foundOf(name: string, shops: number, firstSeed = 1): Promise<number> {
  const effect = planted[name];
  if (effect === undefined) throw new RangeError(`nothing planted is called "${name}"`);
  let count = 0;
  for (let seed = firstSeed; seed < firstSeed + shops; seed += 1)
    if (effect.found(await reportOf(effect.shop(randomOf(seed))))) count += 1;
  return count;
}

/** Whether so many of all are more than a rate explains: less than once in a hundred runs by chance. */
export function exceeds(count: number, of: number, rate: number): boolean {
  return binomialUpperTail(count, of, rate) < 0.01;
}
