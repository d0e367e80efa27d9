import type { Formatter } from "../../../report/format.ts";
import type { Thing } from "../../../report/things.ts";
import { counted, listed, quoted } from "../../../report/words/general.ts";
import type { Affinity, AffinityKind } from "../affinity.ts";
import { basketNames } from "./affinity.ts";
import { itemFieldName } from "./item-names.ts";

/** Why a thing has no rule of a kind, in words; `kinds` are those that could have had one. */
export function nothingWords(
  affinity: Affinity,
  { field, name }: Pick<Thing, "field" | "name">,
  kinds: readonly AffinityKind[],
  format: Formatter,
): string {
  const stopped = kinds.filter(({ tooMany }) => tooMany !== null);
  if (stopped.length > 0)
    return `Not tested: there are too many sets of ${namesOf(stopped)} at a support of ${format.share(stopped[0]?.minSupport ?? 0)}.`;
  const told = affinity.agreeing.find(([, again]) => again === itemFieldName(field));
  if (told !== undefined && kinds.every(({ kind, tests }) => kind === "traits" || tests === 0))
    return `Not tested: ${told[1].toLowerCase()} says the same as ${told[0].toLowerCase()} in these data.`;
  const tests = kinds.reduce((all, kind) => all + kind.tests, 0);
  const tested = kinds.filter((kind) => kind.tests > 0);
  if (tests === 0) {
    const least = kinds.map(({ minCount, kind }) => `${format.count(minCount)} ${basketNames[kind].baskets}`);
    return `Nothing was tested: no two things lie together in ${least.join(" or ")}, the fewest that a rule may stand on.`;
  }
  const minimum = Math.min(...tested.map(({ minConfidence }) => minConfidence));
  const left = kinds.some(({ more }) => more > 0) ? " and is among the strongest, which are listed" : "";
  return `${counted(format, tests, "rule")} ${tests === 1 ? "was" : "were"} tested on ${namesOf(tested)}; none with ${quoted(name)} is more than chance explains and right at least ${format.share(minimum)} of the time${left}.`;
}

function namesOf(kinds: readonly AffinityKind[]): string {
  return listed(
    kinds.map(({ kind }) => basketNames[kind].title.replace(/^./, (first) => first.toLowerCase())),
  );
}
