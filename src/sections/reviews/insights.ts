import type { FindInsights } from "../../report/find-insights.ts";
import { changingThemeWords, costliestThemeWords } from "./words/insights.ts";

const link = { path: "reviews/#themes", name: "Reviews" };

/** The theme that costs most stars, and those whose share changes. */
export const reviewInsights: FindInsights = ({ reviews }, format) => {
  const themes = reviews?.themes?.themes ?? [];
  const [costliest] = themes.filter(({ kind, stars }) => kind === "complaint" && stars !== null);
  const changing = themes.filter(
    (theme) => theme !== costliest && (theme.change === "grows" || theme.change === "shrinks"),
  );
  return [
    ...(costliest === undefined
      ? []
      : [
          {
            id: `reviews/cost/${costliest.id}`,
            source: "reviews" as const,
            ...costliestThemeWords(costliest, format),
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
