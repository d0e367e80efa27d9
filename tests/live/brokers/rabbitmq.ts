import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type ChannelModel, connect } from "amqplib";

const installed = "/usr/lib/rabbitmq/lib";

/** What to install where there is no RabbitMQ; null where there is one. */
export const rabbitMissing = existsSync(installed)
  ? null
  : "apt-get install --no-install-recommends rabbitmq-server procps (with a policy-rc.d that answers 101, so that nothing starts by itself)";

/** A broker on loopback, for a test. It can be killed, and started again with what it had on the disk. */
export interface TestRabbit {
  url: string;
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Kills it and removes its folder. */
  stop(): Promise<void>;
}

/**
 * Starts Debian's RabbitMQ as a node of its own, as whoever runs the test: own home, own folder, own port mapper,
 * everything on loopback. It is ready after 10 to 60 s.
 */
export async function startRabbit(): Promise<TestRabbit> {
  const folder = await mkdtemp(join(tmpdir(), "shopper-rabbit-"));
  for (const name of ["home", "mnesia", "log"]) await mkdir(join(folder, name));
  const [port, distribution, mapper] = await freePorts(3);
  const url = `amqp://guest:guest@127.0.0.1:${port}`;
  await writeFile(
    join(folder, "rabbitmq.conf"),
    [
      `listeners.tcp.default = 127.0.0.1:${port}`,
      "loopback_users.guest = true",
      "log.console = false",
      "vm_memory_high_watermark.absolute = 1GB",
      "disk_free_limit.absolute = 200MB",
      "",
    ].join("\n"),
  );
  await writeFile(join(folder, "enabled_plugins"), "[].\n");
  const [version = ""] = readdirSync(installed).filter((name) => name.startsWith("rabbitmq_server-"));
  const program = join(installed, version, "sbin/rabbitmq-server");
  const env = {
    ...process.env,
    HOME: join(folder, "home"),
    RABBITMQ_NODENAME: `shop${port}@localhost`,
    RABBITMQ_MNESIA_BASE: join(folder, "mnesia"),
    RABBITMQ_LOG_BASE: join(folder, "log"),
    RABBITMQ_CONFIG_FILE: join(folder, "rabbitmq.conf"),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, "enabled_plugins"),
    RABBITMQ_NODE_PORT: String(port),
    RABBITMQ_NODE_IP_ADDRESS: "127.0.0.1",
    RABBITMQ_DIST_PORT: String(distribution),
    RABBITMQ_PID_FILE: join(folder, "pid"),
    // Without it, a port mapper that listens on every address would be started.
    ERL_EPMD_ADDRESS: "127.0.0.1",
    ERL_EPMD_PORT: String(mapper),
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: "-kernel inet_dist_use_interface {127,0,0,1}",
  };
  let group = 0;

  const start = async () => {
    const child = spawn(program, { env, detached: true, stdio: "ignore" });
    group = child.pid ?? 0;
    for (let tries = 0; ; tries += 1) {
      const connection: ChannelModel | null = await connect(url, { timeout: 2000 }).catch(() => null);
      if (connection !== null) return void (await connection.close());
      if (tries > 600) throw new Error(`RabbitMQ did not start; its logs are in ${folder}`);
      await pause(250);
    }
  };
  const kill = async () => {
    // The shell that started it, and the virtual machine: one group.
    process.kill(-group, "SIGKILL");
    const node = Number(await readFile(join(folder, "pid"), "utf8").catch(() => "0"));
    if (node > 0) spawnSync("kill", ["-KILL", String(node)]);
    await pause(500);
  };
  await start();
  return {
    url,
    kill,
    start,
    async stop() {
      await kill();
      // The port mapper outlives its nodes; this one listens at a port of the test's own.
      spawnSync("epmd", ["-port", String(mapper), "-kill"], { env });
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** Ports that nobody uses at the moment. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((taken) =>
          server.listen(0, "127.0.0.1", () => {
            const address = server.address();
            taken(typeof address === "object" && address !== null ? address.port : 0);
          }),
        ),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}

/** Sends messages to a queue, which is made where it is not there, and waits until the broker has them on the disk. */
export async function sendToRabbit(
  { url }: TestRabbit,
  queue: string,
  queueType: "quorum" | "stream",
  messages: readonly string[],
  { atOnce, wait }: { atOnce: number; wait: number } = { atOnce: 500, wait: 0 },
): Promise<void> {
  let sent = 0;
  while (sent < messages.length) {
    try {
      const connection = await connect(url, { timeout: 5000 });
      connection.on("error", () => {});
      const channel = await connection.createConfirmChannel();
      channel.on("error", () => {});
      await channel.assertQueue(queue, { durable: true, arguments: { "x-queue-type": queueType } });
      for (; sent < messages.length; sent += atOnce) {
        for (const text of messages.slice(sent, sent + atOnce))
          channel.sendToQueue(queue, Buffer.from(text), { persistent: true });
        await channel.waitForConfirms();
        await pause(wait);
      }
      await connection.close();
    } catch {
      // The broker was killed: what it did not confirm is sent again.
      await pause(500);
    }
  }
}
