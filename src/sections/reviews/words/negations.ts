import type { Language } from "../languages.ts";
import { negations } from "./lists.ts";

/** How a language says that something is not so. */
interface Denial {
  /** Words that deny what stands behind them. */
  before: readonly string[];
  /** Those of them that also deny the word just before them, as in “passt nicht”. */
  after?: readonly string[];
  /** Words that end what is denied: what follows is of another thought, or is what somebody would like. */
  ends: readonly string[];
}

const split = (words: string) => words.split(" ");

/** Languages that deny by words of their own, most of them before what they deny. */
export const denials: Readonly<Partial<Record<Language, Denial>>> = {
  en: {
    before: [...negations, "less"],
    ends: split(
      "but because since although though except just only if whether when while unless until than how why what like " +
        "love want wanted need wish mind sure",
    ),
  },
  de: {
    before: split("nicht kein keine keinen keinem keiner nie niemals ohne weder"),
    after: ["nicht"],
    ends: split("aber sondern weil wenn obwohl nur dass ob als wie"),
  },
  fr: {
    before: split("pas ne jamais sans aucun aucune ni"),
    after: ["pas"],
    ends: split("mais parce car si que seulement comme"),
  },
  es: {
    before: split("no nunca jamás sin ni ningún ninguna"),
    ends: split("pero sino porque si que solo como"),
  },
  pt: {
    before: split("não nunca sem nem nenhum nenhuma"),
    ends: split("mas porque se que só apenas como"),
  },
  it: { before: split("non mai senza né nessun nessuna"), ends: split("ma però perché se che solo come") },
  nl: {
    before: split("niet geen nooit zonder"),
    after: ["niet"],
    ends: split("maar omdat want als dat alleen hoe dan"),
  },
  sv: {
    before: split("inte ingen inget inga aldrig utan"),
    after: ["inte"],
    ends: split("men eftersom om att bara som"),
  },
  da: {
    before: split("ikke ingen intet aldrig uden"),
    after: ["ikke"],
    ends: split("men fordi hvis at kun som"),
  },
  pl: { before: split("nie bez nigdy żaden żadna"), ends: split("ale bo ponieważ jeśli że tylko jak") },
};

/** The words that deny something, in any language. */
export const denying: ReadonlySet<string> = new Set(Object.values(denials).flatMap(({ before }) => before));

/**
 * Words of size, which before another word say how much of that: “a huge fan” tells of no size. Where a language bends
 * words that stand before others, as German does, those forms are meant.
 */
export const sizes: Readonly<Partial<Record<Language, readonly string[]>>> = {
  en: split(
    "big bigger biggest huge large larger giant gigantic enormous massive immense vast major tiny little small smaller " +
      "minor slight total complete real serious full whole",
  ),
  de: split("großer große großes großen riesiger riesige riesiges riesigen kleiner kleine kleines kleinen"),
  fr: split("énorme énormes grand grande gros grosse petit petite vrai vraie"),
  es: split("gran enorme pequeño pequeña verdadero verdadera"),
  pt: split("grande enorme pequeno pequena verdadeiro verdadeira"),
  it: split("gran grande enorme piccolo piccola vero vera"),
  nl: split("grote enorme kleine echte"),
};
