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
  const orders = kinds.some(({ kind }) => kind === "orders");
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
    ruleMeasures.rawLift,
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
      name: "Adjusted lift",
      words: `The lift that is shown, sorted by and spoken of: ${listed([orders && "orders are compared with orders of the same number of different products", overTime && "customers with customers of as many different products or categories, and of as many purchases", traits && "purchases with purchases of which the same fields are known"].filter((part) => part !== false))}. Expected are the common baskets that chance gives within each such group, by how many of them hold either side${orders || overTime ? "; a product leaves one place less for the others, by the joint inclusion probabilities of sampling with a fixed size (Deville and Tillé 2005)" : ""}. What holds together less often than that is not said to go together, whatever its raw lift.`,
    },
    {
      name: "Chance of one rule (p)",
      words: `How likely so many common baskets or more are by chance, given within each group how many hold either side: Fisher's exact test, over several groups the conditional test of Cochran, Mantel and Haenszel with its tail from the saddlepoint (Strawderman and Wells 1998), since the usual normal approximation calls rare pairs certain that are not.${overTime ? " What customers bought over time is tested twice, among customers of as many different things and among those of as many purchases; the larger p counts." : ""} Where a rule has several conditions, each must add something beside the others, and the largest p counts (Webb 2007).`,
    },
    {
      name: "People, not baskets",
      words:
        "One person's habits are not many proofs. The test is weakened by the design effect of customers: by how many times the surplus varies more between customers than as many independent baskets would let it (Rao and Scott 1981). What is the same in all of a customer's purchases, such as gender, counts once a customer.",
    },
    {
      name: "Chance after all tests (q)",
      words: `p corrected after Benjamini and Hochberg for every rule that could be made of the frequent items of a kind, whether or not they ever lie together (Webb 2007), because lying together often enough to be looked at is itself what is tested: ${listed(kinds.map((kind) => `${counted(format, kind.tests, "rule")} of ${lower(basketNames[kind.kind].title)}`))} in this report. Pairs and longer rules, and each kind of baskets, get an equal part of the error (Webb 2008). Listed are rules with q up to ${most}: of all that are listed, at most that share is expected to be chance, and where nothing goes together, a rule is listed in at most one report in twenty.`,
    },
    {
      name: "What would have been found",
      words:
        "Where nothing is found, the smallest lift that four of five such reports would have found, for two items of middling frequency: Cohen's formula for a share against a known one (1988), at the p that a single find would have needed, with the variance among baskets alike and the middle design effect.",
    },
    {
      name: "What is left out",
      words: `Rules with q above ${most}, which are counted; rules whose confidence is not above that of every simpler rule with the same consequent; rules that fewer than ${format.count(minimum)} customers stand for, or that would show fewer than so many with one side alone or with neither; rules that follow from the definition of the data.${statements.length === 0 ? "" : ` ${statements.join(" ")}`}${traits ? " Rules with a persona stand in the table, but are not told as findings: personas are made of how recently, how often and for how much customers bought, and what goes with these goes with a persona." : ""}`,
    },
    {
      name: "Pairs",
      words:
        "A pair is one rule with its confidence in both directions; the item that fewer baskets hold comes first, because the rule holds more often that way.",
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
