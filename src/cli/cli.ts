#!/usr/bin/env node
// What other files import needs a newer Node than an old one can say: they are loaded once the version is known.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Shopper Report needs Node 22.18 or newer; this is ${process.version}\n  Install a newer Node, or start it with npx, which takes the Node that comes with the package.\n`,
  );
  process.exitCode = 2;
} else {
  // What reads a result may have seen enough of it, as `head` does.
  process.stdout.on("error", (error) => {
    if (!("code" in error) || error.code !== "EPIPE") throw error;
  });
  const { run } = await import("./run.ts");
  process.exitCode = await run(process.argv.slice(2), process);
}

export {};
