import type { FindInsights } from "../../report/find-insights.ts";
import { pageNames } from "../../report/words/sections.ts";
import { strongestFindings } from "./findings.ts";
import { affinityWords, noAffinityWords } from "./words/insights.ts";

/** Rules tell of a few products: however strong, they stand behind what concerns the whole. */
const strongest = 0.65;

/** The strongest rules, of different kinds; or that nothing goes together. */
export const affinityInsights: FindInsights = ({ affinity }, format) => {
  if (affinity === null) return [];
  const found = strongestFindings(affinity.kinds, 2).flatMap(({ kind, rules }) =>
    rules.map((rule) => ({ kind, rule })),
  );
  if (found.length > 0)
    return found.map(({ kind, rule }, index) => ({
      id: `affinity/${kind.kind}/${[...rule.antecedent, ...rule.consequent].map(({ field, name }) => `${field}=${name}`).join("+")}`,
      source: "affinity",
      ...affinityWords(rule, kind, format),
      link: { path: "affinity/#findings", name: pageNames.affinity },
      strength: Math.min(strongest, 0.5 + rule.adjustedLift / 40) - index * 0.15,
    }));
  const told = affinity.kinds.find(({ detectable }) => detectable !== null);
  const tests = affinity.kinds.reduce((all, kind) => all + kind.tests, 0);
  const pairs = affinity.kinds.reduce((all, kind) => all + kind.pairs, 0);
  const isReal = affinity.kinds.some(({ pairsReal }) => pairsReal > 0);
  if (pairs === 0 || isReal) return [];
  return [
    {
      id: "affinity/none",
      source: "affinity",
      ...noAffinityWords({ pairs, tests, kind: told ?? null }, format),
      link: { path: "affinity/#tested", name: pageNames.affinity },
      strength: 0.45,
    },
  ];
};
