import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Where a server listens. */
export interface Address {
  host: string;
  /** 0 takes any free one. */
  port: number;
}

/** A server that listens. */
export interface Listening {
  /** Its address, with the port that was taken, such as `http://127.0.0.1:8081`. */
  url: string;
  /** Takes no more requests, and waits for those under way; after `patience` milliseconds it cuts them off. */
  close(patience?: number): Promise<void>;
}

/** Lets a server listen. Throws what the system throws, such as EADDRINUSE. */
export async function listening(server: Server, { host, port }: Address): Promise<Listening> {
  await new Promise<void>((ready, failed) => {
    server.once("error", failed);
    server.listen(port, host, ready);
  });
  const taken = server.address();
  const own = isAddress(taken) ? taken.port : port;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${own}`,
    close: (patience = 1000) =>
      new Promise((closed) => {
        const cut = setTimeout(() => server.closeAllConnections(), patience);
        server.close(() => {
          clearTimeout(cut);
          closed();
        });
        server.closeIdleConnections();
      }),
  };
}

/** Whether an address can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function isAddress(taken: string | AddressInfo | null): taken is AddressInfo {
  return typeof taken === "object" && taken !== null;
}
