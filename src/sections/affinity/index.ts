import { pageNames } from "../../report/words/sections.ts";
import type { Section } from "../section.ts";
import type { Affinity } from "./affinity.ts";
import { placedAffinity } from "./figures/placed-affinity.ts";
import { affinityInsights } from "./insights.ts";
import { buildAffinity } from "./part.ts";
import { packRules, rulesFile } from "./rule-columns.ts";
import { rulesCsv } from "./rules-csv.ts";
import { affinityLead, affinityTitle, basketNames, factsSentence } from "./words/affinity.ts";
import { affinityMethods, affinityMore } from "./words/affinity-page.ts";
import { affinityRules } from "./words/affinity-rules.ts";
import { explorerColumns, thingColumns } from "./words/columns.ts";
import { affinityDefinitions } from "./words/definitions.ts";

declare module "../../report/report.ts" {
  interface Report {
    /** What goes together; null where there are no baskets of two. */
    affinity: Affinity | null;
  }
}

declare module "../section.ts" {
  interface Results {
    affinity: Affinity | null;
  }
}

const page = { name: pageNames.affinity, path: "affinity/" };

/** What goes together. */
export const affinity: Section<"affinity", "segments"> = {
  id: "affinity",
  name: pageNames.affinity,
  slug: "affinity",
  place: "products",
  needs: [],
  uses: ["segments"],
  part: async ({ store, products, notGoods, config, progress, gate, ageBounds }, { segments }) => {
    const members = segments?.members ?? null;
    const affinity = await buildAffinity(
      store,
      products,
      notGoods,
      members,
      config,
      gate,
      ageBounds,
      progress,
    );
    return { part: { affinity }, result: { affinity } };
  },
  definitions: affinityDefinitions,
  columns: [...explorerColumns, ...Object.values(thingColumns)],
  insights: [affinityInsights],
  pages: ({ report, format }) => {
    const { affinity } = report;
    if (affinity === null) return [];
    return [
      { ...page, description: `${affinityTitle(affinity, format)}. ${affinityLead(affinity, format)}` },
    ];
  },
  figures: (shown) => placedAffinity(shown, page),
  downloads: ({ report: { affinity } }) =>
    affinity?.kinds.some(({ rules }) => rules.length > 0)
      ? [
          {
            file: rulesFile,
            mediaType: "application/json",
            content: () => JSON.stringify(packRules(affinity)),
          },
          {
            file: "affinity-rules.csv",
            mediaType: "text/csv; charset=utf-8",
            content: () => rulesCsv(affinity),
          },
        ]
      : [],
  methods: ({ report: { affinity, minimumGroup }, format }) =>
    affinity === null
      ? []
      : [
          {
            id: "affinity",
            ...affinityMethods,
            rules: [
              ...affinityRules(affinity, format, minimumGroup),
              ...affinity.kinds.map((kind) => ({
                name: basketNames[kind.kind].title,
                words: factsSentence(kind, format),
              })),
            ],
          },
        ],
  more: () => affinityMore,
};
