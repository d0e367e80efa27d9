/**
 * `npm test`: types, lint, unit tests, a build of the sites under test, end-to-end tests, an audit of some
 * pages. The last line adds the tests up; the exit status is 0 only if every stage ended well.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import packageJson from "../package.json" with { type: "json" };
import { base, sitesFolder } from "./e2e/sites.ts";
import { endToEndFailures, unitFailures } from "./support/failures.ts";

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const project = fileURLToPath(new URL("..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "shopper-report-test-"));
const unitReport = join(scratch, "unit.json");
const e2eReport = join(scratch, "e2e.json");
const auditReport = join(scratch, "audit.json");
const sitesBuilt = join(scratch, "sites");
/** One page of each kind of the sample; `npm run audit` looks at all. */
const audited = ["overview", "segments", "segments/gold", "affinity"];
const failedStages: string[] = [];
const { scripts } = packageJson;

try {
  await stage("Types", scripts.check);
  await stage("Lint", scripts.lint);
  await stage(
    "Unit tests",
    `${scripts.unit} --reporter=default --reporter=json --outputFile.json="${unitReport}"`,
  );
  if (await stage("Build of the sites under test", `node tests/e2e/sites.ts "${sitesBuilt}"`)) {
    await stage("End-to-end tests", `${scripts.e2e} --reporter=list,json`);
    await stage(
      "Audit",
      `${scripts.audit} --dist "${join(sitesBuilt, "sample")}" --base ${base} --runs 3 --performance 95 --counts "${auditReport}" ${audited.map((page) => `--only ${page}`).join(" ")}`,
    );
  } else {
    console.log("\nEnd-to-end tests and audit: not run, there is no site to test");
  }
  const unit = unitCounts(unitReport);
  const e2e = e2eCounts(e2eReport);
  const audit = auditCounts(auditReport);
  const skipped = unit.skipped + e2e.skipped;
  if (failedStages.length > 0) {
    // A log may be cut to its end: what failed is said there once more.
    for (const failure of [
      ...failuresIn(unitReport, unitFailures),
      ...failuresIn(e2eReport, endToEndFailures),
    ])
      console.log(`\n✗ ${failure.replaceAll(project, "")}`);
    console.log(`\nFailed: ${failedStages.join(", ")}`);
    process.exitCode = 1;
  }
  console.log(
    `${unit.passed + e2e.passed + audit.passed} passed, ${unit.failed + e2e.failed + audit.failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`,
  );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Runs one command with its output on the screen, and says whether it ended well. */
async function stage(name: string, command: string): Promise<boolean> {
  const started = performance.now();
  console.log(`\n── ${name}`);
  const status = await new Promise<number | null>((ended) => {
    const child = spawn(command, {
      cwd: project,
      shell: true,
      stdio: ["ignore", "inherit", "inherit"],
      env: {
        ...process.env,
        // Started by hand, `node` must still be the one that the lockfile pins.
        PATH: [join(project, "node_modules", ".bin"), process.env["PATH"] ?? ""].join(delimiter),
        TZ: "UTC",
        ASTRO_TELEMETRY_DISABLED: "1",
        // Builds of tests are not what the summary of a job is about.
        GITHUB_STEP_SUMMARY: "",
        PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport,
        [sitesFolder]: sitesBuilt,
      },
    });
    child.on("error", () => ended(1));
    child.on("close", ended);
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`── ${name}: ${status === 0 ? "passed" : `failed (status ${status})`}, ${seconds} s`);
  if (status !== 0) failedStages.push(name);
  return status === 0;
}

function failuresIn(file: string, failuresOf: (report: unknown) => string[]): string[] {
  return existsSync(file) ? failuresOf(JSON.parse(readFileSync(file, "utf8"))) : [];
}

/** What vitest's JSON report counts; a file that could not be loaded counts as one failure. */
function unitCounts(file: string): Counts {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
  const report = JSON.parse(readFileSync(file, "utf8")) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
    testResults: { status: string; assertionResults: { status: string }[] }[];
  };
  const notLoaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((result) => result.status === "failed"),
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + notLoaded,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** What playwright's JSON report counts; an error outside a test counts as one failure. */
function e2eCounts(file: string): Counts {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
  const { stats, errors } = JSON.parse(readFileSync(file, "utf8")) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    errors: unknown[];
  };
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/** The pages that the audit counted; an audit that came to no end counts as one failure. */
function auditCounts(file: string): Pick<Counts, "passed" | "failed"> {
  if (!existsSync(file)) return { passed: 0, failed: failedStages.includes("Audit") ? 1 : 0 };
  return JSON.parse(readFileSync(file, "utf8")) as Pick<Counts, "passed" | "failed">;
}
