import type { Formatter } from "../../report/format.ts";
import { metricDefinitions } from "../../report/metrics.ts";
import type { Changes, GroupChanges, NewAndGone, RuleChanges } from "./changes.ts";
import { hasChanges } from "./diff-reports.ts";
import * as words from "./words.ts";

export interface ChangeTable {
  name: string;
  /** The first column names the row. */
  columns: { name: string; amount: boolean }[];
  rows: string[][];
}

/** A part of what changed, ready to be written as a page, as text or as Markdown; names from data are not escaped. */
export interface ChangeSection {
  id: string;
  title: string;
  lead: string;
  tables: ChangeTable[];
}

/** The first sentences, and the parts that have something to say. */
export function changeSections(
  changes: Changes,
  format: Formatter,
): { lead: string; sections: ChangeSection[] } {
  const { headlines, products, locations, personas, movement, rules } = changes;
  const { findings, insights, columns } = changes;
  const sections = [
    changes.few ? null : headlineSection(headlines, format),
    products && groupSection("products", products, format),
    locations && groupSection("locations", locations, format),
    personas && personaSection(personas, format),
    movement && movementSection(movement, format),
    rules.length === 0 ? null : ruleSection(rules, format),
    insights.appeared.length + insights.vanished.length === 0
      ? null
      : section("insights", words.insightsLead, [
          listTable(insights, words.tableNames.insights, [""], (insight) => [insight.words]),
        ]),
    changes.few
      ? null
      : section("findings", words.findingsLead(findings, format), [
          listTable(findings, words.tableNames.findings, ["Rows"], ({ message, count }) => [
            message,
            format.count(count),
          ]),
        ]),
    section("columns", words.columnsLead(columns, format), [
      listTable(columns, words.tableNames.columns, ["Field"], ({ header, label }) => [header, label]),
    ]),
  ];
  return {
    lead: words.changesLead(changes, hasChanges(changes), format),
    sections: sections.filter((each) => each !== null),
  };
}

function headlineSection(headlines: Changes["headlines"], format: Formatter): ChangeSection {
  const rows = headlines.flatMap(({ metric, before, now, verdict }) => {
    const definition = metricDefinitions.find(({ id }) => id === metric);
    if (definition === undefined) return [];
    const written = (value: number | null) =>
      value === null ? words.none : format.unit(value, definition.unit);
    return [
      [
        definition.name,
        written(before),
        written(now),
        words.differenceWords(before, now, definition.unit, format),
        words.verdictWords[verdict],
      ],
    ];
  });
  return section("numbers", words.numbersLead, [
    {
      name: words.tableNames.numbers,
      columns: columnsOf("Number", ["Before", "Now", "Change"], ["Verdict"]),
      rows,
    },
  ]);
}

/** A share, or a dash where the data have none. */
function shareOrNone(share: number | null, format: Formatter): string {
  return share === null ? "–" : format.share(share);
}

function groupSection(id: "products" | "locations", groups: GroupChanges, format: Formatter): ChangeSection {
  const { changed } = groups;
  const one = id === "products" ? "Product" : "Place";
  return section(id, words.groupsLead(groups, id, format), [
    {
      name: words.tableNames.changed(id),
      columns: columnsOf(
        one,
        ["Customers before", "Customers now", "Revenue before", "Revenue now"],
        ["Verdict"],
      ),
      rows: changed.map(({ name, before, now, verdict }) => [
        name,
        format.share(before.customersShare),
        format.share(now.customersShare),
        shareOrNone(before.revenueShare, format),
        shareOrNone(now.revenueShare, format),
        words.directionWords(now.customersShare - before.customersShare, verdict),
      ]),
    },
    listTable(groups, words.tableNames.listed(id), words.listedColumns, (group) => [
      group.name,
      format.count(group.customers),
      format.share(group.customersShare),
    ]),
  ]);
}

function personaSection(personas: NonNullable<Changes["personas"]>, format: Formatter): ChangeSection {
  if ("why" in personas) return section("personas", words.otherPersonasLead(personas, format), []);
  const pair = (before: string, now: string) => (before === now ? now : `${before} → ${now}`);
  return section("personas", words.personasLead, [
    {
      name: words.tableNames.personas,
      columns: columnsOf(
        "Persona",
        ["Customers before", "Customers now", ...words.medianNames[personas.basis], words.movedColumn],
        ["Verdict"],
      ),
      rows: personas.personas.map(({ name, before, now, verdict, moved }) => [
        name,
        format.share(before.share),
        format.share(now.share),
        pair(format.decimal(before.recency, 0), format.decimal(now.recency, 0)),
        pair(format.decimal(before.frequency), format.decimal(now.frequency)),
        pair(
          before.monetary === null ? words.none : format.money(before.monetary),
          format.money(now.monetary ?? 0),
        ),
        words.movedWords(moved, format),
        words.directionWords(now.share - before.share, verdict),
      ]),
    },
  ]);
}

function movementSection(movement: NonNullable<Changes["movement"]>, format: Formatter): ChangeSection {
  return section("movement", words.movementLead(movement, format), [
    {
      name: words.tableNames.movement,
      columns: columnsOf(
        "Customers who",
        ["Customers before", "Customers now", "Share before", "Share now"],
        ["Verdict"],
      ),
      rows: movement.moves.map(({ move, before, now, verdict }) => [
        words.moveNames[move],
        format.count(before.customers),
        format.count(now.customers),
        format.share(before.share),
        format.share(now.share),
        words.directionWords(now.share - before.share, verdict),
      ]),
    },
  ]);
}

function ruleSection(rules: readonly RuleChanges[], format: Formatter): ChangeSection {
  const tables = rules.map((kind) => {
    const table = listTable(kind, words.kindName(kind.kind), ["Verdict"], ({ rule, verdict }, appeared) => [
      words.ruleWords(rule, kind, appeared, format),
      words.ruleVerdictWords[verdict],
    ]);
    return { ...table, columns: table.columns.map((column) => ({ ...column, amount: false })) };
  });
  return section("rules", words.rulesLead(rules, format), tables);
}

/** What is new and what is gone, in one table. */
function listTable<Item>(
  { appeared, vanished }: NewAndGone<Item>,
  name: string,
  amounts: readonly string[],
  cells: (item: Item, appeared: boolean) => string[],
): ChangeTable {
  const row = (item: Item, isNew: boolean) => {
    const [first = "", ...rest] = cells(item, isNew);
    return [first, isNew ? words.newWord : words.goneWord, ...rest];
  };
  return {
    name,
    columns: [
      { name, amount: false },
      { name: words.newOrGone, amount: false },
      ...amounts
        .filter((amount) => amount !== "")
        .map((amount) => ({ name: amount, amount: amount !== "Field" })),
    ],
    rows: [...appeared.map((item) => row(item, true)), ...vanished.map((item) => row(item, false))],
  };
}

function columnsOf(
  first: string,
  amounts: readonly string[],
  others: readonly string[],
): ChangeTable["columns"] {
  const text = (name: string) => ({ name, amount: false });
  return [text(first), ...amounts.map((name) => ({ name, amount: true })), ...others.map(text)];
}

function section(
  id: keyof typeof words.sectionTitles,
  lead: string,
  tables: readonly ChangeTable[],
): ChangeSection {
  return { id, title: words.sectionTitles[id], lead, tables: tables.filter(({ rows }) => rows.length > 0) };
}
