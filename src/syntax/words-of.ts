/** The words that a name is made of. */

/** `userIds` is `["user", "ids"]`. */
export function wordsOf(name: string): string[] {
  return name.replace(/^[#_$]+/, "").replace(/([a-z\d])([A-Z])/g, "$1 $2").replace(/([A-Z])([A-Z][a-z])/g, "$1 $2").toLowerCase().split(/[^a-z\d]+/).filter((word) => word !== "");
}
