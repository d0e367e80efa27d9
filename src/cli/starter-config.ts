import { stringify } from "yaml";
import { type Config, configSchema, defaultConfig } from "../config/config.ts";
import type { DataCheck } from "../edition/data-check.ts";
import { goodsSnippet } from "../sections/data/words/data.ts";
import { columnsFound, columnsUnused, goodsFound, starterHead, starterKeys } from "./words/starter.ts";

const keys = Object.keys(starterKeys).filter((key): key is keyof Config => key in configSchema.shape);

/**
 * The text of a report.yaml for the data: the title and the currency that were found as settings, every other key
 * with its default, or an example where it has none, behind a #, and what was found under columns and goods.
 */
export function starterConfig(check: DataCheck): string {
  return [comment(starterHead.join("\n")), ...keys.map((key) => block(key, check))].join("\n\n").concat("\n");
}

function block(key: keyof Config, check: DataCheck): string {
  const { words, example } = starterKeys[key];
  const lines = [comment(words)];
  if (key === "title") return [...lines, setting(key, check.title)].join("\n");
  if (key === "currency" && check.currency !== null)
    return [...lines, setting(key, check.currency)].join("\n");
  if (key === "columns" && check.columns.length > 0) {
    const found = Object.fromEntries(check.columns.map(({ field, header }) => [field, header]));
    lines.push(comment(columnsFound), off(setting(key, found)));
    if (check.unmapped.length > 0)
      lines.push(
        comment([columnsUnused, ...check.unmapped.map((header) => JSON.stringify(header))].join("\n")),
      );
    return lines.join("\n");
  }
  if (key === "goods" && check.likelyNotGoods.length > 0)
    return [...lines, comment(goodsFound), off(goodsSnippet(check.likelyNotGoods))].join("\n");
  const value = defaultConfig[key] ?? example;
  if (defaultConfig[key] === undefined) lines.push(comment("None by default, for example:"));
  lines.push(off(setting(key, value)));
  return lines.join("\n");
}

function setting(key: string, value: unknown): string {
  return stringify({ [key]: value }, { lineWidth: 0 }).trimEnd();
}

/** Words, each line behind `# `. */
function comment(text: string): string {
  return oneKindOfBreak(text).replace(/^/gm, "# ");
}

/** Settings, each line behind `#`: without it they would hold. */
function off(text: string): string {
  return oneKindOfBreak(text).replace(/^/gm, "#");
}

/** A name from the data may hold what other programs take for the end of a line. */
function oneKindOfBreak(text: string): string {
  return text.replace(/[\r\u0085\u2028\u2029]/g, " ");
}
