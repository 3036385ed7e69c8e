import type { AskedKey } from "../../candidates/asked-key.ts";
import { enclosingFunction } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const kinKeys: Evidence<AskedKey, "may-match" | "doubtful" | "apart"> = {
  id: "unreleased/kin-keys",
  asks: "Do the other look-ups, or the other deletes, of the store miss all inserts as well?",
  levels: {
    "may-match": ["another such use of the store may find the entries", "no leak"],
    "doubtful": ["each such use of the store seems to miss the entries", "leak"],
    "apart": ["each such use of the store misses the entries", "leak"],
  },
  ask(_file, { node, kin: all, difference: own }) {
    // What one use shows alone is so whatever is asked for in other functions.
    const home = enclosingFunction(node);
    const kin = own()?.isAlone === true ? all.filter((other) => enclosingFunction(other.node) === home) : all;
    const matching = kin.find(({ difference }) => difference() === undefined);
    if (matching !== undefined) return { level: "may-match", basis: "shown", at: matching.node };
    return { level: kin.every(({ difference }) => difference()?.confidence === "certain") ? "apart" : "doubtful", basis: "shown" };
  },
};
