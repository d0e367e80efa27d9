import { Sums } from "../statistics/describe/sums.ts";
import type { PurchaseLines } from "../store/purchase-lines.ts";
import type { Store } from "../store/store.ts";

/** What a product brought, by itself: before anything is folded or withheld. */
export interface ProductSales {
  id: number;
  revenue: number;
  /** Items. */
  units: number;
  /** Value of its returns, 0 or below, and items that came back. */
  returned: number;
  returnedUnits: number;
}

/** A to 80 %, B to 95 % of revenue, C the rest. */
export type ProductClass = "A" | "B" | "C";

/** The lines of returns as arrays; ids are 0 for none. */
export interface ReturnLines {
  count: number;
  order: Int32Array | undefined;
  customer: Int32Array;
  product: Int32Array;
  amount: Float64Array;
  quantity: Float64Array;
}

/** What came back, line by line. */
const returnsQuery =
  "SELECT order_id, customer_id, product_id, amount, quantity FROM returns ORDER BY return_id";

/** Every line that came back. */
export async function returnLines(store: Store): Promise<ReturnLines> {
  const [order, customer, product, amount, quantity] = await store.columns(returnsQuery);
  const ids = (column: Float64Array | undefined) =>
    Int32Array.from(column ?? [], (id) => (Number.isNaN(id) ? 0 : id));
  return {
    count: amount?.length ?? 0,
    order: ids(order),
    customer: ids(customer),
    product: ids(product),
    amount: amount ?? new Float64Array(0),
    quantity: quantity ?? new Float64Array(0),
  };
}

/** Every product that was sold or came back, by its id. */
export function productSales(
  { product, amount, quantity }: Pick<PurchaseLines, "product" | "amount" | "quantity">,
  returns: ReturnLines,
): ProductSales[] {
  const found = new Map<number, ProductSales>();
  const of = (id: number): ProductSales => {
    const known = found.get(id) ?? { id, revenue: 0, units: 0, returned: 0, returnedUnits: 0 };
    found.set(id, known);
    return known;
  };
  const [sold, back] = [new Sums(), new Sums()];
  product?.forEach((id, line) => {
    if (id === 0) return;
    of(id).units += quantity?.[line] ?? 1;
    sold.add(id, amount[line] ?? 0);
  });
  returns.product.forEach((id, line) => {
    if (id === 0) return;
    of(id).returnedUnits += returns.quantity[line] ?? 0;
    back.add(id, returns.amount[line] ?? 0);
  });
  return [...found.values()]
    .map((sales) => ({ ...sales, revenue: sold.of(sales.id), returned: back.of(sales.id) }))
    .sort((a, b) => a.id - b.id);
}

/**
 * Classes by revenue, largest first: the product that crosses a limit belongs to the class that it starts in. Equal
 * revenue is put in the order of `nameOf`. Products without revenue are in no class.
 */
export function productClasses(
  sales: readonly Pick<ProductSales, "id" | "revenue">[],
  compare: (one: number, other: number) => number,
): Map<number, ProductClass> {
  const ranked = sales
    .filter(({ revenue }) => revenue > 0)
    .sort((a, b) => b.revenue - a.revenue || compare(a.id, b.id));
  const all = new Sums();
  for (const { revenue } of ranked) all.add(0, revenue);
  const total = all.of(0);
  const before = new Sums();
  const classes = new Map<number, ProductClass>();
  for (const { id, revenue } of ranked) {
    const run = before.of(0);
    classes.set(id, run < total * 0.8 ? "A" : run < total * 0.95 ? "B" : "C");
    before.add(0, revenue);
  }
  return classes;
}
