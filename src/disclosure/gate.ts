import { fieldOf } from "../fields/traits.ts";
import type { FieldGroups } from "../questions/groups.ts";
import type { Periods } from "../questions/periods.ts";
import { linePersons, type PersonsValues } from "../questions/persons.ts";
import { type Bin, holders, mergeSmallBins } from "../statistics/describe/round-bins.ts";
import type { Interval } from "../statistics/significance/intervals.ts";
import type { PurchaseLines } from "../store/purchase-lines.ts";
import type { Store } from "../store/store.ts";
import { type Axis, codedAxis, type Subject } from "./axis.ts";
import type { Cells } from "./cells.ts";
import { CountsBeside } from "./counts-beside.ts";
import { finestCells } from "./finest-cells.ts";
import { type FoldedGroups, foldGroups, type Recoding } from "./fold.ts";
import { disclosableInterval, meanInterval, shareIntervals } from "./intervals.ts";
import { type ListedCounts, listedCounts } from "./listed-counts.ts";
import { type Parted, tellableLevels } from "./parted.ts";
import { type BuyersInPeriod, withheldPeriods } from "./periods.ts";
import { quartersOfSeasons } from "./quarters-of-seasons.ts";
import { joinRanges } from "./ranges.ts";
import { recodedLines, recodedWords } from "./recode.ts";
import { type OwnedBaskets, RuleGate } from "./rule-cells.ts";
import { type DisclosableSummary, disclosableQuantiles, disclosableSummary, personsWith } from "./summary.ts";
import { ToldTables } from "./told-tables.ts";
import { valueAxis } from "./value-axis.ts";
import { buyersBesideMonthTurns } from "./weeks-across-months.ts";

/** What is remembered of a field that was folded. */
interface FoldedField {
  named: ReadonlySet<string>;
  /** Names of groups whose customers are told as those of all, or of what they lie within. */
  nearlyAll: ReadonlySet<string>;
  recoding: Recoding | null;
}

const withheldField: FoldedField = { named: new Set(), nearlyAll: new Set(), recoding: null };

/**
 * What may be said of few persons, decided in one place: sections hand it what they worked out and get back what may be
 * published. A person is a customer, or a guest's order. Made once a build; it remembers how fields were folded, so that
 * nothing later names what was not.
 */
export class Gate {
  readonly #minimum: number;
  readonly #fields = new Map<string, FoldedField>();

  #seasonsFollowCalendar = false;
  readonly #told = new WeakMap<Int32Array, ToldTables>();
  readonly #counts = new WeakMap<Int32Array, CountsBeside>();

  /** @param minimum the fewest persons that a number may stand on */
  constructor(minimum: number) {
    this.#minimum = minimum;
  }

  /** Whether there are some persons, but too few for a number that stands on them. */
  isFew(persons: number): boolean {
    return persons > 0 && persons < this.#minimum;
  }

  /** Whether so many persons are enough for a number that stands on them; nobody is not. */
  isEnough(persons: number): boolean {
    return persons >= this.#minimum;
  }

  /** A count that may be published: null where it is one of few persons. */
  count<Count extends number>(count: Count, persons: number = count): Count | null {
    return this.isFew(persons) ? null : count;
  }

  /**
   * Learns from lines, before any field is folded, whether seasons follow the calendar: with the quarters that are told,
   * what a season and a quarter have in common follows. Where that is few, no season is told.
   */
  learnSeasons(lines: PurchaseLines): void {
    const quarters = quartersOfSeasons(lines);
    const ids = lines.traits.get("season");
    if (quarters === null || ids === undefined) return;
    this.#seasonsFollowCalendar = true;
    const seasons = valueAxis("season", ids, new Map([...new Set(ids)].map((id) => [id, String(id)])));
    const isTold = this.cells([seasons, codedAxis("quarter", quarters)], lines, [0, 0]) !== null;
    if (!isTold) this.#fields.set("season", withheldField);
  }

  /** The groups of a field, in the order given, as they may be published; see `foldGroups`. */
  fold(field: string, groups: FieldGroups): FoldedGroups | null {
    const isWithheld = this.#fields.get(fieldOf(field))?.named.size === 0;
    const folded = isWithheld
      ? null
      : foldGroups(
          groups,
          (persons) => this.isFew(persons),
          `Other (fewer than ${this.#minimum} customers each)`,
        );
    // Of a field that has nothing to show no value is named anywhere.
    this.#fields.set(
      fieldOf(field),
      folded === null
        ? withheldField
        : {
            named: new Set(folded.groups.map(({ name }) => name)),
            nearlyAll: new Set([...folded.nearlyAll, ...folded.nearlyAllWithin]),
            recoding: folded.recoding,
          },
    );
    return folded;
  }

  /** Whether a value of a field (`ageGroup` or `age_group`) may be named. */
  mayName(field: string, name: string): boolean {
    const known = this.#fields.get(fieldOf(field));
    return known === undefined || known.named.has(name);
  }

  /** Whether the customers of a value are told as those of all, or of what it lies within, for few are not its own. */
  countsAsWhole(field: string, name: string): boolean {
    return this.#fields.get(fieldOf(field))?.nearlyAll.has(name) === true;
  }

  /** How the values of a field are counted; null for a field that was not folded, or has nothing to show. */
  recoding(field: string): Recoding | null {
    return this.#fields.get(fieldOf(field))?.recoding ?? null;
  }

  /** The lines as they may be counted: values of few are those of the groups that they are published with. */
  lines(lines: PurchaseLines): PurchaseLines {
    return recodedLines(lines, (field) => this.recoding(field));
  }

  /**
   * The word of each customer in some fields, as customers may be counted; place 0, nobody, stands for guests. See
   * `recodedWords`.
   */
  words<Words extends { field: string; words: readonly string[]; wordOf: Uint16Array }>(
    fields: readonly Words[],
    { customer }: Pick<PurchaseLines, "customer">,
  ): Words[] {
    const known = new Set(customer);
    return fields.map((each) => {
      const recoding = this.recoding(each.field);
      return recoding === null
        ? each
        : { ...each, wordOf: recodedWords(each.words, each.wordOf, recoding, (who) => known.has(who)) };
    });
  }

  /** An axis of the values of a field that may be named; `ids` are those of the lines, as they may be counted. */
  axis(field: string, ids: ArrayLike<number>, names: ReadonlyMap<number, string>): Axis {
    const axis = valueAxis(field, ids, new Map([...names].filter(([, name]) => this.mayName(field, name))));
    const subjects = this.#subjectsOf(field);
    return subjects.length === 0 ? axis : { ...axis, subjects };
  }

  #subjectsOf(field: string): Subject[] {
    if (field === "season" && this.#seasonsFollowCalendar) return ["calendar"];
    return field === "category" || field === "product" ? ["category"] : [];
  }

  /**
   * The finest table of some axes in which every cell holds nobody or enough; null where there is none. See
   * `finestCells`.
   *
   * @param fixed the rung of each axis, or null where it is to be chosen
   * @param told the tables that are told beside it
   */
  cells(
    axes: readonly Axis[],
    lines: PurchaseLines,
    fixed: readonly (number | null)[] = [],
    told = this.told(lines),
  ): Cells | null {
    const counts = this.#countsBeside(lines);
    const cells = finestCells(
      axes,
      fixed,
      lines,
      linePersons(lines),
      (few) => this.isFew(few),
      (levels) => counts.mayTellTable({ axes, levels }) && told.mayTell({ axes, levels }),
    );
    if (cells !== null) counts.tellTable({ axes, levels: cells.levels });
    return cells;
  }

  /**
   * Tells how many of these lines have one value in each of some fields, if it tells nothing of few beside the tables told
   * before; whether it does not. Tables that are told later are held against it.
   */
  tellCount(fields: readonly string[], having: () => ArrayLike<number>, lines: PurchaseLines): boolean {
    return this.#countsBeside(lines).tellCount(fields.map(fieldOf), having);
  }

  #countsBeside(lines: PurchaseLines): CountsBeside {
    let counts = this.#counts.get(lines.customer);
    if (counts === undefined) {
      counts = new CountsBeside(lines, (persons) => this.isFew(persons));
      this.#counts.set(lines.customer, counts);
    }
    return counts;
  }

  /** Tells a table of lines, if it tells nothing of few beside those told before; whether it does not. */
  tell(axes: readonly Axis[], levels: readonly number[], lines: PurchaseLines): boolean {
    return this.told(lines).tell({ axes, levels });
  }

  /** Tells tables by the finest rungs of their axes, if all of them may be told together; whether they may. */
  tellAll(tables: readonly (readonly Axis[])[], lines: PurchaseLines): boolean {
    const levels = tables.map((axes) => axes.map(() => 0));
    const trial = this.told(lines).copy();
    if (!tables.every((axes, place) => trial.tell({ axes, levels: levels[place] ?? [] }))) return false;
    return tables.every((axes, place) => this.tell(axes, levels[place] ?? [], lines));
  }

  /** The tables of these lines that are told; see `ToldTables`. */
  told(lines: PurchaseLines): ToldTables {
    let told = this.#told.get(lines.customer);
    if (told === undefined) {
      told = ToldTables.of(lines, this.#minimum);
      this.#told.set(lines.customer, told);
    }
    return told;
  }

  /** Whether none of some counts of persons is one of few. */
  holds(counts: Iterable<number>): boolean {
    for (const count of counts) if (this.isFew(count)) return false;
    return true;
  }

  /** Counts of persons in a list whose total is known; see `listedCounts`. */
  list(counts: readonly number[]): ListedCounts {
    return listedCounts(counts, (count) => this.isFew(count));
  }

  /** How many more must be left out where some are, so that those left out are enough; 0 where nobody is. */
  stillToLeaveOut(leftOut: number): number {
    return this.isFew(leftOut) ? this.#minimum - leftOut : 0;
  }

  /** Decides which rules mined from baskets may be published beside each other; see `RuleGate`. */
  rules(source: OwnedBaskets): RuleGate {
    return new RuleGate(source, (owners) => this.isFew(owners), this.#minimum);
  }

  /** How many persons the mean of a group stands on, of which `wanted` would do. */
  groupSize(wanted: number): number {
    return Math.max(this.#minimum, wanted);
  }

  /**
   * Numbers that describe values of persons; null where there are too few of them. Where only few persons lack a value,
   * the values count as those of all.
   *
   * @param lacking how many values are not there, and the persons behind these
   */
  summary(
    of: PersonsValues | null | undefined,
    lacking: { values: number; persons: number } = { values: 0, persons: 0 },
  ): DisclosableSummary | null {
    const summary = of === null || of === undefined ? null : disclosableSummary(of, this.#minimum);
    if (summary === null || !this.isFew(lacking.persons)) return summary;
    return { ...summary, count: summary.count + lacking.values };
  }

  /**
   * An interval of confidence as it may be told, to four digits: null where fewer persons than the minimum decide it, of
   * whom it would tell.
   */
  interval(interval: Interval | null, persons: number): Interval | null {
    return disclosableInterval(interval, persons, this.#minimum);
  }

  /** The interval of the mean of values of persons, as it may be told. */
  meanInterval(of: PersonsValues): Interval | null {
    return meanInterval(of, this.#minimum);
  }

  /** The interval of the share of values of persons for which something holds, as it may be told. */
  shareInterval(of: PersonsValues, holds: (value: number) => boolean): Interval | null {
    return shareIntervals(of, [holds], this.#minimum)[0] ?? null;
  }

  /** Quantiles of values of persons, none of which is that of a few; see `disclosableQuantiles`. */
  quantiles(of: PersonsValues): (p: number) => number | null {
    return disclosableQuantiles(of, this.#minimum);
  }

  /**
   * Neighbouring bins of values, joined so that nobody's or enough persons' values are in each, with the interval of
   * each one's share. `closed` says which of its two numbers a bin holds.
   */
  bins(
    bins: readonly Bin[],
    of: PersonsValues,
    closed: "left" | "right" = "left",
  ): (Bin & { interval: Interval | null })[] {
    const merged = mergeSmallBins(bins, this.#minimum, (holds) => personsWith(of, holds), closed);
    const intervals = shareIntervals(of, holders(merged, closed), this.#minimum);
    return merged.map((bin, index) => ({ ...bin, interval: intervals[index] ?? null }));
  }

  /**
   * Lower bounds of ranges of a number that each customer has one of, less those that would part off few customers:
   * such a range is joined with the one below, the first with the next. So are empty ones where `filled` says so.
   */
  bounds(values: ArrayLike<number>, lowerBounds: readonly number[], filled = false): number[] {
    return joinRanges(values, lowerBounds, ({ length: customers }) =>
      filled ? !this.isEnough(customers) : this.isFew(customers),
    );
  }

  /** The names of the periods that are not shown; see `withheldPeriods`. */
  withheldPeriods(periods: readonly BuyersInPeriod[]): ReadonlySet<string> {
    return withheldPeriods(periods, (persons) => this.isFew(persons));
  }

  /** The finest level at which each group of some layers may be told part by part; see `tellableLevels`. */
  levels(parted: Parted): Map<number, number>[] {
    return tellableLevels(parted, (persons) => this.isFew(persons));
  }

  /** Whether weeks shown beside months would tell of the few who bought on one side of the turn of a month. */
  async weeksTellOfFew(store: Store, periods: Periods): Promise<boolean> {
    return (await buyersBesideMonthTurns(store, periods)).some((buyers) => this.isFew(buyers));
  }
}
