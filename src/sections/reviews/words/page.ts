import type { Formatter } from "../../../report/format.ts";
import { counted, listed, quoted } from "../../../report/words/general.ts";
import type { OverTime } from "../over-time.ts";
import type { PublishedQuality, ReviewsPart } from "../part.ts";
import type { Theme } from "../theme-measures.ts";

/** In the footer of every page, where texts are quoted. */
export const quotesNote = "This report quotes what customers wrote.";

/** On the page that quotes. */
const quotesBanner =
  "This page quotes what customers wrote, because reviews.quotes is set in report.yaml: numbers, addresses, names and rare words are masked, but whoever knows how somebody writes may recognise them. Do not publish it where others can read it.";

/** What whoever builds is told. */
export const quotesWarning =
  "WARNING: reviews.quotes is true. The report quotes sentences that customers wrote, in reviews/ and report.json.\n  Do not put it where others can read it. Without that key in report.yaml no text is published.";

/** Names and headings of the section; each stands where its key says. */
export const reviewWords = {
  name: "Reviews",
  stage: "Reading what customers write",
  more: "what customers write about, how it reads, and where words and ratings disagree",
  trust: "How texts read",
  themes: "What customers write about",
  time: "Over time",
  disagreement: "Where words and ratings disagree",
  stars: { title: "How texts read, by their rating", labels: "Rating" },
  worst: "Worst third",
  middle: "Middle third",
  best: "Best third",
  themeStars: { title: "What themes cost or bring", labels: "Theme" },
  starsAway: "Rating against other texts",
  ofTexts: "of texts",
  byCategory: { title: "Themes by category", labels: "Theme" },
  trend: { title: "Themes over time", labels: "Period" },
  rating: { title: "Rating of texts over time", labels: "Period", value: "Mean rating" },
  reads: { title: "How texts read over time", labels: "Period", value: "Texts that read well" },
  products: { title: "Texts that contradict their rating", labels: "Product", value: "Share of texts" },
  texts: "Texts",
  ofThing: "What customers write about it",
  all: "All that customers write about",
} as const;

/** The words of a theme, as a name: `“runs small”, “too tight”`. */
export function themeName({ words }: Pick<Theme, "words">): string {
  return words.map((word) => `“${quoted(word)}”`).join(", ");
}

/** The complaint that pulls the rating down most: themes are in the order of that. */
export function costliestComplaint(themes: readonly Theme[]): Theme | undefined {
  return themes.find(({ kind, stars }) => kind === "complaint" && stars !== null && stars < 0);
}

/** A rating with the scale it is of: `3.7 of 5`. */
export function ratingWords(rating: number, top: ReviewsPart["top"], format: Formatter): string {
  return `${format.decimal(rating, top === 1 ? 2 : 1)} of ${format.count(top)}`;
}

/** The page's title. */
export function reviewsTitle({ themes, method, texts, rated }: ReviewsPart, format: Formatter): string {
  const complaint = costliestComplaint(themes?.themes ?? []);
  if (complaint !== undefined) return `What pulls the rating down most: ${themeName(complaint)}`;
  const all = counted(format, texts, "review");
  if (method.kind === "none") return `${all}, and no score for them`;
  return rated === 0 ? `${all}, without ratings` : `${all}, read one by one`;
}

/** What the page stands on. */
export function reviewsBasis(part: ReviewsPart, format: Formatter): string {
  const { texts, customers, hasCustomers, rated, rating, top, hasQuotes } = part;
  const who = hasCustomers
    ? `by ${counted(format, customers, "customer")}`
    : "whose writers are not known: each text counts as one person’s";
  const average = rating === null ? "" : `, ${ratingWords(rating, top, format)} on average`;
  const many = rated === null ? (rating === null ? "Few" : "Nearly all") : format.count(rated);
  const ratings =
    rated === 0
      ? "None of them has a rating."
      : `${rated === texts ? "All" : many} of them have a rating${average}.`;
  const shown = hasQuotes
    ? quotesBanner
    : "No text is shown here, and every number stands on several people.";
  return `From ${counted(format, texts, "text")}, ${who}. ${ratings} ${shown}`;
}

/** How texts are scored, and how far to trust it. */
export function trustLead(part: ReviewsPart, format: Formatter): string {
  const { method } = part;
  if (method.kind === "none") {
    return method.why === "language"
      ? "There is no score: the texts are not in English, and there are too few ratings to learn from (200 different rated texts, 50 of each kind)."
      : "There is no score: the texts hold hardly any words.";
  }
  const how =
    method.kind === "learned"
      ? `The score was learned from about ${format.count(method.learned)} different rated texts of this shop; each text was scored by a model that never saw it.`
      : `The score is that of a list of English words: above 0 a text has more good words than bad. It knows nothing of this shop, since ${part.rated === 0 ? "the texts have no ratings to learn from." : "there are too few ratings to learn from (200 different rated texts, 50 of each kind)."}`;
  return `${how} ${qualitySentence(method.quality, part, format)}`;
}

function qualitySentence(
  quality: PublishedQuality | null,
  { top, rated }: ReviewsPart,
  format: Formatter,
): string {
  if (quality === null)
    return `How often it is right cannot be told: there are ${rated === 0 ? "no" : "too few"} ratings to hold it against.`;
  const [high, low] = kindNames(top, format);
  const order = `Of two customers’ texts, one rated ${high} and one ${low}, it puts the better one first in ${format.count(Math.round(quality.auc * 100))} of 100 cases (likely ${format.count(Math.round(quality.low95 * 100))} to ${format.count(Math.round(quality.high95 * 100))}); chance would in 50.`;
  const sides = `It puts ${format.share(quality.accuracy)} of texts on the right side; to call all of them what most are would be right for ${format.share(quality.naive)}. Where both kinds count alike, it is right for ${format.share(quality.balancedAccuracy)}, against 50%.`;
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

/** How many texts a theme has, and of how many writers where some wrote several: `40 texts of 38 writers`. */
export function textsAndWriters(
  { texts, customers }: Pick<Theme, "texts" | "customers">,
  format: Formatter,
): string {
  const written = counted(format, texts, "text");
  return customers === texts ? written : `${written} of ${counted(format, customers, "writer")}`;
}

/** What the themes stand on, or why there are none. */
export function themesLead({ themes, rated, hasCustomers }: ReviewsPart, format: Formatter): string {
  if (themes === null)
    return rated === 0
      ? "Themes are what sets low ratings apart from high ones: without ratings there are none."
      : "Themes are what sets low ratings apart from high ones: there are too few of one kind.";
  const { persons } = themes;
  const [by, who] = hasCustomers ? ["by", "writer"] : ["of", "text"];
  const of =
    persons === null
      ? ""
      : `, high ones ${by} ${counted(format, persons.high, who)} and low ones ${by} ${format.count(persons.low)}`;
  const looked = `${counted(format, themes.lookedAt, "word or pair of words was", "words and pairs of words were")} held against the ratings${of}`;
  return themes.themes.length === 0
    ? `${looked}: none sets low ratings apart from high ones by more than chance would explain.`
    : `${looked}. Themes are those that set low ratings apart from high ones by more than chance would explain; words that stand together are one theme.`;
}

/** A theme in one sentence or two. */
export function themeSentence(theme: Theme, top: ReviewsPart["top"], format: Formatter): string {
  const { texts, customers, share, rating, stars, kind, shareOfKind, change, categories } = theme;
  const ofKind =
    shareOfKind === null
      ? ""
      : ` and ${format.share(shareOfKind)} of those with a ${kind === "complaint" ? "low" : "high"} rating`;
  const who = customers === texts ? "" : `, by ${counted(format, customers, "writer")}`;
  const size = `In ${format.share(share)} of texts (${format.count(texts)}${who})${ofKind}`;
  const rated =
    rating === null || stars === null
      ? ""
      : `; rated ${ratingWords(rating, top, format)} on average, ${format.decimal(Math.abs(stars))} ${stars < 0 ? "below" : "above"} the other texts`;
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
  top: ReviewsPart["top"],
  format: Formatter,
): string {
  const rated = rating === null ? "" : `, rated ${ratingWords(rating, top, format)} on average`;
  return `In ${format.share(share)} of its texts (${format.count(texts)} of ${format.count(reviews)})${rated}.${isMore ? " Commoner than elsewhere." : ""}`;
}

export function themesCaption(format: Formatter): string {
  return `How far texts with the theme are rated below (${format.signed(-1)}: by one) or above those without it, and the share of texts that have it.`;
}

export const captions = {
  stars:
    "All texts in three equal parts by how they read: the share of each rating’s texts in the worst, the middle and the best part.",
  byCategory: "The share of the texts of each category that have the theme.",
  trend: "The share of the texts of each period that have the theme.",
  rating: "The mean rating of the texts of each period.",
  reads: "The share of texts that read better than what is typical of the shop’s texts.",
  readsByList: "The share of texts that have more good words than bad, by the list of English words.",
  products:
    "The share of texts that contradict their rating: rated high, and read worse than half of those rated low, or the reverse. Products with 30 rated texts or more.",
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
  return said.length === 0
    ? "Whether that changes cannot be told: it takes two years of reviews to tell a change from the season."
    : said.join(" ");
}

/** How often words and stars disagree. */
export function disagreementLead({ disagreement, top }: ReviewsPart, format: Formatter): string {
  if (disagreement === null) return "";
  const [high, low] = kindNames(top, format);
  const said = (share: number | null, of: string, than: string, how: "better" | "worse") => {
    if (share === null) return [];
    const who =
      share === 0 ? `No text rated ${of} reads` : `${format.share(share)} of texts rated ${of} read`;
    return [`${who} ${how} than half of those rated ${than}.`];
  };
  const parts = [
    ...said(disagreement.highReadsLow, high, low, "worse"),
    ...said(disagreement.lowReadsHigh, low, high, "better"),
  ];
  return parts.length === 0 ? "Too few texts disagree with their rating to tell of them." : parts.join(" ");
}
