import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { TestContext } from "vitest";
import type { z } from "zod";
import type { configSchema } from "../../src/config/config.ts";
import { csvSource } from "../../src/read/csv-source.ts";
import { silent } from "../../src/read/progress.ts";
import { type Dataset, openDataset } from "../../src/store/open-dataset.ts";
import { configOf } from "./dataset.ts";

const folder = fileURLToPath(new URL("../../../shared/data", import.meta.url));

/** A real file's dataset; where the file is absent, the test is skipped and says so. */
export async function realDataset(
  name: string,
  { skip }: Pick<TestContext, "skip">,
  keys: z.input<typeof configSchema> = {},
): Promise<Dataset> {
  if (!existsSync(`${folder}/${name}`)) skip(`${name} is not there: put it into ${folder}`);
  return openDataset([csvSource(folder, name)], configOf(keys), silent);
}
