import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";

/**
 * Axe with all its rules, and with that for the size of targets (WCAG 2.5.8), which it leaves out of its own accord.
 */
export function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ rules: { "target-size": { enabled: true } } });
}
