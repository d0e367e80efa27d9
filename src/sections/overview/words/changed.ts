import type { Formatter } from "../../../report/format.ts";
import type { BeforeAfter, SalesChange } from "../../sales/sales.ts";
import { changeName, partOf } from "../../sales/words/verdict.ts";

/** How a number stands beside the period before. */
export interface ChangedWords {
  /** `▲ 4.7%`: a sign and how much; empty where there is nothing to divide by. */
  told: string;
  side: "rose" | "fell" | "same";
  /** `on 2024` */
  beside: string;
}

/** A number of the period beside that of the one before. */
export function changedWords(change: SalesChange, beside: BeforeAfter, format: Formatter): ChangedWords {
  const part = partOf(beside);
  const on = `on ${changeName(change, format).short}`;
  if (part === null) return { told: "", side: "same", beside: on };
  const size = format.share(Math.abs(part));
  if (size === format.share(0))
    return { told: "", side: "same", beside: `the same as ${changeName(change, format).short}` };
  return { told: `${part < 0 ? "▼" : "▲"} ${size}`, side: part < 0 ? "fell" : "rose", beside: on };
}

/** Who the customers of the period are. */
export function newcomersWords(
  { new: newcomers, returning }: NonNullable<SalesChange["newCustomers"]>,
  format: Formatter,
): string {
  return `${format.count(newcomers)} new, ${format.count(returning)} came back`;
}
