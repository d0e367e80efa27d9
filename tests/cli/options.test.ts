import { describe, expect, test } from "vitest";
import { basePath, named, portNumber, siteOrigin } from "../../src/cli/options.ts";

describe("options of the command line", () => {
  test.each([
    ["/shop", "/shop"],
    ["shop/", "/shop"],
    ["/team/shop-2.0/", "/team/shop-2.0"],
    ["/", "/"],
    ["", "/"],
  ])("should read the base path %j as %s", (base, path) => {
    expect(basePath(base)).toBe(path);
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
  ])("should refuse the base path %j", (base) => {
    expect(() => basePath(base)).toThrow("It is no path");
  });

  test.each(["https://shop.example", "http://localhost:8080/"])("should take the site %s", (site) => {
    expect(siteOrigin(site)).toBe(new URL(site).origin);
  });

  test.each([
    "shop.example",
    "ftp://shop.example",
    "javascript:alert(1)",
    "https://a.example/path",
    "https://u:p@a.example",
    "",
  ])("should refuse the site %j", (site) => {
    expect(() => siteOrigin(site)).toThrow("It is no address of a host");
  });

  test.each(["-1", "65536", "http", "", "1e3"])("should refuse the port %j", (port) => {
    expect(() => portNumber(port)).toThrow("It is no port");
  });

  test("should take a port, and any free one", () => {
    expect([portNumber("0"), portNumber("65535")]).toEqual([0, 65_535]);
  });

  test("should refuse a path without a name", () => {
    expect(() => named(" ")).toThrow("It names nothing");
    expect(named("dist")).toBe("dist");
  });
});
