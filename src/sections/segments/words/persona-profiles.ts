import type { Persona, Segments } from "../segments.ts";
import { type Level, levelOf } from "./segments.ts";

type Profiled = Pick<Persona, "scores" | "typical">;

const ofOrders: Record<Level, Record<Level, string>> = {
  high: { high: "active regulars", middle: "regulars gone quiet", low: "lapsed regulars" },
  middle: { high: "recent occasional buyers", middle: "occasional buyers", low: "lapsed occasional buyers" },
  low: { high: "new, few orders", middle: "few orders, some time ago", low: "few orders, long gone" },
};

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
 */
export function personaProfiles(personas: readonly Profiled[], basis: Segments["basis"]): string[] {
  const names = personas.map((persona) => rhythmOf(persona, basis));
  return personas.map(({ scores }, index) => {
    const name = names[index] ?? "";
    const isAlike = names.filter((other) => other === name).length > 1;
    if (basis === "orders") return isAlike ? `${name}, ${spends[levelOf(scores.monetary)]}` : name;
    return `${name}, ${amounts[levelOf(scores.monetary)]}`;
  });
}

function rhythmOf({ scores, typical }: Profiled, basis: Segments["basis"]): string {
  const [recency, frequency] = [levelOf(scores.recency), levelOf(scores.frequency)];
  if (basis === "stated") return ofStated[frequency][recency];
  const isOnce = typical.frequency.median === 1;
  // Whoever ordered once is no regular, however few order more.
  const words = ofOrders[isOnce ? "low" : frequency][recency];
  return isOnce ? words.replace("few orders", "one order") : words;
}
