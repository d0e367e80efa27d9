/** The page for addresses that lead nowhere. */
export const notFoundPage = {
  name: "Not found",
  description: "There is no such page in this report.",
  title: "There is no such page",
  words: "The report may have been built from other data since the link was made.",
  back: "To the overview",
};
