import { weekdayOf } from "./calendar.ts";
import { pickWeighted, type RandomGenerator, whole } from "./random.ts";

/** Planted: on working days orders come at noon and, twice as many, in the evening; at weekends in the late morning. */
const WORKDAY_HOURS = [
  1, 0.5, 0.3, 0.2, 0.2, 0.4, 1, 2, 2.5, 3, 3.5, 4.5, 6.5, 5, 3.5, 3.5, 4, 5, 7, 11, 13, 10, 5, 2.5,
];
const WEEKEND_HOURS = [
  1.5, 1, 0.6, 0.3, 0.2, 0.3, 0.6, 1.5, 4, 8, 11, 11, 8, 6, 5, 5, 5, 4.5, 4.5, 5, 5, 4, 3, 2,
];

/** The minute of the day at which an order comes. */
export function drawMinute(random: RandomGenerator, day: number): number {
  const hours = weekdayOf(day) < 5 ? WORKDAY_HOURS : WEEKEND_HOURS;
  return pickWeighted(random, hours) * 60 + whole(random, 0, 59);
}
