import { placedGroups } from "../../components/placed-figure.ts";
import type { Section } from "../section.ts";
import { salesGroups } from "./figure-groups.ts";
import { salesPart } from "./part.ts";
import type { Sales } from "./sales.ts";
import { salesDefinitions } from "./words/definitions.ts";
import { salesRules } from "./words/methods.ts";
import { salesBasis, salesTitle, salesWords } from "./words/page.ts";

declare module "../../report/report.ts" {
  interface Report {
    /** What was sold over time, and why it changed; null where no order has a date. */
    sales: Sales | null;
  }
}

const page = { name: salesWords.name, path: "sales/" };

/** What was sold, when, and why it changed. */
export const sales: Section<"sales", "segments"> = {
  id: "sales",
  name: salesWords.name,
  slug: "sales",
  place: "sales",
  needs: [],
  uses: ["segments"],
  part: async (inputs, { segments }) => ({
    part: { sales: await salesPart(inputs, segments?.members ?? null) },
  }),
  definitions: salesDefinitions,
  pages: (shown) =>
    salesGroups(shown).length === 0
      ? []
      : [
          {
            ...page,
            description: `${salesTitle(shown.report, shown.format)}. ${salesBasis(shown.report)}`,
          },
        ],
  figures: (shown) => placedGroups(salesGroups(shown), page),
  methods: ({ report }) =>
    report.sales === null ? [] : [{ id: "sales", title: salesWords.name, rules: salesRules(report.sales) }],
  more: () => salesWords.more,
};
