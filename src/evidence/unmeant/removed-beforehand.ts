import type { UnmatchedRemoval } from "../../candidates/unmatched-removal.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { enclosingFunction, statementListOf } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const removedBeforehand: Evidence<UnmatchedRemoval, "precaution" | "take-over" | "no"> = {
  id: "unmeant/removed-beforehand",
  asks: "Does the place of the removal show another purpose than to undo the addition?",
  levels: {
    "precaution": ["the removal before the addition is a precaution", "no leak"],
    "take-over": ["its function takes listeners off that others have added, to put its own there", "no leak"],
    "no": ["the removal has no other purpose", "open"],
  },
  ask(file, candidate) {
    const { difference, removed } = candidate;
    if (difference === "third" && isPrecaution(candidate)) return { level: "precaution", basis: "shown", at: removed.call };
    return difference === "listener" && takesOver(file, candidate) ? { level: "take-over", basis: "shown", at: removed.call } : { level: "no", basis: "shown" };
  },
};

/** `off(f); on(f, true)`: the same function is not added twice anyway, and whoever wrote the removal wants no end of it. */
function isPrecaution({ added, removed }: UnmatchedRemoval): boolean {
  const block = statementListOf(removed.call);
  return removed.verbs.family === "dom" && block !== undefined && block === statementListOf(added.call) && removed.call.range[0] < added.call.range[0];
}

/** Whether the function asks the emitter for the listeners it has, takes one off and puts its own there instead. */
function takesOver(file: FileFacts, { added, removed }: UnmatchedRemoval): boolean {
  const host = enclosingFunction(removed.call);
  const asking = [...file.calls.named("listeners"), ...file.calls.named("rawListeners")];
  return host === enclosingFunction(added.call) && asking.some((call) => enclosingFunction(call) === host && call.range[0] < removed.call.range[0]);
}
