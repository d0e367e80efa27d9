import type { RawTable } from "./raw-table.ts";

/**
 * The person behind a row, as a number of its own: a customer, else a guest's order, else the row itself. Equal numbers
 * are one person; they are compared within one table only.
 */
export function rowPersons(table: RawTable): (row: number) => number {
  const customers = table.column("customer");
  const orders = table.column("order");
  const afterCustomers = customers?.texts.length ?? 0;
  const afterOrders = afterCustomers + (orders?.texts.length ?? 0);
  return (row) => {
    const customer = customers?.code(row) ?? 0;
    if (customer > 0) return customer;
    const order = orders?.code(row) ?? 0;
    return order > 0 ? afterCustomers + order : afterOrders + row;
  };
}
