import type { FindInsights } from "../../../report/find-insights.ts";
import { pageNames } from "../../../report/words/sections.ts";
import { sizeWords } from "../words/size-insights.ts";

/** What any data give: how much was bought, and for how much at a time. */
export const sizeInsights: FindInsights = (report, format) =>
  sizeWords(report, format).map((words, index) => ({
    id: `size/${index}`,
    source: "size",
    ...words,
    link: { path: "#headlines", name: pageNames.overview },
    strength: 0,
  }));
