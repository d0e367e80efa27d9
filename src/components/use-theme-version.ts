import { useEffect, useState } from "react";

/** A number that grows whenever the page's colours change: theme, accent, or the system's preference. */
export function useThemeVersion(): number {
  const [version, setVersion] = useState(0);
  useEffect(() => {
    const change = () => setVersion((current) => current + 1);
    const attributes = new MutationObserver(change);
    attributes.observe(document.documentElement, { attributeFilter: ["data-theme", "data-accent"] });
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", change);
    return () => {
      attributes.disconnect();
      dark.removeEventListener("change", change);
    };
  }, []);
  return version;
}
