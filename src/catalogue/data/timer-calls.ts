/** The calls of the platform that start a timer, and those that clear it. */

/** The function that clears what each function starts. */
export const clearedBy: ReadonlyMap<string, string> = new Map([
  ["setTimeout", "clearTimeout"],
  ["setInterval", "clearInterval"],
  ["setImmediate", "clearImmediate"],
  ["requestAnimationFrame", "cancelAnimationFrame"],
  ["requestIdleCallback", "cancelIdleCallback"],
]);

/** Starts of timers that effects are known to clear. */
export const startsInEffects: ReadonlySet<string> = new Set(["setTimeout", "setInterval", "requestAnimationFrame"]);

/** Whether two functions clear the same timers: the two clears of timeouts and intervals stand for each other. */
export function clearsSame(one: string | undefined, other: string): boolean {
  const isPlain = (name: string | undefined): boolean => name === "clearTimeout" || name === "clearInterval";
  return one === other || (isPlain(one) && isPlain(other));
}
