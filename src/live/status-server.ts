import { createServer } from "node:http";
import type { LiveMetrics } from "./metrics.ts";
import { type Address, type Listening, listening } from "./server.ts";

/** What /healthz says: `ok` unless nothing can be written; what goes on behind it is for who looks closer. */
export interface Health {
  status: "ok" | "disk refuses";
  /** Whether each source can be reached. A broker that is away is waited for: no restart would help. */
  sources: Record<string, boolean>;
  /** How the last build ended; null before the first. */
  lastBuild: { passed: boolean; seconds: number; at: string } | null;
}

/** Answers /healthz and /metrics. */
export function serveStatus(at: Address, metrics: LiveMetrics, health: () => Health): Promise<Listening> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://status");
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end();
      return;
    }
    const send = (status: number, type: string, body: string) =>
      response
        .writeHead(status, { "content-type": type, "cache-control": "no-store" })
        .end(request.method === "HEAD" ? undefined : body);
    if (pathname === "/healthz") {
      const found = health();
      send(found.status === "ok" ? 200 : 503, "application/json", `${JSON.stringify(found)}\n`);
    } else if (pathname === "/metrics") {
      metrics.registry.metrics().then(
        (text) => send(200, metrics.registry.contentType, text),
        (error: unknown) => send(500, "text/plain", String(error)),
      );
    } else send(404, "text/plain", "/healthz, /metrics\n");
  });
  return listening(server, at);
}
