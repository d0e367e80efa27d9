import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { InputError } from "../errors.ts";
import { closest } from "./closest.ts";
import { type Config, configSchema } from "./config.ts";
import { gateKeys } from "./gates.ts";
import { ingestKeys } from "./ingest.ts";

/**
 * The configuration in a report.yaml's text. Throws an InputError that names the key, its value and what
 * is allowed.
 */
export function parseConfig(text: string, file: string): Config {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { prettyErrors: true, lineCounter });
  const [syntax] = document.errors;
  if (syntax !== undefined) {
    throw new InputError(
      `not valid YAML: ${syntax.message.split("\n")[0]}`,
      "Mend the line, or remove the file to use the defaults.",
      {
        file,
        line: syntax.linePos?.[0].line,
      },
    );
  }
  keepNumbersAsText(document);
  const content = contentOf(document, file);
  const parsed = configSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const [first = "", ...others] = describe(parsed.error, content);
  const offset = offsetOfUnknown(document, parsed.error.issues[0]);
  throw new InputError(
    first,
    [...others, "docs/report-yaml.md lists every key with its values."].join("\n"),
    {
      file,
      line: offset === null ? undefined : lineCounter.linePos(offset).line,
    },
  );
}

/**
 * A title, a line of text and a product's code may look like a number: they are taken as written, leading zeros
 * included.
 */
function keepNumbersAsText(document: Document.Parsed): void {
  const lists = ["exclude", "goods"].map((key) => document.get(key, true));
  const texts = ["title", "subtitle", "footer", "logo"].map((key) => document.get(key, true));
  const nodes: unknown[] = [...texts, ...lists.flatMap((list) => (isSeq(list) ? list.items : []))];
  for (const node of nodes) {
    if (isScalar(node) && typeof node.value === "number" && node.source !== undefined)
      node.value = node.source;
  }
}

function contentOf(document: Document, file: string): unknown {
  try {
    const content: unknown = document.toJS() ?? {};
    refuseCircles(content, file);
    return content;
  } catch (error) {
    if (error instanceof InputError) throw error;
    // Aliases are only followed here, and stopped where they multiply.
    throw new InputError(
      `not valid YAML: ${error instanceof Error ? error.message : String(error)}`,
      "Write the values out.",
      { file },
    );
  }
}

/** Where the first key that an issue does not know stands in the text; null where the issue is another one. */
function offsetOfUnknown(document: Document.Parsed, issue: z.core.$ZodIssue | undefined): number | null {
  if (issue?.code !== "unrecognized_keys") return null;
  const holder = issue.path.length === 0 ? document.contents : document.getIn(issue.path, true);
  if (!isMap(holder)) return null;
  const key = holder.items
    .map((pair) => pair.key)
    .find((found) => isScalar(found) && found.value === issue.keys[0]);
  return isScalar(key) ? (key.range?.[0] ?? null) : null;
}

/** Throws an InputError where an anchor holds an alias of itself: such a value has no end. */
function refuseCircles(content: unknown, file: string, around: readonly unknown[] = []): void {
  if (typeof content !== "object" || content === null) return;
  if (around.includes(content)) {
    throw new InputError("an anchor refers to itself", "Write the value out, without the anchor.", { file });
  }
  for (const value of Object.values(content)) refuseCircles(value, file, [...around, content]);
}

function describe(error: z.ZodError, content: unknown): string[] {
  return error.issues.map((issue) => {
    // `onBadRows: drop` is a shorthand of its action: name what stands in the file.
    const path =
      issue.path[0] === "onBadRows" && typeof valueAt(content, ["onBadRows"]) === "string"
        ? ["onBadRows"]
        : issue.path;
    const key = path.join(".");
    const value = quote(valueAt(content, path));
    switch (issue.code) {
      case "unrecognized_keys":
        return `unknown key ${issue.keys.map((name) => `"${key === "" ? "" : `${key}.`}${name}"`).join(", ")}${meantKey(issue.keys, issue.path)}; allowed are ${allowedKeys(issue.path)}`;
      case "invalid_key":
        return `unknown field "${issue.path.at(-1)?.toString()}" under "${issue.path.slice(0, -1).join(".")}"; allowed are ${columnNames()}`;
      case "invalid_value":
        return `"${key}" is ${value}; allowed are ${issue.values.join(", ")}`;
      case "invalid_type":
        return issue.message.startsWith("must")
          ? `"${key}" is ${value}; it ${issue.message}`
          : key === ""
            ? `the file holds ${value}; it must hold keys and values, such as "title: My shop"`
            : `"${key}" is ${value}; it must be a ${issue.expected}`;
      default:
        return `"${key}" is ${value}; it ${issue.message}`;
    }
  });
}

/** ` (did you mean "title"?)`, where a key is near to what the first most likely stands for. */
function meantKey([first = ""]: readonly string[], path: readonly PropertyKey[]): string {
  const meant = closest(first, allowedKeys(path).split(", "));
  return meant === null ? "" : ` (did you mean "${meant}"?)`;
}

function allowedKeys(path: readonly PropertyKey[]): string {
  if (path[0] === "columns") return columnNames();
  if (path[0] === "onBadRows") return "action, failFrom";
  if (path[0] === "segments") return "k";
  if (path[0] === "affinity")
    return path.length > 1
      ? "orders, categories, products, traits"
      : "minSupport, minConfidence, maxLength, maxConsequent, maxItemsets";
  if (path[0] === "value") return "discountRate, margin, acquisitionCost, holdoutFrom";
  if (path[0] === "reviews") return "quotes";
  if (path[0] === "privacy") return "minimumGroup, customers";
  if (path[0] === "ingest") return ingestKeys(path.slice(1));
  if (path[0] === "gates") return path[1] === "freshWithin" ? gateKeys.freshWithin : gateKeys.bounds;
  return Object.keys(configSchema.shape).join(", ");
}

function columnNames(): string {
  return configSchema.shape.columns.unwrap().keyType.options.join(", ");
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    content,
  );
}

/** The value as it stands in the file, but for the password of an address: messages end up in logs. */
function quote(value: unknown): string {
  return value === undefined ? "missing" : JSON.stringify(value).replace(/:\/\/[^"]*@/g, "://***@");
}
