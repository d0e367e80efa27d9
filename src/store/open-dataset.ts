import { z } from "zod";
import type { Config } from "../config/config.ts";
import type { Account, Finding, MappedColumn, SourceFile } from "../dataset/account.ts";
import { type Classified, classify } from "../dataset/classify.ts";
import { cleanTable } from "../dataset/clean/clean-table.ts";
import { caseKey } from "../dataset/clean/text.ts";
import type { Excluded } from "../dataset/exclude.ts";
import { Findings } from "../dataset/findings.ts";
import { describeColumns, ingest } from "../dataset/ingest.ts";
import { knownKeys } from "../dataset/known-keys.ts";
import { prepareColumns } from "../dataset/prepare-columns.ts";
import type { RawTable } from "../dataset/raw-table.ts";
import { dropUnusable } from "../dataset/unusable.ts";
import { InputError } from "../errors.ts";
import { fieldsThatIdentify } from "../fields/fields.ts";
import type { Progress } from "../read/progress.ts";
import type { RowSource } from "../read/row-source.ts";
import type { Cleaned } from "./load/load.ts";
import { type ReviewSource, type Reviews, reviewsOf, reviewsOfLines } from "./reviews.ts";
import { openSqlJs } from "./sqljs.ts";
import type { Store } from "./store.ts";

const loadedRow = z.object({ guests: z.number(), returned: z.number() });

/** Cleaned data in a store, and the account of how they got there. */
export interface Dataset {
  store: Store;
  /** The rows as they were read. */
  table: RawTable;
  files: SourceFile[];
  /** SHA-256 of each file's text, in the order of `files`. */
  hashes: string[];
  columns: MappedColumn[];
  unmapped: string[];
  /** The e-mail addresses of columns that no field took: they name somebody, too. */
  emails: readonly string[];
  /** Headers that may hold what no column was understood as, by field. */
  guessed: Record<string, string>;
  account: Account;
  /** With values withheld that could identify a customer. */
  findings: Finding[];
  excluded: (Excluded & { name: string })[];
  /** Whether the data hold money: lists of baskets do not. */
  hasMoney: boolean;
  /** The currency that a header or a column names, or null. */
  currency: string | null;
  /** What customers wrote; null where the data hold no text. */
  reviews: Reviews | null;
  /** The rows of files that hold reviews and no purchases; null where there are none. */
  reviewTable: RawTable | null;
  /** How the headers of these files were understood. */
  reviewColumns: MappedColumn[];
  /** The identifier of each customer, by the customer's id. */
  customerNames: readonly string[];
}

/** A way to load cleaned rows into a store. */
export type OpenStore = (cleaned: Cleaned) => Promise<Store>;

/**
 * Reads, maps, cleans and loads. Throws an InputError where the data cannot be used: no table, a needed
 * field missing, too many bad rows, or no purchase at all.
 */
export async function openDataset(
  sources: readonly RowSource[],
  config: Config,
  progress: Progress,
  openStore: OpenStore = openSqlJs,
): Promise<Dataset> {
  const findings = new Findings();
  const {
    table,
    reviews: reviewTable,
    files,
    hashes,
    unmapped,
    emails,
    guessed,
  } = await ingest(sources, config, findings, progress);
  progress.stage("Cleaning");
  prepareColumns(table, findings);
  const clean = cleanTable(table, config, findings);
  dropUnusable(table, clean, findings);
  const classified = classify(table, clean, config, findings);
  const reviews = readReviews({ table, clean, classified }, reviewTable, config, findings);
  if (reviews === null || table.rows > 0) refuseBadData(classified, config);
  if (table.column("order") === undefined && table.column("date") !== undefined) {
    findings.note(
      "orders-by-day",
      "No column holds an order number: what a customer bought on one day counts as one order.",
    );
  }
  const columns = describeColumns(table);
  progress.stage("Loading");
  const store = await openStore({ table, clean, classified });
  const { account } = classified;
  const [loaded] = await store.query(
    `SELECT (SELECT COALESCE(SUM(purchases), 0) FROM customer_totals WHERE customer_id IS NULL) AS guests,
  (SELECT COALESCE(SUM(amount), 0) FROM returns) AS returned`,
    loadedRow,
  );
  const listed = withheld(findings.list(), table);
  return {
    store,
    table,
    files,
    hashes,
    columns,
    unmapped,
    emails,
    guessed,
    account: { ...account, guestPurchases: loaded?.guests ?? 0, returnsValue: loaded?.returned ?? 0 },
    reviews,
    reviewTable,
    reviewColumns: reviewTable === null ? [] : describeColumns(reviewTable),
    findings: reviewTable === null ? listed : withheld(listed, reviewTable),
    excluded: [...classified.excludedLines].map(([name, excluded]) => ({ name, ...excluded })),
    hasMoney: classified.hasMoney,
    currency: classified.currency,
    customerNames: clean.words.get("customer")?.words ?? [],
  };
}

/** The reviews among the purchases and those of files of their own; null where there is no text. */
function readReviews(
  { table, clean, classified }: Cleaned,
  reviewTable: RawTable | null,
  config: Config,
  findings: Findings,
): Reviews | null {
  const sources: ReviewSource[] = [reviewsOfLines({ table, clean, classified })];
  if (reviewTable !== null) {
    prepareColumns(reviewTable, findings);
    const own = cleanTable(reviewTable, config, findings);
    dropUnusable(reviewTable, own, findings);
    sources.push({ table: reviewTable, clean: own, isCounted: () => true, weightOf: () => null });
  }
  const reviews = reviewsOf(sources);
  const minimum = config.privacy.minimumGroup;
  if (reviews === null) {
    if (sources.some(({ table: each }) => each.column("review") !== undefined))
      findings.note(
        "reviews-none",
        "There is a column for reviews, and no row has a text: nothing is said of reviews.",
      );
  } else if (new Set(reviews.person).size < minimum)
    findings.note("reviews-few", `Fewer than ${minimum} persons wrote a review: nothing is said of reviews.`);
  return reviews;
}

function refuseBadData({ account, bad, firstBad }: Classified, config: Config): void {
  const { action, failFrom } = config.onBadRows;
  const share = bad / account.read;
  if (bad > 0 && firstBad !== undefined && (action === "fail" || share >= failFrom)) {
    const rule =
      action === "fail"
        ? "onBadRows.action is fail"
        : `the build fails from ${percent(failFrom)} on (onBadRows.failFrom)`;
    throw new InputError(
      firstBad.reason,
      `${count(bad)} of ${count(account.read)} ${account.read === 1 ? "row" : "rows"} (${percent(share)}) cannot be used, and ${rule}. This is the first.\nFix the values, or map another column in report.yaml beside the data, under columns.`,
      firstBad,
    );
  }
  if (account.purchases === 0) {
    throw new InputError(
      "the data hold no purchase",
      `Of ${count(account.read)} rows ${count(account.returns)} are returns, ${count(account.notSales)} never became a sale, ${count(account.unpriced)} have no price, ${count(account.excluded)} are excluded, ${count(account.dropped)} cannot be used.\nCheck which columns hold quantity and price; map them in report.yaml beside the data, under columns.`,
    );
  }
}

function count(rows: number): string {
  return rows.toLocaleString("en-US");
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(3))} %`;
}

/** Fields whose values name somebody, or an order. */
const personal = [...fieldsThatIdentify("customer"), ...fieldsThatIdentify("order")];

/** Hides values of customers' columns, what looks like an e-mail address, and what is somebody's identifier. */
function withheld(findings: readonly Finding[], table: RawTable): Finding[] {
  const identifiers = knownKeys(table, "customer");
  const hidden = new Set(personal.flatMap((field) => table.headers(field)));
  return findings.map((finding) => ({
    ...finding,
    examples: finding.examples.map((example) => {
      const { value } = example;
      if (value === null || value === "") return example;
      // A short identifier cannot be told from a quantity or a rating.
      const identifies = value.includes("@") || (value.trim().length >= 5 && identifiers.has(caseKey(value)));
      if (!hidden.has(example.column) && !identifies) return example;
      return { ...example, value: null, reason: example.reason.replace(/".*"/s, "the value") };
    }),
  }));
}
