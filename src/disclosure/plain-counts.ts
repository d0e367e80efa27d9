import type { MappedColumn } from "../dataset/account.ts";
import type { Excluded } from "../dataset/exclude.ts";
import type { RawTable } from "../dataset/raw-table.ts";
import { rowPersons } from "../dataset/row-persons.ts";
import type { TextColumn } from "../dataset/text-column.ts";
import { leaveOutSmallest } from "./leave-out-smallest.ts";

/** A column of the input, as a report names it. */
export interface PublishedColumn extends Omit<MappedColumn, "filled"> {
  /** Rows with a value; null where these, or those without one, are of too few persons. */
  filled: number | null;
}

/** Decides whether so many persons are some, but too few. */
type IsFew = (persons: number) => boolean;

/** The columns of the input, without the counts of values that few persons have or lack. */
export function publishedColumns(
  columns: readonly MappedColumn[],
  table: RawTable,
  isFew: IsFew,
): PublishedColumn[] {
  const personOf = rowPersons(table);
  const cellsOf: ReadonlyMap<string, TextColumn> = table.columns;
  return columns.map((column) => {
    const cells = cellsOf.get(column.field);
    /** Whether rows of which a column tells are some, but of too few persons. */
    const areFew = (tells: (row: number) => boolean) => {
      const persons = new Set<number>();
      for (let row = 0; row < table.rows; row += 1) {
        if (!tells(row)) continue;
        persons.add(personOf(row));
        if (!isFew(persons.size)) return false;
      }
      return isFew(persons.size);
    };
    const holds = (row: number) => cells?.code(row) !== 0;
    const isWithheld = areFew(holds) || areFew((row) => !holds(row));
    return { ...column, filled: isWithheld ? null : column.filled };
  });
}

/** A product that report.yaml excludes, as a report names it. */
export interface PublishedExclusion {
  name: string;
  /** Null where too few persons are behind them, or where they would tell how many such there are. */
  lines: number | null;
}

/**
 * The excluded products, without the lines of few persons. As the account tells the lines of all of them, the lines of
 * the next smallest are withheld as well until those that could be worked out are of enough persons.
 */
export function publishedExclusions(
  excluded: readonly (Excluded & { name: string })[],
  isFew: IsFew,
  mask: (name: string) => string,
): PublishedExclusion[] {
  const largestFirst = excluded
    .filter(({ lines }) => lines > 0)
    .sort((a, b) => b.persons.size - a.persons.size || b.lines - a.lines);
  const withheld = new Set<Excluded>();
  const persons = new Set<number>();
  leaveOutSmallest(largestFirst, {
    add(each) {
      withheld.add(each);
      for (const person of each.persons) persons.add(person);
    },
    holds: (told) => !isFew(told.at(-1)?.persons.size ?? 0) && !isFew(persons.size),
  });
  return excluded.map((each) => ({
    name: mask(each.name),
    lines: withheld.has(each) ? null : each.lines,
  }));
}
