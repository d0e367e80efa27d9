import type { Formatter } from "../format.ts";

/** One step of how sure a finding is: chances up to the bound are called so. */
interface Step {
  upTo: number;
  /** Under a heading that asks whether it is by chance. */
  short: string;
  /** In a sentence. */
  words: string;
}

/** Up to this chance a finding is beyond doubt. */
const beyondDoubt = 0.001;

/** Surest first. */
const steps: readonly Step[] = [
  { upTo: beyondDoubt, short: "very unlikely", words: "very unlikely to be chance" },
  { upTo: 0.01, short: "unlikely", words: "unlikely to be chance" },
  { upTo: 0.05, short: "hardly", words: "probably not chance" },
];

/** What is not sure. */
const unsure = { short: "possible", words: "possibly chance" };

/** How sure a finding is, by its chance once all that was tested is corrected for. */
export function surenessWords(q: number): string {
  return stepOf(q).words;
}

/** The same under a heading: whether it is by chance. */
export function surenessShort(q: number): string {
  return stepOf(q).short;
}

/** Whether a chance is so small that nobody need doubt the finding. */
export function isBeyondDoubt(q: number): boolean {
  return q <= beyondDoubt;
}

/** A chance that says no more than its word does: the bound of the step, where the exact one would tell too much. */
export function coarseChance(q: number): number {
  return steps.find(({ upTo }) => q <= upTo)?.upTo ?? 1;
}

/** The definition of the words under a heading. */
export const surenessMeaning = `${steps
  .map(({ short, upTo }) => `${short} up to 1 in ${Math.round(1 / upTo).toLocaleString("en-US")}`)
  .join(", ")}.`;

/** A p-value as it is written: `below 0.001`, `0.013`. */
export function chanceWords(p: number, format: Formatter): string {
  return p < beyondDoubt ? `below ${format.decimal(beyondDoubt, 3)}` : format.decimal(p, 3);
}

function stepOf(q: number): Pick<Step, "short" | "words"> {
  return steps.find(({ upTo }) => q <= upTo) ?? unsure;
}
