import { describe, expect, test } from "vitest";
import { CellBytes, detectEncoding, namesOf } from "../../src/read/detect-encoding.ts";

/** What is detected for a table of words given as bytes, in pieces of a size. */
function detect(bytes: Uint8Array, piece = 1000) {
  const cells = new CellBytes();
  for (let at = 0; at < bytes.length; at += piece) cells.add(bytes.subarray(at, at + piece));
  cells.end();
  return detectEncoding(cells);
}

/** A table with a row a word, over and over, its head in ASCII. */
function tableOf(words: Uint8Array[]): Buffer {
  const rows = Array.from({ length: 40 }, (_, row) => [
    Buffer.from(`${row},2025-01-15,k${row % 7},`),
    words[row % words.length] ?? Buffer.alloc(0),
    Buffer.from(",12.50\r\n"),
  ]);
  return Buffer.concat([Buffer.from("Order ID,Date,Customer,Product,Price\r\n"), ...rows.flat()]);
}

/** Text as an encoding's bytes: Node only decodes, so each of its 1- and 2-byte sequences is looked up. */
function encoder(encoding: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const bytesOf = new Map<string, number[]>();
  const note = (bytes: number[]) => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if ([...text].length === 1 && !bytesOf.has(text)) bytesOf.set(text, bytes);
    } catch {
      // No character.
    }
  };
  for (let byte = 0; byte < 256; byte += 1) note([byte]);
  for (let lead = 0x81; lead < 0xff; lead += 1)
    for (let trail = 0x40; trail < 0xff; trail += 1) note([lead, trail]);
  return (text) => Uint8Array.from([...text].flatMap((character) => bytesOf.get(character) ?? [0x3f]));
}

// Issue 13, Encodings. Names of towns and goods, none with more than ten words.
const samples: [string, string][] = [
  ["windows-1254", "Çay bardağı;Şeker;İstanbul;İzmir;Kırmızı şal;Gömlek;Muğla"],
  ["windows-1250", "Łódź;Kraków;Wrocław;Poznań;Łyżka;Świeca;Żarówka"],
  ["iso-8859-2", "Łódź;Kraków;Wrocław;Poznań;Łyżka;Świeca;Żarówka"],
  ["windows-1250", "Plzeň;České Budějovice;Ústí nad Labem;Lžíce;Svíčka;Židle;Příbor;Třebíč"],
  ["windows-1252", "Köln;München;Grüner Tee;Löffel;Schüssel;Größe;Käse"],
  ["windows-1252", "Nîmes;Orléans;Besançon;Thé vert;Cuillère;Théière;Bougie parfumée;Crème brûlée"],
  ["windows-1252", "São Paulo;Brasília;Maçã;Chá verde;Pão;Feijão;Coração"],
  ["windows-1252", "Malmö;Göteborg;Örebro;Västerås;Kärra;Smör"],
  ["windows-1251", "Москва;Казань;Чай зелёный;Кружка;Ложка"],
  ["koi8-r", "Москва;Казань;Чай зелёный;Кружка;Ложка"],
  ["windows-1253", "Αθήνα;Θεσσαλονίκη;Τσάι;Κούπα;Κουτάλι;Μαχαίρι"],
  ["shift_jis", "ほうじ茶;緑茶;急須;湯呑み;大阪府;東京都"],
  ["euc-jp", "ほうじ茶;緑茶;急須;湯呑み;大阪府;東京都"],
  ["gb18030", "绿茶;茶壶;杯子;勺子;蜡烛;北京;上海"],
  ["big5", "綠茶;茶壺;杯子;湯匙;蠟燭;臺北市;高雄市"],
  ["euc-kr", "서울;부산;녹차;찻주전자;숟가락;양초"],
  // Of so few words each of the weights decides.
  ["iso-8859-5", "Нож;№ 5"],
  ["iso-8859-2", "Łódź"],
  ["iso-8859-2", "Ďatelina;Šaľa"],
  ["windows-1250", "Książka"],
  ["windows-1250", "Třebíč"],
  ["windows-1252", "Ýsa;Höfn;Skór"],
  ["windows-1252", "Thé vert"],
  ["windows-1254", "Çay bardağı;Yağ;Şanlıurfa"],
  ["iso-8859-15", "Cœur;Château d'eau;Bougie parfumée;Théière"],
  ["shift_jis", "急須"],
  ["big5", "綠茶"],
];

describe("detectEncoding", () => {
  test.each(samples)("should tell %s from %s", (encoding, words) => {
    const encode = encoder(encoding);
    const bytes = tableOf(words.split(";").map(encode));
    const detected = detect(bytes);
    const read = (name: string) => new TextDecoder(name).decode(bytes);
    // Encodings that differ in no character of the table are as good.
    expect("encoding" in detected && read(detected.encoding)).toBe(read(encoding));
  });

  test("should not mind where the bytes are cut", () => {
    const bytes = tableOf("ほうじ茶;緑茶;急須;大阪府".split(";").map(encoder("shift_jis")));
    for (const piece of [1, 2, 3, 7, 64]) expect(detect(bytes, piece)).toEqual({ encoding: "shift_jis" });
  });

  test("should take UTF-8 with few bad bytes for that, wherever it is cut", () => {
    const words = [
      ...Array.from({ length: 30 }, () => Buffer.from("Café")),
      Buffer.from("Caf\u00e9", "latin1"),
    ];
    for (const piece of [1, 2, 3, 1000]) {
      expect(detect(tableOf(words), piece)).toEqual({ encoding: "utf-8-damaged" });
    }
  });

  test("should take one bad byte among ten letters of UTF-8 for damage, and among nine for another encoding", () => {
    const damaged = (letters: number) =>
      detect(Buffer.concat([Buffer.from("é,".repeat(letters)), Buffer.from("\u00e9\n", "latin1")]));
    expect(damaged(10)).toEqual({ encoding: "utf-8-damaged" });
    expect(damaged(9)).not.toEqual({ encoding: "utf-8-damaged" });
  });

  test("should count a letter that is cut off at the end as damage", () => {
    expect(detect(Buffer.from("é").subarray(0, 1))).not.toEqual({ encoding: "utf-8-damaged" });
  });

  test("should look at the last cell of a file that ends without a line end", () => {
    const cut = tableOf([Buffer.from("Hat")]);
    expect(detect(Buffer.concat([cut, encoder("shift_jis")("急須")]))).toEqual({ encoding: "shift_jis" });
  });

  // "Polštáø" and "Nùž" in Windows-1252, which is thought of whatever the detector has for three letters.
  test.each(["Polštář", "Nůž"])("should leave open what reads well in two ways, as %s does", (word) => {
    const detected = detect(tableOf([encoder("windows-1250")(word)]));
    expect("doubtful" in detected && [...detected.doubtful].sort()).toEqual(["windows-1250", "windows-1252"]);
  });

  test("should leave open what no encoding reads, and propose two", () => {
    // 0x8D is no character of Windows-1252, and half of one in Shift_JIS.
    const detected = detect(Uint8Array.of(0x8d));
    expect("doubtful" in detected && detected.doubtful).toHaveLength(2);
  });

  test("should take the usual name where several encodings read the same", () => {
    for (const word of ["Café", "Öl", "Hôtel"]) {
      expect(detect(tableOf([Buffer.from(word, "latin1")]))).toEqual({ encoding: "windows-1252" });
    }
    // These letters stand at the same places in Windows-1250.
    for (const word of ["Kraków", "Prešov"]) {
      expect(detect(tableOf([encoder("windows-1250")(word)]))).toEqual({ encoding: "windows-1252" });
    }
  });
});

describe("CellBytes", () => {
  test("should keep each cell with a byte above 0x7F once", () => {
    const cells = new CellBytes();
    cells.add(Buffer.from("Caf\u00e9,tea\nCaf\u00e9;\u00d6l\tend", "latin1"));
    cells.end();
    expect(cells.joined()).toEqual(Buffer.from("Caf\u00e9\n\u00d6l", "latin1"));
  });

  test("should stop keeping cells at 128 KiB, however long the file is", () => {
    const cells = new CellBytes();
    for (let row = 0; row < 40_000; row += 1) cells.add(Buffer.from(`Caf\u00e9 ${row}\n`, "latin1"));
    cells.end();
    // All of them have 388,890 bytes.
    expect(cells.joined().length).toBeGreaterThan(1 << 17);
    expect(cells.joined().length).toBeLessThan(1.2 * (1 << 17));
  });
});

test("namesOf should name encodings as the report does", () => {
  expect(namesOf(["windows-1250", "shift_jis"])).toBe("Windows-1250 or Shift_JIS");
});
