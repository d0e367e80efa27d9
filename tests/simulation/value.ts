import { customerValue } from "../../src/sections/value/part.ts";
import { sum } from "../../src/statistics/describe/sum.ts";
import { type BetaGeometric, fitBetaGeometric } from "../../src/statistics/models/beta-geometric.ts";
import { fitGammaGamma, type GammaGamma, type Spend } from "../../src/statistics/models/gamma-gamma.ts";
import { groupHistories, type PurchaseHistory } from "../../src/statistics/models/purchase-histories.ts";
import { type Random, seededRandom } from "../../src/statistics/random/random.ts";
import { ordersOf, simulateShop } from "../sections/value/simulated-orders.ts";
import { drawBeta, drawExponential, drawGamma } from "../statistics/models/draw.ts";

/** What simulated shops of one kind gave. */
export interface ValueTally {
  shops: number;
  /** Of these a forecast was published. */
  published: number;
  /** Of the published intervals of 95 %, those that held what came in the year after. */
  ordersHeld: number;
  revenueHeld: number;
}

/** Parameters like those that are found for real shops. */
const timing: BetaGeometric = { dropout: "bg", r: 0.6, alpha: 5, a: 0.9, b: 2.5 };
const spend: GammaGamma = { p: 6, q: 4, v: 16 };

const seenDays = 540;
const year = 365;

/** A parameter as fits gave it back. */
export interface ParameterTally {
  name: string;
  fits: number;
  /** Further from the truth than 1.96 standard errors. */
  off: number;
  /** How far the logarithms lay from the truth, in standard errors: their mean and standard deviation. */
  mean: number;
  deviation: number;
}

/**
 * Customers who buy and spend as the models say, at any moment of time: how far fits lie from the parameters that they
 * were made by, in the standard errors that the fits have of themselves.
 */
export function parameterTally(shops: number, firstSeed = 1, customers = 2000): ParameterTally[] {
  const errors = new Map<string, number[]>();
  const add = (name: string, error: number) => errors.set(name, [...(errors.get(name) ?? []), error]);
  for (let seed = firstSeed; seed < firstSeed + shops; seed += 1) {
    const { histories, spends } = simulateHistories(customers, seededRandom(seed));
    const orders = fitBetaGeometric(groupHistories(histories), "bg");
    const money = fitGammaGamma(spends);
    const inErrors = (found: number, truth: number, variance: number | undefined) =>
      Math.log(found / truth) / Math.sqrt(variance ?? Number.NaN);
    for (const [place, name] of (["r", "alpha", "a", "b"] as const).entries())
      add(name, inErrors(orders.model[name], timing[name], orders.covariance?.[place]?.[place]));
    for (const [place, name] of (["p", "q", "v"] as const).entries())
      add(name, inErrors(money.model[name], spend[name], money.covariance?.[place]?.[place]));
  }
  return [...errors].map(([name, all]) => {
    const mean = sum(all) / all.length;
    return {
      name,
      fits: all.length,
      off: all.filter((error) => !(Math.abs(error) <= 1.96)).length,
      mean,
      deviation: Math.sqrt(sum(all.map((error) => (error - mean) ** 2)) / (all.length - 1)),
    };
  });
}

function simulateHistories(
  customers: number,
  random: Random,
): { histories: PurchaseHistory[]; spends: Spend[] } {
  const spends: Spend[] = [];
  const histories = Array.from({ length: customers }, (): PurchaseHistory => {
    const T = (140 + 400 * random()) / 7;
    const rate = drawGamma(timing.r, random) / timing.alpha;
    const leaves = drawBeta(timing.a, timing.b, random);
    const mean = spend.v / drawGamma(spend.q, random);
    let [x, tx, spent] = [0, 0, 0];
    for (let at = drawExponential(rate, random); at <= T; at += drawExponential(rate, random)) {
      x += 1;
      tx = at;
      spent += drawGamma(spend.p, random) * mean;
      if (random() < leaves) break;
    }
    if (x > 0) spends.push({ purchases: x, mean: spent / x });
    return { x, tx, T };
  });
  return { histories, spends };
}

/**
 * Shops of which the models are true but that know whole days alone, as data do: how often the published intervals hold
 * the year that follows.
 */
export function valueTally(shops: number, firstSeed = 1, customers = 2000): ValueTally {
  const tally: ValueTally = {
    shops,
    published: 0,
    ordersHeld: 0,
    revenueHeld: 0,
  };
  for (let seed = firstSeed; seed < firstSeed + shops; seed += 1) {
    const whole = simulateShop(
      timing,
      spend,
      { customers, days: seenDays + year, arriving: 400 },
      seededRandom(seed),
    );
    const seen = whole.filter(({ day }) => day < seenDays);
    const { part } = customerValue({
      orders: ordersOf(seen, seenDays - 1),
      isFew: (persons) => persons > 0 && persons < 5,
      discountRate: 0,
      margin: null,
      acquisitionCost: null,
      holdoutFrom: null,
      personaThen: null,
      personas: null,
      segments: null,
      places: null,
    });
    if (part.kind === "none") continue;
    tally.published += 1;
    const known = new Set(seen.map(({ customer }) => customer));
    const later = whole.filter(({ day, customer }) => day >= seenDays && known.has(customer));
    const days = new Set(later.map(({ day, customer }) => `${customer} ${day}`)).size;
    const money = later.reduce((sum, { revenue }) => sum + revenue, 0);
    const holds = ({ low, high }: { low: number | null; high: number | null }, came: number) =>
      low !== null && high !== null && low <= came && came <= high;
    if (holds(part.total.orders, days)) tally.ordersHeld += 1;
    if (holds(part.total.revenue, money)) tally.revenueHeld += 1;
  }
  return tally;
}
