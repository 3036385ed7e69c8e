import type { KeyText } from "../../candidates/key-text.ts";
import type { Evidence } from "../evidence.ts";

export const knownAsKey: Evidence<KeyText, KeyText["known"]> = {
  id: "real/known-as-key",
  asks: "By what is the text known as a key?",
  levels: {
    "store": ["it is the key of a store", "leak"],
    "memoizer": ["a memoizer keeps results under it", "leak"],
    "named-cache": ["it is the key of what by its name is a cache", "open"],
    "name": ["by a name it is a key", "open"],
  },
  ask: (_file, { known }) => ({ level: known, basis: known === "store" || known === "memoizer" ? "typed" : "named" }),
};
