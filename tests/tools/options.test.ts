import { describe, expect, test } from "vitest";
import { readOptions } from "../../src/tools/options.ts";

describe("readOptions", () => {
  test("should write dist for the root of a host by default", () => {
    expect(readOptions([])).toEqual({ base: "/", site: undefined, out: "dist", help: false });
  });

  test.each([
    ["/shop", "/shop"],
    ["shop/", "/shop"],
    ["/team/shop-2.0/", "/team/shop-2.0"],
    ["/", "/"],
    ["", "/"],
  ])("should read the base path %j as %s", (base, path) => {
    expect(readOptions(["--base", base]).base).toBe(path);
  });

  test.each([
    "https://host/shop",
    "//host/shop",
    "/a/../b",
    "/.",
    "/shop?x",
    "/shop#x",
    "/a b",
    "/a//b",
    "C:/Program Files/shop",
    '/"><script>',
    "/a\\b",
  ])("should refuse the base path %j and quote it", (base) => {
    expect(() => readOptions(["--base", base])).toThrow(`--base ${JSON.stringify(base)} is no path`);
  });

  test.each(["https://shop.example", "http://localhost:8080/"])("should take the site %s", (site) => {
    expect(readOptions(["--site", site]).site).toBe(new URL(site).origin);
  });

  test.each([
    "shop.example",
    "ftp://shop.example",
    "javascript:alert(1)",
    "https://a.example/path",
    "https://u:p@a.example",
    "",
  ])("should refuse the site %j", (site) => {
    expect(() => readOptions(["--site", site])).toThrow("is no address of a host");
  });

  test("should refuse an option that it does not know, and a folder without a name", () => {
    expect(() => readOptions(["--force"])).toThrow("--force");
    expect(() => readOptions(["extra"])).toThrow("extra");
    expect(() => readOptions(["--out", ""])).toThrow("names no folder");
  });

  test("should know when help is wanted", () => {
    expect(readOptions(["-h"]).help).toBe(true);
  });
});
