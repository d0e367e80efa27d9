/** What `build` is told on the command line. */
export interface BuildOptions {
  /** The data folder or file. */
  data: string;
  /** With a slash at its start and none at its end, except that the root is `/`. */
  base: string;
  site: string | undefined;
  out: string;
  /** Whether the whole report is written as one file too. */
  singleFile: boolean;
  /** The address or the file of the report.json to compare with. */
  previous: string | undefined;
}

/** A segment of what RFC 3986 calls unreserved characters; `.` and `..` would point elsewhere. */
const segment = /^(?!\.{1,2}$)[\w.~-]+$/;

/** A base path with a slash at its start and none at its end. Throws an error that says what is allowed. */
export function basePath(text: string): string {
  const segments = text.replace(/^\/|\/$/g, "").split("/");
  if (segments.join("") === "" && segments.length === 1) return "/";
  if (!segments.every((part) => segment.test(part)))
    throw new Error(`It is no path; write /name, of letters, digits, "-", "_", "." and "~".`);
  return `/${segments.join("/")}`;
}

/** The origin of a host's address. Throws an error that says what is allowed. */
export function siteOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOrigin =
    url !== undefined && /^https?:$/.test(url.protocol) && url.href.replace(/\/$/, "") === url.origin;
  if (!isOrigin) throw new Error(`It is no address of a host; write https://host, and a path with --base.`);
  return url.origin;
}

/** A path or an address that names something. Throws an error where it is empty. */
export function named(text: string): string {
  if (text.trim() === "") throw new Error("It names nothing.");
  return text;
}

/** A port of this machine. Throws an error that says what is allowed. */
export function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new Error(`It is no port; write a number from 0 (any free one) to 65535.`);
  return port;
}

/** The forms in which changes are printed. */
export const changeForms = ["text", "markdown", "json"] as const;

/** One of the forms in which changes are printed. */
export type ChangeForm = (typeof changeForms)[number];
