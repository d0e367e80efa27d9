import type { Gates } from "../config/gates.ts";
import type { Report } from "../report/report.ts";
import { diffReports } from "../sections/changes/diff-reports.ts";
import type { PreviousReport } from "../sections/changes/read-previous-report.ts";
import { checkGates } from "./gates/check-gates.ts";

/** What a report is held against. */
export interface Standards {
  /** Null where there is no earlier report. */
  previous: PreviousReport | null;
  gates: Gates | undefined;
  /** The ISO date from which freshness counts; null where nobody said. */
  today: string | null;
}

/** A report with what changed since the previous one, and what became of its gates. */
export function completeReport(report: Report, { previous, gates, today }: Standards): Report {
  return {
    ...report,
    changes: previous === null ? null : diffReports(previous, report),
    gates: checkGates(report, previous?.content ?? null, gates, today),
  };
}
