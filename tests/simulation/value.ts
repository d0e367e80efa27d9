import { customerValue } from "../../src/sections/value/part.ts";
import type { BetaGeometric } from "../../src/statistics/models/beta-geometric.ts";
import type { GammaGamma } from "../../src/statistics/models/gamma-gamma.ts";
import { seededRandom } from "../../src/statistics/random/random.ts";
import { ordersOf, simulateShop } from "../sections/value/simulated-orders.ts";

/** What simulated shops of one kind gave. */
export interface ValueTally {
  shops: number;
  /** Of these a forecast was published. */
  published: number;
  /** Parameters further from the truth than 1.96 standard errors, of all that were estimated. */
  parametersOff: number;
  parameters: number;
  /** Of the published intervals of 95 %, those that held what came in the year after. */
  ordersHeld: number;
  revenueHeld: number;
}

/** Parameters like those that are found for real shops. */
const timing: BetaGeometric = { dropout: "bg", r: 0.6, alpha: 5, a: 0.9, b: 2.5 };
const spend: GammaGamma = { p: 6, q: 4, v: 16 };

const seenDays = 540;
const year = 365;

/**
 * Shops whose customers buy, leave and spend as the models say, from known parameters: whether fits give these back
 * within their standard errors, and how often the published intervals hold the year that follows.
 */
export function valueTally(shops: number, firstSeed = 1, customers = 2000): ValueTally {
  const tally: ValueTally = {
    shops,
    published: 0,
    parametersOff: 0,
    parameters: 0,
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
    const truths: Readonly<Record<string, number>> = {
      ...spend,
      r: timing.r,
      alpha: timing.alpha,
      a: timing.a,
      b: timing.b,
    };
    for (const { name, value, error } of part.models
      .filter(({ used }) => used)
      .flatMap((model) => model.parameters)) {
      tally.parameters += 1;
      const off = Math.abs(Math.log(value / (truths[name] ?? Number.NaN)));
      // Errors are those of logarithms, told in units of the parameter.
      if (error === null || off > (1.96 * error) / value) tally.parametersOff += 1;
    }
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
