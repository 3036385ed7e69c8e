/** The order in which things are drawn: by a hash of what names them, so that nobody chooses and anybody draws the same. */
import { createHash } from "node:crypto";

/** Puts a list in drawn order; `nameOf` gives what tells an entry from all others. */
export function inDrawnOrder(list, nameOf) {
  const drawn = list.map((entry) => ({ entry, hash: createHash("sha256").update(nameOf(entry)).digest("hex") }));
  return drawn.sort((one, other) => (one.hash < other.hash ? -1 : 1)).map(({ entry }) => entry);
}
