import type { Formatter } from "../../../report/format.ts";
import type { Report } from "../../../report/report.ts";
import { counted } from "../../../report/words/general.ts";
import type { Concentration } from "../concentration.ts";
import type { Persona, Segments } from "../../segments/segments.ts";
import { stabilityOf, typicalWords } from "../../segments/words/segments.ts";
import { certain, type InsightWords, lowered } from "../../../report/words/insights.ts";

/** How much the tenth of customers who spend most bring. */
export function concentrationWords(
  { customers, top, topShare, half }: Concentration,
  format: Formatter,
): InsightWords {
  return {
    lead: `The top 10% of customers bring ${format.share(topShare)} of revenue;`.replace(
      "10%",
      format.share(0.1),
    ),
    rest: `half of it comes from ${counted(format, half, "customer")}.`,
    sure: certain,
    evidence: `${format.count(top)} of ${counted(format, customers, "customer")}`,
  };
}

/** The persona that brings most for its size. */
export function personaWords(persona: Persona, basis: Segments["basis"], format: Formatter): InsightWords {
  const typical = typicalWords(basis, persona, format);
  return {
    lead: `${persona.name} is ${format.share(persona.customersShare)} of customers and ${format.share(persona.revenueShare)} of revenue:`,
    rest: `${lowered(typical.typical)}, with ${typical.spend}.`,
    sure: { level: "tested", words: stabilityOf(persona.stability, format).badge },
    evidence: counted(format, persona.customers, "customer"),
  };
}

/** How many came back. */
export function repeatWords(
  { repeat, customers }: { repeat: number; customers: number },
  format: Formatter,
): InsightWords {
  const repeaters = Math.round(repeat * customers);
  const words = {
    all: ["Every customer ordered more than once.", ""],
    most: [
      `${format.share(repeat)} of customers ordered more than once;`,
      `${format.share(1 - repeat)} did not come back in the period.`,
    ],
    few: [
      `${format.share(1 - repeat)} of customers ordered only once;`,
      `${format.share(repeat)} came back in the period.`,
    ],
    none: ["No customer ordered more than once.", ""],
  } as const;
  const [lead, rest] = words[repeat === 1 ? "all" : repeat >= 0.5 ? "most" : repeat > 0 ? "few" : "none"];
  return {
    lead,
    rest,
    sure: certain,
    evidence: `${format.count(repeaters)} of ${counted(format, customers, "customer")} came back`,
  };
}

/** Ratings that are high or low as a whole. */
export function ratingWords(
  { mean, count, high }: { mean: number; count: number; high: boolean },
  format: Formatter,
): InsightWords {
  return {
    lead: `Ratings are ${high ? "high" : "low"}: ${format.decimal(mean, 2)} of 5 on average.`,
    rest: "",
    sure: certain,
    evidence: counted(format, count, "rating"),
  };
}

/** What any data give: what a purchase or order comes to, and how much there was of it. */
export function sizeWords(
  report: Pick<Report, "spend" | "metrics" | "dataset">,
  format: Formatter,
): InsightWords[] {
  const { of, summary } = report.spend;
  const customers = report.metrics.find(({ metric }) => metric === "customers")?.value ?? 0;
  const { purchases } = report.dataset.account;
  const words: InsightWords[] = [];
  if (summary !== null)
    words.push({
      lead: `Half of ${of}s come to at most ${format.money(summary.median)};`,
      rest: `a quarter come to ${format.money(summary.upperQuartile)} or more.`,
      sure: certain,
      evidence: counted(format, summary.count, of),
    });
  if (customers > 0)
    words.push({
      lead: `${counted(format, customers, "customer")} made ${counted(format, purchases, "purchase")},`,
      rest: `${format.decimal(purchases / customers)} each on average.`,
      sure: certain,
      evidence: counted(format, purchases, "purchase"),
    });
  return words;
}
