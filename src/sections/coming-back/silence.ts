import type { CustomerOrders } from "../../questions/customer-orders.ts";

/** The share of pauses between orders that are shorter than what is called unusually long. */
export const unusual = 0.9;

/** Pauses between the days of purchase of some customers. */
export interface Pauses {
  /** Days of each pause, and the place of the customer. */
  days: Float64Array;
  customer: Float64Array;
}

/** The pauses between days of purchase that follow each other; orders of one day are one. */
export function pausesOf({ starts, day }: CustomerOrders, places: readonly number[]): Pauses {
  const days: number[] = [];
  const customer: number[] = [];
  for (const place of places) {
    for (let order = (starts[place] ?? 0) + 1; order < (starts[place + 1] ?? 0); order += 1) {
      const pause = (day[order] ?? 0) - (day[order - 1] ?? 0);
      if (pause === 0) continue;
      days.push(pause);
      customer.push(place);
    }
  }
  return { days: Float64Array.from(days), customer: Float64Array.from(customer) };
}

/** Days since the last order of each customer, in their order. */
export function silences({ starts, day, customers, last }: CustomerOrders): Float64Array {
  return Float64Array.from(customers, (_, index) => last - (day[(starts[index + 1] ?? 0) - 1] ?? 0));
}
