import { Argument, Command, InvalidArgumentError, Option } from "commander";
import { dataPath } from "../edition/current-report.ts";
import { basePath, type ChangeForm, changeForms, named, portNumber, siteOrigin } from "./options.ts";
import { packageVersion } from "./package-version.ts";
import { quotesValues } from "./quotes.ts";
import type { Status } from "./status.ts";
import type { Streams } from "./streams.ts";

const footer = `
Exit status: 0 done, 1 bad data, configuration or target, 2 wrong usage, 3 a fault of Shopper Report.
Results go to stdout, messages to stderr.`;

interface BuildFlags {
  out: string;
  base: string;
  site?: string;
  previous?: string;
  singleFile: boolean;
}

/**
 * The commands and their options. What a command needs is loaded when it runs, so that help is there at once.
 *
 * @param ended hears how the command ended
 */
export function createProgram(streams: Streams, ended: (status: Status) => void): Command {
  const program = new Command("shopper-report")
    .description("Turns a folder of shopping data (CSV) into a static web report that anyone can host.")
    .version(packageVersion(), "--version", "print the version")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
    })
    .showHelpAfterError("  shopper-report --help lists what there is.")
    .addHelpText("after", footer);

  command("build", "Read the data and write the report.")
    .addArgument(dataArgument())
    .addOption(option("--out <folder>", "where the report is written", named).default("dist"))
    .addOption(
      option(
        "--base </name>",
        "the path under which the site is served, such as the repository's name on GitHub Pages",
        basePath,
      ).default("/"),
    )
    .addOption(option("--site <https://host>", "the address of the host, for canonical links", siteOrigin))
    .addOption(
      option("--previous <report.json>", "the earlier report to compare with: an address or a file", named),
    )
    .option(
      "--single-file",
      "also write the whole report as one file, report.html, for a mail or a disk",
      false,
    )
    .action(async (data: string, given: BuildFlags) => {
      const { build } = await import("./commands/build.ts");
      const { out, base, site, previous, singleFile } = given;
      ended(await build({ data, out, base, site, previous, singleFile }, streams));
    });

  command(
    "watch",
    "Land events in the data folder, and build the report anew when there is news (docs/live.md).",
  )
    .addArgument(dataArgument())
    .addOption(option("--out <folder>", "where the report is written", named).default("dist"))
    .addOption(option("--base </name>", "the path under which the site is served", basePath).default("/"))
    .addOption(option("--site <https://host>", "the address of the host, for canonical links", siteOrigin))
    .addOption(option("--previous <report.json>", "the earlier report to compare with", named))
    .addOption(new Option("--once", "read what is there, build, and end").conflicts("serve"))
    .option("--no-build", "land events only")
    .option("--serve", "serve the report on this machine; open pages offer to load a new one")
    .addOption(
      option("--port <number>", "the port for --serve; 0 takes any free one", portNumber).default(4321),
    )
    .action(
      async (
        data: string,
        given: {
          out: string;
          base: string;
          site?: string;
          previous?: string;
          once?: boolean;
          build: boolean;
          serve?: boolean;
          port: number;
        },
      ) => {
        const { watch } = await import("./commands/watch.ts");
        const { out, base, site, previous, once = false, build, serve = false, port } = given;
        const served = serve ? port : null;
        ended(await watch({ data, out, base, site, previous, once, builds: build, served }, streams));
      },
    );

  command("check", "Read, map and clean the data, and say what became of every row.")
    .addArgument(dataArgument())
    .option("--fix", "write the best guesses for columns that were not understood into report.yaml")
    .option("--json", "print the result as JSON (docs/report-json.md describes it)")
    .action(async (data: string, given: { json?: boolean; fix?: boolean; quote?: boolean }) => {
      const { json = false, fix = false, quote } = given;
      const { check } = await import("./commands/check.ts");
      const said = quote === undefined ? [] : [quote ? "--quote" : "--no-quote"];
      if (fix) {
        const { fixConfig } = await import("./commands/fix.ts");
        await fixConfig(data, streams);
      }
      ended(await check(data, json ? "json" : "text", streams, quotesValues(said, streams.stdout)));
    });

  command("diff", "Say what sets a report apart from an earlier one, by their report.json.")
    .argument("<old.json>", "the earlier report.json")
    .argument("<new.json>", "the later one")
    .addOption(new Option("--format <form>", "how it is written").choices(changeForms).default("text"))
    .action(async (earlier: string, later: string, { format }: { format: ChangeForm }) => {
      const { diff } = await import("./commands/diff.ts");
      ended(await diff([earlier, later], format, streams));
    });

  command("preview", "Serve a built report on this machine, as GitHub Pages would.")
    .addOption(option("--dist <folder>", "the report", named).default("dist"))
    .addOption(
      option("--base </name>", "the path to serve it under, in place of that it was built for", basePath),
    )
    .addOption(option("--port <number>", "the port; 0 takes any free one", portNumber).default(4321))
    .action(async (given: { dist: string; base?: string; port: number }) => {
      const { preview } = await import("./commands/preview.ts");
      ended(await preview({ ...given, base: given.base }, streams));
    });

  command("init", "Write a commented report.yaml beside the data, and a workflow for GitHub Pages.")
    .addArgument(dataArgument())
    .action(async (data: string) => {
      const { init } = await import("./commands/init.ts");
      ended(await init(data, process.cwd(), streams));
    });

  return program;

  function command(name: string, description: string): Command {
    const made = program.command(name).description(description).addHelpText("after", footer);
    if (!["build", "check", "watch"].includes(name)) return made;
    return made
      .addOption(new Option("--quote", "quote values of rows in messages, as on a terminal"))
      .addOption(new Option("--no-quote", "name file, line and column only, as in a job's log"));
  }
}

function dataArgument(): Argument {
  return new Argument("[data]", "the data folder or file; REPORT_DATA names another default").default(
    dataPath(),
  );
}

/** An option whose reader throws an error where the value is wrong. */
function option<Value>(flags: string, description: string, read: (text: string) => Value): Option {
  return new Option(flags, description).argParser((text: string) => {
    try {
      return read(text);
    } catch (error) {
      throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
    }
  });
}
