import { z } from "zod";

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(""),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

interface Suite {
  specs: { title: string; ok: boolean; file: string; line: number }[];
  suites?: Suite[] | undefined;
}

const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    specs: z.array(z.object({ title: z.string(), ok: z.boolean(), file: z.string(), line: z.number() })),
    suites: z.array(suite).optional(),
  }),
);

const playwrightReport = z.object({ suites: z.array(suite) });

/** The tests that failed by vitest's JSON report, each with its file and the first lines of what it said. */
export function unitFailures(report: unknown): string[] {
  return vitestReport.parse(report).testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((result) => result.status === "failed");
    if (failed.length === 0) return status === "failed" ? [`${name}: ${head(message)}`] : [];
    return failed.map(
      ({ fullName, failureMessages }) => `${name}: ${fullName}\n${head(failureMessages?.join("\n") ?? "")}`,
    );
  });
}

/** The end-to-end tests that did not pass at once by playwright's JSON report, each with its place. */
export function endToEndFailures(report: unknown): string[] {
  const failuresOf = ({ specs, suites = [] }: Suite): string[] => [
    ...specs.filter(({ ok }) => !ok).map(({ title, file, line }) => `${file}:${line}: ${title}`),
    ...suites.flatMap(failuresOf),
  ];
  return [...new Set(playwrightReport.parse(report).suites.flatMap(failuresOf))];
}

/** Enough of a message to know what is wrong; the whole of it stands where the test ran. */
function head(message: string): string {
  return message
    .split("\n")
    .slice(0, 12)
    .map((line) => `    ${line.slice(0, 300)}`)
    .join("\n");
}
