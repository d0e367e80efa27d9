import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";

/** Arguments that let Chromium run as root in a container and keep it off the network. */
export const launchArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What to do when no browser was found and none could be installed. */
export const advice =
  "No browser: install Chromium (Debian: apt-get install chromium) or run `npx playwright install --with-deps chromium`, " +
  "or name one in the environment variable CHROME_PATH; then run this again.";

/** How the search touches the machine; a test puts stubs in its place. */
export interface Machine {
  environment: Record<string, string | undefined>;
  /** Whether this process may install packages without sudo. */
  root: boolean;
  /** Where Playwright keeps the browser that belongs to its version. */
  ownPath: string;
  exists(path: string): boolean;
  /** Whether the browser starts and shows a page: a file alone may lack its libraries or be a stub. */
  starts(path: string): Promise<boolean>;
  /** Runs a command for at most some seconds and says whether it ended well. */
  run(command: string, args: string[], seconds: number): boolean;
  say(line: string): void;
}

const playwrightCli = fileURLToPath(new URL("../../node_modules/playwright/cli.js", import.meta.url));
const rememberedIn = fileURLToPath(
  new URL("../../node_modules/.cache/shopper-report/browser", import.meta.url),
);

/**
 * Finds a Chromium that starts: Playwright's own if it is there or can be installed, else one on
 * the machine, else the system's package. Returns its path, or null after saying what to do.
 */
export async function findBrowser(machine: Machine = thisMachine()): Promise<string | null> {
  const own = async () => machine.exists(machine.ownPath) && (await machine.starts(machine.ownPath));
  if (await own()) return chosen(machine, machine.ownPath, "Playwright's own");

  const known = systemBrowser(machine);
  if (installOwn(machine, known === null ? 300 : 60) && (await own())) {
    return chosen(machine, machine.ownPath, "Playwright's own, just installed");
  }
  if (known !== null && (await machine.starts(known))) {
    return chosen(machine, known, "found on this machine; Playwright's own cannot be installed here");
  }
  if (installPackage(machine)) {
    const installed = systemBrowser(machine);
    if (installed !== null && (await machine.starts(installed))) {
      return chosen(machine, installed, "installed by apt-get");
    }
    // The package brings the libraries that Playwright's own may have lacked.
    if (await own()) return chosen(machine, machine.ownPath, "Playwright's own");
  }
  machine.say(advice);
  return null;
}

/** The browser that the last `node src/cli/browser.ts` chose, if it is still there. */
export function rememberedBrowser(): string | null {
  if (!existsSync(rememberedIn)) return null;
  const path = readFileSync(rememberedIn, "utf8").trim();
  return existsSync(path) ? path : null;
}

function chosen(machine: Machine, path: string, why: string): string {
  machine.say(`Browser: ${path} (${why})`);
  return path;
}

function installOwn(machine: Machine, seconds: number): boolean {
  if (machine.environment["PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD"]) return false;
  return machine.run(process.execPath, [playwrightCli, "install", "chromium"], seconds);
}

function installPackage(machine: Machine): boolean {
  const aptGet = inPath(machine, "apt-get");
  if (aptGet === null) return false;
  const sudo = machine.root ? null : inPath(machine, "sudo");
  if (!machine.root && (sudo === null || !machine.run(sudo, ["-n", "true"], 10))) return false;
  machine.say("No browser on this machine: installing the package chromium (apt-get)");
  const apt = (args: string[]) =>
    sudo === null ? machine.run(aptGet, args, 600) : machine.run(sudo, ["-n", aptGet, ...args], 600);
  // A source that cannot be reached need not keep the package from being installed.
  apt(["update", "-qq"]);
  return apt(["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
}

function systemBrowser(machine: Machine): string | null {
  const named = machine.environment["CHROME_PATH"];
  if (named !== undefined && machine.exists(named)) return named;
  const commands = [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
  ];
  for (const command of commands) {
    const path = inPath(machine, command);
    if (path !== null) return path;
  }
  const programs = machine.environment["PROGRAMFILES"];
  const places = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ...(programs === undefined ? [] : [join(programs, "Google", "Chrome", "Application", "chrome.exe")]),
  ];
  return places.find((place) => machine.exists(place)) ?? null;
}

function inPath(machine: Machine, command: string): string | null {
  const folders = (machine.environment["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, command)).find((path) => machine.exists(path)) ?? null;
}

function thisMachine(): Machine {
  return {
    environment: process.env,
    root: process.getuid?.() === 0,
    ownPath: chromium.executablePath(),
    exists(path) {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    },
    async starts(path) {
      try {
        const browser = await chromium.launch({
          executablePath: path,
          args: launchArguments,
          timeout: 30_000,
        });
        await browser.close();
        return true;
      } catch {
        return false;
      }
    },
    run(command, args, seconds) {
      const { status } = spawnSync(command, args, {
        stdio: "ignore",
        timeout: seconds * 1000,
        killSignal: "SIGKILL",
        env: {
          ...process.env,
          DEBIAN_FRONTEND: "noninteractive",
          // Milliseconds; where only package registries are reachable the download must fail soon.
          PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT:
            process.env["PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT"] ?? "5000",
        },
      });
      return status === 0;
    },
    say: (line) => console.log(line),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = await findBrowser();
  if (path === null) {
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(rememberedIn), { recursive: true });
    writeFileSync(rememberedIn, `${path}\n`);
  }
}
