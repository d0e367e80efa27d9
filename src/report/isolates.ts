const rightToLeft = /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC]/u;

/** A text that would turn the sentence around it, between U+2068 and U+2069, which keep it to itself; others as they are. */
export function isolated(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}

/** Without the marks that isolate: for files, which are no sentences. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/gu, "");
}
