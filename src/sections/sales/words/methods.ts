import type { Sales } from "../sales.ts";

/** What Methods says of sales. */
export function salesRules({ change }: Sales): { name: string; words: string }[] {
  return [
    {
      name: "Periods",
      words:
        "An order counts in the period of its first purchase, a return in the one in which it came back. A period is whole where the data reach from its first to its last day, or stop short of it only on days on which the shop is usually closed; only whole periods are called best or weakest, and compared.",
    },
    ...(change === null
      ? []
      : [
          {
            name: "What is compared with what",
            words:
              "The whole months of the latest year with the same months of the year before, where there are three of them or more; else the last two whole quarters.",
          },
          {
            name: "Why sales changed",
            words:
              "The sales of known customers are customers × orders per customer × items per order × price per item × the part kept after discounts. The change is divided among these by the logarithmic mean Divisia index (LMDI-I, Ang 2005): each gets the logarithmic mean of both periods’ sales times the logarithm of its own ratio. Guests’ sales and returns are terms of their own. The parts sum to the change exactly, and would be the same with the other sign if time ran backwards. Where a part is not above 0, plain differences stand in. It is arithmetic, not a test: it says what changed, not what caused it.",
          },
        ]),
    {
      name: "Weekdays and hours",
      words:
        "Orders by the weekday and the hour of their first purchase, in the shop’s own time as the file gives it. Hours are joined where some would tell of few.",
    },
  ];
}
