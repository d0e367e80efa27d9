import { mkdirSync, writeFileSync } from "node:fs";
import { toCsv } from "./generator/csv.ts";
import { generateSample, SAMPLE_SEED } from "./generator/generate.ts";

const FILE = new URL("../../data/shopping.csv", import.meta.url);

const { rows } = generateSample(SAMPLE_SEED);
mkdirSync(new URL(".", FILE), { recursive: true });
writeFileSync(FILE, toCsv(rows.map(({ row }) => row)));
console.log(`data/shopping.csv: ${rows.length} rows`);
