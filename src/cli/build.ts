/** Short form of `cli.ts build`. */
import { run } from "./run.ts";

process.exitCode = await run(["build", ...process.argv.slice(2)], process);
