import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdir, realpath, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../../..", import.meta.url));

/** The base that the Dockerfile names. */
const base = "docker.io/library/node:22-bookworm-slim";

/** Certificates of the authorities that this machine trusts, where Debian keeps them. */
const authorities = "/etc/ssl/certs/ca-certificates.crt";

const isThere = (program: string) => spawnSync("which", [program]).status === 0;

/** What to install where an image cannot be built and run; null where it can. */
export const containerMissing =
  process.getuid?.() !== 0
    ? "run as root: there is no engine that would run a container for others"
    : !isThere("buildah") || !isThere("runc")
      ? "apt-get install --no-install-recommends buildah runc"
      : !isThere("mmdebstrap") && process.env["SHOPPER_TEST_PULL"] !== "1"
        ? "apt-get install --no-install-recommends mmdebstrap, or let the base be pulled with SHOPPER_TEST_PULL=1"
        : null;

/** Runs a program to its end, and gives what it wrote. Throws where it fails. */
async function run(program: string, args: readonly string[], cwd?: string): Promise<string> {
  const child = spawn(program, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let err = "";
  child.stdout.on("data", (piece) => {
    out += String(piece);
  });
  child.stderr.on("data", (piece) => {
    err += String(piece);
  });
  const status = await new Promise((done) => child.on("close", done));
  if (status !== 0) throw new Error(`${program} ${args.join(" ")}: ${status}\n${out}${err}`.slice(-4000));
  return out;
}

/** An image, as files on this machine. */
export interface Image {
  /** Its root folder, to be run from. */
  root: string;
  /** Bytes of the image, and of its base. */
  size: number;
  baseSize: number;
}

/**
 * Builds the image from a clean checkout by buildah, without an engine. The base is pulled where SHOPPER_TEST_PULL is 1
 * or made: Debian's packages, with the Node that the lockfile pins and the npm of this machine, under the base's name,
 * so that the Dockerfile is used as it stands.
 */
export async function buildImage(scratch: string): Promise<Image> {
  const buildah = (...args: string[]) =>
    run("buildah", [
      ...["--storage-driver", "vfs", "--root", join(scratch, "storage"), "--runroot", join(scratch, "run")],
      ...args,
    ]);
  if (process.env["SHOPPER_TEST_PULL"] === "1") await buildah("pull", base);
  else await makeBase(scratch, buildah);
  const checkout = join(scratch, "checkout");
  await mkdir(checkout);
  const files = await run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], project);
  for (const file of files.split("\0").filter((name) => name !== "" && existsSync(join(project, name)))) {
    const target = join(checkout, file);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(project, file), target);
  }
  await buildah(
    ...["bud", "--pull-never", "--isolation", "chroot", "--format", "docker"],
    ...(await npmSettings(scratch)).flatMap(([from, to]) => ["--volume", `${from}:${to}:ro`]),
    ...["--tag", "shopper-report", checkout],
  );
  const container = (await buildah("from", "--pull-never", "localhost/shopper-report")).trim();
  const root = (await buildah("mount", container)).trim();
  return { root, size: await bytesIn(root), baseSize: await baseBytes(buildah) };
}

async function baseBytes(buildah: (...args: string[]) => Promise<string>): Promise<number> {
  const container = (await buildah("from", "--pull-never", base)).trim();
  return bytesIn((await buildah("mount", container)).trim());
}

async function bytesIn(root: string): Promise<number> {
  const [bytes = "0"] = (await run("du", ["-sb", root])).split("\t");
  return Number(bytes);
}

async function makeBase(scratch: string, buildah: (...args: string[]) => Promise<string>): Promise<void> {
  const archive = join(scratch, "base.tar");
  await run("mmdebstrap", ["--variant=minbase", "--include=ca-certificates", "bookworm", archive]);
  const container = (await buildah("from", "--pull-never", "scratch")).trim();
  await buildah("add", container, archive, "/");
  await rm(archive);
  await buildah("copy", container, process.execPath, "/usr/local/bin/node");
  const npmProgram = await realpath((await run("which", ["npm"])).trim());
  const npm = dirname(dirname(npmProgram));
  await buildah("copy", container, npm, "/usr/local/lib/node_modules/npm");
  const script = [
    "ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm",
    "groupadd --gid 1000 node",
    "useradd --uid 1000 --gid node --create-home node",
  ];
  await buildah("run", "--isolation", "chroot", container, "--", "sh", "-c", script.join(" && "));
  await buildah("commit", "--format", "docker", "--rm", container, base);
}

/**
 * Where npm fetches from on this machine and whom it trusts, in a file of its own: mounted for the build, never written.
 * Nobody's own settings, and no token among them, come near the image.
 */
async function npmSettings(scratch: string): Promise<[from: string, to: string][]> {
  const registry = (await run("npm", ["config", "get", "registry"], "/")).trim();
  const lines = [`registry=${registry}`, ...(existsSync(authorities) ? [`cafile=${authorities}`] : [])];
  const file = join(scratch, "npmrc");
  await writeFile(file, `${lines.join("\n")}\n`);
  const all: [string, string][] = [
    [file, "/usr/local/etc/npmrc"],
    [dirname(authorities), dirname(authorities)],
  ];
  return all.filter(([from]) => existsSync(from));
}
