import { request } from "node:http";
import { expect, test } from "vitest";
import { serve } from "../../src/cli/serve.ts";
import { withFolder } from "../support/folder.ts";

/** The status of a request for a path that names a host. */
function statusFor(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

test("serve should answer for this machine only: a page elsewhere may have its name point here", async () => {
  await withFolder({ "index.html": "report" }, async (folder) => {
    const { url, close } = await serve({ folder });
    try {
      const { port } = new URL(url);
      for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`])
        expect(await statusFor(url, host), host).toBe(200);
      for (const host of [
        "attacker.example",
        `attacker.example:${port}`,
        "127.0.0.1.attacker.example",
        "x y",
      ])
        expect(await statusFor(url, host), host).toBe(421);
    } finally {
      await close();
    }
  });
});
