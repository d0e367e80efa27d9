/** What two cells have in common, one of each of two tables. */
export interface Link {
  /** The cell of the one table, and that of the other, each from 0 on. */
  cells: readonly [number, number];
  /** Whose purchases lie in both; null for enough persons. Nobody, where nobody but the builder knows that. */
  persons: readonly number[] | null;
}

/**
 * Whether two tables tell of few by taking cells of the one off cells of the other. Each purchase lies in one cell of either;
 * cells that are known to have nothing in common have no link. Take some cells of one table, and of the other all that have
 * a link to them: the second less the first are the purchases on the links that lead elsewhere, and these must be of nobody
 * or of enough persons. Cells are added to the first ones as long as links of enough lead to them, and then, one after the
 * other, some of those to which links of most persons do.
 *
 * @param minimum the fewest persons that a number may stand on
 */
export function fewBetween(links: readonly Link[], minimum: number): boolean {
  if (links.every(({ persons }) => persons === null || persons.length === 0)) return false;
  const turned = links.map(({ cells: [one, other], persons }): Link => ({ cells: [other, one], persons }));
  return [links, turned].some((some) => tellsOfFew(blocksOf(some, minimum), minimum));
}

/** Cells of the first table that are taken together or not at all. */
interface Block {
  /** The blocks that must be taken with it. */
  with: Set<number>;
  /** By block that need not be, whose purchases lie in it and in what this block takes of the second table. */
  beside: Map<number, Set<number>>;
}

/** The blocks of the first table: of cells which links of enough lead to from one cell of the second. */
function blocksOf(links: readonly Link[], minimum: number): Block[] {
  let [first, second] = [0, 0];
  for (const { cells } of links) {
    first = Math.max(first, cells[0] + 1);
    second = Math.max(second, cells[1] + 1);
  }
  const parts = new Parts(first);
  // By cell of the second table, a cell of the first to which a link of enough leads from it.
  const reached = new Int32Array(second).fill(-1);
  for (const { cells, persons } of links) {
    if (persons !== null) continue;
    const known = reached[cells[1]] ?? -1;
    if (known < 0) reached[cells[1]] = cells[0];
    else parts.join(known, cells[0]);
  }
  const numbers = new Map<number, number>();
  const blocks: Block[] = [];
  const blockOf = (cell: number): number => {
    const part = parts.of(cell);
    const known = numbers.get(part) ?? blocks.length;
    if (known === blocks.length) {
      numbers.set(part, known);
      blocks.push({ with: new Set(), beside: new Map() });
    }
    return known;
  };
  const taking: Set<number>[] = Array.from({ length: second }, () => new Set());
  for (const { cells } of links) taking[cells[1]]?.add(blockOf(cells[0]));
  for (const [cell, some] of taking.entries()) {
    const to = reached[cell] ?? -1;
    if (to >= 0) for (const block of some) blocks[block]?.with.add(blockOf(to));
  }
  for (const { cells, persons } of links) {
    if (persons === null || persons.length === 0) continue;
    const to = blockOf(cells[0]);
    for (const block of taking[cells[1]] ?? []) {
      if (block === to) continue;
      const beside = blocks[block]?.beside;
      const known = beside?.get(to) ?? new Set();
      beside?.set(to, known);
      for (const person of persons) if (known.size < minimum) known.add(person);
    }
  }
  return blocks;
}

/** So many blocks are taken after the first, where links of few lead to them. */
const mostTaken = 4;

function tellsOfFew(blocks: readonly Block[], minimum: number): boolean {
  if (blocks.length < 2) return false;
  /** Blocks with which all others must be taken, or too many of them. */
  const whole = new Set<number>();
  const seen = new Set<string>();
  for (const start of blocks.keys()) {
    const taken = new Set<number>();
    const loose = new Map<number, Set<number>>();
    let next: number | undefined = start;
    for (let step = 0; next !== undefined && step <= mostTaken; step += 1) {
      const added = take(next, taken, blocks, whole);
      if (added === null) {
        if (step === 0) whole.add(start);
        break;
      }
      if (step === 0) {
        const key = [...taken].sort((a, b) => a - b).join();
        if (seen.has(key)) break;
        seen.add(key);
      }
      for (const at of added)
        for (const [block, persons] of blocks[at]?.beside ?? []) {
          const known = loose.get(block) ?? new Set();
          loose.set(block, known);
          for (const person of persons) if (known.size < minimum) known.add(person);
        }
      for (const at of added) loose.delete(at);
      for (const block of loose.keys()) if (taken.has(block)) loose.delete(block);
      const all = new Set<number>();
      let most = 0;
      next = undefined;
      for (const [block, persons] of loose) {
        if (all.size < minimum) for (const person of persons) all.add(person);
        if (persons.size > most) [most, next] = [persons.size, block];
      }
      if (all.size > 0 && all.size < minimum) return true;
    }
  }
  return false;
}

/** Takes a block with all that must be; which were added, null for all blocks. */
function take(
  block: number,
  taken: Set<number>,
  blocks: readonly Block[],
  whole: ReadonlySet<number>,
): number[] | null {
  const added: number[] = [];
  const open = [block];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (taken.has(at)) continue;
    if (whole.has(at)) return null;
    taken.add(at);
    added.push(at);
    open.push(...(blocks[at]?.with ?? []));
  }
  return taken.size === blocks.length ? null : added;
}

/** Things that are joined, by union and find. */
class Parts {
  readonly #above: Int32Array;

  constructor(count: number) {
    this.#above = Int32Array.from({ length: count }, (_, place) => place);
  }

  of(place: number): number {
    let at = place;
    for (let above = this.#above[at] ?? at; above !== at; above = this.#above[at] ?? at) {
      this.#above[at] = this.#above[above] ?? above;
      at = above;
    }
    return at;
  }

  join(one: number, other: number): void {
    this.#above[this.of(one)] = this.of(other);
  }
}
