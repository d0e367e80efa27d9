import type { Formatter } from "../../report/format.ts";
import type { Insight } from "../../report/insight.ts";
import type { Group, Report } from "../../report/report.ts";
import { type Measure, type MeasuredGroup, measured, quoted } from "../../report/words/general.ts";
import { softened } from "../../report/words/names.ts";
import { hasPersonas } from "../segments/segments.ts";
import { isOfTraits, miniWords } from "./words/cards.ts";

/** A bar of a small chart; `isSubject`: what the words beside it are about. */
export interface MiniBar {
  name: string;
  /** Not below 0. */
  value: number;
  written: string;
  isSubject: boolean;
}

/** The largest groups of a field by their shares, goods alone; those of a measure that nobody has are none. */
export function shareBars<By extends Measure>(
  groups: readonly (MeasuredGroup<By> & Pick<Group, "notGoods">)[],
  measure: By,
  { format, most, subject = 0 }: { format: Formatter; most: number; subject?: number | null },
): MiniBar[] {
  const shown = groups.filter(({ other, notGoods }) => other !== true && notGoods !== true).slice(0, most);
  if (shown.length < 2 || shown.every((group) => measured(group, measure).value === 0)) return [];
  const written = format.shares(shown.map((group) => measured(group, measure).share));
  return shown.map((group, index) => ({
    name: softened(group.name),
    value: measured(group, measure).share,
    written: written[index] ?? "",
    isSubject: index === subject,
  }));
}

/** Personas by their part of revenue, or of customers where there is no money. */
export function personaBars(
  { segments }: Pick<Report, "segments">,
  format: Formatter,
  subject?: string,
): MiniBar[] {
  if (!hasPersonas(segments)) return [];
  const { personas } = segments.personas;
  const hasMoney = personas.some(({ revenue }) => revenue > 0);
  const shares = personas.map(({ revenueShare, customersShare }) =>
    hasMoney ? revenueShare : customersShare,
  );
  const written = format.shares(shares);
  return personas.map(({ name }, index) => ({
    name,
    value: shares[index] ?? 0,
    written: written[index] ?? "",
    isSubject: subject === undefined ? index === 0 : name === subject,
  }));
}

/** The small chart beside a finding; none where its words say it all. */
export function insightBars(report: Report, { id, source, link }: Insight, format: Formatter): MiniBar[] {
  const two = (name: string, value: number, other: string, rest: number): MiniBar[] => {
    const [first = "", second = ""] = format.shares([value, rest]);
    return [
      { name, value, written: first, isSubject: true },
      { name: other, value: rest, written: second, isSubject: false },
    ];
  };
  switch (source) {
    case "personas":
      return personaBars(report, format, link.name);
    case "concentration":
      return report.concentration === null
        ? []
        : two(
            miniWords.topTenth,
            report.concentration.topShare,
            miniWords.others,
            1 - report.concentration.topShare,
          );
    case "repeat": {
      const repeat = report.metrics.find(({ metric }) => metric === "repeatShare")?.value;
      return repeat === undefined ? [] : two(miniWords.again, repeat, miniWords.once, 1 - repeat);
    }
    case "groups": {
      const field = (["gender", "category", "location", "season"] as const).find((each) =>
        id.endsWith(`/${each}`),
      );
      const breakdown = field === undefined ? undefined : report.breakdowns[field];
      if (field === undefined || breakdown === undefined) return [];
      const measure = field === "gender" ? "customers" : field === "location" ? "revenue" : "purchases";
      const ranked = [...breakdown.groups].sort(
        (a, b) => measured(b, measure).value - measured(a, measure).value,
      );
      return shareBars(ranked, measure, { format, most: 4, subject: id.startsWith("even/") ? null : 0 });
    }
    case "affinity": {
      if (isOfTraits(id)) return [];
      for (const kind of report.affinity?.kinds ?? []) {
        const rule = kind.rules.find(
          ({ antecedent, consequent }) =>
            id ===
            `affinity/${kind.kind}/${[...antecedent, ...consequent].map(({ field, name }) => `${field}=${name}`).join("+")}`,
        );
        if (rule === undefined) continue;
        const names = rule.antecedent.map(({ name }) => quoted(name)).join(", ");
        // The rate among baskets of the same size, which the sentence speaks of: not that in all baskets.
        return two(
          miniWords.with(names),
          rule.confidence,
          miniWords.usual,
          rule.confidence / rule.adjustedLift,
        );
      }
      return [];
    }
    default:
      return [];
  }
}
