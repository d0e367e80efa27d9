import type { CleanTable } from "../../dataset/clean/clean-table.ts";
import { commonest } from "../../dataset/clean/clean-words.ts";
import type { RawTable } from "../../dataset/raw-table.ts";
import { textReader } from "./readers.ts";

/** A product as it is shown. */
export interface ShownProduct {
  id: number;
  code: string | null;
  name: string;
}

/** Finds what products are called: by the commonest name of each, with its code behind it where products share one. */
export class ProductNames {
  readonly #products: ({ id: number; code: string | null; names: Map<string, number> } | undefined)[] = [];
  readonly #nameOf: (row: number) => string | null;
  readonly #codeOf: (row: number) => string | null;

  constructor(table: RawTable, clean: CleanTable) {
    this.#nameOf = textReader(table, clean, "product") ?? (() => null);
    this.#codeOf = textReader(table, clean, "productCode") ?? (() => null);
  }

  /**
   * Notes a row of a product; 0 is none.
   *
   * @param weight how much its name counts: that of a row of weight 0 is taken where there is no other
   */
  note(product: number, row: number, weight: 0 | 1): void {
    if (product === 0) return;
    const known = this.#products[product] ?? { id: product, code: this.#codeOf(row), names: new Map() };
    this.#products[product] = known;
    const name = this.#nameOf(row);
    if (name !== null) known.names.set(name, (known.names.get(name) ?? 0) + weight);
  }

  /** The products that were noted, in the order of their ids. */
  shown(): ShownProduct[] {
    const named = this.#products.flatMap((product) =>
      product === undefined
        ? []
        : [{ ...product, name: commonest(product.names) || product.code || "Unnamed product" }],
    );
    const uses = new Map<string, number>();
    for (const { name } of named) uses.set(name, (uses.get(name) ?? 0) + 1);
    return named.map(({ id, code, name }) => ({
      id,
      code,
      name: code !== null && (uses.get(name) ?? 0) > 1 ? `${name} (${code})` : name,
    }));
  }
}
