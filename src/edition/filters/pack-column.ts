/** Whole numbers to the base 36, parted by commas, empty where there is none (NaN): text that compresses well. */
export function packColumn(values: ArrayLike<number>): string {
  return Array.from(values, (value) => (Number.isNaN(value) ? "" : value.toString(36))).join(",");
}

/** Cut to twelve digits first: which way a half goes must not follow the order in which amounts were added. */
export function toWhole(value: number): number {
  return Math.round(Number(value.toPrecision(12)));
}
