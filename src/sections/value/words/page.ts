import type { Formatter } from "../../../report/format.ts";
import type { ExpectedGroup } from "../expected-groups.ts";
import type { Expected } from "../forecast.ts";
import type { CustomerValue, NoForecast, PublishedProof, ShownValue, ValueForecast } from "../part.ts";
import type { Held } from "../proof.ts";

/** Names and headings of the section; each stands where its key says. */
export const valueWords = {
  name: "Customer value",
  stage: "Working out what customers will be worth",
  more: "what known customers are expected to bring in the next 12 months, and how well earlier forecasts would have done",
  ahead: "The year ahead",
  trust: "How far to trust it",
  newcomers: "A new customer",
  personas: { title: "Expected from each persona", labels: "Persona" },
  segments: { title: "Expected from each segment", labels: "Segment" },
  cohorts: { title: "Expected from each intake", labels: "First order in" },
  places: { title: "Expected from each place", labels: "Place" },
  tenths: { title: "How much rests on the best customers", labels: "Tenth of customers" },
  weeks: { title: "Forecast and what came, week by week", labels: "Weeks after" },
  purchases: { title: "Forecast and what came, by earlier repeat orders", labels: "Repeat orders before" },
  months: { title: "What a new customer brings", labels: "Months after the first order" },
  revenue: "Expected revenue",
  revenueShare: "Share of expected revenue",
  customers: "Customers",
  expected: "Forecast",
  actual: "What came",
  perCustomer: "Orders per customer",
  cumulated: "Revenue so far",
  range: "Likely range",
  nobody: "There is no forecast: no dated order has a known customer.",
} as const;

/** The page's title. */
export function valueTitle(value: CustomerValue, format: Formatter): string {
  return value.kind === "forecast"
    ? `Known customers should bring about ${format.roundMoney(value.total.revenue.value)} in the next 12 months`
    : "Customer value cannot be forecast from these data";
}

/** What the page stands on, under its title. */
export function valueBasis(value: ShownValue, format: Formatter): string {
  if (value.kind === "none") return noForecastSentence(value, format);
  const { customers, repeating } = value;
  const again = repeating === null ? "" : `, ${format.count(repeating)} of whom bought on more than one day`;
  return `From ${format.count(customers)} customers up to ${format.day(value.from)}${again}. New customers come on top.`;
}

/** A range in words: `between $1,200 and $1,500`; empty where none can be given. */
export function rangeWords({ low, high }: Expected, write: (value: number) => string): string {
  return low === null || high === null ? "" : `between ${write(low)} and ${write(high)}`;
}

/** How much is expected of all, and of whom most. */
export function aheadLead(value: ValueForecast, format: Formatter): string {
  const { total, tenths, atStake } = value;
  const range = rangeWords(total.revenue, format.roundMoney);
  const sentences = [
    `We expect ${format.count(Math.round(total.orders.value))} orders worth ${format.roundMoney(total.revenue.value)}${range === "" ? ". How far off that may be cannot be told from the data" : `; if customers go on as they have, it should be ${range} 19 times in 20`}.`,
  ];
  if (tenths?.[0] !== undefined)
    sentences.push(`The best tenth of customers should bring ${format.share(tenths[0])} of it.`);
  if (atStake !== null)
    sentences.push(
      `${format.count(atStake.customers)} customers who spent ${format.roundMoney(atStake.past)} in the last 12 months are expected to spend ${format.roundMoney(atStake.expected)} in the next: ${format.roundMoney(Math.round(atStake.past) - Math.round(atStake.expected))} is at stake.`,
    );
  return sentences.join(" ");
}

/** How the forecast did on what was known already. */
export function trustLead(proof: PublishedProof, format: Formatter, hasRanges = false): string {
  return `We hid everything after ${format.day(proof.until)} from the model and let it forecast the ${format.count(Math.round(proof.weeks))} weeks that followed. ${heldSentence(proof.orders, "orders", format)} ${heldSentence(proof.revenue, "money", format)}${hasRanges ? rangeSentence(proof) : ""}`;
}

/** Whether what came was within the ranges of the model, and what follows for those of the year ahead. */
function rangeSentence({ orders, revenue }: PublishedProof): string {
  if (orders.range === null || revenue.range === null)
    return " How far off chance alone may bring it cannot be told from these data: the ranges above are wider by as much as it was off.";
  const isOut = ({ actual, range }: Held) => range !== null && (actual < range.low || actual > range.high);
  const out = [
    ...(isOut(orders) ? ["the number of orders"] : []),
    ...(isOut(revenue) ? ["the revenue"] : []),
  ];
  return out.length === 0
    ? " Both were within what the model allows for by chance."
    : ` That is further off than the model allows for by chance in ${out.join(" and ")}: the ranges above are wider by as much.`;
}

/** How far a forecast was off, by the part that it was above what came: `12% too high`. */
export function tooHighWords(part: number, format: Formatter): string {
  return `${format.share(Math.abs(part))} too ${part > 0 ? "high" : "low"}`;
}

function heldSentence(held: Held, kind: "orders" | "money", format: Formatter): string {
  const write = kind === "orders" ? (value: number) => format.count(Math.round(value)) : format.roundMoney;
  const forecast = held.actual + held.model.total;
  const part = held.actual === 0 ? 0 : held.model.total / held.actual;
  const off = part === 0 ? "" : `, so it was ${tooHighWords(part, format)}`;
  const guess = held.actual + held.asBefore.total;
  return kind === "orders"
    ? `It expected ${write(forecast)} orders and ${write(held.actual)} came${off}. Assuming that everybody carries on as before would have given ${write(guess)}.`
    : `In money it expected ${write(forecast)} and ${write(held.actual)} came${off}. Carrying on as before would have given ${write(guess)}.`;
}

/** What a new customer is worth. */
export function newcomersLead(
  { newCustomer, margin, discountRate }: ValueForecast,
  format: Formatter,
): string {
  const { firstOrder, value, payback, byMonth } = newCustomer;
  const whole = byMonth.at(-1) ?? firstOrder;
  const kind = margin === null ? "revenue" : `margin (${format.share(margin)} of revenue)`;
  const sentences = [
    `A new customer spends ${format.money(firstOrder)} on the first day and ${format.money(whole)} within 12 months, on average.`,
    `Discounted at ${format.share(discountRate)} a year, that is ${format.money(value)} of ${kind}.`,
  ];
  if (payback !== null)
    sentences.push(
      payback.months === null
        ? `At ${format.money(payback.cost)} to win a customer, that is not paid back within 12 months.`
        : payback.months === 0
          ? `At ${format.money(payback.cost)} to win a customer, the first order pays it back.`
          : `At ${format.money(payback.cost)} to win a customer, that is paid back after ${payback.months === 1 ? "a month" : `${format.count(payback.months)} months`}.`,
    );
  return sentences.join(" ");
}

/** Under a chart of groups. */
export function groupsCaption(groups: readonly ExpectedGroup[], format: Formatter): string {
  const [first] = [...groups].sort((one, other) => other.revenue.value - one.revenue.value);
  if (first === undefined) return "";
  return `${format.roundMoney(first.revenue.value / Math.max(1, first.customers))} is expected of each of the ${format.count(first.customers)} customers in ${first.name} in the next 12 months.`;
}

export function tenthsCaption(tenths: readonly number[], format: Formatter): string {
  const half = tenths.slice(5).reduce((sum, share) => sum + share, 0);
  return `The half of customers from whom least is expected should bring ${format.share(half)} of the revenue.`;
}

export function weeksCaption(proof: PublishedProof, format: Formatter): string {
  return `Running total of orders after ${format.day(proof.until)} by customers known then. The forecast drawn here knows first orders only, so it may differ slightly from the one above.`;
}

/** Who bought how often in the weeks that were hidden, and whether who had come back more often did so again. */
export function purchasesCaption({ byPurchases }: PublishedProof): string {
  const rates = byPurchases.map(({ actual }) => actual);
  const isRising = rates.every((rate, place) => place === 0 || rate > (rates[place - 1] ?? 0));
  return `Orders per customer in the weeks hidden from the model${isRising ? ": those who had come back more often kept coming back more often" : ", by how often customers had come back before"}.`;
}

export const monthsCaption = "First order and expected repeat orders of an average new customer, added up.";

/** Why there is no forecast, and what would change that. */
export function noForecastSentence(none: NoForecast, format: Formatter): string {
  const start = "There is no forecast: ";
  switch (none.why) {
    case "short":
      return `${start}the data cover ${format.count(none.days)} days, and half a year is needed to learn how often customers come back.`;
    case "oneDay":
      return `${start}all orders are of one day.`;
    case "once":
      return `${start}no customer bought on more than one day.`;
    case "fewRepeating":
      return `${start}${none.customers === null ? "too few" : `only ${format.count(none.customers)}`} customers bought on more than one day, and 200 are needed.`;
    case "noSpend":
      return `${start}too few repeat purchases are above zero in money.`;
    case "closed":
      return `${start}no known customer has bought since ${format.day(none.lastDay)}, so the past says nothing about the next year.`;
    case "holdout":
      return `${start}value.holdoutFrom in report.yaml must be a day after ${format.day(none.first)} and no later than ${format.day(none.last)}, so that there are orders on both sides of it.`;
    case "noFit":
      return none.part === "orders"
        ? `${start}no model of when customers buy fits these data.`
        : `${start}no model of how much customers spend fits these data.`;
    case "notBetter":
      return `${start}tested on the last ${format.count(Math.round(none.proof.weeks))} weeks, which it had not seen, the model ${missedWords(none.proof[none.part], none.part)}.`;
  }
}

/** By what measure a forecast was no better than a guess. */
function missedWords({ model, asBefore, personaMean }: Held, part: "orders" | "revenue"): string {
  const guess = "simply assuming that everybody carries on as before";
  if (!(model.perCustomer < asBefore.perCustomer))
    return `came no closer to each customer’s ${part} than ${guess}`;
  if (personaMean !== null && !(model.perCustomer < personaMean.perCustomer))
    return `came no closer to each customer’s ${part} than taking everybody for the average of their persona`;
  return `was further off in total ${part} than ${guess}`;
}

/** What Methods says of the models. */
export const modelWords = {
  none: "No forecast",
  timing: "When customers buy",
  timingRule:
    "BG/NBD (Fader, Hardie and Lee 2005, “Counting your customers” the easy way): while active, each customer buys at random at a rate of their own, gamma distributed over customers (shape r, rate alpha, in weeks), and after each repeat purchase leaves for good with a probability of their own, beta distributed (a, b). Purchases of one day count as one. The four parameters are those of greatest likelihood. Where next to nobody seems to leave (a / (a + b) under 1%), MBG/NBD (Batislam, Denizel and Filiztekin 2007) and NBD, in which nobody leaves, are fitted too, and the one with the smallest AIC is used.",
  spending: "What they spend",
  spendingRule:
    "Gamma-Gamma (Fader and Hardie 2013): spend per day of purchase, the first day left out, is gamma distributed around each customer’s own mean, which is spread over customers (p, q, v). It assumes that how much customers spend does not depend on how often they buy.",
  notUsed: " (not used)",
  fit: (
    {
      parameters,
      logLikelihood,
      aic,
    }: {
      parameters: readonly { name: string; value: number; error: number | null }[];
      logLikelihood: number;
      aic: number;
    },
    format: Formatter,
  ): string =>
    `${parameters
      .map(
        ({ name, value, error }) =>
          `${name} = ${format.decimal(value, 4)}${error === null ? "" : ` ± ${format.decimal(error, 4)}`}`,
      )
      .join(
        ", ",
      )}; log-likelihood ${format.decimal(logLikelihood, 2)}, AIC ${format.decimal(aic, 2)}. Behind ± stands one standard error.`,
  proof: "Proof before promise",
  proofRule:
    "The models are first fitted to the first two thirds of the period (value.holdoutFrom in report.yaml sets another day) and forecast the rest. Values are published only if, for orders and for revenue, they come nearer customer by customer (mean absolute error) than two simple guesses, each customer going on as before and each as the mean of their persona, and their total is no further off than that of the guesses, or within a tenth of what came.",
  ranges: "Likely ranges",
  rangesRule:
    "95% intervals from the uncertainty of the parameters (delta method) and the chance in what customers do, log-normal; where the forecast of the hidden weeks was off by more than these allow for, its relative error beyond that is added. They do not cover what no past can tell: a new competitor, a campaign, a closure.",
  worth: "Value",
  worthRule:
    "Expected revenue month by month, discounted at value.discountRate a year (10% unless report.yaml says otherwise) and, where value.margin is given, times the margin. A new customer’s first order is the mean of all first orders. Customers at stake spent more than the median in the last 12 months, and less than half of that is expected in the next 12.",
} as const;
