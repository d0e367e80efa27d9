import type { Persona, Segments } from "../segments.ts";
import { type Level, levelOf } from "./segments.ts";

type Profiled = Pick<Persona, "scores" | "typical">;

const ofOrders: Record<Level, Record<Level, string>> = {
  high: { high: "active regulars", middle: "regulars", low: "regulars" },
  middle: { high: "recent occasional buyers", middle: "occasional buyers", low: "occasional buyers" },
  low: { high: "few orders, recent", middle: "few orders, some time ago", low: "few orders, long ago" },
};

/** The same of those who are silent for longer than their own pace lets expect. */
const ofQuiet: Record<Level, Record<Level, string>> = {
  ...ofOrders,
  high: { high: "active regulars", middle: "regulars gone quiet", low: "lapsed regulars" },
  middle: { high: "recent occasional buyers", middle: "occasional buyers", low: "lapsed occasional buyers" },
};

/** By chance one in seven of those who go on as ever is silent for so many times their usual pause. */
const quietPauses = 2;

const ofStated: Record<Level, Record<Level, string>> = {
  high: { high: "frequent, long history", middle: "long history", low: "rare buyers, long history" },
  middle: { high: "frequent buyers", middle: "middling buyers", low: "rare buyers" },
  low: { high: "frequent, short history", middle: "short history", low: "rare buyers, short history" },
};

const spends: Record<Level, string> = { high: "high spend", middle: "middling spend", low: "low spend" };
const amounts: Record<Level, string> = {
  high: "large purchases",
  middle: "middling purchases",
  low: "small purchases",
};

/**
 * A second name of each persona, from its profile: `lapsed regulars`, `new, one order`. What is spent is added where two
 * would be called alike; in a snapshot always, since it is what its rows know best.
 *
 * @param days how many the data cover; null where they have no dates
 */
export function personaProfiles(
  personas: readonly Profiled[],
  basis: Segments["basis"],
  days: number | null,
): string[] {
  const names = personas.map((persona) => rhythmOf(persona, basis, days));
  return personas.map(({ scores }, index) => {
    const name = names[index] ?? "";
    const isAlike = names.filter((other) => other === name).length > 1;
    if (basis === "orders") return isAlike ? `${name}, ${spends[levelOf(scores.monetary)]}` : name;
    return `${name}, ${amounts[levelOf(scores.monetary)]}`;
  });
}

function rhythmOf({ scores, typical }: Profiled, basis: Segments["basis"], days: number | null): string {
  const [recency, frequency] = [levelOf(scores.recency), levelOf(scores.frequency)];
  if (basis === "stated") return ofStated[frequency][recency];
  const isOnce = typical.frequency.median === 1;
  // Whoever ordered once is no regular, however few order more.
  const names = isQuiet(typical, days) ? ofQuiet : ofOrders;
  const words = names[isOnce ? "low" : frequency][recency];
  return isOnce
    ? words.replace("few orders, recent", "new, one order").replace("few orders", "one order")
    : words;
}

/** Whether the typical customer is silent for longer than the pauses between so many orders, spread over all days. */
function isQuiet({ recency, frequency }: Profiled["typical"], days: number | null): boolean {
  return days !== null && recency.median > (quietPauses * days) / Math.max(1, frequency.median);
}
