/** How long a page is waited for, and how. */
import { setTimeout } from "node:timers/promises";

import type { Page } from "./browser.ts";

/** A machine that is busy with other tests takes its time to load the linter. */
export const PATIENCE_MS = 300_000;

/** Waits until an expression holds in a page; throws after `PATIENCE_MS`. It is asked from outside: the page's policy lets it evaluate nothing itself. */
export async function until(page: Page, expression: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await page.evaluate<boolean>(expression))) {
    if (Date.now() > end) throw new Error(`It never came about: ${expression}`);
    await setTimeout(50);
  }
}
