import type { Formatter } from "../../../report/format.ts";
import { counted, listed } from "../../../report/words/general.ts";
import type { DataRule } from "../../methods/words/data-rules.ts";
import type { Affinity, AffinityKind } from "../affinity.ts";
import { colorsByTone, colorTones } from "../question/color-tones.ts";
import { mostChanceOfRules } from "../question/mine-rules.ts";
import { basketNames, dataStatements } from "./affinity.ts";
import { ruleMeasures } from "./rule-measures.ts";

/** How the rules of this very report were mined and tested: baskets, measures, thresholds and tests. */
export function affinityRules(affinity: Affinity, format: Formatter, minimum: number): DataRule[] {
  const { kinds } = affinity;
  const overTime = kinds.some(({ kind }) => kind === "categories" || kind === "products");
  const traits = kinds.some(({ kind }) => kind === "traits");
  const statements = dataStatements(affinity);
  const most = format.decimal(mostChanceOfRules, 2);
  const rules: (DataRule | false)[] = [
    ...kinds.map((kind) => ({
      name: `Basket: ${lower(basketNames[kind.kind].title)}`,
      words: `${basketNames[kind.kind].definition} ${basketDetails[kind.kind]} ${thresholds(kind, format)}`,
    })),
    traits && {
      name: "Color tone",
      words: `From the color's name, without regard to case. ${colorTones.map((tone) => `${tone}: ${listed(colorsByTone[tone])}`).join(". ")}. Other names have no tone.`,
    },
    {
      name: "Itemset and rule",
      words:
        "An itemset is items that lie in one basket. A rule splits it in two, an antecedent and a consequent: of baskets that hold the first, so many hold the second. Itemsets are counted exactly, and counts are compared with the thresholds as whole numbers.",
    },
    ruleMeasures.support,
    ruleMeasures.confidence,
    ruleMeasures.lift,
    {
      name: "Leverage",
      words:
        "Support less the product of the supports of both sides: the share of baskets that hold both beyond what independence gives.",
    },
    {
      name: "Conviction",
      words:
        "(1 − support of the consequent) over (1 − confidence): how many times as often the rule would be wrong were the sides independent. Without a value where it is never wrong.",
    },
    {
      name: "Zhang's metric",
      words:
        "Leverage over the larger of support × (1 − support of the antecedent) and support of the antecedent × (support of the consequent − support): from −1, never together, over 0 to 1, always together.",
    },
    { name: "Jaccard", words: "Baskets that hold both sides over those that hold either." },
    {
      name: "Chance of one rule (p)",
      words: `Fisher's exact test, one-sided: the hypergeometric probability of so many common baskets or more, were the sides independent. Of several probabilities the largest counts. Where a rule has several conditions, each must add something beside the others (Webb 2007). Baskets of one customer are not so many witnesses: the test is repeated with all counts scaled down to as many witnesses as there are different customers.${overTime ? " Who buys more holds more of everything: all that a customer bought is compared only among customers of equal numbers of purchases, 1 to 4 singly and more in bands." : ""}`,
    },
    {
      name: "Chance after all tests (q)",
      words: `p corrected after Benjamini and Hochberg over all rules that were tested within a kind, not over those shown: ${listed(kinds.map((kind) => `${counted(format, kind.tests, "test")} of ${lower(basketNames[kind.kind].title)}`))} in this report. Listed are rules with q up to ${most}: of all that are listed, at most that share is expected to be chance.`,
    },
    {
      name: "What is left out",
      words: `Rules with q above ${most}, which are counted; rules whose confidence is not above that of every simpler rule with the same consequent; rules that fewer than ${format.count(minimum)} customers stand for, or that would show fewer than so many with one side alone or with neither; rules that follow from the definition of the data.${statements.length === 0 ? "" : ` ${statements.join(" ")}`}`,
    },
    {
      name: "Pairs that could be chance",
      words: "Tested pairs of items of which neither direction has so small a q; a pair counts once.",
    },
  ];
  return rules.filter((rule) => rule !== false);
}

const basketDetails: Record<AffinityKind["kind"], string> = {
  orders: "A product counts once an order, however many were bought; guests' orders count.",
  categories: "Each counts once a customer; guests are left out.",
  products: "Each counts once a customer; guests are left out.",
  traits:
    "Each field gives one trait at most, and a field of a single value gives none. Gender, age group, subscription and persona are the customer's.",
};

function thresholds(kind: AffinityKind, format: Formatter): string {
  const names = basketNames[kind.kind];
  const count =
    kind.tooMany === null ? ` (${counted(format, kind.minCount, names.basket, names.baskets)})` : "";
  return `An itemset must lie in ${format.share(kind.minSupport)} of ${names.baskets}${count}, a rule reach a confidence of ${format.share(kind.minConfidence)} and have ${counted(format, kind.maxLength, "item")} at most: affinity.minSupport.${kind.kind}, affinity.minConfidence.${kind.kind} and affinity.maxLength of report.yaml.`;
}

function lower(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}
