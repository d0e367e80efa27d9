import type { Formatter } from "../../../report/format.ts";
import { listed, quoted } from "../../../report/words/general.ts";
import { capitalized, type InsightWords } from "../../../report/words/insights.ts";
import { intervalsNote } from "../../../report/words/intervals.ts";
import type { ReviewsPart } from "../part.ts";
import type { Theme } from "../theme-measures.ts";
import { ratingWords, textsAndWriters, themeName } from "./page.ts";

const tested: InsightWords["sure"] = {
  level: "tested",
  words: "Chance is below 5%, over all words looked at",
};

/** The theme that costs most stars. */
export function costliestThemeWords(theme: Theme, top: ReviewsPart["top"], format: Formatter): InsightWords {
  const { share, rating, stars, categories } = theme;
  const more = categories.filter(({ isMore }) => isMore);
  const where =
    more.length === 0
      ? ""
      : ` It is commonest in ${listed(more.map(({ name, share: part }) => `${quoted(name)} (${format.share(part)} of texts)`))}.`;
  const change =
    theme.change === "grows" || theme.change === "shrinks"
      ? ` Its share ${theme.change}${shareSpan(theme, format) ?? ""}.`
      : "";
  return {
    lead: `${capitalized(themeName(theme))} pull${theme.words.length === 1 ? "s" : ""} the rating down most:`,
    rest: `${format.share(share)} of reviews mention ${theme.words.length === 1 ? "it" : "them"} and give ${ratingWords(rating ?? 0, top, format)} on average, ${format.decimal(Math.abs(stars ?? 0))} less than the others.${where}${change}`,
    sure: tested,
    evidence: `${textsAndWriters(theme, format)}${intervalsNote([theme.shareInterval], format.share)}`,
  };
}

/** From the first period to the last, where these lie the way the whole does; null where they do not. */
function shareSpan({ periods, change }: Theme, format: Formatter): string | null {
  const [first, last] = [periods?.[0], periods?.at(-1)];
  return first === undefined || last === undefined || (change === "grows") !== last > first
    ? null
    : ` from ${format.share(first)} of reviews in the first period to ${format.share(last)} in the last`;
}

/** A theme whose share changes. */
export function changingThemeWords(theme: Theme, format: Formatter): InsightWords {
  const grows = theme.change === "grows";
  const isComplaint = theme.kind === "complaint";
  const span = shareSpan(theme, format);
  return {
    lead: `${isComplaint ? "Complaints" : "Praise"} about ${themeName(theme)} ${grows ? (isComplaint ? "grow" : "grows") : isComplaint ? "become fewer" : "becomes less"}:`,
    rest: span === null ? "by more than chance would explain." : `${grows ? "up" : "down"}${span}.`,
    sure: { level: "tested", words: "Chance is below 5%, over all themes" },
    evidence: textsAndWriters(theme, format),
  };
}
