import { pickWeighted, type RandomGenerator, shuffle, sum } from "./random.ts";
import { STATES } from "./states.ts";
import { PAYMENTS, paymentShares } from "./tastes.ts";

/** Traits of a customer as codes, in the order of TRAITS. */
export type Codes = number[];

export interface Trait {
  readonly values: readonly string[];
  readonly shares: readonly number[];
}

/** Bounds of the age groups, both included. */
export const AGE_BANDS: readonly (readonly [number, number])[] = [
  [18, 24],
  [25, 34],
  [35, 44],
  [45, 54],
  [55, 64],
  [65, 79],
];
/** The code of 18–24, the group that pays by Venmo. */
const YOUNG = 0;
const AGE_SHARES = [0.16, 0.22, 0.2, 0.17, 0.14, 0.11];

const population = sum(STATES.map(([, people]) => people));

const preferredShares = PAYMENTS.map(
  (_, index) => (paymentShares(true)[index] ?? 0) * 0.16 + (paymentShares(false)[index] ?? 0) * 0.84,
);

/** The traits that a customer keeps for life, with the shares of their values. */
export const TRAITS: readonly Trait[] = [
  { values: ["Female", "Male"], shares: [0.5, 0.5] },
  { values: AGE_BANDS.map(([from, to]) => `${from}-${to}`), shares: AGE_SHARES },
  { values: STATES.map(([name]) => name), shares: STATES.map(([, people]) => people / population) },
  { values: ["Yes", "No"], shares: [0.3, 0.7] },
  {
    values: ["Weekly", "Bi-Weekly", "Fortnightly", "Monthly", "Quarterly", "Every 3 Months", "Annually"],
    shares: [0.12, 0.12, 0.12, 0.24, 0.16, 0.12, 0.12],
  },
  { values: PAYMENTS, shares: preferredShares },
];

export const GENDER = 0;
export const AGE = 1;
export const LOCATION = 2;
export const SUBSCRIPTION = 3;
export const FREQUENCY = 4;
export const PREFERRED = 5;

/** The share of customers that hold these values of these traits at once: independent, but for the
 * planted payment of the young. */
export function expectedShare(traits: readonly number[], codes: readonly number[]): number {
  const age = traits.indexOf(AGE);
  return traits.reduce((share, trait, index) => {
    const code = codes[index] ?? 0;
    const shares =
      trait === PREFERRED && age >= 0 ? paymentShares(codes[age] === YOUNG) : TRAITS[trait]?.shares;
    return share * (shares?.[code] ?? 0);
  }, 1);
}

/** Trait codes for so many customers: every share is met to the customer, in random order. */
export function drawTraits(random: RandomGenerator, customers: number): Codes[] {
  const columns = TRAITS.map(({ shares }) => shuffle(random, quotas(shares, customers)));
  return Array.from({ length: customers }, (_, customer) => {
    const codes = columns.map((column) => column[customer] ?? 0);
    codes[PREFERRED] = pickWeighted(random, paymentShares(codes[AGE] === YOUNG));
    return codes;
  });
}

/** Largest remainders: so many codes that each has its share, rounded. */
function quotas(shares: readonly number[], total: number): number[] {
  const counts = shares.map((share) => Math.floor(share * total));
  const byRemainder = shares
    .map((share, code) => ({ code, remainder: share * total - Math.floor(share * total) }))
    .sort((a, b) => b.remainder - a.remainder || a.code - b.code);
  const missing = total - sum(counts);
  for (const { code } of byRemainder.slice(0, missing)) counts[code] = (counts[code] ?? 0) + 1;
  return counts.flatMap((count, code) => new Array<number>(count).fill(code));
}
