import type { Formatter } from "../../../report/format.ts";
import type { Insight } from "../../../report/insight.ts";
import type { ValueForecast } from "../part.ts";
import { rangeWords, tooHighWords } from "./page.ts";

/** The part of the year ahead that rests on the best tenth of customers. */
export function restsOnWords(
  { total, proof, customers }: ValueForecast,
  best: number,
  format: Formatter,
): Pick<Insight, "lead" | "rest" | "sure" | "evidence"> {
  const range = rangeWords(total.revenue, format.roundMoney);
  const { actual, model } = proof.revenue;
  return {
    lead: `${format.share(best)} of what known customers should bring in the next 12 months rests on a tenth of them:`,
    rest: `in all they should bring about ${format.roundMoney(total.revenue.value)}${range === "" ? "" : `, ${range}`}. Look after these ${format.count(Math.round(customers / 10))} first.`,
    sure: { level: "tested", words: "Forecast, held against weeks it had not seen" },
    evidence: `over ${format.count(Math.round(proof.weeks))} weeks that it had not seen, ${actual === 0 ? `${format.roundMoney(model.total)} was forecast and nothing came` : `the forecast of revenue was ${tooHighWords(model.total / actual, format)}`}`,
  };
}
