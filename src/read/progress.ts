/** Hears how far long work has come. */
export interface Progress {
  /** A stage begins, such as "Reading orders.csv". */
  stage(name: string): void;
  /** More of the stage is done. */
  rows(count: number): void;
}

/** Says nothing. */
export const silent: Progress = { stage() {}, rows() {} };
