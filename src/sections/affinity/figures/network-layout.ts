/** A thing to be placed: a mark with its name below, as a box around both. */
export interface Box {
  width: number;
  height: number;
}

export interface Link {
  from: number;
  to: number;
}

export interface Spot {
  x: number;
  y: number;
}

const rounds = 300;
const partings = 400;
const margin = 2;
/** Of the pull to the middle: so strong that things without a link stand about as far apart as linked ones. */
const gravity = 2;
/** Of a force that is followed in one round. */
const damping = 0.1;

/**
 * The middles of boxes in a picture of that size, the linked near each other and no box on another where there is
 * room. Forces after Fruchterman and Reingold (1991) where a box is about as wide as high, from a circle in the order
 * of links and without chance, so the same network always looks the same; the result is stretched over the picture
 * and boxes that still touch are moved apart. Cost: rounds × boxes².
 */
export function layNetwork(boxes: readonly Box[], links: readonly Link[], frame: Box): Spot[] {
  const across = frame.width / mean(boxes.map(({ width }) => width));
  const down = frame.height / mean(boxes.map(({ height }) => height));
  const spots = stretched(settled(boxes.length, links, Math.sqrt(across / down)), boxes, frame);
  part(spots, boxes, frame);
  return spots;
}

/** How far boxes lie on each other: 0 where none does. */
export function overlap(boxes: readonly Box[], spots: readonly Spot[]): number {
  let sum = 0;
  eachPair(boxes.length, (one, other) => {
    const { x, y } = shared(boxes, spots, one, other, 0);
    if (x > 0 && y > 0) sum += Math.min(x, y);
  });
  return sum;
}

/**
 * Where springs along the links, a push between all and a pull to the middle leave points that start on a circle, in
 * a room that is `aspect` times as wide as a square of its size.
 */
function settled(count: number, links: readonly Link[], aspect: number): Spot[] {
  const spots: Spot[] = [];
  walk(count, links).forEach((index, place) => {
    const angle = (2 * Math.PI * place) / count;
    spots[index] = { x: 0.4 * aspect * Math.cos(angle), y: (0.4 / aspect) * Math.sin(angle) };
  });
  const ideal = 0.8 / Math.sqrt(Math.max(1, count));
  for (let round = 0; round < rounds; round += 1) {
    const moves = spots.map(({ x, y }) => ({ x: (-x * gravity) / aspect, y: -y * gravity * aspect }));
    const pull = (one: number, other: number, force: (distance: number) => number) => {
      const [a, b, first, second] = [spots[one], spots[other], moves[one], moves[other]];
      if (!a || !b || !first || !second) return;
      const [x, y] = [b.x - a.x, b.y - a.y];
      const distance = Math.max(1e-6, Math.hypot(x, y));
      const step = force(distance) / distance;
      first.x += x * step;
      first.y += y * step;
      second.x -= x * step;
      second.y -= y * step;
    };
    eachPair(count, (one, other) => pull(one, other, (distance) => -(ideal * ideal) / distance));
    for (const { from, to } of links) pull(from, to, (distance) => (distance * distance) / ideal);
    const most = 0.1 * (1 - round / rounds);
    moves.forEach((move, index) => {
      const spot = spots[index];
      const length = Math.hypot(move.x, move.y);
      if (spot === undefined || length === 0) return;
      const step = Math.min(length * damping, most) / length;
      spot.x += move.x * step;
      spot.y += move.y * step;
    });
  }
  return spots;
}

/** All points by links from the first on, then from the next that was not reached. */
function walk(count: number, links: readonly Link[]): number[] {
  const order = new Set<number>();
  for (let start = 0; start < count; start += 1) {
    const waiting = [start];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (order.has(next)) continue;
      order.add(next);
      for (const { from, to } of links) {
        if (from === next) waiting.push(to);
        else if (to === next) waiting.push(from);
      }
    }
  }
  return [...order];
}

/** Points spread over the frame in both directions, so that every box stays inside. */
function stretched(points: readonly Spot[], boxes: readonly Box[], frame: Box): Spot[] {
  const widest = Math.max(0, ...boxes.map(({ width }) => width));
  const tallest = Math.max(0, ...boxes.map(({ height }) => height));
  const across = spread(
    points.map(({ x }) => x),
    widest / 2,
    frame.width - widest / 2,
  );
  const down = spread(
    points.map(({ y }) => y),
    tallest / 2,
    frame.height - tallest / 2,
  );
  return points.map((_, index) => ({ x: across[index] ?? 0, y: down[index] ?? 0 }));
}

function spread(values: readonly number[], from: number, to: number): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const middle = (from + to) / 2;
  return values.map((value) =>
    high - low < 1e-9 ? middle : from + ((value - low) / (high - low)) * Math.max(0, to - from),
  );
}

/** Moves boxes that touch apart, each by half, the shorter way, and never out of the frame. */
function part(spots: Spot[], boxes: readonly Box[], frame: Box): void {
  for (let round = 0; round < partings; round += 1) {
    let moved = false;
    eachPair(boxes.length, (one, other) => {
      const { x, y } = shared(boxes, spots, one, other, margin);
      const [a, b] = [spots[one], spots[other]];
      if (x <= 0 || y <= 0 || !a || !b) return;
      moved = true;
      if (x < y) {
        const step = (x / 2) * (a.x <= b.x ? 1 : -1);
        a.x -= step;
        b.x += step;
      } else {
        const step = (y / 2) * (a.y <= b.y ? 1 : -1);
        a.y -= step;
        b.y += step;
      }
    });
    spots.forEach((spot, index) => {
      const { width, height } = boxes[index] ?? { width: 0, height: 0 };
      spot.x = Math.max(width / 2, Math.min(frame.width - width / 2, spot.x));
      spot.y = Math.max(height / 2, Math.min(frame.height - height / 2, spot.y));
    });
    if (!moved) return;
  }
}

/** How far two boxes reach into each other across and down; below 0 where they are apart. */
function shared(
  boxes: readonly Box[],
  spots: readonly Spot[],
  one: number,
  other: number,
  gap: number,
): Spot {
  const [a, b, first, second] = [boxes[one], boxes[other], spots[one], spots[other]];
  if (!a || !b || !first || !second) return { x: 0, y: 0 };
  return {
    x: (a.width + b.width) / 2 + gap - Math.abs(first.x - second.x),
    y: (a.height + b.height) / 2 + gap - Math.abs(first.y - second.y),
  };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function eachPair(count: number, visit: (one: number, other: number) => void): void {
  for (let one = 0; one < count; one += 1) {
    for (let other = one + 1; other < count; other += 1) visit(one, other);
  }
}
