import type { FindInsights } from "../../report/find-insights.ts";
import { restsOnWords } from "./words/insights.ts";
import { valueWords } from "./words/page.ts";

/** A tenth of customers who should bring a tenth is no news; from three times that on the year rests on few. */
const restsOn = 0.3;

/** What the next year rests on. */
export const valueInsights: FindInsights = ({ value }, format) => {
  if (value?.kind !== "forecast" || value.tenths === null) return [];
  const [best = 0] = value.tenths;
  if (best < restsOn) return [];
  return [
    {
      id: "value/rests-on",
      source: "value",
      ...restsOnWords(value, best, format),
      link: { path: "value/#value-tenths", name: valueWords.name },
      strength: Math.min(1, 0.4 + best / 2),
    },
  ];
};
