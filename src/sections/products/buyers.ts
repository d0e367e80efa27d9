import { compareText } from "../../dataset/clean/text.ts";
import type { Layer } from "../../disclosure/parted.ts";
import type { BreakdownField } from "../../fields/traits.ts";
import { linePersons } from "../../questions/persons.ts";
import { inNaturalOrder } from "../../report/natural-order.ts";
import { singleValues } from "../../statistics/describe/single-value.ts";
import { wilson } from "../../statistics/significance/intervals.ts";
import type { Inputs } from "../inputs.ts";
import type { Buyers } from "./product-numbers.ts";

/** A field with one word for each customer. */
export interface BuyerField {
  /** As the gate knows it: `gender`. */
  field: string;
  /** In words. */
  name: string;
  /** The field whose scale the words stand on. */
  order: BreakdownField;
  /** From 1 on; 0 is none. */
  words: readonly string[];
  /** The number of a customer's word, by customer's id; place 0 stands for guests. */
  wordOf: ArrayLike<number>;
}

/**
 * Tells who buys what: for the groups of each layer their customers by the words of some fields. A field is left out for
 * a group where a number would tell of few, or few of a word would be all who do not buy it: of all, or of those who buy
 * from the group of the layer before that it lies within.
 */
export function buyersOf(
  { gate, lines }: Pick<Inputs, "gate" | "lines">,
  layers: readonly Layer[],
  fields: readonly BuyerField[],
): ((id: number) => Buyers[])[] {
  const persons = linePersons(lines);
  const parentOf = layers.map(({ groupOf }, place) => singleValues(groupOf, layers[place - 1]?.groupOf));
  const found = fields.map((field) => {
    const code = Int32Array.from(lines.customer, (who) => field.wordOf[who] ?? 0);
    // Of products without a page nothing is told.
    const told = layers.map(({ groupOf, names }) => ({
      groupOf: groupOf.map((id) => (names.has(id) ? id : 0)),
      names,
    }));
    const levels = gate.levels({ customer: lines.customer, persons, layers: told, levels: [code] });
    const width = field.words.length;
    const all = new Float64Array(width);
    const counts = told.map(() => new Map<number, number>());
    for (const who of new Set(lines.customer))
      if (who !== 0) all[field.wordOf[who] ?? 0] = (all[field.wordOf[who] ?? 0] ?? 0) + 1;
    told.forEach(({ groupOf }, place) => {
      const last = new Map<number, number>();
      for (const line of persons.order) {
        const who = lines.customer[line] ?? 0;
        const group = groupOf[line] ?? 0;
        if (who === 0 || group === 0 || last.get(group) === who) continue;
        last.set(group, who);
        const key = group * width + (code[line] ?? 0);
        const own = counts[place];
        own?.set(key, (own.get(key) ?? 0) + 1);
      }
    });
    return { field, width, levels, all, counts };
  });
  return layers.map(
    (_, place) => (id) =>
      found.flatMap(({ field, width, levels, all, counts }): Buyers[] => {
        if (levels[place]?.get(id) !== 0) return [];
        const groups = field.words.flatMap((name, word) => {
          if (word === 0 || !gate.mayName(field.field, name)) return [];
          return [{ name, customers: counts[place]?.get(id * width + word) ?? 0, of: all[word] ?? 0 }];
        });
        const around = counts[place - 1];
        const parent = parentOf[place]?.get(id) ?? 0;
        const isFewAround = (word: number) => {
          const all = around?.get(parent * width + word) ?? 0;
          return all > 0 && gate.isFew(all - (counts[place]?.get(id * width + word) ?? 0));
        };
        if (field.words.some((_, word) => isFewAround(word))) return [];
        if (groups.some(({ customers, of }) => gate.isFew(of - customers))) return [];
        groups.sort((a, b) => b.of - a.of || compareText(a.name, b.name));
        const own = groups.reduce((known, { customers }) => known + customers, 0);
        const whole = groups.reduce((known, { of }) => known + of, 0);
        if (own === 0 || groups.length < 2) return [];
        return [
          {
            field: field.name,
            groups: inNaturalOrder(field.order, groups).map(({ name, customers, of }) => ({
              name,
              customers,
              share: customers / own,
              interval: wilson(customers, own),
              shareOfAll: of / whole,
            })),
          },
        ];
      }),
  );
}
