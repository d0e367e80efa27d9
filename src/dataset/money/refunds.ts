import type { Money } from "./amounts.ts";
import { isClose, type MoneyColumns } from "./money-columns.ts";

/** Reads what was paid back: all of an order, or a part of it. */
export function readRefunds(columns: MoneyColumns, { amounts, refunds, refunded }: Money): void {
  const refund = columns.reader("refund");
  if (refund === undefined || refunds === undefined || refunded === undefined) return;
  const isSale = (row: number) => columns.standings.of(row) === "sale";
  for (const rows of columns.groups().all()) {
    const backs = rows.map((row) => Math.abs(refund(row) || 0)).filter((back) => back > 0);
    const [first] = backs;
    if (first === undefined) continue;
    const repeated =
      rows.length > 1 && backs.length === rows.length && backs.every((back) => isClose(back, first));
    const back = repeated ? first : backs.reduce((all, each) => all + each, 0);
    const sum = rows.reduce((all, row) => all + (isSale(row) ? amounts[row] || 0 : 0), 0);
    if (sum <= 0) continue;
    if (back >= sum - 0.005) for (const row of rows) refunded[row] = 1;
    else refunds[rows.find(isSale) ?? rows[0] ?? 0] = back;
  }
}
