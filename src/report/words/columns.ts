/** The disclosure below a table. */
export const meaningsTitle = "What the columns mean";
