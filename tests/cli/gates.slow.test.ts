import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { withFolder } from "../support/folder.ts";

test("a build whose gate is closed ends with 1, says why, and leaves the earlier report as it was", async () => {
  const orders = `Customer,Product,Amount\n${Array.from({ length: 8 }, (_, index) => `c${index},Cup,5\n`).join("")}`;
  const config = "gates: { metrics.revenue: { min: 41 }, metrics.customers: { min: 8 } }";
  const earlier = { "index.html": "earlier", "report.json": '{"schemaVersion":1}' };
  await withFolder({ "orders.csv": orders, "report.yaml": config }, (data) =>
    withFolder(earlier, (out) => {
      const { status, stderr } = spawnSync(process.execPath, ["src/cli/build.ts", "--out", out], {
        cwd: fileURLToPath(new URL("../..", import.meta.url)),
        encoding: "utf8",
        env: { ...process.env, REPORT_DATA: data },
      });
      expect(stderr).toContain("a gate is closed: metrics.revenue is 40; it must be at least 41");
      expect(stderr).not.toContain("metrics.customers");
      expect(status).toBe(1);
      expect(readdirSync(out).sort()).toEqual(Object.keys(earlier));
      expect(readFileSync(join(out, "index.html"), "utf8")).toBe("earlier");
    }),
  );
});
