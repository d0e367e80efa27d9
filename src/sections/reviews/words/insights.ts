import type { Formatter } from "../../../report/format.ts";
import { counted, listed, quoted } from "../../../report/words/general.ts";
import { capitalized, type InsightWords } from "../../../report/words/insights.ts";
import type { Theme } from "../theme-measures.ts";
import { themeName } from "./page.ts";

const tested: InsightWords["sure"] = {
  level: "tested",
  words: "Chance is below 5%, over all words looked at",
};

/** The theme that costs most stars. */
export function costliestThemeWords(theme: Theme, format: Formatter): InsightWords {
  const { share, rating, stars, categories } = theme;
  const more = categories.filter(({ isMore }) => isMore);
  const where =
    more.length === 0
      ? ""
      : ` It is commonest in ${listed(more.map(({ name, share: part }) => `${quoted(name)} (${format.share(part)} of texts)`))}.`;
  const change =
    theme.change === "grows" || theme.change === "shrinks"
      ? ` Its share ${theme.change}${shareSpan(theme, format)}.`
      : "";
  return {
    lead: `${capitalized(themeName(theme))} cost${theme.words.length === 1 ? "s" : ""} most stars:`,
    rest: `${format.share(share)} of reviews write of it and give ${format.decimal(rating ?? 0)} on average, ${format.decimal(Math.abs(stars ?? 0))} fewer than the others.${where}${change}`,
    sure: tested,
    evidence: `${counted(format, theme.texts, "text")} of ${counted(format, theme.customers, "person")}`,
  };
}

function shareSpan({ periods }: Theme, format: Formatter): string {
  const [first, last] = [periods?.[0], periods?.at(-1)];
  return first === undefined || last === undefined
    ? ""
    : ` from ${format.share(first)} of reviews in the first period to ${format.share(last)} in the last`;
}

/** A theme whose share changes. */
export function changingThemeWords(theme: Theme, format: Formatter): InsightWords {
  const grows = theme.change === "grows";
  const isComplaint = theme.kind === "complaint";
  return {
    lead: `${isComplaint ? "Complaints" : "Praise"} about ${themeName(theme)} ${grows ? (isComplaint ? "grow" : "grows") : isComplaint ? "become fewer" : "becomes less"}:`,
    rest: `${grows ? "up" : "down"}${shareSpan(theme, format)}.`,
    sure: { level: "tested", words: "Chance is below 5%, over all themes" },
    evidence: `${counted(format, theme.texts, "text")} of ${counted(format, theme.customers, "person")}`,
  };
}
