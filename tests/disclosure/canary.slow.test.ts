import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { withFolder } from "../support/folder.ts";
import { filesWith } from "../support/search-site.ts";
import { canary, canaryCsv, largest, ofSix } from "./canary-data.ts";

const cli = fileURLToPath(new URL("../../src/cli/cli.ts", import.meta.url));

/** Builds the whole site of the canary data with a smallest group, and looks at it. */
async function withSite(minimumGroup: number, look: (dist: string) => void): Promise<void> {
  const files = {
    "orders.csv": canaryCsv(),
    "report.yaml": `privacy: { minimumGroup: ${minimumGroup} }\nonBadRows: { action: drop, failFrom: 1 }\n`,
  };
  await withFolder(files, (data) =>
    withFolder({}, (folder) => {
      const dist = join(folder, "dist");
      const { status, stderr } = spawnSync(
        process.execPath,
        [cli, "build", data, "--out", dist, "--base", "/x"],
        {
          cwd: folder,
          encoding: "utf8",
          env: { ...process.env, CI: "true" },
        },
      );
      expect(stderr).not.toContain(canary);
      expect(status, stderr).toBe(0);
      // A search of what is not there proves nothing.
      const built = readdirSync(dist, { recursive: true }).map(String);
      for (const kind of [".html", ".json", ".csv", ".js", ".css", ".png"])
        expect(
          built.some((name) => name.endsWith(kind)),
          kind,
        ).toBe(true);
      look(dist);
    }),
  );
}

describe("a site built from data full of canaries", () => {
  test("should hold none of them in any byte, and nobody's amount", async () => {
    await withSite(5, (dist) => {
      expect(filesWith(dist, canary)).toEqual([]);
      expect(filesWith(dist, String(largest))).toEqual([]);
      // Groups of six are told, so the search does find what is there.
      expect(filesWith(dist, `${ofSix} Location`)).toContain("report.json");
      expect(filesWith(dist, `${ofSix} Location`)).toContain("locations/index.html");
      findsWhatIsPlanted(dist);
    });
  });

  test("should go by the smallest group that report.yaml asks for", async () => {
    await withSite(7, (dist) => {
      expect(filesWith(dist, canary)).toEqual([]);
      expect(filesWith(dist, ofSix)).toEqual([]);
    });
  });
});

/** Plants a canary in every form in which one could hide; the search must find each. */
function findsWhatIsPlanted(dist: string): void {
  const secret = `${canary}-planted`;
  const base64 = Buffer.from(`<svg><text>${secret}</text></svg>`).toString("base64");
  const plants: Record<string, string | Buffer> = {
    "planted.html": `<p>${secret.toUpperCase()}</p>`,
    "island.html": `<astro-island props="{&quot;names&quot;:[1,[[0,&quot;${secret}&quot;]]]}"></astro-island>`,
    "entities.html": [...secret].map((letter) => `&#${letter.charCodeAt(0)};`).join(""),
    "escaped.json": JSON.stringify(
      [...secret].map((letter) => `\\u00${letter.charCodeAt(0).toString(16)}`).join(""),
    ).replaceAll("\\\\", "\\"),
    "drawing.svg": `<svg><text>${secret}</text></svg>`,
    "table.csv": `name\r\n${secret}\r\n`,
    "script.js": `const x="${secret}"`,
    "address.css": `a{background:url(data:image/svg+xml,${[...secret].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join("")})}`,
    "inline.css": `a{background:url(data:image/svg+xml;base64,${base64})}`,
    "packed.json.gz": gzipSync(JSON.stringify({ name: secret })),
    "wide.bin": Buffer.from(secret, "utf16le"),
    "plain.png": withChunk(dist, "tEXt", Buffer.from(`Comment\0${secret}`)),
    "packed.png": withChunk(dist, "zTXt", Buffer.concat([Buffer.from("Comment\0\0"), deflateSync(secret)])),
    [`${secret}.txt`]: "nothing",
  };
  const planted = `${dist}-planted`;
  cpSync(dist, planted, { recursive: true });
  for (const [name, content] of Object.entries(plants)) writeFileSync(join(planted, name), content);
  expect(filesWith(planted, secret)).toEqual(Object.keys(plants).sort());
}

/** The picture for sharing with one more chunk. */
function withChunk(dist: string, type: string, data: Buffer): Buffer {
  const png = readFileSync(join(dist, "share.png"));
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length);
  chunk.write(type, 4, "latin1");
  data.copy(chunk, 8);
  // The first chunk, the header, ends with byte 33; no reader of ours checks sums.
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}
