import type { KeyText } from "../../candidates/key-text.ts";
import type { VolatilityKind } from "../../subjects/key/volatility.ts";
import type { Evidence } from "../evidence.ts";

export const textOfKey: Evidence<KeyText, VolatilityKind> = {
  id: "real/text-of-key",
  asks: "Why is the text no key?",
  levels: {
    changes: ["its text changes from one time to the next", "leak"],
    shared: ["different objects print the same", "leak"],
    source: ["a function prints its source", "leak"],
    lossy: ["its text leaves parts out", "leak"],
    contents: ["its text is all that a file holds", "leak"],
    order: ["equal objects print differently", "leak"],
  },
  ask(_file, { volatility }) {
    const found = volatility();
    return found === undefined ? { level: "unknown", basis: "shown" } : { level: found.kind, basis: found.confidence === "certain" ? "proved" : "named", at: found.subject };
  },
};
