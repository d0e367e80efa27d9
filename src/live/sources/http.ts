import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Ingest } from "../../config/ingest.ts";
import type { Landed } from "../landing.ts";
import { type Listening, listening } from "../server.ts";
import { httpWords as words } from "../words.ts";
import type { SourceContext } from "./source.ts";

/** A body may be so large, in bytes, and all that are being read at a time together. */
const largestBody = 10 << 20;
const largestTogether = 64 << 20;
/** Reasons in an answer. */
const mostReasons = 20;
/** The stream that the webhook's events are. */
const httpStream = "http";

/**
 * The webhook: POST takes one event or an array of events as JSON, or one a line as NDJSON. The answer comes once they
 * are on the disk: 200 with what became of them, 422 where none could be used (they are kept, too).
 *
 * @param token what `Authorization: Bearer` must say; undefined lets everybody in who reaches the address
 */
export function serveEvents(
  { listen, path }: NonNullable<Ingest["http"]>,
  token: string | undefined,
  { landing, batching }: Pick<SourceContext, "landing" | "batching">,
): Promise<Listening> {
  let together = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (new URL(request.url ?? "/", "http://events").pathname !== path)
      return refuse(response, 404, words.path(path));
    if (request.method !== "POST") return refuse(response, 405, words.method, { allow: "POST" });
    if (token !== undefined && !isRight(request.headers.authorization, token))
      return refuse(response, 401, words.token, { "www-authenticate": "Bearer" });
    const form = formOf(request);
    if (form === null) return refuse(response, 415, words.type);
    if (Number(request.headers["content-length"] ?? 0) > largestBody)
      return refuse(response, 413, words.large);
    if (landing.isRefused || together > largestTogether)
      return refuse(response, 503, words.busy, { "retry-after": "10" });
    const body = await readBody(request, (bytes) => {
      together += bytes;
    });
    try {
      if (body === null) return refuse(response, 413, words.large);
      const texts =
        form === "json" ? eventsInJson(body) : body.split("\n").filter((line) => line.trim() !== "");
      const all: Landed = { accepted: 0, rejected: 0, repeated: 0, reasons: [] };
      for (let at = 0; at < texts.length; at += batching.count) {
        const batch = texts.slice(at, at + batching.count).map((text) => ({ text, offset: null }));
        const landed = await landing.land(httpStream, batch);
        all.accepted += landed.accepted;
        all.rejected += landed.rejected;
        all.repeated += landed.repeated;
        all.reasons = [...new Set([...all.reasons, ...landed.reasons])].slice(0, mostReasons);
      }
      send(response, all.rejected > 0 && all.accepted + all.repeated === 0 ? 422 : 200, all);
    } finally {
      together -= body === null ? largestBody : Buffer.byteLength(body);
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      // Nothing of it is safe: whoever sent it must send it again.
      if (!response.headersSent) refuse(response, 503, words.busy, { "retry-after": "10" });
    });
  });
  server.requestTimeout = 30_000;
  return listening(server, listen);
}

/** Whoever guesses learns nothing from how long the comparison takes. */
function isRight(header: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  const [, given = ""] = /^Bearer (.+)$/i.exec(header ?? "") ?? [];
  return timingSafeEqual(digest(given), digest(token));
}

/** No web page can send these types to another host unasked, so that none can slip events in from a browser. */
function formOf(request: IncomingMessage): "json" | "lines" | null {
  if ((request.headers["content-encoding"] ?? "identity") !== "identity") return null;
  const [type = ""] = (request.headers["content-type"] ?? "").split(";");
  if (/^application\/(?:json|[\w.-]+\+json)$/i.test(type.trim())) return "json";
  return /^application\/(?:x-ndjson|ndjson|jsonl|x-jsonlines)$/i.test(type.trim()) ? "lines" : null;
}

/** The body as text; null where it is too large. */
async function readBody(request: IncomingMessage, count: (bytes: number) => void): Promise<string | null> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of request) {
      const buffer = Buffer.isBuffer(piece) ? piece : Buffer.from(String(piece));
      bytes += buffer.length;
      count(buffer.length);
      if (bytes > largestBody) {
        count(largestBody - bytes);
        return null;
      }
      pieces.push(buffer);
    }
  } catch (error) {
    count(-bytes);
    throw error;
  }
  const text = Buffer.concat(pieces).toString("utf8");
  // Broken characters take other room as text.
  count(Buffer.byteLength(text) - bytes);
  return text;
}

/** The events of a body, each as text; what is no JSON is one event, and will be found bad. */
function eventsInJson(body: string): string[] {
  try {
    const content: unknown = JSON.parse(body);
    return Array.isArray(content) ? content.map((each) => JSON.stringify(each)) : [body];
  } catch {
    return [body];
  }
}

function refuse(
  response: ServerResponse,
  status: number,
  error: string,
  headers: Record<string, string> = {},
): void {
  send(response, status, { error }, { ...headers, ...(status === 413 ? { connection: "close" } : {}) });
}

function send(
  response: ServerResponse,
  status: number,
  content: object,
  headers: Record<string, string> = {},
): void {
  response
    .writeHead(status, { "content-type": "application/json", ...headers })
    .end(`${JSON.stringify(content)}\n`);
}
