import { type Axis, valueRungs } from "../../disclosure/axis.ts";
import { membershipAxis } from "../../disclosure/membership-axis.ts";
import { words } from "../../questions/traits.ts";
import { steady } from "../../statistics/describe/steady.ts";
import type { ChangeSources } from "./change-sources.ts";
import { lineCodes, type Pieces, revenueIn, sideOf } from "./compared.ts";
import { type FirstDays, leastHistory, tellsLaterOrders } from "./newcomers.ts";
import type { Mover } from "./sales.ts";
import type { ComparedWindows } from "./windows.ts";
import { customerKinds } from "./words/page.ts";

/** Of each field the group whose sales moved most between the windows. */
export async function moversOf(
  sources: ChangeSources,
  windows: ComparedWindows,
  pieces: Pieces,
  codes: Uint16Array,
  firstDay: FirstDays,
): Promise<Mover[]> {
  const { store, lines, gate, personas } = sources;
  const fields: [Mover["field"], Axis][] = [];
  for (const field of ["category", "location"] as const) {
    const ids = lines.traits.get(field);
    if (ids !== undefined) fields.push([field, gate.axis(field, ids, await words(store, field))]);
  }
  if (personas !== null) {
    const { personaOf: placeOf, names } = personas;
    fields.push(["persona", membershipAxis("persona", lines, { placeOf, names })]);
  }
  const tellsKinds = [windows.current, windows.previous].every((window) =>
    tellsLaterOrders(sources.sales, window, firstDay, gate),
  );
  if (windows.previous.first - sources.first >= leastHistory && tellsKinds)
    fields.push(["customerKind", kindAxis(sources, windows, firstDay)]);
  const found = fields.flatMap(([field, axis]): Mover[] => {
    const axes = [axis, pieces.axis(codes)];
    const cells = gate.cells(axes, lines, [null, 0]);
    if (cells === null || !gate.tell(axes, cells.levels, lines)) return [];
    const groups = (cells.rungs[0]?.names ?? []).map((name, index) => ({
      field,
      name,
      before: steady(revenueIn(cells, index + 1, pieces.codesOf("previous"))),
      after: steady(revenueIn(cells, index + 1, pieces.codesOf("current"))),
    }));
    // A group of customers that is only of one of the periods, as that of newcomers is, did not move.
    const isOfCustomers = field === "persona" || field === "customerKind";
    const [most] = groups
      .filter(({ before, after }) => (isOfCustomers ? before > 0 && after > 0 : before + after > 0))
      .sort((one, other) => moved(other) - moved(one));
    return most === undefined || groups.length < 2 || moved(most) === 0 ? [] : [most];
  });
  return found.sort((one, other) => moved(other) - moved(one));
}

function moved({ before, after }: Mover): number {
  return Math.abs(after - before);
}

/** New and returning customers, each by the window of the order: a guest is a kind of its own. */
function kindAxis({ sales, lines }: ChangeSources, windows: ComparedWindows, firstDay: FirstDays): Axis {
  const kinds = Array.from(sales.day, (day, index) => {
    const customer = sales.customer[index] ?? 0;
    const side = sideOf(windows, day);
    if (customer === 0 || side === null) return 0;
    return (firstDay.get(customer) ?? 0) >= windows[side].first ? 1 : 2;
  });
  return withRest(
    "customerKind",
    lineCodes(lines, sales, kinds),
    [customerKinds.new, customerKinds.returning],
    2,
  );
}

/** An axis on which what has no value, as guests' orders, is counted with one where it is too little to stand apart. */
function withRest(id: string, codes: ArrayLike<number>, names: readonly string[], largest: number): Axis {
  return { id, codes, ofCustomer: false, rungs: valueRungs(names, true, largest) };
}
