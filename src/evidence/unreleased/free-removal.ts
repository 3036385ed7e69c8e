import type { ForgottenListener } from "../../candidates/forgotten-listener.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { listenerCallOf } from "../../subjects/listener/listener-calls.ts";
import { compareCalls, mayMatch, onlyDifferenceOf } from "../../subjects/listener/listener-match.ts";
import { unwrap, type FunctionNode } from "../../syntax/tree.ts";
import type { TSESTree } from "@typescript-eslint/utils";
import type { Evidence } from "../evidence.ts";

export const freeRemoval: Evidence<ForgottenListener, "all" | "given" | "possible" | "mistaken" | "no"> = {
  id: "unreleased/free-removal",
  asks: "Is a removal that is for no other listener meant for this one?",
  levels: {
    all: ["a call of the file removes all listeners of an object", "no leak"],
    given: ["the function that removes the others gives its target to one that nobody here knows, which may remove it", "no leak"],
    possible: ["a removal of the file may be for it", "no leak"],
    mistaken: ["a removal that differs in one part is a mistake of its own, and another rule's to tell", "no leak"],
    no: ["no removal is left for it", "leak"],
  },
  ask(file, { added, free, owner, removals, calls: { cleared: [clearing] } }) {
    if (clearing !== undefined) return { level: "all", basis: "shown", at: clearing };
    const stranger = owner.teardown === undefined ? undefined : strangerGiven(file, owner.teardown.node, [added, ...removals].map(({ target }) => target));
    if (stranger !== undefined) return { level: "given", basis: "shown", at: stranger };
    for (const removal of free) {
      const comparison = compareCalls(file, added, removal);
      if (mayMatch(comparison)) return { level: "possible", basis: "shown", at: removal.call };
      if (onlyDifferenceOf(comparison) !== undefined) return { level: "mistaken", basis: "shown", at: removal.call };
    }
    return { level: "no", basis: "shown" };
  },
};

/** `removeOthers?.(target)`: a call of a parameter or an import that is given the target, and is no removal by its verb. */
function strangerGiven(file: FileFacts, mirror: FunctionNode, targets: readonly (TSESTree.Node | undefined)[]): TSESTree.Node | undefined {
  const keys = new Set(targets.flatMap((target) => (target === undefined ? [] : (file.places.placeOf(target)?.key ?? []))));
  return file.calls.directlyIn(mirror).find((call) => {
    const callee = unwrap(call.callee);
    const kind = callee.type === "Identifier" ? file.variables.variableOf(callee)?.defs[0]?.type : undefined;
    const isStranger = (kind === "Parameter" || kind === "ImportBinding") && listenerCallOf(file, call) === undefined;
    return isStranger && call.arguments.some((argument) => keys.has(file.places.placeOf(argument)?.key ?? ""));
  });
}
