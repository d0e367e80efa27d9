import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, resolve, sep } from "node:path";
import { createGzip } from "node:zlib";
import type { LivePages } from "../live/live-pages.ts";

/** A folder being served. */
export interface Served {
  /** Where the site starts, with the base path and a slash at its end. */
  url: string;
  close(): Promise<void>;
}

/** What to serve, and where. */
export interface ServeOptions {
  folder: string;
  /** The path under which the site stands, such as `/shopper-report`; the root by default. */
  base?: string;
  /** 0, the default, takes any free port. */
  port?: number;
  /** What pages get where the report is built anew while it is served. */
  live?: LivePages;
}

const mediaTypes: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/**
 * Serves a folder on the loopback address as GitHub Pages does: under a base path, a folder's
 * `index.html` for its path, text compressed for who takes it, a redirect to the path with a slash, and `404.html`
 * for the rest.
 */
export async function serve({ folder, base = "/", port = 0, live }: ServeOptions): Promise<Served> {
  const root = resolve(folder);
  const prefix = `/${base}/`.replace(/\/+/g, "/");
  const server = createServer((request, response) => {
    const packed = /\bgzip\b/.test(String(request.headers["accept-encoding"]));
    const { method = "GET", url = "/" } = request;
    // A page elsewhere whose name was made to point here could read the report otherwise.
    if (!isOwnHost(request.headers.host)) {
      response
        .writeHead(421, { "content-type": "text/plain" })
        .end("This server answers for this machine only.\n");
      return;
    }
    if (live !== undefined && method === "GET" && isLive(live, prefix, url, response)) return;
    respond(root, prefix, method, url, response, packed, live).catch((error: unknown) => {
      response.writeHead(500, { "content-type": "text/plain" }).end(String(error));
    });
  });
  await new Promise<void>((ready, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", ready);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}${prefix}`,
    close: () =>
      new Promise((closed, failed) => {
        server.close((error) => (error ? failed(error) : closed()));
        server.closeAllConnections();
      }),
  };
}

/** Whether a request names this machine, by its loopback address or name; without a name it can be no page's. */
function isOwnHost(host: string | undefined): boolean {
  if (host === undefined) return true;
  const name = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : "";
  return ["127.0.0.1", "localhost", "[::1]"].includes(name);
}

/** Whether a request was for what live pages need beside the report, and was answered. */
function isLive(live: LivePages, prefix: string, target: string, response: ServerResponse): boolean {
  const { pathname } = new URL(target, "http://loopback");
  return pathname.startsWith(prefix) && live.answer(pathname.slice(prefix.length), response);
}

async function respond(
  root: string,
  prefix: string,
  method: string,
  target: string,
  response: ServerResponse,
  packed: boolean,
  live: LivePages | undefined,
) {
  if (method !== "GET" && method !== "HEAD") {
    response.writeHead(405, { allow: "GET, HEAD" }).end();
    return;
  }
  const { pathname, search } = new URL(target, "http://loopback");
  const decoded = decodePath(pathname);
  if (`${pathname}/` === prefix) {
    response.writeHead(301, { location: `${prefix}${search}` }).end();
    return;
  }
  if (decoded?.startsWith(prefix)) {
    const path = resolve(root, decoded.slice(prefix.length));
    if (path === root || path.startsWith(root + sep)) {
      const kind = await kindOf(path);
      if (kind === "folder" && !pathname.endsWith("/")) {
        response.writeHead(301, { location: `${pathname}/${search}` }).end();
        return;
      }
      const file = kind === "folder" ? resolve(path, "index.html") : path;
      const wanted = kind === "folder" || !pathname.endsWith("/");
      if (wanted && (await kindOf(file)) === "file") {
        if (live !== undefined && extname(file) === ".html") {
          const html = live.page(await readFile(file, "utf8"), prefix);
          response.writeHead(200, headers(file)).end(method === "HEAD" ? undefined : html);
          return;
        }
        if (packed && method === "GET" && isText(file)) {
          response.writeHead(200, { ...headers(file), "content-encoding": "gzip", vary: "accept-encoding" });
          createReadStream(file).pipe(createGzip()).pipe(response);
          return;
        }
        const { size } = await stat(file);
        response.writeHead(200, { ...headers(file), "content-length": size });
        if (method === "HEAD") response.end();
        else createReadStream(file).pipe(response);
        return;
      }
    }
  }
  if (live !== undefined && (await kindOf(resolve(root, "index.html"))) === "nothing") {
    response.writeHead(503, { ...headers("index.html"), "retry-after": "5" }).end(live.waiting(prefix));
    return;
  }
  const page = await readFile(resolve(root, "404.html")).catch(() => "Not found\n");
  response.writeHead(404, headers("404.html")).end(method === "HEAD" ? undefined : page);
}

function headers(file: string): Record<string, string> {
  return {
    "content-type": mediaTypes[extname(file).toLowerCase()] ?? "application/octet-stream",
    "cache-control": "no-cache",
  };
}

/** What hosts send compressed. */
function isText(file: string): boolean {
  return /^(?:text\/|application\/(?:json|xml)|image\/svg)/.test(headers(file)["content-type"] ?? "");
}

function decodePath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

async function kindOf(path: string): Promise<"file" | "folder" | "nothing"> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? "folder" : "file";
  } catch {
    return "nothing";
  }
}
