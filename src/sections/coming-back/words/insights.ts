import type { Formatter } from "../../../report/format.ts";
import type { Insight } from "../../../report/insight.ts";
import { certain, tested } from "../../../report/words/insights.ts";
import type { CohortComparison } from "../better-cohorts.ts";
import type { Movement } from "../movement.ts";
import type { Moves } from "../moves.ts";
import type { LatePersona } from "../part.ts";
import { seasonSentence } from "./cohorts.ts";
import { onlyBest } from "./movement.ts";

type Words = Pick<Insight, "lead" | "rest" | "sure" | "evidence">;

/** Customers of the best persona who are late. */
export function lateWords({ name, customers, days, late }: LatePersona, format: Formatter): Words {
  return {
    lead: `${format.count(late ?? 0)} ${name} customers are late:`,
    rest: `they have not ordered for more than ${format.count(days)} days, longer than 90% of the gaps between ${name} customers’ orders. Write to them before they are gone.`,
    sure: certain,
    evidence: `${format.count(late ?? 0)} of ${format.count(customers)} ${name} customers`,
  };
}

/** A cohort that is better or worse than the one before. */
export function cohortInsightWords(pair: CohortComparison, pairs: number, format: Formatter): Words {
  const { name, before, spent, spentBefore, customers, customersBefore, q, differs } = pair;
  return {
    lead: `Customers won in ${format.period(name)} spend ${differs === "less" ? "less" : "more"} than those won in ${format.period(before)}:`,
    rest: `a typical one spent ${format.roundMoney(spent)} in the first 90 days, against ${format.roundMoney(spentBefore)}. ${seasonSentence(pair, format)} Find out what was done differently to win them.`,
    sure: tested(q),
    evidence: `${format.count(customers)} and ${format.count(customersBefore)} customers; ${format.count(pairs)} pairs of groups were compared`,
  };
}

/** What it came to that customers fell. */
export function fellWords(
  { day, months, personas }: Movement,
  { fell, known }: Moves,
  format: Formatter,
): Words {
  const best = personas === null ? null : onlyBest(personas);
  const { before, since } = fell.money ?? { before: 0, since: 0 };
  return {
    lead: `${format.count(fell.customers)} customers ${best === null ? `are in a worse persona than on ${format.day(day)}` : `who were ${best} on ${format.day(day)} no longer are`}:`,
    rest: `they spent ${format.roundMoney(before)} in the ${format.count(months)} months before and ${format.roundMoney(since)} since. Part of the drop follows from how a worse persona is defined; ask some of them why.`,
    sure: certain,
    evidence: `${format.count(fell.customers)} of ${format.count(known)} customers of that day`,
  };
}
