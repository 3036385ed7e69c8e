/** Names of symbols that stand for members: they say what the member is, often with a letter or word before it that says "symbol". */

const SYMBOL = /^\[(?:k|sym|symbol|s)?_?([A-Z][a-z]\w*)\]$/;

/** The name of a member under a symbol as it is spoken, `shutdown` for `[kShutdown]`; any other name as it is. */
export function spokenName(name: string): string {
  const spoken = SYMBOL.exec(name)?.[1];
  return spoken === undefined ? name : spoken.charAt(0).toLowerCase() + spoken.slice(1);
}
