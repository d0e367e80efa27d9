import type { Column, ColumnDefinition } from "../../../report/columns.ts";
import { ruleMeasures } from "./rule-measures.ts";

const { support, confidence, confidenceBack, back, lift, rawLift, raw } = ruleMeasures;

const own = {
  kind: {
    id: "kind",
    name: "Kind",
    words: "What a basket is: an order, all that a customer ever bought, or the traits of a purchase.",
  },
  antecedent: { id: "if", name: "If", words: "The antecedent: what the basket holds to begin with." },
  consequent: {
    id: "then",
    name: "Then",
    words: "The consequent: what it holds as well, more often than baskets in general.",
  },
  also: {
    id: "alsoBuy",
    name: "They also buy",
    words: "The consequent: what those who buy the product or category of this page buy as well.",
  },
  leads: {
    id: "whoBuys",
    name: "Who buys",
    words: "The antecedent: what those buy who then buy the product or category of this page as well.",
  },
  pair: {
    id: "pair",
    name: "Pair",
    words: "Two items that lie together more often than chance explains, the antecedent before the arrow.",
  },
  rules: { id: "rules", name: "Rules", words: "The number of rules in the row's band of lift." },
  baskets: {
    id: "baskets",
    name: "Baskets",
    words:
      "The orders, customers or purchases that hold both sides; where a second number stands behind them, of those that hold the antecedent.",
  },
} as const satisfies Record<string, ColumnDefinition>;

/** Those of the table of all rules. */
export const explorerColumns: readonly Column[] = [
  own.kind,
  own.antecedent,
  own.consequent,
  own.baskets,
  "customers",
  support,
  confidence,
  back,
  lift,
  raw,
  "chance",
];

/** Those of a thing's rules, by their headings' keys. */
export const thingColumns = {
  also: own.also,
  leads: own.leads,
  traits: own.antecedent,
  consequent: own.consequent,
  confidence,
  back: confidenceBack,
  lift,
  baskets: own.baskets,
  customers: "customers",
  chance: "chance",
} as const satisfies Record<string, Column>;

/** Those of the table under the chart of rules. */
export const bandColumns: readonly Column[] = [lift, own.rules, support, confidence];

/** Those of the table under the network. */
export const pairColumns = {
  pair: own.pair,
  baskets: own.baskets,
  lift,
  rawLift,
  confidence,
  back: confidenceBack,
} as const satisfies Record<string, Column>;
