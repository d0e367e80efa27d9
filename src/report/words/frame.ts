import { lookupNote } from "../../sections/lookup/words.ts";
import type { Formatter } from "../format.ts";
import type { Report } from "../report.ts";
import { counted } from "./general.ts";

/** Around every page: what it begins with, and where it leads. */
export const frameWords = { skip: "Skip to content", navigation: "Pages" };

/** What the footer of every page says, and where the last three of its parts lead. */
export function footerWords(
  { dataset: { account, fingerprint }, period, minimumGroup, lookup }: Report,
  format: Formatter,
): {
  read: string;
  through: string | null;
  lookup: string | null;
  privacy: string;
  definitions: string;
  file: string;
} {
  return {
    read: `${counted(format, account.read, "row")} · fingerprint ${fingerprint.slice(0, 8)}`,
    through: period === null ? null : `Data through ${format.day(period.last)}`,
    lookup: lookup === null ? null : lookupNote(lookup),
    privacy: `${lookup === null ? "Groups" : "Elsewhere groups"} of fewer than ${minimumGroup} customers are not shown`,
    definitions: "How every number is defined",
    file: "report.json",
  };
}

/** The switches of theme and accent. */
export const appearanceWords = {
  title: "Appearance",
  theme: "Theme",
  themes: { system: "As the system", light: "Light", dark: "Dark" },
  accent: "Accent",
  accents: {
    own: "The report's",
    ocean: "Ocean",
    emerald: "Emerald",
    sunset: "Sunset",
    midnight: "Midnight",
  },
};

/** The disclosure beside a headline number. */
export const definitionTitle = "What it means";

/** At the foot of the Overview: where there is more, and what. */
export const moreWords = {
  title: "More",
  segments: "personas, how sure they are, RFM segments",
  affinity: "what sells together, and what goes with what",
  changes: "what is different from the report before",
  data: "what was read, mapped, changed and left out",
  methods: "how every number is defined",
};
