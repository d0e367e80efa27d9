import { gateBetween } from "../../disclosure/between-reports.ts";
import type { Gate } from "../../disclosure/gate.ts";
import { shareDifference } from "../../statistics/significance/two-samples.ts";
import { type GroupChange, type GroupChanges, type GroupFigures, longest, type Verdict } from "./changes.ts";
import type { ComparedGroup, ComparedReport } from "./compared-report.ts";
import { cutLists, judge } from "./judge.ts";

/** What a report publishes of its products or its locations. */
interface Groups {
  all: Map<string, ComparedGroup>;
  customers: number;
  cut: boolean;
}

/** So many of the changes that are not beyond noise are listed. */
const mostExamples = 5;
/** A report lists so many groups of a field at most. */
const longestInReport = 100;

/**
 * Products or locations that rose, fell, appeared or vanished, judged by the share of customers who bought there.
 * Null where neither report has any.
 */
export function diffGroups(
  previous: ComparedReport,
  current: ComparedReport,
  field: "product" | "location",
): GroupChanges | null {
  const gate = gateBetween(previous, current);
  const [before, now] = [groupsOf(previous, field, gate), groupsOf(current, field, gate)];
  if (before.all.size === 0 && now.all.size === 0) return null;
  const pairs = [...now.all.values()].flatMap((group) => {
    const earlier = before.all.get(group.name);
    return earlier === undefined ? [] : [{ name: group.name, earlier, group }];
  });
  const verdicts = judge(
    pairs.map(({ earlier, group }) => ({
      same: earlier.customersShare === group.customersShare,
      p: shareDifference(
        { count: earlier.customers, of: before.customers },
        { count: group.customers, of: now.customers },
      ),
    })),
  );
  const changed = pairs
    .map(
      ({ name, earlier, group }, index): GroupChange => ({
        name,
        before: figuresOf(earlier),
        now: figuresOf(group),
        ...(verdicts[index] ?? { verdict: "unjudged", q: null }),
      }),
    )
    .filter(({ verdict }) => verdict !== "same")
    // What rests on a few who joined or went would tell of them.
    .filter(({ before: earlier, now: later }) => !gate.isFew(Math.abs(later.customers - earlier.customers)))
    .sort((a, b) => rank[a.verdict] - rank[b.verdict] || shift(b) - shift(a) || (a.name < b.name ? -1 : 1));
  const beyond = changed.filter(({ verdict }) => verdict === "beyond");
  const listed = [
    ...beyond.slice(0, longest),
    ...changed.filter(({ verdict }) => verdict !== "beyond").slice(0, mostExamples),
  ];
  return {
    changed: listed,
    moreChanged: changed.length - listed.length,
    beyond: beyond.length,
    noise: changed.filter(({ verdict }) => verdict === "noise").length,
    cut: before.cut || now.cut,
    ...cutLists(onlyIn(now, before), onlyIn(before, now)),
  };
}

const rank: Record<Verdict, number> = { beyond: 0, noise: 1, unjudged: 2, same: 3 };

/** How far the share of customers moved. */
function shift({ before, now }: GroupChange): number {
  return Math.abs(now.customersShare - before.customersShare);
}

function groupsOf(report: ComparedReport, field: "product" | "location", gate: Gate): Groups {
  const byRevenue = field === "product" ? report.productsByRevenue : report.locationsByRevenue;
  const listed = report.breakdowns[field]?.groups ?? [];
  const groups = [...listed, ...(byRevenue ?? [])].filter(
    ({ other, customers }) => other !== true && gate.isEnough(customers),
  );
  return {
    all: new Map(groups.map((group) => [group.name, group])),
    customers: report.metrics.find(({ metric }) => metric === "customers")?.value ?? 0,
    cut: listed.length >= longestInReport,
  };
}

/** The groups of one report that the other does not list, largest first. */
function onlyIn(one: Groups, other: Groups): (GroupFigures & { name: string })[] {
  return [...one.all.values()]
    .filter(({ name }) => !other.all.has(name))
    .sort((a, b) => b.customers - a.customers || (a.name < b.name ? -1 : 1))
    .map((group) => ({ name: group.name, ...figuresOf(group) }));
}

function figuresOf({ customers, customersShare, revenueShare }: ComparedGroup): GroupFigures {
  return { customers, customersShare, revenueShare };
}
