/** What the pages and the document say about paper. */
export const printWords = {
  button: "Print",
  findings: "Key findings",
  moreFindings: "More findings",
  contents: "Contents",
};
