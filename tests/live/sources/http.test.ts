import { readdir } from "node:fs/promises";
import { request } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import type { Listening } from "../../../src/live/server.ts";
import { serveEvents } from "../../../src/live/sources/http.ts";
import { withFolder } from "../../support/folder.ts";
import { eventText, ordersIn, rejectedIn, startLanding } from "../landing-folder.ts";

let open: Listening | undefined;
afterEach(async () => {
  await open?.close(0);
  open = undefined;
});

/** Opens a webhook that lands in the folder. */
async function opened(folder: string, token?: string) {
  const { landing } = await startLanding(folder);
  open = await serveEvents({ listen: { host: "127.0.0.1", port: 0 }, path: "/events" }, token, {
    landing,
    batching: { count: 3, period: 1000 },
  });
  return `${open.url}/events`;
}

async function post(url: string, body: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
  });
  const text = await response.text();
  return {
    status: response.status,
    answer: text === "" ? null : JSON.parse(text),
    headers: response.headers,
  };
}

const lines = { "content-type": "application/x-ndjson" };

describe("the webhook", () => {
  test("should take one event, an array, and one a line, and answer when they are on the disk", async () => {
    await withFolder({}, async (folder) => {
      const url = await opened(folder);
      expect(await post(url, eventText(1))).toMatchObject({
        status: 200,
        answer: { accepted: 1, rejected: 0, repeated: 0, reasons: [] },
      });
      const many = `[${[2, 3, 4, 5, 6].map((number) => eventText(number)).join(",")}]`;
      expect(await post(url, many)).toMatchObject({ status: 200, answer: { accepted: 5 } });
      const text = `${eventText(7)}\r\n\n${eventText(8)}\n`;
      expect(await post(url, text, lines)).toMatchObject({ status: 200, answer: { accepted: 2 } });
      expect(await ordersIn(folder)).toHaveLength(8);
    });
  });

  test("should count what came before as repeated, whoever sends it again", async () => {
    await withFolder({}, async (folder) => {
      const url = await opened(folder);
      await post(url, eventText(1));
      expect(await post(url, ` ${eventText(1)} `)).toMatchObject({ answer: { accepted: 0, repeated: 1 } });
    });
  });

  test("should keep what is bad, say why, and answer 422 where nothing was good", async () => {
    await withFolder({}, async (folder) => {
      const url = await opened(folder);
      const mixed = `${eventText(1)}\n${eventText(2, { quantity: 0 })}\n`;
      expect(await post(url, mixed, lines)).toMatchObject({
        status: 200,
        answer: { accepted: 1, rejected: 1, reasons: ["quantity: the quantity is 0"] },
      });
      expect(await post(url, "{oops")).toMatchObject({
        status: 422,
        answer: { rejected: 1, reasons: ["not JSON"] },
      });
      expect((await rejectedIn(folder)).map(({ event }) => event)).toEqual([
        eventText(2, { quantity: 0 }),
        "{oops",
      ]);
    });
  });

  test("should give each of many senders at once its own numbers", async () => {
    await withFolder({}, async (folder) => {
      const url = await opened(folder);
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_, number) => post(url, number % 4 === 0 ? "bad" : eventText(number))),
      );
      answers.forEach(({ status }, number) => {
        // The first of the ten equal bad ones is rejected, the others are its repeats.
        if (number % 4 !== 0) expect(status).toBe(200);
      });
      expect(await ordersIn(folder)).toHaveLength(30);
      expect(await rejectedIn(folder)).toHaveLength(1);
      expect((await readdir(folder)).length).toBeLessThan(32);
    });
  });

  test("should want the token, and say nothing else to whoever has none", async () => {
    await withFolder({}, async (folder) => {
      const url = await opened(folder, "s3cret");
      for (const authorization of [undefined, "Bearer other", "Basic s3cret", "Bearer s3cret2"]) {
        const { status, headers } = await post(
          url,
          eventText(1),
          authorization === undefined ? {} : { authorization },
        );
        expect({ status, scheme: headers.get("www-authenticate") }).toEqual({
          status: 401,
          scheme: "Bearer",
        });
      }
      expect(await post(url, eventText(1), { authorization: "Bearer s3cret" })).toMatchObject({
        status: 200,
      });
      expect(await ordersIn(folder)).toEqual(["O-1"]);
    });
  });

  test.each([
    ["another path", "/other", "POST", "application/json", 404],
    ["another method", "/events", "PUT", "application/json", 405],
    // What a form of any web page can send without being asked.
    ["a plain text", "/events", "POST", "text/plain", 415],
    ["a form", "/events", "POST", "application/x-www-form-urlencoded", 415],
  ])("should refuse %s", async (_, path, method, type, status) => {
    await withFolder({}, async (folder) => {
      const url = new URL(path, await opened(folder));
      const response = await fetch(url, { method, body: eventText(1), headers: { "content-type": type } });
      expect(response.status).toBe(status);
      expect(await ordersIn(folder)).toEqual([]);
    });
  });

  test("should refuse a body that is too large, whether it says so before or not", async () => {
    await withFolder({}, async (folder) => {
      const url = await opened(folder);
      expect(await chunked(url, 11 << 20)).toBe(413);
      expect(await chunked(url, 11 << 20, { "content-length": String(11 << 20) })).toBe(413);
      expect(await post(url, eventText(1))).toMatchObject({ status: 200 });
    });
  });
});

/** Sends so many bytes in pieces, and gives the status. */
function chunked(
  url: string,
  bytes: number,
  headers: Record<string, string> = {},
): Promise<number | undefined> {
  return new Promise((done, failed) => {
    const sent = request(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
    });
    sent.on("response", (response) => {
      response.resume();
      done(response.statusCode);
    });
    // The other side hangs up when it has seen enough.
    sent.on("error", (error) => setTimeout(() => failed(error), 200));
    for (let at = 0; at < bytes; at += 1 << 20) sent.write(Buffer.alloc(Math.min(1 << 20, bytes - at), 32));
    sent.end();
  });
}
