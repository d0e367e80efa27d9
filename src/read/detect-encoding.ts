import { detectAll } from "jschardet";
import { damagedUtf8, type Encoding, encodingName } from "./encoding.ts";

/**
 * Encodings of shops' exports, by the names that the detector has for them. It also knows dozens of mainframes and home
 * computers, which short texts resemble by chance.
 */
const known: Readonly<Record<string, Encoding>> = {
  CP932: "shift_jis",
  SHIFT_JIS: "shift_jis",
  "EUC-JP": "euc-jp",
  CP949: "euc-kr",
  "EUC-KR": "euc-kr",
  GB18030: "gb18030",
  BIG5: "big5",
  "WINDOWS-1250": "windows-1250",
  "ISO-8859-2": "iso-8859-2",
  "WINDOWS-1251": "windows-1251",
  "ISO-8859-5": "iso-8859-5",
  "KOI8-R": "koi8-r",
  "KOI8-U": "koi8-u",
  "WINDOWS-1252": "windows-1252",
  "ISO-8859-1": "windows-1252",
  "ISO8859-15": "iso-8859-15",
  "WINDOWS-1253": "windows-1253",
  "ISO-8859-7": "iso-8859-7",
  "WINDOWS-1254": "windows-1254",
  "ISO-8859-9": "windows-1254",
  "WINDOWS-1255": "windows-1255",
  "ISO-8859-8": "iso-8859-8",
  "WINDOWS-1256": "windows-1256",
  "ISO-8859-6": "iso-8859-6",
  "WINDOWS-1257": "windows-1257",
  "ISO-8859-13": "windows-1257",
  CP874: "windows-874",
};

/**
 * Weights beside the detector's confidence, which for the few words of a table lies between 0.02 and 0.4. Tried on 1,100 tables of
 * 2 to 15 words in 16 languages (`tests/read/detect-encoding.test.ts` has some): 12 were taken wrongly, all with two words
 * but three, and 22 were left open.
 */
const oddWords = 0.1;
const commonest = 0.01;
const icelandicAlone = 0.05;
const leastLead = 0.006;

/** What the bytes of a table that is no UTF-8 throughout are: one encoding, or several that cannot be told apart. */
export type Detected = { encoding: Encoding } | { doubtful: readonly Encoding[] };

/**
 * Tells the encoding of cells that are no valid UTF-8. Encodings under which the cells read the same are one; where
 * those that read differently are about as likely, none is chosen.
 *
 * @param cells the distinct cells that have a byte above 0x7F
 */
export function detectEncoding(cells: CellBytes): Detected {
  if (cells.fewDamaged()) return { encoding: damagedUtf8 };
  const bytes = cells.joined();
  const byText = new Map<string, { encoding: Encoding; confidence: number }>();
  const found = detectAll(bytes, { minimumThreshold: 0 });
  // The commonest is always among them, whatever the detector has for two or three letters.
  for (const { encoding: name, confidence } of [...found, { encoding: "Windows-1252", confidence: 0 }]) {
    const encoding = known[name?.toUpperCase() ?? ""];
    if (encoding === undefined) continue;
    const text = decoded(bytes, encoding);
    if (text === null) continue;
    const alike = byText.get(text);
    if (alike === undefined) byText.set(text, { encoding, confidence });
    else if (encoding === "windows-1252") alike.encoding = encoding;
  }
  const candidates = [...byText]
    .map(([text, { encoding, confidence }]) => ({ encoding, score: confidence + leaning(encoding, text) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = candidates;
  if (best === undefined) return { doubtful: ["windows-1252", "shift_jis"] };
  if (second === undefined || best.score - second.score >= leastLead) return { encoding: best.encoding };
  return { doubtful: [best.encoding, second.encoding] };
}

/** Names encodings that could not be told apart, for a message. */
export function namesOf(encodings: readonly Encoding[]): string {
  return encodings.map(encodingName).join(" or ");
}

/** The text under an encoding, or null where it breaks its rules or would hold what no text has. */
function decoded(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return /[\u0080-\u009F\uE000-\uF8FF]/.test(text) ? null : text;
  } catch {
    return null;
  }
}

const centralEuropean: ReadonlySet<Encoding> = new Set<Encoding>(["windows-1250", "iso-8859-2"]);
const impossible = 0.1;

function leaning(encoding: Encoding, text: string): number {
  // Polish has no š, and no other language that is written in these encodings has ł.
  const mixed = centralEuropean.has(encoding) && /[łŁżŻęĘ]/.test(text) && /[šŠľĽťŤ]/.test(text);
  return usual(encoding, text) - (mixed ? impossible : 0);
}

function usual(encoding: Encoding, text: string): number {
  const common = encoding === "windows-1252";
  // Only Icelandic has these letters, with accents beside them; Turkish has others in their place.
  const icelandic = common && /[ÐÝÞðýþ]/.test(text) && !/[áéíóúæÁÉÍÓÚÆ]/.test(text);
  return (common ? commonest : 0) - (icelandic ? icelandicAlone : 0) - oddWords * oddShare(text);
}

const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Thai}/u,
];

/** The share of words that nobody writes: of two scripts, with capitals or signs within. */
function oddShare(text: string): number {
  const words = text.split(/[\s\p{Pd}'’.()/&"+:\d]+/u).filter((word) => /[^\0-\x7F]/.test(word));
  const odd = words.filter(
    (word) =>
      scripts.filter((script) => script.test(word)).length > 1 ||
      /\p{Ll}\p{Lu}/u.test(word) ||
      /[^\p{L}\p{M}]/u.test(word.replace(/[€™®©%°№]+$/u, "")),
  );
  return words.length === 0 ? 0 : odd.length / words.length;
}

/** Cells with a byte above 0x7F, each once: a name that stands in a thousand rows tells no more than once. */
export class CellBytes {
  readonly #cells = new Set<string>();
  #size = 0;
  #rest = "";
  #good = 0;
  #bad = 0;
  readonly #utf8 = new TextDecoder("utf-8");

  /** Takes the next bytes of a table, whatever its delimiter. */
  add(bytes: Uint8Array): void {
    this.#count(this.#utf8.decode(bytes, { stream: true }));
    const text =
      this.#rest + Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
    // No character of the encodings above has one of these as its second byte.
    const cells = text.split(/[,;\t\r\n"]/);
    this.#rest = cells.pop() ?? "";
    for (const cell of cells) this.#take(cell);
  }

  /** To be called behind the last bytes. */
  end(): void {
    this.#count(this.#utf8.decode());
    this.#take(this.#rest);
  }

  joined(): Uint8Array {
    return Buffer.from([...this.#cells].join("\n"), "latin1");
  }

  /** Whether the bytes are UTF-8 but for a few. */
  fewDamaged(): boolean {
    return this.#bad * 10 <= this.#good;
  }

  #count(text: string): void {
    for (const [found] of text.matchAll(/[^\0-\x7F]/gu)) {
      if (found === "\uFFFD") this.#bad += 1;
      else this.#good += 1;
    }
  }

  #take(cell: string): void {
    if (this.#size > mostBytes || !/[\x80-\xFF]/.test(cell) || this.#cells.has(cell)) return;
    this.#cells.add(cell);
    this.#size += cell.length;
  }
}

/** More cells tell nothing new. */
const mostBytes = 1 << 17;
