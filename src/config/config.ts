import { z } from "zod";
import { type FieldName, fieldNames } from "../fields/fields.ts";
import { type Accent, accents, contrast, darkEnough, grounds, leastContrast } from "./accent.ts";
import { dateFormats } from "./date-format.ts";
import { gatesSchema } from "./gates.ts";
import { ingestSchema } from "./ingest.ts";

const text = (what: string) => z.string(`must be ${what}`).trim().min(1, `must be ${what}`);

const badRows = z.strictObject(
  {
    /** `drop`: leave bad rows out and go on; `fail`: stop at the first. */
    action: z.enum(["drop", "fail"]).default("drop"),
    /** Share of bad rows, above 0 to 1, from which the build fails all the same. */
    failFrom: z
      .number("must be a share above 0, up to 1, such as 0.05")
      .gt(0, "must be a share above 0, up to 1, such as 0.05")
      .max(1, "must be a share above 0, up to 1, such as 0.05")
      .default(0.05),
  },
  "must be drop, fail, or the keys action and failFrom",
);

const ruleLength = "must be a whole number from 2 to 8";
const consequentLength = "must be a whole number from 1 to 7";
const wholeNumber = "must be a whole number from 1 on";
const shareAbove0 = "must be a share above 0, up to 1, such as 0.01";

/** A share for each kind of basket, with its default. */
function sharesByKind(defaults: Record<"orders" | "categories" | "products" | "traits", number>) {
  const share = (value: number) =>
    z.number(shareAbove0).gt(0, shareAbove0).max(1, shareAbove0).default(value);
  return z
    .strictObject(
      {
        orders: share(defaults.orders),
        categories: share(defaults.categories),
        products: share(defaults.products),
        traits: share(defaults.traits),
      },
      "must hold shares for orders, categories, products or traits",
    )
    .prefault({});
}

const discountWords = "must be a share from 0 to 1, such as 0.1";

const personaNumber = "must be a whole number from 2 to 10, or auto";

const accentWords = `must be ${accents.join(", ")}, or a colour such as "#0b66a8" in quotes`;

/** An accent as it is written, or an issue that says what is wrong with it. */
function toAccent(written: string, context: z.RefinementCtx): Accent {
  const named = accents.find((accent) => accent === written);
  if (named !== undefined) return named;
  const [, digits] = /^#([\da-f]{6})$/i.exec(written) ?? [];
  if (digits === undefined) {
    context.addIssue({ code: "custom", message: accentWords });
    return z.NEVER;
  }
  const color = `#${digits.toLowerCase()}` as const;
  const found = contrast(color, grounds.light);
  if (found >= leastContrast) return color;
  context.addIssue({
    code: "custom",
    message: `must stand out from the page: its contrast is ${(Math.floor(found * 10) / 10).toFixed(1)} to 1, at least ${leastContrast} to 1 is needed; "${darkEnough(color)}" would do`,
  });
  return z.NEVER;
}

/** Everything that report.yaml may hold. This table is the one place of every default. */
export const configSchema = z.strictObject({
  /** The report's name, in the header and the page titles. Default: made from the file name. */
  title: text("a text").optional(),
  /** ISO 4217 code of all amounts. Default: what the data say in a header or a currency column, else none. */
  currency: z
    .string("must be an ISO 4217 code in capitals, such as USD")
    .refine(
      (code) => Intl.supportedValuesOf("currency").includes(code),
      "must be an ISO 4217 code in capitals, such as USD",
    )
    .optional(),
  /** BCP 47 tag that decides how numbers and dates are written. */
  locale: z
    .string("must be a BCP 47 language tag, such as en-US or de-DE")
    .refine(isLocale, "must be a BCP 47 language tag, such as en-US or de-DE")
    .default("en-US"),
  /** A line above the Overview's heading and on the cover, such as whom the report is for. */
  subtitle: text("a text").optional(),
  /** A picture beside the title: a file beside the data. */
  logo: text("a file name").optional(),
  /** A line at the foot of every page. */
  footer: text("a text").optional(),
  /**
   * The colour of links and marks, until the reader chooses another: a name, or #rrggbb that can be read on the page.
   */
  accent: z.string(accentWords).default("ocean").transform(toAccent),
  /** File names in the data folder that are read, in place of all. */
  files: z
    .array(text("a file name"), "must be a list of file names")
    .min(1, "must name at least one file")
    .optional(),
  /** The encoding of files that are no UTF-8, by its name in the WHATWG Encoding Standard; default: told from their text. */
  encoding: z
    .string("must be the name of an encoding, such as windows-1250 or shift_jis")
    .refine(isEncoding, "must be the name of an encoding, such as windows-1250 or shift_jis")
    .optional(),
  /** Whether files have a header line; default: they have, and the build stops where the first row looks like data. */
  header: z.boolean("must be true or false").optional(),
  /** Field to header, for headers that the table of synonyms does not know. */
  columns: z
    .partialRecord(
      z.enum(fieldNames as [FieldName, ...FieldName[]]),
      text("a header"),
      'must hold fields with headers, such as "customer: Client"',
    )
    .default({}),
  /** Order of day, month and year where a whole column of dates could be read both ways. */
  dateFormat: z.enum(dateFormats).optional(),
  /** Lower bounds of the age groups, ascending; ages below the first are "under". */
  ageGroups: z
    .array(
      z
        .int("must be whole numbers from 1 to 120")
        .min(1, "must be whole numbers from 1 to 120")
        .max(120, "must be whole numbers from 1 to 120"),
      "must be a list of whole numbers",
    )
    .min(1, "must hold at least one age")
    .refine((ages) => ages.every((age, index) => index === 0 || age > (ages[index - 1] ?? 0)), "must ascend")
    .default([18, 25, 35, 45, 55, 65]),
  /**
   * Whether files are joined by the keys that they share: `auto`; `none`, to read each for itself; or the keys, such as
   * `lines.csv:order_id = orders.csv:order_id`, of which the second is unique.
   */
  join: z
    .union(
      [z.enum(["auto", "none"]), z.array(text("a pair of columns")).min(1)],
      'must be auto, none, or a list such as ["lines.csv:order_id = orders.csv:order_id"]',
    )
    .default("auto"),
  /**
   * What becomes of a return within a day that undoes one purchase line: `net` takes both out, `keep` counts both.
   */
  reversals: z.enum(["net", "keep"]).default("net"),
  /** Products that are no goods, such as postage: by code, or by the name that the report shows. */
  exclude: z.array(text("a product's code or name"), "must be a list of codes or names").default([]),
  /** Products that look like no goods and are: by code, or by the name that the report shows. They are ranked again. */
  goods: z.array(text("a product's code or name"), "must be a list of codes or names").default([]),
  /** What to do about bad rows: `drop`, `fail`, or both keys spelled out. */
  onBadRows: z
    .preprocess((value) => (typeof value === "string" ? { action: value } : value), badRows)
    .prefault({}),
  segments: z
    .strictObject(
      {
        /** Number of personas, or `auto`: the number whose clusters are farthest apart. */
        k: z
          .union(
            [z.literal("auto"), z.int(personaNumber).min(2, personaNumber).max(10, personaNumber)],
            personaNumber,
          )
          .default(4),
      },
      "must hold the key k",
    )
    .prefault({}),
  affinity: z
    .strictObject(
      {
        /** Share of the baskets that a rule must hold in, by kind of basket. */
        minSupport: sharesByKind({ orders: 0.01, categories: 0.01, products: 0.05, traits: 0.01 }),
        /** Share of the antecedent's baskets that must hold the consequent, by kind of basket. */
        minConfidence: sharesByKind({ orders: 0.1, categories: 0.1, products: 0.1, traits: 0.1 }),
        /** The most items of a rule. */
        maxLength: z.int(ruleLength).min(2, ruleLength).max(8, ruleLength).default(3),
        /** The most items of a consequent. */
        maxConsequent: z.int(consequentLength).min(1, consequentLength).max(7, consequentLength).default(1),
        /** Mining stops, and says which support would fit, where there are more itemsets. */
        maxItemsets: z.int(wholeNumber).min(1, wholeNumber).default(2_000_000),
      },
      "must hold keys such as minSupport",
    )
    .prefault({}),
  privacy: z
    .strictObject(
      {
        /** Groups of fewer customers are not published. */
        minimumGroup: z
          .int("must be a whole number from 2 on")
          .min(2, "must be a whole number from 2 on")
          .default(5),
        /**
         * Whether a page and a file list every customer: `none`; `pseudonymous`, by a hash salted with REPORT_SALT;
         * `full`, by the identifier of the data.
         */
        customers: z.enum(["none", "pseudonymous", "full"]).default("none"),
      },
      "must hold the keys minimumGroup and customers",
    )
    .prefault({}),
  value: z
    .strictObject(
      {
        /** What a year takes off expected money: 0.1 for 10 %. */
        discountRate: z.number(discountWords).min(0, discountWords).max(1, discountWords).default(0.1),
        /** The share of revenue that is left as margin; without it values are revenue. */
        margin: z.number(shareAbove0).gt(0, shareAbove0).max(1, shareAbove0).optional(),
        /** What it costs to win a customer, in the report's currency. */
        acquisitionCost: z.number("must be money above 0").gt(0, "must be money above 0").optional(),
        /** The first day that the models are held against; before it they learn. Default: the last third. */
        holdoutFrom: z.iso.date("must be a day, such as 2024-10-01").optional(),
      },
      "must hold keys such as discountRate",
    )
    .prefault({}),
  reviews: z
    .strictObject(
      {
        /** Whether themes are published with up to three sentences of texts, masked. */
        quotes: z.boolean("must be true or false").default(false),
      },
      "must hold the key quotes",
    )
    .prefault({}),
  /** What the report must pass to be written. */
  gates: gatesSchema.optional(),
  /** Where orders stream in from; only `watch` looks at it. */
  ingest: ingestSchema.optional(),
});

/** A complete configuration: every key with its value or default. */
export type Config = z.output<typeof configSchema>;

/** How single customers are named where they are listed: by a salted hash, or by the identifier of the data. */
export type LookupMode = Exclude<Config["privacy"]["customers"], "none">;

/** The configuration without a report.yaml. */
export const defaultConfig: Config = configSchema.parse({});

function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== "";
  } catch {
    return false;
  }
}

function isLocale(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
