import { leakSearch } from "../../disclosure/leak-search.ts";
import { givenDay, givenSalt, previousPath, shareReport } from "../../edition/current-report.ts";
import { passGates } from "../../edition/gates/pass-gates.ts";
import { jobSummary } from "../../edition/job-summary.ts";
import { openReport } from "../../edition/open-report.ts";
import { lookupFiles } from "../../sections/lookup/lookup.ts";
import { lookupWarning } from "../../sections/lookup/words.ts";
import { quotesWarning } from "../../sections/reviews/words/page.ts";
import type { BuildOptions } from "../options.ts";
import { checkOutput } from "../output-folder.ts";
import { packageRoot } from "../site-root.ts";
import { type Status, status } from "../status.ts";
import { addToSummary } from "../step-summary.ts";
import { type Streams, say } from "../streams.ts";
import { Terminal } from "../terminal.ts";
import { builtWords } from "../words/build.ts";
import { refuseSecond } from "../work-folder.ts";
import { writeSite } from "../write-site.ts";

/**
 * Reads the data and writes the report, and what it says in short into the summary of a job. Throws an InputError
 * where the data, the configuration or the target are bad, and where the report fails a gate.
 */
export async function build(options: BuildOptions, streams: Streams): Promise<Status> {
  const { stdout, stderr } = streams;
  const terminal = new Terminal(stderr);
  try {
    await checkOutput(options.out, [packageRoot, process.cwd(), options.data]);
    await refuseSecond(options.out);
    const opened = await openReport(options.data, terminal, {
      previous: options.previous ?? previousPath(),
      today: givenDay(),
      salt: givenSalt(),
    });
    const { report, identifiers, notices } = opened;
    const search = leakSearch([...identifiers.customers, ...identifiers.orders], identifiers.published);
    // What was asked for in so many words is no leak: the identifiers of customers in the lookup, and nowhere else.
    const inLookup =
      report.lookup === "full" ? leakSearch(identifiers.orders, identifiers.published) : search;
    const markdown = jobSummary(report, notices);
    // A summary is read by whoever sees the repository; the search of the pages comes too late for it.
    if (search.find(markdown).length === 0) await addToSummary(markdown, streams);
    passGates(report);
    terminal.stage("Writing pages");
    shareReport(opened);
    await writeSite(options, (file) => (lookupFiles.includes(file) ? inLookup : search));
    terminal.end();
    for (const notice of notices) say(stderr, notice);
    if (report.lookup !== null) say(stderr, lookupWarning(report.lookup));
    if (report.reviews?.hasQuotes === true) say(stderr, quotesWarning);
    say(stdout, `${builtWords(report, search)}\nWritten to ${options.out}`);
    return status.done;
  } finally {
    terminal.end();
  }
}
