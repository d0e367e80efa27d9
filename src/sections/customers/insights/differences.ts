import type { FindInsights } from "../../../report/find-insights.ts";
import type { Insight } from "../../../report/insight.ts";
import { pageNames } from "../../../report/words/sections.ts";
import type { Difference } from "../differences.ts";
import { differenceWords, noDifferenceWords } from "../words/differences.ts";

/**
 * Above this a difference is taken for chance, after correction for all that were tested: half of 5 %, since a report
 * makes claims of other kinds beside these, and no more than one in ten may hold any that is false.
 */
const mostChance = 0.025;
/** Smaller effects are no news, however certain: a small effect after Tomczak and Tomczak (2014). */
const leastEffect = 0.01;
/** Nor are smaller gaps between what is typical, as a part of the lower. */
const leastGap = 0.1;

/** From this part of the ranks on that products explain, their amounts are their prices. */
const fixedPrices = 0.9;

/** Groups of customers that spend, come back or rate differently; or that none does. */
export const differenceInsights: FindInsights = ({ differences }, format) => {
  const real = differences.filter(
    (difference) => difference.q <= mostChance && isLarge(difference) && !isFixedPrices(difference),
  );
  const link = (field: Difference["field"]): Insight["link"] => {
    const [path, name] = places[field] ?? ["customers/", "Customers"];
    return { path, name };
  };
  if (real.length > 0)
    return real
      .sort((a, b) => b.effect - a.effect)
      .map((difference) => ({
        id: `difference/${difference.measure}/${difference.field}`,
        source: "differences",
        ...differenceWords({ difference, tested: differences.length }, format),
        link: link(difference.field),
        strength: isOfPrices(difference) ? 0.3 : Math.min(1, 0.45 + difference.effect),
      }));
  const fields = [...new Set(differences.map(({ field }) => field))];
  if (fields.length < 2 || differences.some(({ q }) => q <= mostChance)) return [];
  return [
    {
      id: "difference/none",
      source: "differences",
      ...noDifferenceWords({ differences }, format),
      link: { path: "methods/#insights", name: pageNames.methods },
      strength: 0.4,
    },
  ];
};

/** That products, and the categories that they are of, have prices is little news. */
function isOfPrices({ measure, field }: Difference): boolean {
  return measure === "amount" && (field === "product" || field === "category");
}

/** Nor is it any where a product's purchases all come to nearly the same: prices are fixed, one at a time. */
function isFixedPrices(difference: Difference): boolean {
  return isOfPrices(difference) && difference.effect >= fixedPrices;
}

/** Whether a difference matters by its ranks, or by what is typical of the groups that are apart. */
function isLarge({ effect, pair }: Difference): boolean {
  if (effect >= leastEffect) return true;
  return pair !== null && pair.lowest.typical > 0 && pair.gap.value / pair.lowest.typical >= leastGap;
}

/** Where the groups of a field are shown. */
const places: Partial<Record<Difference["field"], readonly [path: string, name: string]>> = {
  gender: ["customers/#customers-by-gender", "Customers"],
  age_group: ["customers/#customers-by-age", "Customers"],
  location: ["locations/", pageNames.locations],
  category: ["products/", "Products"],
  season: ["products/", "Products"],
  color: ["products/", "Products"],
  size: ["products/", "Products"],
  product: ["products/", "Products"],
};
