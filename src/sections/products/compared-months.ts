import type { Calendar } from "../../questions/time.ts";

/** Whole months that are held against the same months of the year before; both first and last are counted. */
export interface ComparedMonths {
  now: { from: string; to: string };
  before: { from: string; to: string };
  /** How many months each side has, 1 to 12. */
  months: number;
}

/** The last whole months, up to twelve, whose counterparts a year before are whole as well; null for none. */
export function comparedMonths({ months }: Pick<Calendar, "months">): ComparedMonths | null {
  const whole = months.filter(({ partial }) => !partial).map(({ month }) => month);
  const count = Math.min(12, whole.length - 12);
  if (count < 1) return null;
  const from = (start: number) => ({ from: whole[start] ?? "", to: whole[start + count - 1] ?? "" });
  return { now: from(whole.length - count), before: from(whole.length - count - 12), months: count };
}
