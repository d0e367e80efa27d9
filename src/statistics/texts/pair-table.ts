/** Spreads pairs of whole numbers over 32 bits. */
export function pairHash(first: number, second: number): number {
  const hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  const mixed = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return mixed ^ (mixed >>> 13);
}

/** Whole numbers by pairs of whole numbers, by open addressing in typed arrays: a Map of millions of pairs costs too much memory. */
export class PairTable {
  #size = 0;
  #slots = 1 << 12;
  #firsts = new Int32Array(this.#slots).fill(-1);
  #seconds = new Int32Array(this.#slots);
  #values = new Int32Array(this.#slots);

  get size(): number {
    return this.#size;
  }

  /** The value of a pair; −1 for one that has none. */
  get(first: number, second: number): number {
    const slot = this.#slotOf(first, second);
    return this.#firsts[slot] === -1 ? -1 : (this.#values[slot] ?? -1);
  }

  set(first: number, second: number, value: number): void {
    let slot = this.#slotOf(first, second);
    if (this.#firsts[slot] === -1) {
      if (this.#size * 2 >= this.#slots) {
        this.#grow();
        slot = this.#slotOf(first, second);
      }
      this.#firsts[slot] = first;
      this.#seconds[slot] = second;
      this.#size += 1;
    }
    this.#values[slot] = value;
  }

  /** Visits each pair with its value, in no order that matters. */
  forEach(visit: (first: number, second: number, value: number) => void): void {
    this.#firsts.forEach((first, slot) => {
      if (first !== -1) visit(first, this.#seconds[slot] ?? 0, this.#values[slot] ?? 0);
    });
  }

  #slotOf(first: number, second: number): number {
    const mask = this.#slots - 1;
    let slot = pairHash(first, second) & mask;
    while (this.#firsts[slot] !== -1 && !(this.#firsts[slot] === first && this.#seconds[slot] === second))
      slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [firsts, seconds, values] = [this.#firsts, this.#seconds, this.#values];
    this.#slots *= 2;
    this.#firsts = new Int32Array(this.#slots).fill(-1);
    this.#seconds = new Int32Array(this.#slots);
    this.#values = new Int32Array(this.#slots);
    firsts.forEach((first, slot) => {
      if (first === -1) return;
      const place = this.#slotOf(first, seconds[slot] ?? 0);
      this.#firsts[place] = first;
      this.#seconds[place] = seconds[slot] ?? 0;
      this.#values[place] = values[slot] ?? 0;
    });
  }
}
