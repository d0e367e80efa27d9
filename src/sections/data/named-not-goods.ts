import type { Gate } from "../../disclosure/gate.ts";
import { likelyNotGoods } from "../../questions/not-goods.ts";
import { guestsBy, linePersons } from "../../questions/persons.ts";
import type { ProductCounts } from "../../questions/products.ts";
import type { Report } from "../../report/report.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";

const longestList = 20;

/**
 * Products that look like no goods, as far as they may be named: a name that few bought may be about one of them
 * ("Discount for J. Doe"). A guest's order is taken for a person of its own.
 */
export function namedNotGoods(
  lines: PurchaseLines,
  products: readonly ProductCounts[],
  goods: readonly string[],
  gate: Gate,
): Pick<Report["dataset"], "likelyNotGoods" | "likelyNotGoodsWithheld"> {
  const found = likelyNotGoods(products, goods).slice(0, longestList);
  const guests =
    lines.product === undefined
      ? new Map<number, number>()
      : guestsBy(lines.product, lines, linePersons(lines));
  const named = found.filter(({ id, customers }) => gate.isEnough(customers + (guests.get(id) ?? 0)));
  return {
    likelyNotGoods: named.map(({ name, code, purchases, revenue }) => {
      const isTold = gate.mayName("product", name);
      return { name, code, purchases: isTold ? purchases : null, revenue: isTold ? revenue : null };
    }),
    likelyNotGoodsWithheld: found.length - named.length,
  };
}
