import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { TestContext } from "vitest";
import type { Spend } from "../../../src/statistics/models/gamma-gamma.ts";
import type { PurchaseHistory } from "../../../src/statistics/models/purchase-histories.ts";

const path = fileURLToPath(new URL("../../../../shared/data/CDNOW_sample.txt", import.meta.url));

export interface CdnowCustomer {
  history: PurchaseHistory;
  spend: Spend;
  /** Days of purchase in the 39 weeks after. */
  later: number;
}

/**
 * The CDNOW sample of Fader and Hardie, prepared as they do: purchases of a day merged, watched from the first
 * purchase to 30 September 1997 in weeks, spend without the first purchase. Skips the test where the file is absent.
 */
export function cdnowCustomers(skip: TestContext["skip"]): CdnowCustomer[] {
  if (!existsSync(path)) return skip(`there is no ${path}`);
  const cut = day("19970930");
  const bought = new Map<string, Map<number, number>>();
  for (const line of readFileSync(path, "utf8").trim().split("\n")) {
    const [, id = "", date = "", , dollars = ""] = line.trim().split(/\s+/);
    const days = bought.get(id) ?? new Map<number, number>();
    bought.set(id, days.set(day(date), (days.get(day(date)) ?? 0) + Number(dollars)));
  }
  return [...bought.values()].map((days) => {
    const all = [...days].sort(([one], [other]) => one - other);
    const seen = all.filter(([at]) => at <= cut);
    const first = seen[0]?.[0] ?? Number.NaN;
    const last = seen.at(-1)?.[0] ?? Number.NaN;
    const x = seen.length - 1;
    const repeated = seen.slice(1).reduce((sum, [, dollars]) => sum + dollars, 0);
    return {
      history: { x, tx: (last - first) / 7, T: (cut - first) / 7 },
      spend: { purchases: x, mean: x === 0 ? 0 : repeated / x },
      later: all.length - seen.length,
    };
  });
}

function day(yyyymmdd: string): number {
  return Date.UTC(+yyyymmdd.slice(0, 4), +yyyymmdd.slice(4, 6) - 1, +yyyymmdd.slice(6)) / 86_400_000;
}
