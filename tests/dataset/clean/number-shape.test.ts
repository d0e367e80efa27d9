import { describe, expect, test } from "vitest";
import { ask, datasetOf, findingOf } from "../../support/dataset.ts";

async function sumOf(cells: readonly string[], locale = "en-US") {
  const rows = cells.map((cell, row) => `${row},c${row},"${cell}"`);
  const dataset = await datasetOf(`Order,Customer,Amount\n${rows.join("\n")}\n`, { locale });
  const [sum] = await ask(dataset, "SELECT SUM(amount) AS sum FROM transactions");
  await dataset.store.close();
  return { dataset, sum: sum?.["sum"] };
}

describe("amounts of money without cents", () => {
  test.each([".", ","])("should have thousands behind %s where those below have none", async (mark) => {
    for (const locale of ["en-US", "de-DE"]) {
      const found = await sumOf(
        ["1.250", "980", "15.000", "4.900"].map((cell) => cell.replace(".", mark)),
        locale,
      );
      expect(found.sum).toBe(22_130);
      expect(findingOf(found.dataset, "amount-number-order")).toBeUndefined();
    }
  });

  test("should be thousands where all have three digits behind, and the Overview say so", async () => {
    const { dataset, sum } = await sumOf(["1.250", "2.980", "15.000", "4.900"]);
    expect(sum).toBe(24_130);
    expect(findingOf(dataset, "amount-number-order")?.severity).toBe("warning");
  });

  test("should be warned of where two of them could be either", async () => {
    expect(findingOf((await sumOf(["1.250", "2.980"])).dataset, "amount-number-order")?.severity).toBe(
      "warning",
    );
  });

  test.each([
    "Rp 1.250",
    "RM 1,250",
    "1.250 Ft",
    "US $1,250.00",
    '=""1,250.00""',
    "1 250,00 kr",
    "лв 1.250,00",
  ])("should be read from %s", async (cell) => {
    expect((await sumOf([cell, cell.replace("250", "251"), cell.replace("250", "252")])).sum).toBe(
      1250 + 1251 + 1252,
    );
  });
});
