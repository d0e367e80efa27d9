import { mayName, type Sacrificed } from "../../disclosure/sacrificed.ts";
import { guestPurchases, likelyNotGoods, type ProductCounts } from "../../questions/products.ts";
import type { Report } from "../../report/report.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";

const longestList = 20;

/**
 * Products that look like no goods, as far as they may be named: a name that few bought may be about one of them
 * ("Discount for J. Doe"). A guest's purchase is taken for a person of its own.
 */
export function namedNotGoods(
  lines: PurchaseLines,
  products: readonly ProductCounts[],
  sacrificed: readonly Sacrificed[],
  minimum: number,
): Pick<Report["dataset"], "likelyNotGoods" | "likelyNotGoodsWithheld"> {
  const isNamed = mayName(sacrificed);
  const found = likelyNotGoods(products).slice(0, longestList);
  const guests = guestPurchases(
    lines,
    found.filter(({ customers }) => customers < minimum),
  );
  const named = found.filter(({ id, customers }) => customers + (guests.get(id) ?? 0) >= minimum);
  return {
    likelyNotGoods: named.map(({ name, code, purchases, customers, revenue }) => {
      const isTold = customers >= minimum && isNamed("product", name);
      return { name, code, purchases: isTold ? purchases : null, revenue: isTold ? revenue : null };
    }),
    likelyNotGoodsWithheld: found.length - named.length,
  };
}
