import type { TSESTree } from "@typescript-eslint/utils";

import type { EntryOnSuccess } from "../../candidates/entry-on-success.ts";
import { errorNames } from "../../catalogue/words/promises.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { findWitness } from "../../flow/witness.ts";
import { isFunction, unwrap } from "../../syntax/tree.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

/** `(err, result) => { if (err) return done(err); … }`. */
export const errorReturn: Evidence<EntryOnSuccess, "yes"> = {
  id: "reachable/error-return",
  asks: "Is the callback left before the removal where its first parameter, by its name an error, is there?",
  levels: { yes: ["the callback is left before the removal when it is told of an error", "leak"] },
  ask(file, candidate) {
    const at = leftOnError(file, candidate);
    return { ...yesOrUnknown(at !== undefined, "named"), at };
  },
};

function leftOnError(file: FileFacts, { callback, end, graphOf }: EntryOnSuccess): TSESTree.Node | undefined {
  const [error] = callback.params;
  const graph = error?.type === "Identifier" && errorNames.test(error.name) ? graphOf(callback) : undefined;
  if (error === undefined || graph === undefined) return undefined;
  const isError = (test: TSESTree.Node | undefined): boolean => test !== undefined && unwrap(test).type === "Identifier" && file.variables.variableOf(unwrap(test)) === file.variables.variableOf(error);
  const witness = findWitness(graph, "entry", {
    goal: (block) => block === graph.exit || block === graph.throwExit,
    passes: (step) => step.node !== end.node,
    edge: (edge) => edge.kind !== "exception" && !(edge.kind === "false" && isError(edge.condition)),
  });
  if (witness?.some(({ kind, condition }) => kind === "true" && isError(condition)) !== true) return undefined;
  const cause = witness.flatMap(({ from }) => from.steps).findLast(({ action }) => action === "return" || action === "throw")?.node;
  return cause !== undefined && !isFunction(cause) ? cause : undefined;
}
