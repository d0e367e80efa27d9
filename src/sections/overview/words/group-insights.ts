import type { Formatter } from "../../../report/format.ts";
import type { BreakdownField, Group } from "../../../report/report.ts";
import { counted, type Measure, measured, quoted, writeMeasure } from "../../../report/words/general.ts";
import { certain, type InsightWords, nothingFound, people } from "../../../report/words/insights.ts";
import { intervalsNote } from "../../../report/words/intervals.ts";
import { chanceWords } from "../../../report/words/sureness.ts";

const leaders: Record<Measure, string> = {
  customers: "of customers",
  purchases: "of purchases",
  revenue: "of revenue",
};

/** The group that stands out by its size. */
export function leaderWords(
  {
    field,
    measure,
    ranked,
    many,
  }: { field: BreakdownField; measure: Measure; ranked: readonly Group[]; many: boolean },
  format: Formatter,
): InsightWords {
  const [first, second] = ranked;
  const last = ranked.at(-1);
  if (first === undefined || second === undefined || last === undefined)
    return { lead: "", rest: "", sure: certain, evidence: "" };
  const share = (group: Group) => format.share(measured(group, measure).share);
  const write = (group: Group) => writeMeasure(format, measured(group, measure).value, measure);
  const sureness = (...groups: Group[]) =>
    intervalsNote(
      groups.map(({ intervals }) => intervals?.[`${measure}Share`]),
      format.share,
    );
  if (field === "gender") {
    const name = people[first.name] ?? quoted(first.name);
    return {
      lead: `${share(first)} of customers are ${name}.`,
      rest: "",
      sure: certain,
      evidence: `${ranked
        .map((group) => `${write(group)} ${people[group.name] ?? quoted(group.name)}`)
        .join(", ")}${sureness(first)}`,
    };
  }
  return many
    ? {
        lead: `${quoted(first.name)} ${measure === "revenue" ? "brings" : "is"} ${share(first)} ${leaders[measure]};`,
        rest: `${quoted(second.name)} is next with ${share(second)}.`,
        sure: certain,
        evidence: `${write(first)} and ${write(second)}${sureness(first, second)}`,
      }
    : {
        lead: `${quoted(first.name)} is ${share(first)} ${leaders[measure]};`,
        rest: `${quoted(last.name)} is ${share(last)}.`,
        sure: certain,
        evidence: `${write(first)} and ${write(last)} ${measure}${sureness(first, last)}`,
      };
}

/** That no group stands out. */
export function evenWords(
  {
    field,
    measure,
    ranked,
    p,
  }: { field: BreakdownField; measure: Measure; ranked: readonly Group[]; p: number },
  format: Formatter,
): InsightWords {
  const by: Measure = measure === "revenue" ? "customers" : measure;
  const shown = [...ranked].sort((a, b) => measured(b, by).value - measured(a, by).value);
  const [first, last] = [shown[0], shown.at(-1)];
  const most = first === undefined ? 0 : measured(first, by).value;
  const least = last === undefined ? 0 : measured(last, by).value;
  const each = `${counted(format, most, by.slice(0, -1))} in each.`;
  return {
    lead: field === "location" ? "No place stands out:" : "No season stands out:",
    rest: least === most ? each : `from ${format.count(least)} to ${each}`,
    sure: nothingFound,
    evidence:
      p > 0.05
        ? `chance explains the differences (${chanceWords(p, format)})`
        : "the differences are too small to matter",
  };
}

/** That one gender alone subscribes. */
export function subscribersWords(
  { name, subscribers, customers }: { name: string; subscribers: number; customers: number },
  format: Formatter,
): InsightWords {
  const who = people[name] ?? quoted(name);
  return {
    lead: `Only ${who} subscribe:`,
    rest: `all ${counted(format, subscribers, "subscriber")} are ${who}.`,
    sure: certain,
    evidence: `${format.count(subscribers)} of ${format.count(customers)} ${who}`,
  };
}
