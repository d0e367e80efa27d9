import { createReadStream } from "node:fs";
import { z } from "zod";
import { InputError } from "../errors.ts";
import { unreadable } from "../read/find-files.ts";
import { type PreviousReport, readPreviousReport } from "../sections/changes/read-previous-report.ts";

/** An earlier report, or why there is none, in words for whoever builds. */
export type LoadedPrevious =
  | { report: PreviousReport; notice: null }
  | { report: null; notice: string | null };

/** Limits of what is taken from elsewhere. */
export interface Limits {
  milliseconds: number;
  bytes: number;
}

const defaultLimits: Limits = { milliseconds: 20_000, bytes: 64 * 1024 * 1024 };

/**
 * The earlier report.json at an address (http or https) or in a file. Throws nothing: where there is none, or none
 * that can be read, the notice says so, and the build goes on without it.
 */
export async function loadPreviousReport(
  where: string | undefined,
  limits: Limits = defaultLimits,
): Promise<LoadedPrevious> {
  if (where === undefined || where === "") return { report: null, notice: null };
  const isAddress = /^[a-z][a-z\d+.-]*:\/\//i.test(where);
  const name = isAddress ? shownAddress(where) : where;
  try {
    const text = isAddress ? await download(where, name, limits) : await readFile(where, limits);
    if (text === null)
      return { report: null, notice: `There is no earlier report at ${name}: nothing is compared with it.` };
    return { report: readPreviousReport(text, name), notice: null };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return {
      report: null,
      notice: `Warning: nothing is compared with the earlier report.\n${error.message}`,
    };
  }
}

/** Without what may be secret: user, password and query. */
function shownAddress(address: string): string {
  if (!URL.canParse(address)) return "the given address";
  const { protocol, host, pathname } = new URL(address);
  return `${protocol}//${host}${pathname}`;
}

/** The text at an address; null where nothing is there. */
async function download(
  address: string,
  name: string,
  { milliseconds, bytes }: Limits,
): Promise<string | null> {
  if (!/^https?:/i.test(address) || !URL.canParse(address))
    throw new InputError("only http and https addresses are read", "Name such an address, or a file.", {
      file: name,
    });
  const { username, password } = new URL(address);
  if (username !== "" || password !== "")
    throw new InputError(
      "an address with a user or a password in it is not read",
      "Leave them out, or name a file.",
      {
        file: name,
      },
    );
  const signal = AbortSignal.timeout(milliseconds);
  try {
    const response = await fetchFromHost(address, name, signal);
    if (response.status === 404 || response.status === 410) return null;
    if (!response.ok)
      throw new InputError(`the server answered with status ${response.status}`, "Look at the address.", {
        file: name,
      });
    return response.body === null ? "" : await textOf(response.body, name, bytes);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const why = signal.aborted ? `no answer within ${milliseconds / 1000} seconds` : reasonOf(error);
    throw new InputError(`it cannot be read: ${why}`, "Look at the address and the network.", { file: name });
  }
}

/** More redirects than that are a circle. */
const mostRedirects = 5;

/** What an address answers, its redirects followed as far as they stay on its host. */
async function fetchFromHost(address: string, name: string, signal: AbortSignal): Promise<Response> {
  let url = new URL(address);
  for (let followed = 0; followed <= mostRedirects; followed += 1) {
    const response = await fetch(url, {
      signal,
      redirect: "manual",
      headers: { accept: "application/json" },
    });
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    const next = URL.canParse(location, url) ? new URL(location, url) : null;
    const isSafe =
      next !== null &&
      next.host === url.host &&
      (next.protocol === url.protocol || next.protocol === "https:");
    if (next === null || !isSafe) {
      throw new InputError(
        `the server sends on to ${next === null ? "what is no address" : `${next.protocol}//${next.host}`}`,
        "Name the address itself: redirects to another host are not followed.",
        { file: name },
      );
    }
    url = next;
  }
  throw new InputError("the server sends on in a circle", "Look at the address.", { file: name });
}

/** The text of a file; null where there is none. */
async function readFile(path: string, { bytes }: Limits): Promise<string | null> {
  try {
    return await textOf(createReadStream(path), path, bytes);
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw unreadable(path, error);
  }
}

async function textOf(chunks: AsyncIterable<Uint8Array>, name: string, most: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > most)
      throw new InputError(
        `it is larger than ${Math.floor(most / 1024 / 1024)} MB`,
        "Name a report.json as a build wrote it.",
        { file: name },
      );
    parts.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}

const causeShape = z.object({ cause: z.object({ message: z.string() }) });

/** What fetch hides behind "fetch failed". */
function reasonOf(error: unknown): string {
  const cause = causeShape.safeParse(error);
  if (cause.success) return cause.data.cause.message;
  return error instanceof Error ? error.message : String(error);
}
