import type { FileRows, RawTable } from "../raw-table.ts";

/** The rows of a file by order; a row without an order number stands alone. */
export interface OrderGroups {
  rowsOf(row: number): readonly number[];
  all(): Iterable<readonly number[]>;
  /** Orders of two rows and more. */
  several(): Iterable<readonly number[]>;
}

/**
 * An order is what one customer has under one number; where there is an own id of orders, what has that id. Rows left out are
 * of none.
 */
export function groupRows(
  table: RawTable,
  { firstRow, endRow }: Pick<FileRows, "firstRow" | "endRow">,
  leftOut: (row: number) => boolean = () => false,
): OrderGroups {
  const orders = table.column("order");
  const keys = table.column("orderKey");
  const customers = table.column("customer");
  const groups: number[][] = [];
  const groupOf = new Int32Array(endRow - firstRow).fill(-1);
  const known = new Map<string, number>();
  for (let row = firstRow; row < endRow; row += 1) {
    if (leftOut(row)) continue;
    const order = orders?.code(row) ?? 0;
    const key = order === 0 ? "" : `${order} ${customers?.code(row) ?? 0} ${keys?.code(row) ?? 0}`;
    let group = key === "" ? undefined : known.get(key);
    if (group === undefined) {
      group = groups.push([]) - 1;
      if (key !== "") known.set(key, group);
    }
    groups[group]?.push(row);
    groupOf[row - firstRow] = group;
  }
  return {
    rowsOf: (row) => groups[groupOf[row - firstRow] ?? -1] ?? [row],
    all: () => groups,
    several: () => groups.filter((rows) => rows.length > 1),
  };
}
