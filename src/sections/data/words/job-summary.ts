import type { Finding } from "../../../dataset/account.ts";

/** What the summary of a job says, in the order in which it stands there. */
export const summaryWords = {
  account: "Data",
  findings: "Findings",
  noFindings: "Nothing to remark: every value was read as it stands.",
  gates: "Gates",
  noGates: "There are no gates in report.yaml.",
};

export const findingHeadings = { severity: "Kind", count: "Count", finding: "Finding", place: "First place" };

/** Where the first example of a finding stands; empty where it has none. */
export function firstPlace({ examples: [first] }: Finding): string {
  if (first === undefined) return "";
  const { file, line, column } = first;
  return [file, `line ${line}`, ...(column === "" ? [] : [`column "${column}"`])].join(", ");
}
