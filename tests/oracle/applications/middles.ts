/** What stands between the beginning and the end of the work on a request. */
import type { Middle } from "./plan.ts";

export const MIDDLES: Readonly<Record<Middle, readonly string[]>> = {
  "nothing": [],
  "load": ["await $load($request);"],
  "return": ["if ($request.$bad) return;"],
  "impossible return": ['if ($mode === "off") return;'],
  "check": ["$check($request);"],
  "safe check": ["$look($request);"],
};
