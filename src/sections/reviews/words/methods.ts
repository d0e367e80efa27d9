import type { Formatter } from "../../../report/format.ts";
import type { ReviewsPart } from "../part.ts";

/** What Methods says of reviews. */
export function reviewRules(
  { method, themes, hasCustomers, hasQuotes }: ReviewsPart,
  format: Formatter,
  minimum: number,
): { name: string; words: string }[] {
  return [
    {
      name: "Texts",
      words: `Title and text are read as one. Words are runs of letters in small letters; in scripts without spaces they are found by ICU’s dictionaries. Numbers, addresses, mark-up and emoji are no words, and a text without words has no score.${hasQuotes ? "" : " No text leaves the build."}`,
    },
    {
      name: "Score",
      words:
        method.kind === "learned"
          ? "Logistic regression with an L2 penalty on words and pairs of neighbouring words (1 + ln of their number, times their rarity, each text scaled to length 1), with the value of an English word list as one more input where texts are English. It learns which texts have high ratings (4 and 5 of 5, or the top third of another scale) and which low ones (1 and 2, or the lowest third). Different texts are parted into ten by a fixed lot (five from 2,000 on), and those of a part are scored by what was learned from the others, the penalty included, which is chosen among six by likelihood within the others. Equal texts are one text. At most 12,000 texts are learned from, of which 6,000 choose the penalty. A score above 0 reads better than what is typical."
          : "AFINN-165 (Nielsen 2011): the values of a text’s English words, turned behind a negation, over the number of its words and five. From 200 different rated texts on, 50 of each kind, the shop’s own ratings are learned from instead.",
    },
    {
      name: "How good the score is",
      words:
        "The area under the ROC curve is the chance that a text with a high rating scores above one with a low rating; a customer’s texts with ratings of one kind count as one case, by their mean score. Its interval of 95% and the paired comparison with the word list are those of DeLong, DeLong and Clarke-Pearson (1988). Balanced accuracy is the mean of the shares of cases with high and with low ratings on the right side of 0.",
    },
    {
      name: "Themes",
      words: `Each word and pair that says something is held against the ratings by its log-odds-ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008), ${hasCustomers ? "each customer having one vote among the low and one among the high ratings" : "each text being one person’s"}. The chance that any is told by chance is held below 5% over all that were looked at (Holm 1979)${themes === null ? "" : `, here ${format.count(themes.lookedAt)}`}. A word that a negation denies (“not stiff”) counts as another word, in ten languages, and a word of size before another (“a huge fan”) as none. Words that judge rather than say what of, words that say nothing alone, words of the product’s own name, and words that stand in customers’ names, addresses or places are left out, as are those of fewer than ${format.count(minimum)} persons. Words are of one theme that stand together in texts of low (or high) ratings: by a phi coefficient of 0.25 between two of them, or of 0.1 on average, and by 3 ÷ √texts, which chance hardly gives. A theme is told that 3% of those who gave such a rating write of.`,
    },
    {
      name: "Themes in groups and over time",
      words:
        "A theme is commoner in a category or product than elsewhere where its log-odds there, counted by persons, pass the same test, corrected for all categories, products and themes. It grows or shrinks where the slope of its share over time, a value a person, with White’s standard errors, differs from none, corrected for all themes; months are held against the same months of the other year, and with less than two years of reviews nothing is said of change. So are rating and score. Periods are the shortest of month, quarter, half-year and year in which no few persons are parted from others.",
    },
    ...(hasQuotes
      ? [
          {
            name: "Quotes",
            words: `Up to three sentences of 20 to 140 characters a theme, from texts of its kind of rating, chosen by their words alone: most words of the theme, then least masked, then shortest. Masked are numbers, addresses, words of customers’ names and places, and words that fewer than ${format.count(minimum)} persons use.`,
          },
        ]
      : []),
    {
      name: "Words and ratings that disagree",
      words:
        "A text with a high rating disagrees that scores below the median of texts with a low one; one with a low rating, that scores above the median of texts with a high one.",
    },
  ];
}
