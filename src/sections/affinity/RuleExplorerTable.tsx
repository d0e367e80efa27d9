import { memo } from "react";
import type { ListedRule } from "./rule-columns.ts";
import type { RuleSort } from "./rule-state.ts";
import { itemsInWords } from "./words/affinity.ts";
import { explorerWords } from "./words/affinity-page.ts";
import {
  kindWords,
  type RuleColumn,
  type RuleWriter,
  ruleColumns,
  ruleHeadings,
} from "./words/rule-explorer.ts";

interface Props {
  rules: readonly ListedRule[];
  sort: RuleSort;
  write: RuleWriter;
  onSort: (column: RuleColumn) => void;
}

/** The rules in rows, under headings that sort. */
export function RuleExplorerTable({ rules, sort, write, onSort }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would take the distance of the page's sections
    <div
      className="scroll explorer-scroll"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      role="region"
      aria-label={explorerWords.region}
    >
      <table className="table explorer-table">
        <caption className="visually-hidden">{explorerWords.table}</caption>
        <thead>
          <tr>
            {ruleColumns.map((column) => (
              <Heading key={column} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <Row key={rule.id} rule={rule} write={write} />
          ))}
          {rules.length === 0 && (
            <tr>
              <td colSpan={ruleColumns.length}>{explorerWords.nothing}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function Heading({ column, sort, onSort }: Pick<Props, "sort" | "onSort"> & { column: RuleColumn }) {
  const order = sort.column !== column ? undefined : sort.descending ? "descending" : "ascending";
  const isText = column === "kind" || column === "if" || column === "then";
  return (
    <th scope="col" aria-sort={order} className={isText ? undefined : "amount"}>
      <button type="button" className="explorer-sort needs-script" onClick={() => onSort(column)}>
        {ruleHeadings.get(column)}
        <span
          className={order === undefined ? "explorer-arrow" : `explorer-arrow is-${order}`}
          aria-hidden="true"
        />
      </button>
      <span className="without-script">{ruleHeadings.get(column)}</span>
    </th>
  );
}

/** Numbers keep the build's text: a browser's Intl may know a locale's spaces otherwise than the build's. */
const Row = memo(function Row({ rule, write }: { rule: ListedRule; write: RuleWriter }) {
  const amounts: [RuleColumn, string][] = [
    ["baskets", write.count(rule.count)],
    ["customers", write.count(rule.customers)],
    ["support", write.share(rule.support)],
    ["confidence", write.share(rule.confidence)],
    ["back", write.share(rule.confidenceBack)],
    ["lift", write.lift(rule.adjustedLift)],
    ["raw", write.lift(rule.lift)],
    ["chance", write.chance(rule.q)],
  ];
  return (
    <tr>
      <td className="explorer-kind-cell">{kindWords[rule.kind]}</td>
      <th scope="row" dir="auto">
        {itemsInWords(rule.antecedent)}
      </th>
      <td dir="auto">{itemsInWords(rule.consequent)}</td>
      {amounts.map(([name, text]) => (
        <td key={name} className="amount" data-heading={ruleHeadings.get(name)} suppressHydrationWarning>
          {text}
        </td>
      ))}
    </tr>
  );
});
