import { type RefObject, useEffect, useState } from "react";
import { broadFrom, type ChartSize, narrowBelow } from "../charts/theme.ts";

/** Which drawing the frame has room for, broad where that is one of them; null until it has been looked at. */
export function useFrameSize(frame: RefObject<HTMLElement | null>, hasBroad: boolean): ChartSize | null {
  const [size, setSize] = useState<ChartSize | null>(null);
  useEffect(() => {
    if (frame.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width } = entry.contentRect;
      setSize(width < narrowBelow ? "narrow" : hasBroad && width >= broadFrom ? "broad" : "wide");
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame, hasBroad]);
  return size;
}
