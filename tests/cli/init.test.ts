import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { init } from "../../src/cli/commands/init.ts";
import { starterConfig } from "../../src/cli/starter-config.ts";
import { configSchema, defaultConfig } from "../../src/config/config.ts";
import { parseConfig } from "../../src/config/parse-config.ts";
import { dataCheck } from "../../src/edition/data-check.ts";
import { datasetOf } from "../support/dataset.ts";
import { withFolder } from "../support/folder.ts";

const csv = `Order ID,Customer ID,Order Date,Item Purchased,Quantity,Price (EUR),"Odd\nheader: {x}"
1,a,2025-01-01,POSTAGE,1,5,x
2,b,2025-01-02,"Lamp: ""big"" # one",2,10,y
`;

async function started(): Promise<string> {
  const dataset = await datasetOf(csv);
  try {
    return starterConfig(await dataCheck(dataset, defaultConfig));
  } finally {
    await dataset.store.close();
  }
}

describe("starterConfig", () => {
  test("should set the title and the currency that were found, and nothing else", async () => {
    const text = await started();
    expect(parse(text)).toEqual({ title: expect.any(String), currency: "EUR" });
    expect(parseConfig(text, "report.yaml")).toEqual({ ...defaultConfig, ...parse(text) });
  });

  test("should hold every key; with the # taken away each has its default, its example or what was found", async () => {
    const text = await started();
    const all = text.replace(/^#(?! \S)/gm, "");
    const { title, currency, columns, goods, ...rest } = parseConfig(all, "report.yaml");
    expect(Object.keys(parse(all)).sort()).toEqual(Object.keys(configSchema.shape).sort());
    expect(columns).toMatchObject({ customer: "Customer ID", price: "Price (EUR)" });
    expect(goods).toEqual(["POSTAGE"]);
    for (const key of Object.keys(rest)) {
      const preset: unknown = Reflect.get(defaultConfig, key);
      if (preset !== undefined) expect(Reflect.get(rest, key), key).toEqual(preset);
    }
  });

  test("should keep a header that holds line breaks and YAML's signs a comment", async () => {
    const text = await started();
    expect(text).toContain('# "Odd\\nheader: {x}"');
  });
});

describe("init", () => {
  const lines: string[] = [];
  const screen = { isTTY: false, columns: 80, write: (text: string) => lines.push(text) };
  const streams = { stdout: screen, stderr: screen };

  test("should write report.yaml beside the data and a workflow that names them, and never over a file", async () => {
    await withFolder({ "orders.csv": csv }, async (folder) => {
      const workflow = join(folder, ".github/workflows/report.yml");
      expect(await init(join(folder, "orders.csv"), folder, streams)).toBe(0);
      const read = parse(await readFile(workflow, "utf8"));
      expect(read).toMatchObject({
        on: { push: { paths: ["orders.csv", ".github/workflows/report.yml"] } },
        permissions: { contents: "read" },
        jobs: {
          build: { permissions: { contents: "read", pages: "read" } },
          deploy: { needs: "build", permissions: { pages: "write", "id-token": "write" } },
        },
      });
      expect(read.jobs.build.steps[3]).toMatchObject({
        uses: "your--account/shopper-report@main",
        with: { data: "orders.csv" },
      });
      expect(lines.join("")).toContain("In .github/workflows/report.yml, write the account that holds");
      await writeFile(join(folder, "report.yaml"), "title: Mine\n");
      await writeFile(workflow, "name: Mine\n");
      lines.length = 0;
      expect(await init(folder, folder, streams)).toBe(1);
      expect(lines.join("")).toContain("report.yaml is there already\n  It was left as it is.");
      expect(await readFile(join(folder, "report.yaml"), "utf8")).toBe("title: Mine\n");
      expect(await readFile(workflow, "utf8")).toBe("name: Mine\n");
    });
  });
});
