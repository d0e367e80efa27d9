/** How a command ends, as the exit status of its process. */
export const status = {
  done: 0,
  /** The data, the configuration or the target are bad, or a gate failed; a message says which and what to do. */
  bad: 1,
  /** An argument is unknown, missing or malformed. */
  usage: 2,
  /** A fault of this program. */
  fault: 3,
} as const;

/** One of the exit statuses. */
export type Status = (typeof status)[keyof typeof status];
