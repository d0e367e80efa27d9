import { gateBetween } from "../../disclosure/between-reports.ts";
import { shareDifference } from "../../statistics/significance/two-samples.ts";
import type { PersonaChange, PersonaChanges, PersonaFigures } from "./changes.ts";
import type { ComparedPersonas, ComparedReport } from "./compared-report.ts";
import { judge } from "./judge.ts";

type Persona = ComparedPersonas["personas"][number];
const measures = ["recency", "frequency", "monetary"] as const;

/**
 * Personas of the same rank in value held against each other. One grew or shrank beyond noise where chance would not
 * explain its share and where the share changed by more than resampling the customers changes the persona itself
 * (1 − stability). Null where neither report has personas.
 */
export function diffPersonas(
  previous: ComparedReport,
  current: ComparedReport,
  otherShop: boolean,
): PersonaChanges | null {
  const [before, now] = [personasOf(previous), personasOf(current)];
  if (before === null && now === null) return null;
  const numbers = { before: before?.k ?? 0, now: now?.k ?? 0 };
  if (before === null || previous.segments == null) return { why: "appeared", ...numbers };
  if (now === null || current.segments == null) return { why: "vanished", ...numbers };
  if (previous.segments.basis !== current.segments.basis) return { why: "basis", ...numbers };
  if (otherShop) return { why: "shop", ...numbers };
  // Centres hold money, too.
  if ((previous.currency ?? null) !== (current.currency ?? null)) return { why: "currency", ...numbers };
  if (before.transform !== now.transform) return { why: "scale", ...numbers };
  if (before.k !== now.k) return { why: "number", ...numbers };
  const wholes = { before: previous.segments.customers, now: current.segments.customers };
  const money = (previous.currency ?? null) === (current.currency ?? null);
  const gate = gateBetween(previous, current);
  const pairs = now.personas.flatMap((persona) => {
    const earlier = before.personas.find(({ id }) => id === persona.id);
    return earlier === undefined || !gate.isEnough(earlier.customers) ? [] : [{ earlier, persona }];
  });
  const verdicts = judge(
    pairs.map(({ earlier, persona }) => ({
      same: earlier.customersShare === persona.customersShare,
      p: shareDifference(
        { count: earlier.customers, of: wholes.before },
        { count: persona.customers, of: wholes.now },
      ),
    })),
  );
  const personas = pairs.map(({ earlier, persona }, index): PersonaChange => {
    const { verdict, q } = verdicts[index] ?? { verdict: "unjudged", q: null };
    return {
      id: persona.id,
      name: persona.name,
      before: figuresOf(earlier, money),
      now: figuresOf(persona, true),
      verdict: verdict === "beyond" && isLoose(earlier, persona) ? "noise" : verdict,
      q,
      moved: distance(before, earlier, now, persona),
    };
  });
  return { basis: current.segments.basis, personas };
}

function personasOf({ segments }: ComparedReport): ComparedPersonas | null {
  const found = segments?.personas;
  return found === undefined || "why" in found ? null : found;
}

/** Whether the persona changes as much when customers are drawn anew. */
function isLoose(earlier: Persona, persona: Persona): boolean {
  const change = Math.abs(persona.customersShare - earlier.customersShare) / earlier.customersShare;
  return change <= 1 - Math.min(earlier.stability, persona.stability);
}

/** From one centre to the other, in standard deviations of the earlier customers. */
function distance(
  before: ComparedPersonas,
  earlier: Persona,
  now: ComparedPersonas,
  persona: Persona,
): number {
  return Math.hypot(
    ...measures.map((measure) => {
      const [old, recent] = [before.scale[measure], now.scale[measure]];
      if (!(old.deviation > 0)) return 0;
      // In this order the same scale and place give 0 to the last bit.
      const place =
        persona.centroidZ[measure] * (recent.deviation / old.deviation) +
        (recent.mean - old.mean) / old.deviation;
      return place - earlier.centroidZ[measure];
    }),
  );
}

function figuresOf(persona: Persona, money: boolean): PersonaFigures {
  return {
    customers: persona.customers,
    share: persona.customersShare,
    revenueShare: persona.revenueShare,
    recency: persona.typical.recency.median,
    frequency: persona.typical.frequency.median,
    monetary: money ? persona.typical.monetary.median : null,
    stability: persona.stability,
  };
}
