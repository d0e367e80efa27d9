import { at, pick, type RandomGenerator, shuffle, whole } from "./random.ts";
import type { PartRow } from "./returns.ts";
import type { Row } from "./row.ts";

/** The planted dirt by kind, in rows. */
export const DIRT = {
  /** Exact copies of an order line: dropped. */
  duplicateLine: 6,
  /** `abc`: the age is left empty. */
  ageNotNumber: 3,
  /** `250`: the age is left empty. */
  ageOutOfRange: 4,
  /** `$1,234.50`: read as 1234.50. */
  amountThousands: 4,
  /** `45,90`: read as 45.90. */
  amountDecimalComma: 4,
  /** A line without a price: counted apart. */
  amountBlank: 4,
  /** `7`: the rating is left empty. */
  ratingOutOfRange: 5,
  /** 2024-02-30 and the like: dropped. */
  dateImpossible: 4,
  /** `FOOTWEAR`, ` clothing `: merged into the commonest spelling. */
  categoryVariant: 8,
  /** `Texas `: trimmed. */
  trailingSpace: 5,
  /** `TRUE`, `y`: read as yes or no. */
  yesNoSpelling: 6,
  /** A blank customer: a guest's line. */
  guest: 4,
} as const;

export type DirtKind = keyof typeof DIRT;

/** A row with what was done to it. */
export interface SampleRow extends PartRow {
  readonly dirt?: DirtKind;
}

/** Which clean rows of the list may be spoilt in a way. */
export type Candidates = (row: Row) => boolean;

type Spoil = (random: RandomGenerator, row: Row, turn: number) => Partial<Row>;

const IMPOSSIBLE_DATES = ["2024-02-30", "2025-02-29", "2024-04-31", "2025-06-31"];
const CATEGORY_VARIANTS: readonly ((category: string) => string)[] = [
  (category) => category.toUpperCase(),
  (category) => ` ${category.toLowerCase()} `,
  (category) => category.toLowerCase(),
];
const YES = ["TRUE", "y", "1"];
const NO = ["FALSE", "n", "0"];

const amount = (row: Row): number => Number(row["Purchase Amount (USD)"]);

/** What happens to a row that stays where it is; the rest of it stays as it was. */
const IN_PLACE: Partial<Record<DirtKind, Spoil>> = {
  ageNotNumber: () => ({ Age: "abc" }),
  ageOutOfRange: () => ({ Age: "250" }),
  amountThousands: (random, row) => {
    const unit = amount(row) / Number(row.Quantity);
    const quantity = Math.ceil(whole(random, 1050, 1900) / unit);
    const text = (unit * quantity).toFixed(2);
    const off = (Number(row["Discount Amount"]) / Number(row.Quantity)) * quantity;
    return {
      Quantity: String(quantity),
      "Purchase Amount (USD)": `$${text.slice(0, -6)},${text.slice(-6)}`,
      "Discount Amount": off.toFixed(2),
    };
  },
  amountDecimalComma: (_, row) => ({ "Purchase Amount (USD)": amount(row).toFixed(2).replace(".", ",") }),
  amountBlank: () => ({ "Purchase Amount (USD)": "" }),
  ratingOutOfRange: () => ({ "Review Rating": "7" }),
  dateImpossible: (_random, row, turn) => ({
    "Order Date": at(IMPOSSIBLE_DATES, turn % IMPOSSIBLE_DATES.length) + row["Order Date"].slice(10),
  }),
  categoryVariant: (_, row, turn) => ({
    Category: at(CATEGORY_VARIANTS, turn % CATEGORY_VARIANTS.length)(row.Category),
  }),
  trailingSpace: (_, row, turn) =>
    turn % 2 === 0 ? { Location: `${row.Location} ` } : { "Item Purchased": `${row["Item Purchased"]}  ` },
  yesNoSpelling: (_, row, turn) => ({
    "Discount Applied": at(row["Discount Applied"] === "Yes" ? YES : NO, turn % YES.length),
  }),
  guest: () => ({ "Customer ID": "" }),
};

/**
 * Spoils as many rows as DIRT says, each in one way. `candidates` are the rows whose loss or change
 * moves neither a customer's last order nor who the customer is; `loneLine` tells those that are
 * their order's only line.
 */
export function addDirt(
  random: RandomGenerator,
  clean: readonly PartRow[],
  candidates: Candidates,
  loneLine: Candidates,
): SampleRow[] {
  const rows: SampleRow[] = [...clean];
  const free = shuffle(
    random,
    [...rows.keys()].filter(
      (index) => at(clean, index).part === undefined && candidates(at(clean, index).row),
    ),
  );
  const take = (fits: Candidates): number => {
    const place = free.findIndex((index) => fits(at(clean, index).row));
    return at(free.splice(place, 1), 0);
  };
  for (const [kind, spoil] of entries(IN_PLACE)) {
    for (let turn = 0; turn < DIRT[kind]; turn++) {
      const index = take((row) => fits(kind, row, loneLine(row)));
      const { row } = at(rows, index);
      rows[index] = { row: { ...row, ...spoil(random, row, turn) }, dirt: kind };
    }
  }
  const copied = Array.from({ length: DIRT.duplicateLine }, () =>
    at(
      rows,
      take(() => true),
    ),
  );
  for (const original of copied) {
    const place = rows.indexOf(original) + pick(random, [1, 1, 2, 40]);
    rows.splice(Math.min(place, rows.length), 0, { row: { ...original.row }, dirt: "duplicateLine" });
  }
  return rows;
}

function entries(spoils: Partial<Record<DirtKind, Spoil>>): (readonly [DirtKind, Spoil])[] {
  return DIRT_KINDS.flatMap((kind) => {
    const spoil = spoils[kind];
    return spoil ? [[kind, spoil] as const] : [];
  });
}

/** All kinds of dirt. */
export const DIRT_KINDS: readonly DirtKind[] = [
  "duplicateLine",
  "ageNotNumber",
  "ageOutOfRange",
  "amountThousands",
  "amountDecimalComma",
  "amountBlank",
  "ratingOutOfRange",
  "dateImpossible",
  "categoryVariant",
  "trailingSpace",
  "yesNoSpelling",
  "guest",
];

/** A guest's line is an order of its own; a line that is lost leaves its order standing. */
function fits(kind: DirtKind, row: Row, lone: boolean): boolean {
  if (kind === "guest") return lone;
  if (kind === "dateImpossible" || kind === "amountBlank") return !lone;
  if (kind === "ratingOutOfRange") return row["Review Rating"] !== "";
  return true;
}
