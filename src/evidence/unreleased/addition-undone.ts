import type { RepeatedAddition } from "../../candidates/repeated-addition.ts";
import { undoesExactly } from "../../subjects/listener/exact-pairs.ts";
import { compareCalls, isExact, mayMatch } from "../../subjects/listener/listener-match.ts";
import type { Evidence } from "../evidence.ts";

export const additionUndone: Evidence<RepeatedAddition, "yes" | "no"> = {
  id: "unreleased/addition-undone",
  asks: "May a removal of the file be for the first addition? One that is exactly for another is not.",
  levels: {
    yes: ["a removal of the file may be for it", "no leak"],
    no: ["no removal of the file is for it", "leak"],
  },
  ask(file, { added: original, calls: { removed } }) {
    const undoing = removed.find((removal) => {
      const comparison = compareCalls(file, original, removal);
      return mayMatch(comparison) && (isExact(comparison) || !undoesExactly(file, removal));
    });
    return { level: undoing === undefined ? "no" : "yes", basis: "shown", at: undoing?.call };
  },
};
