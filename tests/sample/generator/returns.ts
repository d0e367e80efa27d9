import { dayOfIso, isoMinute, LAST_DAY, seasonOf } from "./calendar.ts";
import { GIFT_CARD } from "./catalogue.ts";
import { drawMinute } from "./clock.ts";
import { chance, type RandomGenerator, shuffle, whole } from "./random.ts";
import type { Row } from "./row.ts";

/** Planted: shoes come back three times as often as anything else. */
const RETURN_SHARES = { Footwear: 0.06, other: 0.02 } as const;
const RETURNED_AFTER_DAYS = [5, 30] as const;

/** Planted: orders made by mistake and undone within the hour, the first of them of so many pieces. */
export const REVERSALS = 12;
export const MISTAKEN_PIECES = 120;

/** A row with the part that it plays beside purchases. */
export interface PartRow {
  readonly row: Row;
  readonly part?: "return" | "mistaken" | "reversal";
}

/** The rows with those of goods that came back: each in the order's number and `-R`, below zero, without a review. */
export function withReturns(random: RandomGenerator, rows: readonly Row[]): PartRow[] {
  return rows.flatMap((row): PartRow[] => {
    const share = row.Category === "Footwear" ? RETURN_SHARES.Footwear : RETURN_SHARES.other;
    const day = dayOfIso(row["Order Date"]) + whole(random, ...RETURNED_AFTER_DAYS);
    const back = { row: backRow(row, isoMinute(day, drawMinute(random, day))), part: "return" } as const;
    const comes = chance(random, share) && day <= LAST_DAY && row.Category !== GIFT_CARD.category;
    return comes ? [{ row }, back] : [{ row }];
  });
}

/**
 * Adds orders of one line that a customer made by mistake on the day of one of the candidates, each with the row that
 * undoes it. They take order numbers that were skipped.
 */
export function withReversals(
  random: RandomGenerator,
  rows: readonly PartRow[],
  candidates: (row: Row) => boolean,
): PartRow[] {
  const used = new Set(rows.map(({ row }) => row["Order ID"]));
  const chosen = shuffle(
    random,
    rows.filter(({ row, part }) => part === undefined && candidates(row) && !used.has(nextId(row))),
  ).slice(0, REVERSALS);
  const added = chosen.flatMap(({ row }, index): PartRow[] => {
    const quantity = index === 0 ? MISTAKEN_PIECES : Number(row.Quantity);
    const day = dayOfIso(row["Order Date"]);
    const minute = whole(random, 9 * 60, 20 * 60);
    const cents = Math.round((Number(row["Purchase Amount (USD)"]) * 100 * quantity) / Number(row.Quantity));
    const mistaken = {
      ...row,
      "Order Date": isoMinute(day, minute),
      "Order ID": nextId(row),
      "Order Line": "1",
      "Purchase Amount (USD)": (cents / 100).toFixed(2),
      Quantity: String(quantity),
      "Discount Applied": "No",
      "Discount Amount": "0.00",
      "Review Rating": "",
      "Review Text": "",
    };
    const undone = backRow(mistaken, isoMinute(day, minute + whole(random, 4, 55)));
    return [
      { row: mistaken, part: "mistaken" },
      { row: undone, part: "reversal" },
    ];
  });
  return [...rows, ...added];
}

function nextId(row: Row): string {
  return `SO-${Number(row["Order ID"].slice(3)) + 1}`;
}

function backRow(row: Row, when: string): Row {
  return {
    ...row,
    "Order Date": when,
    Season: seasonOf(dayOfIso(when)),
    "Purchase Amount (USD)": `-${row["Purchase Amount (USD)"]}`,
    Quantity: `-${row.Quantity}`,
    "Order ID": `${row["Order ID"]}-R`,
    "Discount Applied": "No",
    "Discount Amount": "",
    "Review Rating": "",
    "Review Text": "",
  };
}

/** The rows in order of time; rows of one minute stay as they are. */
export function byTime(rows: readonly PartRow[]): PartRow[] {
  return [...rows].sort((a, b) =>
    a.row["Order Date"] < b.row["Order Date"] ? -1 : a.row["Order Date"] > b.row["Order Date"] ? 1 : 0,
  );
}
