import { gateBetween } from "../../disclosure/between-reports.ts";
import type { BeforeAndNow, Changes, NewAndGone } from "./changes.ts";
import type { ComparedReport } from "./compared-report.ts";
import { diffGroups } from "./diff-groups.ts";
import { diffHeadlines } from "./diff-headlines.ts";
import { diffMovement } from "./diff-movement.ts";
import { diffPersonas } from "./diff-personas.ts";
import { diffRules } from "./diff-rules.ts";
import { cutLists, newAndGone } from "./judge.ts";

/**
 * What sets a report apart from an earlier one. Groups, personas and rules of fewer customers than either report's
 * minimum are left out. Differences are judged as if the two stood on different customers: where they share rows,
 * chance makes less of a difference than is allowed for here.
 */
export function diffReports(previous: ComparedReport, current: ComparedReport): Changes {
  const pair = <Value>(of: (report: ComparedReport) => Value): BeforeAndNow<Value> => ({
    before: of(previous),
    now: of(current),
  });
  const sameData = previous.dataset.fingerprint === current.dataset.fingerprint;
  const few = !sameData && isFewApart(previous, current);
  if (few) return { ...unshown(previous, current), sameData, few, otherShop: false };
  const otherShop = !sameData && isOtherShop(previous, current);
  return {
    sameData,
    few,
    otherShop,
    currency: pair(({ currency }) => currency ?? null),
    period: pair(({ period }) => period ?? null),
    rows: pair(({ dataset: { account } }) => ({
      read: account.read,
      purchases: account.purchases,
      dropped: account.dropped,
    })),
    headlines: diffHeadlines(previous, current, otherShop),
    products: otherShop ? null : diffGroups(previous, current, "product"),
    locations: otherShop ? null : diffGroups(previous, current, "location"),
    personas: diffPersonas(previous, current, otherShop),
    movement: otherShop ? null : diffMovement(previous, current),
    rules: otherShop ? [] : diffRules(previous, current),
    findings: newAndGone(
      ...both(
        pair(({ dataset }) =>
          dataset.findings.map(({ kind, severity, message, count }) => ({ kind, severity, message, count })),
        ),
      ),
      ({ kind }) => kind,
    ),
    insights: otherShop ? cutLists([], []) : diffInsights(previous, current),
    columns: newAndGone(
      ...both(
        pair(({ dataset }) => dataset.columns.map(({ field, label, header }) => ({ field, label, header }))),
      ),
      ({ field }) => field,
    ),
  };
}

/** So many products, or places, of which none comes again, may be those of another shop. */
const fewestOfShop = 3;
/** Exports of one shop have at least that part of their columns in common. */
const leastCommon = 0.5;

/**
 * Whether products and places of the two reports both have no name in common; or only one of the two is there to tell
 * by, and the currencies or most columns differ as well: a shop may change all its goods.
 */
function isOtherShop(previous: ComparedReport, current: ComparedReport): boolean {
  const namesOf = ({ breakdowns }: ComparedReport, field: "product" | "location") =>
    new Set((breakdowns[field]?.groups ?? []).filter(({ other }) => other !== true).map(({ name }) => name));
  const fields = (["product", "location"] as const).map((field) => ({
    before: namesOf(previous, field),
    now: namesOf(current, field),
  }));
  if (fields.some(({ before, now }) => [...now].some((name) => before.has(name)))) return false;
  const listed = fields.map(({ before, now }) => Math.min(before.size, now.size));
  if (Math.max(...listed) < fewestOfShop) return false;
  return listed.every((names) => names > 0) || isOtherExport(previous, current);
}

/** Whether amounts are in another currency, or most columns have other headers. */
function isOtherExport(previous: ComparedReport, current: ComparedReport): boolean {
  const [one, other] = [previous.currency ?? null, current.currency ?? null];
  if (one !== null && other !== null && one !== other) return true;
  const headersOf = ({ dataset }: ComparedReport) => new Set(dataset.columns.map(({ header }) => header));
  const [before, now] = [headersOf(previous), headersOf(current)];
  const common = [...now].filter((header) => before.has(header)).length;
  return common < leastCommon * Math.min(before.size, now.size);
}

/**
 * Whether the customers, or the purchases of as many customers, that one report has more than the other are fewer than
 * may be told of.
 */
function isFewApart(previous: ComparedReport, current: ComparedReport): boolean {
  const gate = gateBetween(previous, current);
  const isFew = (more: number) => gate.isFew(Math.abs(more));
  const customersOf = ({ metrics }: ComparedReport) =>
    metrics.find(({ metric }) => metric === "customers")?.value ?? 0;
  const [customers, purchases] = [
    customersOf(current) - customersOf(previous),
    current.dataset.account.purchases - previous.dataset.account.purchases,
  ];
  return isFew(customers) || (customers === 0 && isFew(purchases));
}

/** What may be said where few joined or went: what is now, and which columns there are. */
function unshown(
  previous: ComparedReport,
  current: ComparedReport,
): Omit<Changes, "sameData" | "few" | "otherShop"> {
  const { read, purchases, dropped } = current.dataset.account;
  const columnsOf = ({ dataset }: ComparedReport) =>
    dataset.columns.map(({ field, label, header }) => ({ field, label, header }));
  return {
    currency: { before: previous.currency ?? null, now: current.currency ?? null },
    period: { before: null, now: current.period ?? null },
    rows: { before: null, now: { read, purchases, dropped } },
    headlines: [],
    products: null,
    locations: null,
    personas: null,
    movement: null,
    rules: [],
    findings: cutLists([], []),
    insights: cutLists([], []),
    columns: newAndGone(columnsOf(previous), columnsOf(current), ({ field }) => field),
  };
}

/** Nothing where a report is from before there were insights: then they are not new, but unknown. */
function diffInsights(previous: ComparedReport, current: ComparedReport): Changes["insights"] {
  const listed = ({ insights }: ComparedReport) =>
    (insights ?? []).map(({ id, lead, rest }) => ({ id, words: `${lead} ${rest}`.trim() }));
  const known = [previous, current].every(({ insights }) => insights !== null && insights !== undefined);
  return known ? newAndGone(listed(previous), listed(current), ({ id }) => id) : cutLists([], []);
}

/** Whether anything differs at all. */
export function hasChanges(changes: Changes): boolean {
  const { few, headlines, products, locations, personas, movement, rules } = changes;
  const { findings, insights, columns, period, rows } = changes;
  if (few) return true;
  const lists = [products, locations, ...rules, findings, insights, columns].filter((list) => list !== null);
  return (
    headlines.some(({ verdict }) => verdict !== "same") ||
    lists.some((list) => moves(list)) ||
    [products, locations].some((groups) => groups !== null && groups.changed.length > 0) ||
    (personas !== null &&
      ("why" in personas ||
        personas.personas.some(({ verdict, moved }) => verdict !== "same" || moved > 0))) ||
    (movement?.moves ?? []).some(({ verdict }) => verdict !== "same") ||
    [period, rows, changes.currency].some(({ before, now }) => JSON.stringify(before) !== JSON.stringify(now))
  );
}

function moves({ appeared, vanished }: NewAndGone<unknown>): boolean {
  return appeared.length > 0 || vanished.length > 0;
}

function both<Value>({ before, now }: BeforeAndNow<Value>): [Value, Value] {
  return [before, now];
}
