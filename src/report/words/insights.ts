import type { Insight } from "../insight.ts";
import { surenessWords } from "./sureness.ts";

/** The words of an insight. */
export type InsightWords = Pick<Insight, "lead" | "rest" | "sure" | "evidence">;

/** Counted: nothing was inferred. */
export const certain: Insight["sure"] = { level: "certain", words: "Certain" };

/** Looked for and not found. */
export const nothingFound: Insight["sure"] = { level: "nothing", words: "Nothing found" };

/** Held against chance, by a p-value corrected for all that was tested. */
export function tested(q: number): Insight["sure"] {
  return { level: "tested", words: capitalized(surenessWords(q)) };
}

/** What people of a gender are called. */
export const people: Readonly<Record<string, string>> = { Male: "men", Female: "women" };

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
