import { gateBetween } from "../../disclosure/between-reports.ts";
import { shareDifference } from "../../statistics/significance/two-samples.ts";
import { type Move, movesOf } from "../coming-back/moves.ts";
import type { MoveChange, MovementChanges, MoveName } from "./changes.ts";
import type { ComparedReport } from "./compared-report.ts";
import { judge } from "./judge.ts";

/** Customers who moved in some way, of all who were there to move. */
interface Moved {
  move: MoveName;
  customers: number;
  known: number;
}

/**
 * Who rose and who fell, as parts of those known so many months before, in each report by its own edges. Null where
 * either tells of nobody, or they look back over different spans.
 */
export function diffMovement(previous: ComparedReport, current: ComparedReport): MovementChanges | null {
  const [before, now] = [previous.comingBack?.movement ?? null, current.comingBack?.movement ?? null];
  if (before === null || now === null || before.months !== now.months) return null;
  const gate = gateBetween(previous, current);
  // Personas are those of another report where there are more of them, or they are told together.
  const isSame = before.personas?.groups.join("\n") === now.personas?.groups.join("\n");
  const earlier = movedIn(before, isSame);
  const pairs = movedIn(now, isSame).flatMap((later) => {
    const found = earlier.find(({ move }) => move === later.move);
    if (found === undefined) return [];
    // What rests on a few who moved, or who joined, would tell of them.
    const counts = [found.customers, found.customers - later.customers, found.known - later.known];
    return gate.holds(counts.map(Math.abs)) ? [{ earlier: found, later }] : [];
  });
  const shareOf = ({ customers, known }: Moved) => customers / known;
  const verdicts = judge(
    pairs.map(({ earlier: one, later }) => ({
      same: shareOf(one) === shareOf(later),
      p: shareDifference(
        { count: one.customers, of: one.known },
        { count: later.customers, of: later.known },
      ),
    })),
  );
  const moves = pairs.map(
    ({ earlier: one, later }, index): MoveChange => ({
      move: later.move,
      before: { customers: one.customers, share: shareOf(one) },
      now: { customers: later.customers, share: shareOf(later) },
      ...(verdicts[index] ?? { verdict: "unjudged", q: null }),
    }),
  );
  return moves.length === 0
    ? null
    : { months: now.months, days: { before: before.day, now: now.day }, moves };
}

type Movement = NonNullable<NonNullable<ComparedReport["comingBack"]>["movement"]>;

function movedIn({ personas, segments }: Movement, withPersonas: boolean): Moved[] {
  const moved = (move: MoveName, { customers }: Move, known: number): Moved[] =>
    known > 0 ? [{ move, customers, known }] : [];
  const byPersona = personas === null || !withPersonas ? null : movesOf(personas);
  const bySegment = segments === null ? null : movesOf(segments);
  return [
    ...(byPersona === null
      ? []
      : [
          ...moved("rose", byPersona.rose, byPersona.known),
          ...moved("fell", byPersona.fell, byPersona.known),
        ]),
    ...(bySegment === null
      ? []
      : [
          ...moved("fellAsleep", bySegment.fell, bySegment.known),
          ...(bySegment.couldWake ? moved("wokeUp", bySegment.rose, bySegment.known) : []),
        ]),
  ];
}
