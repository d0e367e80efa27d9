import { delimiter, join } from "node:path";
import { describe, expect, test } from "vitest";
import { advice, findBrowser, type Machine } from "../../src/cli/browser.ts";

const own = "/own/chrome";
const system = join("/usr/bin", "chromium");

/** A machine of which only the named files exist; commands do nothing unless told. */
function machine(
  files: string[],
  changes: Partial<Machine> = {},
): Machine & { ran: string[]; said: string[] } {
  const ran: string[] = [];
  const said: string[] = [];
  return {
    environment: { PATH: ["/bin", "/usr/bin"].join(delimiter) },
    root: false,
    ownPath: own,
    exists: (path) => files.includes(path),
    starts: async () => true,
    run: (command, args) => {
      ran.push([command, ...args].join(" "));
      return false;
    },
    say: (line) => said.push(line),
    ran,
    said,
    ...changes,
  };
}

describe("findBrowser", () => {
  test("takes Playwright's own where it is there, and installs nothing", async () => {
    const here = machine([own, system]);
    expect(await findBrowser(here)).toBe(own);
    expect(here.ran).toEqual([]);
  });

  test("installs Playwright's own before it takes one of the machine", async () => {
    const files = [system];
    const run = (_command: string, args: string[]) => {
      if (args.includes("install")) files.push(own);
      return true;
    };
    expect(await findBrowser(machine(files, { run }))).toBe(own);
  });

  test("takes the machine's where Playwright's own cannot be installed, trying once", async () => {
    const here = machine([system]);
    expect(await findBrowser(here)).toBe(system);
    expect(here.ran).toHaveLength(1);
    expect(here.said).toHaveLength(1);
  });

  test("passes over a browser of Playwright's that does not start", async () => {
    const here = machine([own, system], { starts: async (path) => path !== own });
    expect(await findBrowser(here)).toBe(system);
  });

  test("takes the browser that CHROME_PATH names before others of the machine", async () => {
    const here = machine(["/opt/chrome", system], {
      environment: { PATH: "/usr/bin", CHROME_PATH: "/opt/chrome" },
    });
    expect(await findBrowser(here)).toBe("/opt/chrome");
  });

  test.each([
    { who: "root", root: true, prefix: "/bin/apt-get" },
    { who: "who may use sudo", root: false, prefix: "/bin/sudo -n /bin/apt-get" },
  ])("installs the system's package where nothing else is left, for $who", async ({ root, prefix }) => {
    const files = ["/bin/apt-get", "/bin/sudo"];
    const ran: string[] = [];
    const run = (command: string, args: string[]) => {
      const line = [command, ...args].join(" ");
      ran.push(line);
      if (line.startsWith(`${prefix} install`)) files.push(system);
      return command.startsWith("/bin/");
    };
    expect(await findBrowser(machine(files, { root, run }))).toBe(system);
    expect(
      ran.filter((line) => line.startsWith(prefix)).map((line) => line.slice(prefix.length + 1)),
    ).toEqual(["update -qq", "install -y -qq --no-install-recommends chromium"]);
  });

  test("installs no package for a person who may not", async () => {
    const here = machine(["/bin/apt-get", "/bin/sudo"]);
    expect(await findBrowser(here)).toBeNull();
    expect(here.ran.some((line) => line.includes("apt-get"))).toBe(false);
  });

  test("says in one line what to do where there is nothing", async () => {
    const here = machine([]);
    expect(await findBrowser(here)).toBeNull();
    expect(here.said).toEqual([advice]);
    expect(advice).not.toContain("\n");
  });
});
