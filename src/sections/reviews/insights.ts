import type { FindInsights } from "../../report/find-insights.ts";
import { changingThemeWords, costliestThemeWords } from "./words/insights.ts";
import { costliestComplaint, reviewWords } from "./words/page.ts";

const link = { path: "reviews/#themes", name: reviewWords.name };

/** The theme that pulls the rating down most, and those whose share changes. */
export const reviewInsights: FindInsights = ({ reviews }, format) => {
  const themes = reviews?.themes?.themes ?? [];
  const costliest = costliestComplaint(themes);
  const changing = themes.filter(
    (theme) => theme !== costliest && (theme.change === "grows" || theme.change === "shrinks"),
  );
  return [
    ...(costliest === undefined || reviews == null
      ? []
      : [
          {
            id: `reviews/cost/${costliest.id}`,
            source: "reviews" as const,
            ...costliestThemeWords(costliest, reviews.top, format),
            link,
            strength: Math.min(0.85, 0.45 + 2 * costliest.share),
          },
        ]),
    ...changing.slice(0, 1).map((theme) => ({
      id: `reviews/change/${theme.id}`,
      source: "reviews" as const,
      ...changingThemeWords(theme, format),
      link,
      strength: Math.min(0.8, 0.5 + 2 * theme.share),
    })),
  ];
};
