import type { Example, Finding } from "./account.ts";

const keptExamples = 20;
/** By severity, the gravest first. */
const gravity = { warning: 0, dropped: 1, changed: 2, note: 3 } as const;
/** The part of all money from which on a guess is told on the Overview. */
const moving = 0.01;

/** Whether an amount of money is so large a part of all that the Overview tells what it hangs on. */
export function movesMoney(amount: number, total: number): boolean {
  return Math.abs(amount) > moving * Math.abs(total);
}

/** Collects remarks on the input by kind: all are counted, the first 20 examples of each kind kept. */
export class Findings {
  readonly #byKind = new Map<string, Finding>();

  /** Adds one occurrence. `example` is only asked for while examples are kept. */
  add(remark: Pick<Finding, "kind" | "severity" | "message">, example: () => Example): void {
    const finding = this.#finding(remark);
    finding.count += 1;
    if (finding.examples.length < keptExamples) finding.examples.push(example());
  }

  /** Adds a remark on a whole file or column, with a count where it has one. */
  note(kind: string, message: string, count = 1): void {
    this.#finding({ kind, severity: "note", message }).count += count;
  }

  /** Adds a remark on what could change the headline: the Overview says it. */
  warn(kind: string, message: string, count = 1): void {
    this.#finding({ kind, severity: "warning", message }).count += count;
  }

  /**
   * Adds a remark on a guess: on what could change the headline where it moves money by more than one part in a hundred.
   *
   * @param difference what the money would be more or less by the other reading
   * @param total the money it is a part of
   */
  guess(kind: string, message: string, difference: number, total: number): void {
    if (movesMoney(difference, total)) this.warn(kind, message);
    else this.note(kind, message);
  }

  /** Warnings first, then changed, then notes; the most frequent first, ties by kind. */
  list(): Finding[] {
    return [...this.#byKind.values()].sort(
      (a, b) => gravity[a.severity] - gravity[b.severity] || b.count - a.count || (a.kind < b.kind ? -1 : 1),
    );
  }

  #finding({ kind, severity, message }: Pick<Finding, "kind" | "severity" | "message">): Finding {
    let finding = this.#byKind.get(kind);
    if (finding === undefined) {
      finding = { kind, severity, message, count: 0, examples: [] };
      this.#byKind.set(kind, finding);
    } else if (gravity[severity] < gravity[finding.severity]) {
      // What is a note of one file may be a warning of another.
      finding.severity = severity;
      finding.message = message;
    }
    return finding;
  }
}
