import { parseArgs } from "node:util";

export const usage = `npm run build -- [--base /name] [--site https://host] [--out folder]
  --base  the path under which the site is served, such as the repository's name on GitHub Pages
  --site  the address of the host, for canonical links
  --out   where the report is written (default: dist)
REPORT_DATA=path names another data folder or file than data/.`;

/** What a build is told on the command line. */
export interface BuildOptions {
  /** With a slash at its start and none at its end, except that the root is `/`. */
  base: string;
  site: string | undefined;
  out: string;
  help: boolean;
}

/** Reads the arguments of a build; throws an error whose message says which is wrong and what is allowed. */
export function readOptions(args: readonly string[]): BuildOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      base: { type: "string", default: "/" },
      site: { type: "string" },
      out: { type: "string", default: "dist" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.out.trim() === "") throw new Error(`--out "" names no folder`);
  return {
    base: basePath(values.base),
    site: values.site === undefined ? undefined : siteOrigin(values.site),
    out: values.out,
    help: values.help,
  };
}

/** A segment of what RFC 3986 calls unreserved characters; `.` and `..` would point elsewhere. */
const segment = /^(?!\.{1,2}$)[\w.~-]+$/;

function basePath(text: string): string {
  const segments = text.replace(/^\/|\/$/g, "").split("/");
  if (segments.join("") === "" && segments.length === 1) return "/";
  if (!segments.every((part) => segment.test(part)))
    throw new Error(
      `--base ${JSON.stringify(text)} is no path; write /name, of letters, digits, "-", "_", "." and "~"`,
    );
  return `/${segments.join("/")}`;
}

function siteOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOrigin =
    url !== undefined && /^https?:$/.test(url.protocol) && url.href.replace(/\/$/, "") === url.origin;
  if (!isOrigin)
    throw new Error(
      `--site ${JSON.stringify(text)} is no address of a host; write https://host, and a path with --base`,
    );
  return url.origin;
}
