import type { Formatter } from "../../../report/format.ts";
import { counted, listed, quoted } from "../../../report/words/general.ts";
import type { OverTime } from "../over-time.ts";
import type { PublishedQuality, ReviewsPart } from "../part.ts";
import type { Theme } from "../theme-measures.ts";

/** Names and headings of the section; each stands where its key says. */
export const reviewWords = {
  name: "Reviews",
  stage: "Reading what customers write",
  more: "what customers write about, how it reads, and where words and stars disagree",
  trust: "How texts read",
  themes: "What customers write about",
  time: "Over time",
  disagreement: "Where words and stars disagree",
  stars: { title: "How texts read, by their rating", labels: "Rating" },
  worst: "Worst third",
  middle: "Middle third",
  best: "Best third",
  themeStars: { title: "What themes cost or bring", labels: "Theme" },
  starsAway: "Stars away from other texts",
  ofTexts: "of texts",
  byCategory: { title: "Themes by category", labels: "Theme" },
  trend: { title: "Themes over time", labels: "Period" },
  rating: { title: "Rating of texts over time", labels: "Period", value: "Mean rating" },
  reads: { title: "How texts read over time", labels: "Period", value: "Texts that read well" },
  products: { title: "Texts that contradict their stars", labels: "Product", value: "Share of texts" },
  texts: "Texts",
  ofThing: "What customers write about it",
  all: "All that customers write about",
} as const;

/** The words of a theme, as a name: `“runs small”, “too tight”`. */
export function themeName({ words }: Pick<Theme, "words">): string {
  return words.map((word) => `“${quoted(word)}”`).join(", ");
}

/** The page's title. */
export function reviewsTitle({ themes, method, texts }: ReviewsPart, format: Formatter): string {
  const complaint = themes?.themes.find(({ kind, stars }) => kind === "complaint" && stars !== null);
  if (complaint !== undefined) return `What costs most stars: ${themeName(complaint)}`;
  return method.kind === "none"
    ? `${counted(format, texts, "review")}, and no score for them`
    : `${counted(format, texts, "review")}, read one by one`;
}

/** What the page stands on. */
export function reviewsBasis(part: ReviewsPart, format: Formatter): string {
  const { texts, customers, hasCustomers, rated, rating } = part;
  const who = hasCustomers
    ? `by ${counted(format, customers, "customer")}`
    : "whose writers are not known: each text counts as one person’s";
  const stars =
    rated === 0
      ? "None of them has a rating."
      : `${rated === texts ? "All" : format.count(rated)} of them have a rating${rating === null ? "" : `, ${format.decimal(rating)} on average`}.`;
  return `From ${counted(format, texts, "text")}, ${who}. ${stars} No text is shown here: what is told of stands on several persons.`;
}

/** How texts are scored, and how far to trust it. */
export function trustLead(part: ReviewsPart, format: Formatter): string {
  const { method } = part;
  if (method.kind === "none") {
    return method.why === "language"
      ? "There is no score: the texts are not in English, and there are too few ratings to learn from (200 different rated texts, 50 of each kind)."
      : "There is no score: the texts hold hardly a word.";
  }
  const how =
    method.kind === "learned"
      ? `The score was learned from ${format.count(method.learned)} different rated texts of this shop; each text was scored by a model that never saw it.`
      : "The score is that of a list of English words, since there are too few ratings to learn from (200 different rated texts, 50 of each kind).";
  return `${how} ${qualitySentence(method.quality, part, format)}`;
}

function qualitySentence(quality: PublishedQuality | null, { top }: ReviewsPart, format: Formatter): string {
  if (quality === null)
    return "How often it is right cannot be told: there are too few ratings to hold it against.";
  const [high, low] = kindNames(top, format);
  const order = `Of two texts, one rated ${high} and one ${low}, it puts the better one first in ${format.count(Math.round(quality.auc * 100))} of 100 cases (likely ${format.count(Math.round(quality.low95 * 100))} to ${format.count(Math.round(quality.high95 * 100))}); chance would in 50.`;
  const sides = `It is on the right side for ${format.share(quality.accuracy)} of texts, and for ${format.share(quality.balancedAccuracy)} where both kinds count alike; to say the commoner kind every time is right for ${format.share(quality.naive)}, and for 50% where both count alike.`;
  return `${order} ${sides} ${trustWords(quality)}`;
}

function trustWords({ auc, low95 }: PublishedQuality): string {
  if (low95 <= 0.5) return "It tells nothing here that chance would not.";
  if (auc >= 0.9) return "It can be trusted for groups of texts, and mostly for a single one.";
  if (auc >= 0.75) return "It can be trusted for large groups of texts, not for a single one.";
  return "It is a hint, and no more.";
}

/** What counts as high and low: `4 or 5`, `1 or 2`. */
function kindNames(top: ReviewsPart["top"], format: Formatter): [string, string] {
  if (top === 5) return ["4 or 5", "1 or 2"];
  if (top === 1) return ["good", "bad"];
  return [
    `${format.count(Math.ceil((top * 2) / 3))} or more`,
    `${format.count(Math.floor(top / 3))} or less`,
  ];
}

/** What the themes stand on, or why there are none. */
export function themesLead({ themes, rated }: ReviewsPart, format: Formatter): string {
  if (themes === null)
    return rated === 0
      ? "Themes are what sets low ratings apart from high ones: the texts have no ratings."
      : "Themes are what sets low ratings apart from high ones: there are too few of one kind.";
  const looked = `${counted(format, themes.lookedAt, "word or pair of words was", "words and pairs of words were")} held against the ratings of ${counted(format, themes.persons.low + themes.persons.high, "person")}`;
  return themes.themes.length === 0
    ? `${looked}: none sets low ratings apart from high ones by more than chance would explain.`
    : `${looked}; those that set low ratings apart from high ones by more than chance would explain, and say what of, were joined where they stand together.`;
}

/** A theme in one sentence or two. */
export function themeSentence(theme: Theme, format: Formatter): string {
  const { texts, customers, share, rating, stars, kind, shareOfKind, change, categories } = theme;
  const size = `In ${format.share(share)} of texts (${format.count(texts)}, of ${counted(format, customers, "person")}) and ${format.share(shareOfKind)} of ${kind === "complaint" ? "complaints" : "praise"}`;
  const rated =
    rating === null || stars === null
      ? ""
      : `; rated ${format.decimal(rating)} on average, ${format.decimal(Math.abs(stars))} stars ${stars < 0 ? "below" : "above"} the other texts`;
  const more = categories.filter(({ isMore }) => isMore);
  const where =
    more.length === 0
      ? ""
      : ` Commoner in ${listed(more.map(({ name, share: part }) => `${quoted(name)} (${format.share(part)} of its texts)`))} than elsewhere.`;
  return `${size}${rated}.${where}${changeWords(change)}`;
}

function changeWords(change: Theme["change"]): string {
  if (change === "grows") return " Its share grows.";
  if (change === "shrinks") return " Its share shrinks.";
  return "";
}

/** A theme among the texts on one product or category. */
export function thingThemeSentence(
  { texts, reviews, share, rating, isMore }: Theme["products"][number],
  format: Formatter,
): string {
  const rated = rating === null ? "" : `, rated ${format.decimal(rating)} on average`;
  return `In ${format.share(share)} of its texts (${format.count(texts)} of ${format.count(reviews)})${rated}.${isMore ? " Commoner than elsewhere." : ""}`;
}

export function themesCaption(format: Formatter): string {
  return `How many stars texts with the theme lie below or above those without it, and the share of texts that have it. Bars to the left cost stars (${format.signed(-1)}), bars to the right bring them.`;
}

export const captions = {
  stars:
    "All texts in three equal parts by how they read: the share of each rating’s texts in the worst, the middle and the best part.",
  byCategory: "The share of the texts of each category that have the theme.",
  trend: "The share of the texts of each period that have the theme.",
  rating: "The mean rating of the texts of each period.",
  reads: "The share of texts that read better than what is typical of the shop’s texts.",
  products:
    "Of texts with a high rating those that read worse than half of all with a low one, and the reverse; products with 30 rated texts or more.",
} as const;

/** Whether ratings and scores change. */
export function timeLead({ rating, readsWell }: OverTime): string {
  const said = [
    ["The rating", rating?.change],
    ["The share of texts that read well", readsWell?.change],
  ].flatMap(([what, change]) => {
    if (change === "rises" || change === "falls")
      return [`${what} ${change}, by more than chance would explain.`];
    return change === "none" ? [`${what} does not change by more than chance would explain.`] : [];
  });
  return said.length === 0 ? "Too few persons wrote to tell a change." : said.join(" ");
}

/** How often words and stars disagree. */
export function disagreementLead({ disagreement, top }: ReviewsPart, format: Formatter): string {
  if (disagreement === null) return "";
  const [high, low] = kindNames(top, format);
  const parts = [
    disagreement.highReadsLow === null
      ? ""
      : `${format.share(disagreement.highReadsLow)} of texts rated ${high} read worse than half of those rated ${low}.`,
    disagreement.lowReadsHigh === null
      ? ""
      : `${format.share(disagreement.lowReadsHigh)} of those rated ${low} read better than half of those rated ${high}.`,
  ].filter((words) => words !== "");
  return parts.length === 0 ? "Too few texts disagree with their stars to tell of them." : parts.join(" ");
}
