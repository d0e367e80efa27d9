import { beforeAll, describe, expect, test } from "vitest";
import { parseConfig } from "../../src/config/parse-config.ts";
import { completeReport } from "../../src/edition/complete-report.ts";
import { jobSummary, stoppedSummary } from "../../src/edition/job-summary.ts";
import type { Report } from "../../src/report/report.ts";
import { readPreviousReport } from "../../src/sections/changes/read-previous-report.ts";
import { hostileNames } from "../fixtures/names.ts";
import { reportOf, snapshot, times } from "../questions/open-rows.ts";

/** What GitHub would take for markup, a link or a call. */
const markup = /[<>`*[\]~$]|@(?!\u2060)|:\/\/|\bwww\./;

describe("jobSummary", () => {
  let report: Report;
  beforeAll(async () => {
    report = await reportOf(
      snapshot(["Item Purchased", "Amount"], [...times(49, ["Cup", 5]), ["Cup", "five"]]),
    );
  });

  function completed(gates: string, previous: Report | null): Report {
    return completeReport(report, {
      previous: previous === null ? null : readPreviousReport(JSON.stringify(previous)),
      gates: parseConfig(gates, "report.yaml").gates,
      today: null,
    });
  }

  test("should give the account, the findings, the gates and what changed", () => {
    const gates =
      "gates: { metrics.revenue: { min: 300, max: 1000, maxChange: 0.5 }, maxDroppedShare: 0.5, freshWithin: { days: 3 } }";
    const text = jobSummary(completed(gates, report), []);
    expect(text.match(/^#+ .*/gm)?.slice(0, 6)).toEqual([
      `# ${report.title}`,
      "## Data",
      "## Findings",
      "## Gates",
      "## What changed",
      "### Headline numbers",
    ]);
    expect(text).toContain("50 rows read = 49 purchases");
    expect(text).toContain("| Rows read | 50 |  |");
    expect(text).toMatch(/^\| Left out \| 1 \| .+ \| orders\.csv, line \d+, column "Amount" \|$/m);
    expect(text).not.toContain("five");
    expect(text).toContain("| metrics.revenue | 245 | at least 300 | Failed |");
    expect(text).toContain("| metrics.revenue | 245 | at most 1000 | Passed |");
    expect(text).toContain("| metrics.revenue | 245 | at most 50 % from 245 | Passed |");
    expect(text).toContain("| maxDroppedShare | 2 % | at most 50 % | Passed |");
    expect(text).toContain("- metrics.revenue is 245; it must be at least 300");
    expect(text).toContain("- freshWithin: the data have no dates");
    expect(text).toMatch(/[^\n]\n$/);
  });

  test("should say why nothing is compared, and that there are no gates", () => {
    const text = jobSummary(completed("{}", null), ["There is no earlier report at https://x.example/a."]);
    expect(text).toContain("There are no gates in report.yaml.");
    expect(text).toContain("There is no earlier report at https&#58;//x.example/a.");
    expect(jobSummary(completed("{}", null), [])).toContain("No earlier report was named");
  });

  test("should let no name from the data be markup", () => {
    const nasty = [
      ...hostileNames,
      "a|b",
      "[x](http://evil.example)",
      "@everyone",
      "www.evil.example",
      "$x$",
    ];
    const findings = nasty.map((name) => ({
      kind: "x",
      severity: "note" as const,
      message: name,
      count: 1,
      examples: [{ file: name, line: 2, column: name, value: name, reason: name }],
    }));
    const text = jobSummary(
      { ...report, title: nasty.join(), dataset: { ...report.dataset, findings } },
      nasty,
    );
    expect(text.replaceAll(/^\| (?:---:? ?\|? ?)+$/gm, "")).not.toMatch(markup);
    for (const line of text.split("\n").filter((row) => row.startsWith("| Note")))
      expect(line.match(/\|/g)).toHaveLength(5);
  });

  test("should stay below what GitHub takes, and say that the rest is left out", () => {
    const findings = [
      { kind: "x", severity: "note" as const, message: "é".repeat(600_000), count: 1, examples: [] },
    ];
    const text = jobSummary({ ...report, dataset: { ...report.dataset, findings } }, []);
    expect(new TextEncoder().encode(text).length).toBeLessThan(1024 * 1024);
    expect(text).toContain("| Rows read | 50 |  |");
    expect(text).toMatch(/The rest is more than a summary can hold\..*\n$/);
  });
});

test("what stopped a command should keep its lines, and none of them be markup", () => {
  expect(stoppedSummary("two gates:\n  - a is 1\n  1. b\n  ===\n  1.5 c")).toBe(
    "# Shopper Report stopped\n\ntwo gates:<br>\n&#45; a is 1<br>\n1&#46; b<br>\n&#61;==<br>\n1&#46;5 c\n",
  );
  const text = stoppedSummary('data/a.csv, line 3, column "<b>": "*x*" is no number\n  Fix the value.');
  expect(text).toBe(
    '# Shopper Report stopped\n\ndata/a.csv, line 3, column "&#60;b&#62;": "&#42;x&#42;" is no number<br>\nFix the value.\n',
  );
});
