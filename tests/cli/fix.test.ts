import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { command } from "../support/command.ts";
import { withFolder } from "../support/folder.ts";

const odd =
  "wer war es (Kunde),beleg xyz,was es kam total,Artikel\nK1,1,5.00,Cup\nK2,2,7.50,Pan\nK1,3,2.25,Cup\n";

describe("check --fix", () => {
  test("should write what was guessed into report.yaml, and check with it", async () => {
    await withFolder({ "orders.csv": odd }, async (folder) => {
      expect((await command("check", folder)).status).toBe(1);
      const { status, out, err } = await command("check", folder, "--fix", "--json");
      expect(status).toBe(0);
      expect(err).toContain('Written into report.yaml: columns.amount: "was es kam total"');
      expect(JSON.parse(out)).toMatchObject({ ok: true, account: { purchases: 3 }, guessed: {} });
      expect(await readFile(join(folder, "report.yaml"), "utf8")).toContain("amount: was es kam total");
    });
  });

  test("should keep what stands in report.yaml, comments included", async () => {
    const yaml = "# Ours.\ntitle: My shop # for now\ncolumns:\n  order: beleg xyz\n";
    await withFolder({ "orders.csv": odd, "report.yaml": yaml }, async (folder) => {
      await command("check", folder, "--fix");
      const text = await readFile(join(folder, "report.yaml"), "utf8");
      expect(text).toContain(yaml.trimEnd());
      expect(text).toContain("  amount: was es kam total");
    });
  });

  test("should keep a report.yaml of comments alone", async () => {
    await withFolder({ "orders.csv": odd, "report.yaml": "# currency: EUR\n" }, async (folder) => {
      await command("check", folder, "--fix");
      const text = await readFile(join(folder, "report.yaml"), "utf8");
      expect(text).toContain("# currency: EUR");
      expect(text).toContain("amount: was es kam total");
    });
  });

  test("should choose between two headers that mean the same, as the message advises", async () => {
    const text = "order_id,order_key,Customer,Amount\n1,5,a,5\n1,6,a,5\n2,5,b,6\n";
    await withFolder({ "orders.csv": text }, async (folder) => {
      const { status, err } = await command("check", folder, "--fix");
      expect(status).toBe(0);
      expect(err).not.toContain("Nothing was written");
    });
  });

  test("should write nothing where nothing is missing", async () => {
    await withFolder({ "orders.csv": "Order ID,Customer,Amount\n1,a,5\n" }, async (folder) => {
      const { err } = await command("check", folder, "--fix");
      expect(err).toContain("Nothing was written into report.yaml");
      await expect(readFile(join(folder, "report.yaml"))).rejects.toThrow("ENOENT");
    });
  });
});
