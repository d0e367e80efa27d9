import type { MarkShape } from "./spec.ts";
import type { PaintRole } from "./theme.ts";

/** Marks that are painted as one shape: they grow no darker where they overlap. */
export interface Cloud {
  mark: MarkShape;
  role: PaintRole;
  /** Diameter of a dot, side of a square. */
  size: number;
  /** Above 0, to 1. */
  opacity: number;
  /** The middle of each mark. */
  places: { x: number; y: number }[];
}

/** The side of a square that looks as large as a dot of that diameter. */
export function markWidth(mark: MarkShape, diameter: number): number {
  return mark === "dot" ? diameter : Math.round(diameter * 9) / 10;
}

/** The part of a canvas context that painting needs. */
type PaintingContext = Pick<
  CanvasRenderingContext2D,
  "save" | "restore" | "beginPath" | "moveTo" | "arc" | "rect" | "fill" | "globalAlpha"
> & { fillStyle: unknown };

export function paintCloud(context: PaintingContext, cloud: Cloud, color: string): void {
  const { mark, size, opacity, places } = cloud;
  context.save();
  context.fillStyle = color;
  context.globalAlpha = opacity;
  context.beginPath();
  for (const { x, y } of places) {
    if (mark === "dot") {
      context.moveTo(x + size / 2, y);
      context.arc(x, y, size / 2, 0, 2 * Math.PI);
    } else {
      context.rect(x - size / 2, y - size / 2, size, size);
    }
  }
  context.fill();
  context.restore();
}
