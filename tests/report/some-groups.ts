import type { Group } from "../../src/report/report.ts";

/** Groups of so many customers with one purchase of 10 each. */
export function someGroups(counts: Record<string, number>): Group[] {
  const whole = Object.values(counts).reduce((all, count) => all + count, 0);
  return Object.entries(counts).map(([name, count]) => ({
    name,
    customers: count,
    customersShare: count / whole,
    purchases: count,
    purchasesShare: count / whole,
    revenue: count * 10,
    revenueShare: count / whole,
    averagePurchase: 10,
  }));
}
