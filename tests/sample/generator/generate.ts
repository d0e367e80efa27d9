import { balanceTraits } from "./balance.ts";
import { drawMinute } from "./clock.ts";
import {
  AGE,
  AGE_BANDS,
  type Codes,
  drawTraits,
  FREQUENCY,
  GENDER,
  LOCATION,
  PREFERRED,
  SUBSCRIPTION,
  TRAITS,
} from "./customers.ts";
import { addDirt, type SampleRow } from "./dirt.ts";
import { type History, planHistories } from "./history.ts";
import type { KindName } from "./kinds.ts";
import { type Customer, type OrderStreams, orderRows } from "./orders.ts";
import { at, type RandomGenerator, shuffle, stream, whole } from "./random.ts";
import { byTime, type PartRow, withReturns, withReversals } from "./returns.ts";
import type { Row } from "./row.ts";
import { PAYMENTS } from "./tastes.ts";
import { type Truth, truthOf } from "./truth.ts";

/** The seed of the committed sample. */
export const SAMPLE_SEED = 27;

const FIRST_ORDER_ID = 100_000;
const FIRST_CUSTOMER_ID = 10_000;
const LAST_CUSTOMER_ID = 99_999;

export interface Sample {
  /** As they stand in the file, each with the dirt that was planted in it. */
  readonly rows: readonly SampleRow[];
  /** The planted kind by customer ID; it is not in the file. */
  readonly kindOfCustomer: ReadonlyMap<string, KindName>;
  /** Customers of the group that fell silent; they are in no column, either. */
  readonly silentCustomers: ReadonlySet<string>;
  readonly truth: Truth;
}

/** The sample of a seed: same seed, same rows. */
export function generateSample(seed: number): Sample {
  const histories = planHistories(stream(seed, 0));
  const customers = makeCustomers(seed, histories);
  const nextOrderId = orderIds(stream(seed, 4));
  const streams = {
    baskets: stream(seed, 5),
    details: stream(seed, 6),
    reviews: stream(seed, 7),
    gifts: stream(seed, 9),
  };
  const sold = makeRows(streams, stream(seed, 10), histories, customers, nextOrderId);
  const kindOfCustomer = new Map(customers.map(({ id }, index) => [id, at(histories, index).kind]));
  const rows = spoil(stream(seed, 8), stream(seed, 11), sold, kindOfCustomer);
  const silent = customers.filter((_, index) => at(histories, index).silent).map(({ id }) => id);
  return { rows, kindOfCustomer, silentCustomers: new Set(silent), truth: truthOf(rows) };
}

function makeCustomers(seed: number, histories: readonly History[]): Customer[] {
  const codes = drawTraits(stream(seed, 1), histories.length);
  balanceTraits(stream(seed, 2), histories, codes);
  const random = stream(seed, 3);
  const numbers = Array.from(
    { length: LAST_CUSTOMER_ID - FIRST_CUSTOMER_ID + 1 },
    (_, n) => FIRST_CUSTOMER_ID + n,
  );
  const ids = shuffle(random, numbers).slice(0, histories.length);
  return histories.map(({ quantity }, index) => {
    const own = at(codes, index);
    return {
      id: `C-${at(ids, index)}`,
      age: whole(random, ...at(AGE_BANDS, at(own, AGE))),
      gender: at(own, GENDER) === 0 ? "Female" : "Male",
      location: traitValue(own, LOCATION),
      subscription: traitValue(own, SUBSCRIPTION),
      preferred: at(PAYMENTS, at(own, PREFERRED)),
      frequency: traitValue(own, FREQUENCY),
      quantity,
    };
  });
}

function traitValue(codes: Codes, trait: number): string {
  return at(at(TRAITS, trait).values, at(codes, trait));
}

function makeRows(
  streams: OrderStreams,
  clock: RandomGenerator,
  histories: readonly History[],
  customers: readonly Customer[],
  nextOrderId: () => string,
): Row[] {
  return histories
    .flatMap(({ orders, earlierOrders }, index) =>
      orders.map((order, place) => ({
        ...order,
        minute: drawMinute(clock, order.day),
        customer: at(customers, index),
        previousPurchases: earlierOrders + place,
      })),
    )
    .sort((a, b) => a.day - b.day || a.minute - b.minute)
    .flatMap(({ customer, ...order }) => orderRows(streams, customer, { ...order, id: nextOrderId() }));
}

/** Order numbers rise with time and skip some. */
function orderIds(random: RandomGenerator): () => string {
  let last = FIRST_ORDER_ID;
  return () => {
    last += whole(random, 1, 4);
    return `SO-${last}`;
  };
}

/** Adds what came back, and spoils earlier orders of regulars: their last order and their other rows stay. */
function spoil(
  dirt: RandomGenerator,
  returns: RandomGenerator,
  sold: readonly Row[],
  kindOfCustomer: ReadonlyMap<string, KindName>,
): SampleRow[] {
  const lines = new Map<string, number>();
  const lastOrder = new Map<string, string>();
  for (const row of sold) {
    lines.set(row["Order ID"], (lines.get(row["Order ID"]) ?? 0) + 1);
    lastOrder.set(row["Customer ID"], row["Order ID"]);
  }
  const isEarlier = (row: Row) =>
    kindOfCustomer.get(row["Customer ID"]) === "regular" &&
    lastOrder.get(row["Customer ID"]) !== row["Order ID"];
  const rows: PartRow[] = byTime(withReversals(returns, withReturns(returns, sold), isEarlier));
  const touched = new Set(
    rows.filter(({ part }) => part !== undefined).map(({ row }) => row["Order ID"].replace(/-R$/, "")),
  );
  return addDirt(
    dirt,
    rows,
    (row) => isEarlier(row) && !touched.has(row["Order ID"]),
    (row) => lines.get(row["Order ID"]) === 1,
  );
}
