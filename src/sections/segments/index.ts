import { placedChart } from "../../components/placed-figure.ts";
import type { Column } from "../../report/columns.ts";
import { pageNames } from "../../report/words/sections.ts";
import { dayAfter } from "../../statistics/calendar/days.ts";
import { methodsPlace } from "../methods/words/methods-page.ts";
import type { Section } from "../section.ts";
import { placedGrid } from "./figures/segment-heatmap.ts";
import { personaShares, rfmSegments } from "./figures/segment-shares.ts";
import { customerCloud, numberOfPersonas } from "./figures/segments.ts";
import { personaInsights } from "./insights.ts";
import { type BuiltSegments, buildSegments } from "./part.ts";
import { hasPersonas, type Segments } from "./segments.ts";
import { profileColumns, topColumns, traitColumns } from "./words/columns.ts";
import { segmentDefinitions } from "./words/definitions.ts";
import { segmentRules } from "./words/segment-rules.ts";
import { personaSentence, segmentsBasis, segmentsTitle } from "./words/segments.ts";
import { lookingForPersonas, segmentsMethods, segmentsMore } from "./words/segments-page.ts";

declare module "../../report/report.ts" {
  interface Report {
    /** RFM scores, segments and personas; null where the data lack recency, frequency or monetary value. */
    segments: Segments | null;
  }
}

declare module "../section.ts" {
  interface Results {
    segments: BuiltSegments;
  }
}

const page = { name: pageNames.segments, path: "segments/" };

/** Customers by recency, frequency and monetary value. */
export const segments: Section<"segments", never> = {
  id: "segments",
  name: pageNames.segments,
  slug: "segments",
  place: "customers",
  needs: [],
  uses: [],
  part: async ({ store, products, notGoods, config, time, gate, ageBounds, guests, progress }) => {
    progress.stage(lookingForPersonas);
    const countedFrom = time === null ? null : dayAfter(time.last);
    const goods = products.filter(({ id }) => !notGoods.has(id));
    const built = await buildSegments(store, goods, config, countedFrom, gate, {
      ageBounds,
      guests,
      days: time?.days ?? null,
    });
    return { part: { segments: built.segments }, result: { segments: built } };
  },
  definitions: segmentDefinitions,
  columns: [profileColumns, traitColumns, topColumns].flatMap((columns): Column[] => Object.values(columns)),
  insights: [personaInsights],
  pages: ({ report: { segments }, format }) => {
    if (segments === null) return [];
    const personas = hasPersonas(segments) ? segments.personas.personas : [];
    return [
      { ...page, description: `${segmentsTitle(segments, format)}. ${segmentsBasis(segments, format)}` },
      ...personas.map((persona) => ({
        path: `segments/${persona.id}/`,
        name: persona.name,
        description: `${persona.name}: ${personaSentence(persona, segments.basis, format)}`,
        apartFromDocument: true as const,
      })),
    ];
  },
  figures: (shown) => [
    ...[personaShares, customerCloud].flatMap((draw) => placedChart(draw(shown), page)),
    ...placedGrid(shown, page),
    ...placedChart(rfmSegments(shown), page),
    ...numberOfPersonas(shown).flatMap((spec) => placedChart(spec, methodsPlace)),
  ],
  methods: (shown) => {
    const { report, format } = shown;
    const { segments, currency, minimumGroup: minimum } = report;
    if (segments === null) return [];
    const rules = segmentRules(segments, { format, currency, minimum });
    return [{ id: "segments", ...segmentsMethods, rules, figures: numberOfPersonas(shown) }];
  },
  more: () => segmentsMore,
};
