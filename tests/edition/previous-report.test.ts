import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { loadPreviousReport } from "../../src/edition/previous-report.ts";
import { reportOf, snapshot, times } from "../questions/open-rows.ts";
import { withFolder } from "../support/folder.ts";

let text: string;
beforeAll(async () => {
  text = JSON.stringify(await reportOf(snapshot(["Amount"], times(20, [5]))));
});

/** Runs `use` with the address of a server that answers so. */
async function withServer<Result>(
  answer: RequestListener,
  use: (address: string) => Promise<Result>,
): Promise<Result> {
  const server = createServer(answer);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  try {
    const { port } = server.address() as AddressInfo;
    return await use(`http://127.0.0.1:${port}/shop/report.json`);
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

describe("loadPreviousReport", () => {
  test.each([undefined, ""])("should say nothing where none is named (%j)", async (where) => {
    expect(await loadPreviousReport(where)).toEqual({ report: null, notice: null });
  });

  test("should read a file", async () => {
    await withFolder({ "old.json": text }, async (folder) => {
      const { report, notice } = await loadPreviousReport(join(folder, "old.json"));
      expect(report?.dataset.account.read).toBe(20);
      expect(notice).toBeNull();
    });
  });

  test("should take a missing file for the first time, and say so", async () => {
    await withFolder({}, async (folder) => {
      expect((await loadPreviousReport(join(folder, "old.json"))).notice).toMatch(
        /^There is no earlier report at /,
      );
    });
  });

  test.each([
    ["that is no JSON", "<html>", /^Warning: .*\n.*old\.json: this is no JSON/],
    ["of a newer version", '{"schemaVersion":9}', /schemaVersion is 9/],
  ])("should warn of a file %s, and go on", async (_, content, words) => {
    await withFolder({ "old.json": content }, async (folder) => {
      const { report, notice } = await loadPreviousReport(join(folder, "old.json"));
      expect(report).toBeNull();
      expect(notice).toMatch(words);
    });
  });

  test("should warn of a folder", async () => {
    await withFolder({}, async (folder) => {
      expect((await loadPreviousReport(folder)).notice).toMatch(/^Warning: .*\n.*EISDIR/);
    });
  });

  test("should read an address, through a redirect", async () => {
    const answer: RequestListener = (request, response) => {
      if (request.url === "/shop/report.json") response.writeHead(302, { location: "/moved.json" }).end();
      else response.writeHead(200).end(text);
    };
    const { report } = await withServer(answer, (address) => loadPreviousReport(address));
    expect(report?.dataset.account.read).toBe(20);
  });

  test("should not follow a redirect to another host, nor one in a circle", async () => {
    let asked = 0;
    const elsewhere: RequestListener = (_, response) => {
      asked += 1;
      response.writeHead(200).end(text);
    };
    await withServer(elsewhere, async (other) => {
      const away = await withServer(
        (_, response) => response.writeHead(302, { location: other }).end(),
        (address) => loadPreviousReport(address),
      );
      expect(away.report).toBeNull();
      expect(away.notice).toMatch(/redirects to another host are not followed/);
    });
    expect(asked).toBe(0);
    const round = await withServer(
      (request, response) => response.writeHead(302, { location: request.url }).end(),
      (address) => loadPreviousReport(address),
    );
    expect(round.notice).toMatch(/sends on in a circle/);
  });

  test("should take 404 for the first time", async () => {
    const { report, notice } = await withServer(
      (_, response) => response.writeHead(404).end("<h1>Not found</h1>"),
      (address) => loadPreviousReport(address),
    );
    expect(report).toBeNull();
    expect(notice).toMatch(/^There is no earlier report at http:/);
  });

  test("should warn of a server's fault, and name no secret of the address", async () => {
    const { notice } = await withServer(
      (_, response) => response.writeHead(500).end(),
      (address) => loadPreviousReport(`${address}?token=secret`),
    );
    expect(notice).toMatch(/^Warning: .*\n.*status 500/);
    expect(notice).not.toMatch(/secret/);
  });

  test("should not read an address with a password, nor repeat it", async () => {
    const { notice } = await loadPreviousReport("https://me:secret@example.org/report.json");
    expect(notice).toMatch(/with a user or a password in it is not read/);
    expect(notice).not.toMatch(/secret/);
  });

  test("should warn of what is too large", async () => {
    const { notice } = await withServer(
      (_, response) => response.writeHead(200).end(text),
      (address) => loadPreviousReport(address, { milliseconds: 5000, bytes: 100 }),
    );
    expect(notice).toMatch(/it is larger than/);
  });

  test("should not wait without end", async () => {
    const { notice } = await withServer(
      () => {},
      (address) => loadPreviousReport(address, { milliseconds: 50, bytes: 1000 }),
    );
    expect(notice).toMatch(/no answer within 0\.05 seconds/);
  });

  test("should warn where nobody answers", async () => {
    const address = await withServer(
      () => {},
      async (open) => open,
    );
    expect((await loadPreviousReport(address)).notice).toMatch(/it cannot be read: .*ECONNREFUSED/);
  });

  test.each(["ftp://example.org/report.json", "file:///etc/passwd"])(
    "should not read %s",
    async (address) => {
      expect((await loadPreviousReport(address)).notice).toMatch(/only http and https/);
    },
  );
});
