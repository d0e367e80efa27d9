import type { Account } from "../../src/dataset/account.ts";

/** The account of 100 rows, all of them purchases. */
export function someAccount(changes: Partial<Account> = {}): Account {
  return {
    read: 100,
    purchases: 100,
    returns: 0,
    notSales: 0,
    reversed: 0,
    reversedValue: 0,
    returnsValue: 0,
    unpriced: 0,
    excluded: 0,
    dropped: 0,
    droppedByReason: [],
    guestPurchases: 0,
    duplicates: 0,
    ...changes,
  };
}
