import { type Random, randomIndex } from "../../src/statistics/random/random.ts";
import type { Cell } from "../questions/open-rows.ts";
import type { Shop } from "./affinity.ts";

/** How the number of orders moves from month to month. */
export type Course = "growth" | "season" | "random walk";

/** Orders of each month beside the mean: a Christmas trade. */
const season = [0.7, 0.8, 0.95, 1, 1, 1, 0.9, 0.85, 1, 1.05, 1.2, 1.55];
const lastMonth = 36;

/**
 * A shop of so many months, the last a January, whose orders are made at random by customers of one kind: nothing
 * happens in the last month that does not follow from the course. `mean` is the orders of a month, `shock` what becomes
 * of those of the last one.
 */
export function courseOf(course: Course, { mean = 60, shock = 1, months = 37 } = {}): Shop {
  return (random) => {
    const customers = Array.from({ length: mean * 6 }, (_, index) => [
      `customer ${index + 1}`,
      random() < 0.5 ? "Female" : "Male",
    ]);
    const rows: Cell[][] = [];
    let level = 0;
    const firstMonth = lastMonth + 1 - months;
    for (let month = firstMonth; month <= lastMonth; month += 1) {
      level += course === "random walk" ? 0.12 * normal(random) : 0;
      const expected = {
        growth: mean * 0.6 * 1.03 ** month,
        season: mean * (season[month % 12] ?? 1),
        "random walk": mean * Math.exp(level),
      }[course];
      const orders = poisson(random, month === lastMonth ? expected * shock : expected);
      const first = Date.UTC(2021, month, 1);
      const days = (Date.UTC(2021, month + 1, 1) - first) / 86_400_000;
      for (let order = 0; order < orders; order += 1) {
        // The first and the last day of the whole are there, so that no month is cut.
        const isEdge = order < 1 && (month === firstMonth || month === lastMonth);
        const day = isEdge ? (month === firstMonth ? 0 : days - 1) : randomIndex(random, days);
        rows.push([
          `order ${month}-${order}`,
          ...(customers[randomIndex(random, customers.length)] ?? []),
          new Date(first + day * 86_400_000).toISOString().slice(0, 10),
          Math.round(100 * Math.exp(3.5 + 0.6 * normal(random))) / 100,
        ]);
      }
    }
    return { header: ["Order ID", "Customer ID", "Gender", "Order Date", "Amount"], rows };
  };
}

/** A snapshot in which women spend so many times what men do. */
export function womenSpending(times: number): Shop {
  return (random) => ({
    header: ["Customer ID", "Gender", "Season", "Previous Purchases", "Frequency of Purchases", "Amount"],
    rows: Array.from({ length: 1_000 }, (_, index): Cell[] => {
      const isWoman = random() < 0.5;
      const amount = 40 * Math.exp(0.4 * normal(random)) * (isWoman ? times : 1);
      const any = (...words: string[]) => words[randomIndex(random, words.length)] ?? "";
      return [
        `customer ${index + 1}`,
        isWoman ? "Female" : "Male",
        any("Spring", "Summer", "Fall", "Winter"),
        1 + randomIndex(random, 50),
        any("Weekly", "Monthly", "Quarterly", "Annually"),
        Math.round(amount * 100) / 100,
      ];
    }),
  });
}

/** Box and Muller. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A Poisson count; of a large mean by the normal distribution. */
function poisson(random: Random, mean: number): number {
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  let count = -1;
  for (let product = 1; product > Math.exp(-mean); product *= random()) count += 1;
  return count;
}
