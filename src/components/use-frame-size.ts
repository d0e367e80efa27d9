import { type RefObject, useEffect, useState } from "react";
import { type ChartSize, narrowBelow } from "../charts/theme.ts";

/** Which drawing the frame has room for; null until it has been looked at. */
export function useFrameSize(frame: RefObject<HTMLElement | null>): ChartSize | null {
  const [size, setSize] = useState<ChartSize | null>(null);
  useEffect(() => {
    if (frame.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize(entry.contentRect.width < narrowBelow ? "narrow" : "wide");
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame]);
  return size;
}
