import { caseKey, compareText } from "../dataset/clean/text.ts";
import type { PurchaseLines } from "../store/purchase-lines.ts";
import type { ProductCounts } from "./products.ts";

/** Words of which one makes a product with an odd code none of the goods. */
const telling =
  /\b(?:postage|post|shipping|carriage|delivery|freight|fees?|charges?|commission|manual|adjust(?:ment)?s?|discounts?|vouchers?|gift ?cards?|samples?|donations?|tips?|bad debts?|deposit|surcharge|handling|tests?|versand(?:kosten)?|porto|gutscheine?|frais de port|livraison|trinkgeld)\b/i;

/** Where no code tells, a name must be made of such words alone: "Delivery van" and "Gift card holder" are goods. */
const besides =
  /^(?:and|or|of|for|the|a|an|bank|bad|debts?|gift|cards?|e|digital|amazon|ebay|dotcom|paypal|stripe|standard|express|free|local|home|international|orders?|dhl|ups|usps|fedex|dpd|mail|service|processing|restocking|de|port|credit|store|product|item|refund|extra|cost|costs|rate|flat|insurance|usd|eur|gbp|[\d.,£$€%]+)$/i;

/** The product of each line; 0 for one that is likely no goods. Undefined where the lines have no products. */
export function goodsOf(
  { product }: Pick<PurchaseLines, "product">,
  notGoods: ReadonlySet<number>,
): Int32Array | undefined {
  return notGoods.size === 0 ? product : product?.map((id) => (notGoods.has(id) ? 0 : id));
}

/** "Discount for" somebody, "Delivery to" a place. */
const aboutSomething =
  /^(?:discounts?|fees?|charges?|adjustments?|refunds?|vouchers?|postage|shipping|delivery) (?:for|to|of|on)\b/i;

/** A code that is like most codes of goods. */
const ordinaryCode = /^\d{5}/;

/**
 * Products that look like postage, fees, corrections, vouchers or tests rather than goods: by their name, and where
 * nearly all codes begin with five digits, by a code that does not. Those that `goods` names, by code or name, are
 * none. A guess for a person to confirm. Largest revenue first.
 */
export function likelyNotGoods(
  all: readonly ProductCounts[],
  goods: readonly string[] = [],
): ProductCounts[] {
  const confirmed = new Set(goods.map(caseKey));
  const coded = all.filter(({ code }) => code !== null);
  const odd = coded.filter(({ code }) => !ordinaryCode.test(code ?? ""));
  const codesTell = coded.length > 20 && odd.length < coded.length * 0.05;
  const isOdd = ({ code }: ProductCounts) => codesTell && code !== null && !ordinaryCode.test(code);
  return all
    .filter(
      ({ name, code }) => !confirmed.has(caseKey(name)) && !(code !== null && confirmed.has(caseKey(code))),
    )
    .filter((product) => (isOdd(product) ? telling.test(product.name) : isNothingElse(product.name)))
    .sort((a, b) => b.revenue - a.revenue || compareText(a.name, b.name));
}

function isNothingElse(name: string): boolean {
  if (aboutSomething.test(name)) return true;
  const words = name.split(/[\s/&()_:–-]+/).filter((word) => word !== "");
  return telling.test(name) && words.every((word) => telling.test(word) || besides.test(word));
}
