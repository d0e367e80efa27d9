import type { Formatter } from "../../../report/format.ts";
import type { Movement } from "../movement.ts";
import type { MovementTable } from "../movement-table.ts";
import { type Move, movesOf } from "../moves.ts";
import { levelNames } from "./movement-names.ts";

export const movementWords = {
  personasTitle: "Who rose and who fell",
  personasMoneyTitle: "What it came to",
  segmentsTitle: "Who went quiet",
  segmentsMoneyTitle: "What going quiet cost",
  personas: "From persona to persona",
  personasMoney: "What they spent, from persona to persona",
  segments: "From segment to segment",
  segmentsMoney: "What they spent, from segment to segment",
  fresh: "New since then",
} as const;

/** Who moved. */
export function movedLead(movement: Movement, kind: "personas" | "segments", format: Formatter): string {
  const table = movement[kind];
  if (table === null) return "";
  const day = format.day(movement.day);
  const { known, rose, fell, couldWake } = movesOf(table);
  if (kind === "segments")
    return `Of ${format.count(known)} customers known on ${day}, ${format.count(fell.customers)} were active then and have gone quiet since.${couldWake ? ` ${format.count(rose.customers)} who were quiet then have come back.` : " Nobody had been silent long enough to count as quiet then."} Quiet means slipping away or asleep: no order for a long time by the standards of this shop.`;
  const best = onlyBest(table);
  return best === null
    ? `Of ${format.count(known)} customers on ${day}, ${format.count(rose.customers)} are in a better persona today and ${format.count(fell.customers)} in a worse one.`
    : `Of ${format.count(known)} customers on ${day}, ${format.count(rose.customers)} have become ${best} since and ${format.count(fell.customers)} no longer are. The other personas are shown together, since only a few customers moved between some of them.`;
}

/** The best persona where the others are told together, else null. */
export function onlyBest({ groups }: MovementTable): string | null {
  return groups[1] === levelNames.otherPersonas ? (groups[0] ?? null) : null;
}

/** What those who moved spent before and since. */
export function movedMoneyLead(movement: Movement, kind: "personas" | "segments", format: Formatter): string {
  const table = movement[kind];
  if (table === null) return "";
  const { rose, fell } = movesOf(table);
  const sentences = [
    ...spentSentence(kind === "personas" ? "who fell" : "who went quiet", fell, movement.months, format),
    ...spentSentence(kind === "personas" ? "who rose" : "who came back", rose, movement.months, format),
  ];
  return sentences.length === 0
    ? ""
    : `${sentences.join(" ")} Part of this follows from the definition: customers who order less fall, and those who order more rise.`;
}

function spentSentence(who: string, { customers, money }: Move, months: number, format: Formatter): string[] {
  if (customers === 0 || money === null) return [];
  // The difference of what is written: a reader who checks it finds no dollar missing.
  const gap = Math.round(money.since) - Math.round(money.before);
  const much = format.roundMoney(Math.abs(gap));
  const span = format.count(months);
  // No money is told of few who ordered: it may be much, and is counted with others'.
  if (money.since === 0)
    return [
      `Those ${who} spent ${format.roundMoney(money.before)} in the ${span} months before; hardly any of them ordered in the ${span} since.`,
    ];
  if (money.before === 0)
    return [
      `Hardly any of those ${who} ordered in the ${span} months before; they spent ${format.roundMoney(money.since)} in the ${span} since.`,
    ];
  return [
    `Those ${who} spent ${format.roundMoney(money.before)} in the ${span} months before and ${format.roundMoney(money.since)} in the ${span} since: ${much} ${gap < 0 ? "less" : "more"}.`,
  ];
}

export function movementCaption({ day }: Movement, format: Formatter): string {
  return `Customers by where they were on ${format.day(day)} (rows) and where they are today (columns), by today's boundaries in both cases.`;
}

export function movementMoneyCaption({ months }: Movement, format: Formatter): string {
  return `What the customers in each cell spent in the ${format.count(months)} whole months before that day → in the ${format.count(months)} since. Where only a few of them ordered, their money is counted in the largest cell of the column.`;
}

/** On Methods. */
export const movementRule = {
  name: "Who rose and who fell",
  words:
    "Customers as they were a year before the end of the last whole month, or half of the whole months before, and as they are today. Where they stood then follows from today's edges: the nearest persona's centre, and the quintiles of recency and frequency, with recency counted from that day and orders and money up to it. Since orders and money only add up, who keeps ordering tends to rise. Asleep are At risk, Cannot lose them, Hibernating and Lost. Money is that of whole months; where only a few customers of a cell ordered, it is counted with that of the most customers who are in the same group today. Who fell is told by having ordered little since, so that part of the fall in money is how they were found: it says what was lost, not what can be won back. Where a cell would show few customers, groups are told together; the five levels of segments are Champions and Loyal; Potential loyalists, New and Promising; Need attention and About to sleep; At risk and Cannot lose them; Hibernating and Lost.",
};
