import type { Formatter } from "../format.ts";
import type { Report } from "../report.ts";
import { counted } from "./general.ts";

/** Around every page: what it begins with, and where it leads. */
export const frameWords = {
  skip: "Skip to content",
  navigation: "Pages",
  /** Of the pages within a place of the navigation. */
  within: (place: string) => `Pages of ${place}`,
};

/** What the footer of every page says, and where the last four of its parts lead. */
export function footerWords(
  { dataset: { account, reviews, fingerprint }, freshness, period, minimumGroup, lookup }: Report,
  format: Formatter,
): {
  read: string;
  through: string | null;
  privacy: string;
  definitions: string;
  file: string;
  licences: string;
} {
  return {
    read: `${counted(format, account.read + (reviews?.rows ?? 0), "row")} · fingerprint ${fingerprint.slice(0, 8)}`,
    through: throughWords(period === null ? null : format.day(period.last), freshness, format),
    privacy: `${lookup === null ? "Groups" : "Elsewhere groups"} of fewer than ${minimumGroup} customers are not shown`,
    definitions: "How every number is defined",
    file: "report.json",
    licences: "Licences",
  };
}

/** How far the data go, and, where events were streamed in, from how many. */
function throughWords(day: string | null, freshness: Report["freshness"], format: Formatter): string | null {
  const built = freshness === null ? null : `built from ${counted(format, freshness.events, "event")}`;
  if (day === null) return built === null ? null : `B${built.slice(1)}`;
  return built === null ? `Data through ${day}` : `Data through ${day}, ${built}`;
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

/** On a page that leads on to where it stands now. */
export const movedWords = "This page has moved: open it at its new address.";

/** The disclosure beside a headline number. */
export const definitionTitle = "What it means";
