import type { Formatter } from "../../report/format.ts";
import type { CustomerValue } from "./part.ts";
import { modelWords, noForecastSentence } from "./words/page.ts";

/** What Methods says of the forecast: how it is made, proven and limited, or why there is none. */
export function valueRules(value: CustomerValue, format: Formatter): { name: string; words: string }[] {
  if (value.kind === "none") return [{ name: modelWords.none, words: noForecastSentence(value, format) }];
  const { models } = value;
  return [
    { name: modelWords.timing, words: modelWords.timingRule },
    { name: modelWords.spending, words: modelWords.spendingRule },
    ...models.map((model) => ({
      name: `${model.name}${model.used ? "" : modelWords.notUsed}`,
      words: modelWords.fit(model, format),
    })),
    { name: modelWords.proof, words: modelWords.proofRule },
    { name: modelWords.ranges, words: modelWords.rangesRule },
    { name: modelWords.worth, words: modelWords.worthRule },
  ];
}
