import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A container, run as compose.yaml says: no rights, nothing writable but what is mounted, and no network at all. */
export interface Container {
  child: ChildProcess;
  /** What it wrote so far. */
  text(): string;
  ended: Promise<number | null>;
  /** Runs a program in it, and gives its exit status and what it wrote. */
  exec(...args: string[]): { status: number | null; out: string };
  kill(signal: string): void;
}

/** What is run, and with which folder at /shop. */
export interface ContainerOptions {
  root: string;
  shop: string;
  args: readonly string[];
  scratch: string;
  name: string;
  /** Instead of the image's entry point. */
  program?: readonly string[];
}

/** Starts a container by runc: uid 1000, read-only root, no capabilities, no new privileges. */
export async function startContainer(options: ContainerOptions): Promise<Container> {
  const bundle = join(options.scratch, `bundle-${options.name}`);
  await mkdir(bundle);
  await writeFile(join(bundle, "config.json"), JSON.stringify(configOf(options)));
  const state = join(options.scratch, "state");
  const runc = ["--root", state];
  const child = spawn("runc", [...runc, "run", "--bundle", bundle, options.name], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (piece) => {
      text += String(piece);
    });
  return {
    child,
    text: () => text,
    ended: new Promise((done) => child.on("close", done)),
    exec(...args) {
      const { status, stdout, stderr } = spawnSync("runc", [...runc, "exec", options.name, ...args], {
        encoding: "utf8",
      });
      return { status, out: stdout + stderr };
    },
    kill(signal) {
      spawnSync("runc", [...runc, "kill", options.name, signal]);
    },
  };
}

/** The container as the OCI runtime specification describes one. */
function configOf({ root, shop, args, program }: ContainerOptions) {
  const mount = (destination: string, type: string, source: string, options: string[]) => ({
    destination,
    type,
    source,
    options,
  });
  return {
    ociVersion: "1.0.2",
    process: {
      user: { uid: 1000, gid: 1000 },
      args: [...(program ?? ["node", "/app/src/cli/cli.ts"]), ...args],
      env: [
        "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME=/tmp",
        "NODE_ENV=production",
        "ASTRO_TELEMETRY_DISABLED=1",
      ],
      cwd: "/shop",
      capabilities: { bounding: [], effective: [], inheritable: [], permitted: [], ambient: [] },
      noNewPrivileges: true,
    },
    root: { path: root, readonly: true },
    hostname: "shop",
    mounts: [
      mount("/proc", "proc", "proc", []),
      mount("/dev", "tmpfs", "tmpfs", ["nosuid", "strictatime", "mode=755", "size=65536k"]),
      mount("/dev/shm", "tmpfs", "shm", ["nosuid", "noexec", "nodev", "mode=1777"]),
      mount("/tmp", "tmpfs", "tmpfs", ["nosuid", "nodev", "mode=1777"]),
      mount("/shop", "bind", shop, ["rbind", "rw"]),
    ],
    linux: {
      namespaces: ["pid", "ipc", "uts", "mount", "network"].map((type) => ({ type })),
      maskedPaths: ["/proc/kcore", "/proc/keys"],
      readonlyPaths: ["/proc/sys"],
    },
  };
}
