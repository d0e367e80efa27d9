/** What the summary of a job says beside what sections say. */
export const summaryWords = {
  cut: "The rest is more than a summary can hold. The report's own pages have it.",
  stopped: "Shopper Report stopped",
};
