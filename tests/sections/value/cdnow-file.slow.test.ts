import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openReport } from "../../../src/edition/open-report.ts";
import { withFolder } from "../../support/folder.ts";

const path = fileURLToPath(new URL("../../../../shared/data/CDNOW_sample.txt", import.meta.url));

test("CDNOW as a shop would export it: free orders count, and the fit is that of lifetimes 0.11.3", async ({
  skip,
}) => {
  if (!existsSync(path)) skip(`there is no ${path}`);
  const rows = readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const [, id = "", date = "", cds = "", dollars = ""] = line.trim().split(/\s+/);
      return `${id},${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)},${cds},${dollars}`;
    });
  const csv = ["Customer ID,Order Date,Quantity,Amount", ...rows, ""].join("\n");
  await withFolder(
    { "orders.csv": csv, "report.yaml": "value: { holdoutFrom: 1997-10-01 }\n" },
    async (folder) => {
      const { report } = await openReport(folder);
      const { value } = report;
      if (value === null || !("proof" in value)) throw new Error("nothing was fitted");
      // ../shared/golden/clv-cdnow-sample.json
      const [timing, spend] = ["BG/NBD", "Gamma-Gamma"].map((model) =>
        value.proof.models.find(({ name }) => name === model),
      );
      const of = (model: typeof timing) =>
        Object.fromEntries(model?.parameters.map(({ name, value: number }) => [name, number]) ?? []);
      expect(of(timing)["r"]).toBeCloseTo(0.2425945, 5);
      expect(of(timing)["alpha"]).toBeCloseTo(4.4136018, 4);
      expect(of(timing)["a"]).toBeCloseTo(0.792922, 4);
      expect(of(timing)["b"]).toBeCloseTo(2.4259068, 4);
      expect(timing?.logLikelihood).toBeCloseTo(-9582.429206673934, 6);
      expect(of(spend)["p"]).toBeCloseTo(6.249573, 4);
      expect(of(spend)["q"]).toBeCloseTo(3.7442246, 4);
      expect(of(spend)["v"]).toBeCloseTo(15.443518, 4);
      expect(spend?.logLikelihood).toBeCloseTo(-4055.917694801875, 6);
    },
  );
});
