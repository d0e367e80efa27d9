/** What the pages say about paper. */
export const printWords = { button: "Print" };
