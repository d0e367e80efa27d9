import { readdirSync, readFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import papaparse from "papaparse";
import { canary, rareName } from "../fixtures/names.ts";
import { siteNames, sites } from "./sites.ts";
import { expect, filesOf, test } from "./test.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));

for (const site of ["hostile", "shopify", "undated"] as const) {
  test(`no identifier, e-mail, name, address or review of ${site} is in any file`, () => {
    expect(filesWith(site, canary)).toEqual([]);
  });
}

test("a product, a category and a place of two customers are not published", () => {
  expect(filesWith("hostile", rareName)).toEqual([]);
});

test("no customer of the sample is in any file", () => {
  const folder = join(project, sites.sample);
  const identifiers = new Set<string>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".csv"))) {
    const { data, meta } = papaparse.parse<Record<string, string>>(readFileSync(join(folder, name), "utf8"), {
      header: true,
      skipEmptyLines: true,
    });
    const personal = (meta.fields ?? []).filter((header) => /customer|e-?mail/i.test(header));
    expect(personal, `columns of ${name} that name a customer`).not.toEqual([]);
    for (const row of data) {
      for (const header of personal) {
        const value = row[header]?.trim() ?? "";
        // A bare number proves nothing: it may be a count.
        if (/[A-Za-z]/.test(value)) identifiers.add(value.toLowerCase());
      }
    }
  }
  const found: string[] = [];
  for (const [path, bytes] of filesOf("sample")) {
    for (const [word] of bytes
      .toString("utf8")
      .toLowerCase()
      .matchAll(/[\p{L}\p{N}_@.-]+/gu)) {
      if (identifiers.has(word)) found.push(`${path}: ${word}`);
    }
  }
  expect(found).toEqual([]);
});

for (const site of siteNames) {
  test(`no path of this machine is in any file of ${site}`, () => {
    // A home such as "/root" is also a word; a path goes on after it.
    const everywhere = [project, join(homedir(), "/")];
    // Among the naughty names are such addresses and files of a temporary folder.
    const elsewhere = site === "naughty" ? [] : [join(tmpdir(), "/"), "file:///"];
    for (const path of [...everywhere, ...elsewhere]) {
      expect(filesWith(site, path), path).toEqual([]);
    }
  });
}

/** The files of a site that contain a text, without regard to case; also as base64 or UTF-16 would hide it. */
function filesWith(site: (typeof siteNames)[number], text: string): string[] {
  const found: string[] = [];
  for (const [path, bytes] of filesOf(site)) {
    const forms = [bytes.toString("latin1"), bytes.toString("utf16le")];
    if (forms.some((form) => form.toLowerCase().includes(text.toLowerCase()))) found.push(path);
    if (path.toLowerCase().includes(text.toLowerCase())) found.push(`${path} (the name)`);
  }
  return found;
}
