import type { KeptEntry } from "../../candidates/kept-entry.ts";
import { keyOfRead } from "../../candidates/kept-entry.ts";
import { isPuttingIn } from "../../candidates/staying-entry.ts";
import { isSameKey } from "../../subjects/collection/same-key.ts";
import { enclosingFunction } from "../../syntax/tree.ts";
import { shownAt, type Evidence } from "../evidence.ts";

export const valueTaken: Evidence<KeptEntry, "yes" | "no"> = {
  id: "unreleased/value-taken",
  asks: "Does the code that blanks the value look at it before, and put in none?",
  levels: {
    yes: ["the value is looked at first, and then blanked: it is over", "leak"],
    no: ["nothing looks at the value before it is blanked, which may be how it begins", "open"],
  },
  ask(file, { kept: { operations }, end }) {
    const around = enclosingFunction(end.node);
    // Who puts in as well keeps an answer, of which nothing is one: `cache.set(id, found ? found.name : undefined)`.
    if (operations.some((operation) => isPuttingIn(operation) && enclosingFunction(operation.node) === around)) return shownAt(undefined);
    const read = operations.find(({ kind, node }) => {
      const key = kind === "read" && node.range[0] < end.node.range[0] && enclosingFunction(node) === around ? keyOfRead(node) : undefined;
      return key !== undefined && end.key !== undefined && isSameKey(file, key, end.key);
    });
    return shownAt(read?.node);
  },
};
