import { compareText } from "../dataset/clean/text.ts";
import { type Axis, largestFirstRungs, mostCountedWith } from "./axis.ts";

/** More values than that are not followed: the largest are, the others are none of them. */
const mostValues = 2_000;

/**
 * An axis of the values that a column of ids may name, those of most purchases first, equals by name.
 *
 * @param names of the ids that may be named
 */
export function valueAxis(
  id: string,
  ids: ArrayLike<number>,
  names: ReadonlyMap<number, string>,
  ofCustomer = false,
): Axis {
  const counts = new Map<number, number>();
  for (let line = 0; line < ids.length; line += 1) {
    const each = ids[line] ?? 0;
    counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  const listed = [...names]
    .filter(([each]) => each !== 0 && counts.has(each))
    .sort(([a, one], [b, other]) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || compareText(one, other))
    .slice(0, mostValues);
  const codeOf = new Map(listed.map(([each], index) => [each, index + 1]));
  const codes = new Uint16Array(ids.length);
  for (let line = 0; line < ids.length; line += 1) codes[line] = codeOf.get(ids[line] ?? 0) ?? 0;
  const rest = codes.reduce((all, code) => all + Number(code === 0), 0);
  return {
    id,
    codes,
    ofCustomer,
    rungs: largestFirstRungs(
      listed.map(([, name]) => name),
      rest > 0 && rest <= codes.length * mostCountedWith,
    ),
  };
}
