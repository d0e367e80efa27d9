import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { z } from "zod";
import packageJson from "../../package.json" with { type: "json" };
import { openReport } from "../../src/edition/open-report.ts";
import { command } from "../support/command.ts";
import { withFolder } from "../support/folder.ts";

const data = "Customer ID,Purchase Amount,Color\n1,10,red\n1,20,blue\n2,x,red\n".concat(
  Array.from({ length: 40 }, (_, row) => `${row + 3},30,red\n`).join(""),
);

describe("the command line", () => {
  test.each([
    ["--help"],
    ["help"],
    ["build", "--help"],
    ["check", "-h"],
    ["diff", "--help"],
    ["preview", "--help"],
    ["init", "--help"],
  ])("should print help for %s %s on stdout, with what the exit status means", async (...args) => {
    const { status, out, err } = await command(...args.filter((arg) => arg !== undefined));
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain("Usage: shopper-report");
    expect(out).toContain("Exit status: 0 done, 1 bad data");
  });

  test("should print the version of package.json", async () => {
    expect(await command("--version")).toMatchObject({ status: 0, out: `${packageJson.version}\n`, err: "" });
  });

  test.each([
    [["bild"], "unknown command 'bild'"],
    [["check", "--jsn"], "unknown option '--jsn'"],
    [["check", "one", "two"], "too many arguments"],
    [["build", "--base", "a b"], "option '--base </name>' argument 'a b' is invalid. It is no path"],
    [["build", "--out", ""], "It names nothing"],
    [["build", "--site"], "argument missing"],
    [["diff", "one.json"], "missing required argument 'new.json'"],
    [["diff", "one.json", "two.json", "--format", "xml"], "Allowed choices are text, markdown, json"],
    [["preview", "--port", "http"], "It is no port"],
    [[], "Usage: shopper-report"],
  ])("should answer the wrong usage %j on stderr with status 2", async (args, message) => {
    const { status, out, err } = await command(...args);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(message);
  });

  test("should say that a fault is its own with status 3, and where it happened on request", async () => {
    const broken = vi.spyOn(JSON, "stringify").mockImplementation(() => {
      throw new Error("torn");
    });
    vi.stubEnv("DEBUG", "");
    try {
      await withFolder({ "a.csv": data }, async (folder) => {
        const { status, err } = await command("check", folder, "--json");
        expect(status).toBe(3);
        expect(err).toContain(
          "This is a fault of Shopper Report, not of your data: torn\n  Run it again with DEBUG=1",
        );
        vi.stubEnv("DEBUG", "1");
        expect((await command("check", folder, "--json")).err).toContain("commands/check.ts");
      });
    } finally {
      broken.mockRestore();
      vi.unstubAllEnvs();
    }
  });

  test("should name the report that is missing when it cannot be previewed", async () => {
    await withFolder({}, async (folder) => {
      const { status, err } = await command("preview", "--dist", folder);
      expect(status).toBe(1);
      expect(err).toContain(`there is no ${join(folder, "index.html")}\n  Build the report first`);
    });
  });
});

describe("check", () => {
  test("should print what became of the rows and the findings, and write nothing", async () => {
    await withFolder({ "orders.csv": data }, async (folder) => {
      const { status, out, err } = await command("check", folder, "--quote");
      expect(status).toBe(0);
      expect(out).toContain('orders.csv: 43 rows, UTF-8, delimiter ","\n\n43 rows read = 42 purchases');
      expect(out).toContain('  "Purchase Amount" is amount (amount), 43 values\n');
      expect(out).toContain('orders.csv, line 4, column "Purchase Amount": "x" is not');
      expect(err).toContain("Reading orders.csv\n");
      expect(await readdir(folder)).toEqual(["orders.csv"]);
    });
  });

  test("should print one JSON object of a stable shape for machines", async () => {
    await withFolder({ "orders.csv": data }, async (folder) => {
      const { status, out } = await command("check", folder, "--json");
      const found: unknown = JSON.parse(out);
      expect(status).toBe(0);
      expect(found).toMatchObject({
        schemaVersion: 1,
        ok: true,
        title: "Orders",
        currency: null,
        files: [{ name: "orders.csv", rows: 43 }],
        account: { read: 43, purchases: 42, dropped: 1 },
        unmapped: [],
        excluded: [],
        likelyNotGoods: [],
      });
      expect(Object.keys(z.record(z.string(), z.unknown()).parse(found))).toEqual([
        ...[
          "schemaVersion",
          "ok",
          "title",
          "currency",
          "files",
          "columns",
          "unmapped",
          "guessed",
          "account",
          "reviews",
          "findings",
        ],
        ...["excluded", "likelyNotGoods"],
      ]);
    });
  });

  test("should refuse bad data with status 1, in JSON with its place", async () => {
    await withFolder({ "orders.csv": "Customer ID,Purchase Amount\n1,10\n2,x\n" }, async (folder) => {
      const { status, out, err } = await command("check", folder, "--json", "--quote");
      expect(status).toBe(1);
      expect(err).toContain(`${folder}/orders.csv, line 3, column "Purchase Amount": "x" is not`);
      expect(JSON.parse(out)).toEqual({
        schemaVersion: 1,
        ok: false,
        error: {
          what: expect.stringContaining('"x" is not'),
          advice: expect.stringContaining("1 of 2 rows"),
          file: `${folder}/orders.csv`,
          line: 3,
          column: "Purchase Amount",
        },
      });
    });
  });

  test("should let no name from the data move the terminal's cursor", async () => {
    const nasty = data.replace("Color", "\u001b[2JColor");
    await withFolder({ "orders.csv": nasty }, async (folder) => {
      const { out } = await command("check", folder);
      expect(out).toContain("Color");
      expect(out).not.toContain("\u001b");
    });
  });
});

describe("diff", () => {
  test("should name the report that is not there, and the one that is none", async () => {
    await withFolder({ "new.json": "[]" }, async (folder) => {
      const [old, now] = [join(folder, "old.json"), join(folder, "new.json")];
      const missing = await command("diff", old, now);
      expect({ status: missing.status, out: missing.out }).toEqual({ status: 1, out: "" });
      expect(missing.err).toContain(`there is no ${JSON.stringify(old)}`);
      expect((await command("diff", now, now)).err).toContain(`${now}: this is no report.json`);
    });
  });

  test("should print what changed as text, Markdown or JSON", async () => {
    const { report } = await openReport("tests/fixtures/shopify");
    const earlier = {
      ...report,
      metrics: report.metrics.map((headline) => ({ ...headline, value: headline.value * 2 })),
    };
    const files = { "old.json": JSON.stringify(earlier), "new.json": JSON.stringify(report) };
    await withFolder(files, async (folder) => {
      const paths = [join(folder, "old.json"), join(folder, "new.json")];
      const printed = async (form: string) => {
        const { status, out, err } = await command("diff", ...paths, "--format", form);
        expect({ status, err }).toEqual({ status: 0, err: "" });
        return out;
      };
      expect(await printed("text")).toContain("Revenue");
      expect(await printed("markdown")).toContain("| Revenue |");
      expect(JSON.parse(await printed("json"))).toMatchObject({ sameData: true });
    });
  });
});
