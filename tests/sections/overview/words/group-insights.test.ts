import { describe, expect, test } from "vitest";
import { createFormatter } from "../../../../src/report/format.ts";
import {
  evenWords,
  leaderWords,
  subscribersWords,
} from "../../../../src/sections/overview/words/group-insights.ts";
import { someGroups } from "../../../report/some-groups.ts";

const format = createFormatter("en-US", "USD");
const sentence = ({ lead, rest }: { lead: string; rest: string }) => `${lead} ${rest}`.trim();

describe("leaderWords", () => {
  test("should call people of a gender by their word, or as the data do", () => {
    const of = (counts: Record<string, number>) =>
      leaderWords({ field: "gender", measure: "customers", ranked: someGroups(counts), many: false }, format);
    const known = of({ Male: 680, Female: 320 });
    expect(sentence(known)).toBe("68% of customers are men.");
    expect(known.evidence).toBe("680 men, 320 women");
    expect(sentence(of({ Divers: 60, Female: 40 }))).toBe("60% of customers are Divers.");
    expect(of({ Female: 60, Divers: 40 }).evidence).toBe("60 women, 40 Divers");
  });

  test("should hold the first against the last of few groups", () => {
    const of = leaderWords(
      {
        field: "category",
        measure: "purchases",
        ranked: someGroups({ Shoes: 700, Hats: 200, Coats: 100 }),
        many: false,
      },
      format,
    );
    expect(sentence(of)).toBe("Shoes is 70% of purchases; Coats is 10%.");
    expect(of.evidence).toBe("700 and 100 purchases");
  });

  test("should hold the first against the next of many groups", () => {
    const of = leaderWords(
      {
        field: "location",
        measure: "revenue",
        ranked: someGroups({ Rome: 700, Paris: 200, Oslo: 100 }),
        many: true,
      },
      format,
    );
    expect(sentence(of)).toBe("Rome brings 70% of revenue; Paris is next with 20%.");
    expect(of.evidence).toBe("$7,000 and $2,000");
  });

  test("should say nothing of a single group", () => {
    const ranked = someGroups({ Rome: 700 });
    expect(sentence(leaderWords({ field: "location", measure: "revenue", ranked, many: true }, format))).toBe(
      "",
    );
  });
});

describe("evenWords", () => {
  const of = (counts: Record<string, number>, p = 0.5, field: "location" | "season" = "location") =>
    evenWords(
      { field, measure: field === "location" ? "revenue" : "purchases", ranked: someGroups(counts), p },
      format,
    );

  test("should count customers where revenue ranks, and purchases otherwise", () => {
    expect(sentence(of({ Rome: 1100, Oslo: 1000, Bonn: 1050 }))).toBe(
      "No place stands out: from 1,000 to 1,100 customers in each.",
    );
    expect(sentence(of({ Summer: 11, Winter: 10 }, 0.5, "season"))).toBe(
      "No season stands out: from 10 to 11 purchases in each.",
    );
  });

  test("should make no range of equal counts, one or many", () => {
    expect(sentence(of({ Rome: 10, Oslo: 10 }))).toBe("No place stands out: 10 customers in each.");
    expect(sentence(of({ Rome: 1, Oslo: 1 }))).toBe("No place stands out: 1 customer in each.");
  });

  test("should say whether chance explains it, or whether it is only too small", () => {
    expect(of({ Rome: 11, Oslo: 10 }, 0.25).evidence).toBe("chance explains the differences (0.250)");
    expect(of({ Rome: 11, Oslo: 10 }, 0.05).evidence).toBe("the differences are too small to matter");
    expect(of({ Rome: 11, Oslo: 10 }).sure).toEqual({ level: "nothing", words: "Nothing found" });
  });
});

test("subscribersWords should name the only gender that subscribes, one or many", () => {
  const of = (name: string, subscribers: number) =>
    subscribersWords({ name, subscribers, customers: 2652 }, format);
  expect(sentence(of("Male", 1053))).toBe("Only men subscribe: all 1,053 subscribers are men.");
  expect(of("Male", 1053).evidence).toBe("1,053 of 2,652 men");
  expect(sentence(of("Divers", 20))).toBe("Only Divers subscribe: all 20 subscribers are Divers.");
});
