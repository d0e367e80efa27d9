import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { eventReader } from "../../src/live/event.ts";
import { type Landed, Landing, type LandingOptions } from "../../src/live/landing.ts";
import { recoverFolder } from "../../src/live/recover.ts";
import { parseSegment } from "../../src/live/segment-csv.ts";
import { configOf } from "../support/dataset.ts";

/** What a landing told. */
export interface Heard {
  landed: Landed[];
  unused: string[];
  refused: (string | null)[];
}

/** Starts landing into a folder, as a watcher that starts there. */
export async function startLanding(
  folder: string,
  changes: Partial<LandingOptions> = {},
): Promise<{ landing: Landing; heard: Heard }> {
  const rejected = join(folder, "rejected");
  const heard: Heard = { landed: [], unused: [], refused: [] };
  const landing = new Landing({
    folder,
    rejected,
    columns: {},
    read: eventReader(configOf(), { fields: {} }),
    found: await recoverFolder(folder, rejected, {}),
    listener: {
      landed: (_, counts) => heard.landed.push(counts),
      unused: (keys) => heard.unused.push(...keys),
      refused: (reason) => heard.refused.push(reason),
    },
    signal: new AbortController().signal,
    pauses: { first: 5, longest: 20 },
    ...changes,
  });
  return { landing, heard };
}

/** The text of an event: line `number` of an order of its own. */
export function eventText(number: number, more: Record<string, unknown> = {}): string {
  return JSON.stringify({
    order_id: `O-${number}`,
    order_line: 1,
    customer_id: `C-${number % 50}`,
    date: "2026-01-31",
    product: "Cup",
    quantity: 1,
    price: 2.5,
    ...more,
  });
}

/** Events without offsets. */
export function uncounted(...texts: string[]) {
  return texts.map((text) => ({ text, offset: null }));
}

/** Events with offsets from one on. */
export function counted(first: number, ...texts: string[]) {
  return texts.map((text, index) => ({ text, offset: BigInt(first + index) }));
}

/** The orders in all segments of a folder, one for each row, sorted. */
export async function ordersIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".csv"));
  const orders: string[] = [];
  for (const name of names) {
    const { header, rows } = parseSegment(await readFile(join(folder, name), "utf8"));
    const place = header.indexOf("order id");
    for (const row of rows) orders.push(row[place] ?? "");
  }
  return orders.sort();
}

/** The events in the files of rejected ones, in the order of the files. */
export async function rejectedIn(
  folder: string,
): Promise<{ reasons: string[]; number: string; event: string }[]> {
  const names = (await readdir(join(folder, "rejected"))).filter((name) => !name.startsWith(".")).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, "rejected", name), "utf8")));
  return texts
    .join("")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}
