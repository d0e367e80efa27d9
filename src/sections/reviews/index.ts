import { placedGroups } from "../../components/placed-figure.ts";
import type { Section } from "../section.ts";
import { reviewGroups } from "./figure-groups.ts";
import { reviewInsights } from "./insights.ts";
import { buildReviews, type ReviewsPart } from "./part.ts";
import { privateWords } from "./private-words.ts";
import { reviewDefinitions } from "./words/definitions.ts";
import { reviewRules } from "./words/methods.ts";
import { quotesNote, reviewsBasis, reviewsTitle, reviewWords } from "./words/page.ts";

declare module "../../report/report.ts" {
  interface Report {
    /** What customers write; null where the data hold no texts, or those of too few persons. */
    reviews: ReviewsPart | null;
  }
}

declare module "../section.ts" {
  interface Results {
    reviews: ReviewsPart | null;
  }
}

const page = { name: reviewWords.name, path: "reviews/" };

/** What customers write. */
export const reviews: Section<"reviews", never> = {
  id: "reviews",
  name: reviewWords.name,
  slug: "reviews",
  place: "products",
  needs: [],
  uses: [],
  none: { reviews: null },
  definitions: reviewDefinitions,
  insights: [reviewInsights],
  part: ({ dataset, config, gate, progress }) => {
    if (dataset.reviews === null) return { part: { reviews: null }, result: { reviews: null } };
    progress.stage(reviewWords.stage);
    const tables = [dataset.table, ...(dataset.reviewTable === null ? [] : [dataset.reviewTable])];
    const part = buildReviews(dataset.reviews, privateWords(tables), gate, config.reviews.quotes);
    return { part: { reviews: part }, result: { reviews: part } };
  },
  pages: ({ report: { reviews }, format }) =>
    reviews === null
      ? []
      : [
          {
            ...page,
            description: `${reviewsTitle(reviews, format)}. ${reviewsBasis(reviews, format)}`,
            ...(reviews.hasQuotes ? { unlisted: true, apartFromDocument: true } : {}),
          },
        ],
  figures: ({ report: { reviews }, format }) =>
    reviews === null ? [] : placedGroups(reviewGroups(reviews, format), page),
  methods: ({ report: { reviews, minimumGroup }, format }) =>
    reviews === null
      ? []
      : [{ id: "reviews", title: reviewWords.name, rules: reviewRules(reviews, format, minimumGroup) }],
  more: () => reviewWords.more,
  footnote: ({ report: { reviews } }) => (reviews?.hasQuotes === true ? quotesNote : null),
};
