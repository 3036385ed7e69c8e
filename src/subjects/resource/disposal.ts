/** Whether `using` can do for a variable what its release calls do by hand. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Pair } from "../../catalogue/entry.ts";
import { truestDisposals } from "../../catalogue/words/disposables.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { calleeName, enclosingFunction, receiverOf, unwrap } from "../../syntax/tree.ts";

/** By `using`, or by `await using`. */
export type Disposal = "sync" | "async";

/** Answers how a variable can be disposed: by its type, and without types by the entry of what it holds. */
export function disposalOf(file: FileFacts, name: TSESTree.Identifier, pair: Pair | undefined, isAwaited: boolean): Disposal | undefined {
  const has = (symbol: string): boolean => (file.types.available ? file.types.hasMember(name, symbol) === true : isNamedIn(pair, symbol));
  if (isAwaited) return has("[asyncDispose]") ? "async" : undefined;
  return has("[dispose]") ? "sync" : has("[asyncDispose]") ? "async" : undefined;
}

/** Entries made up for the occasion name every verb there is; only those of the catalogue prove anything. */
function isNamedIn(pair: Pair | undefined, symbol: string): boolean {
  if (pair === undefined || pair.id.startsWith("language/")) return false;
  return pair.releases.some((release) => release.by === "method" && release.name === symbol);
}

/** Whether a call does what the disposal of the variable does, and nothing more. */
export function isPlainDisposal(file: FileFacts, call: TSESTree.Node, name: TSESTree.Identifier, pair: Pair | undefined): boolean {
  const node = unwrap(call);
  if (node.type !== "CallExpression" || node.arguments.length > 0) return false;
  const receiver = receiverOf(node);
  const variable = receiver?.type === "Identifier" ? file.variables.variableOf(receiver) : undefined;
  const method = calleeName(node);
  if (variable === undefined || method === undefined || variable !== file.variables.variableOf(name)) return false;
  if (method === "[dispose]" || method === "[asyncDispose]") return true;
  return method.replace(/Sync$/, "") === truestVerb(file, name, pair);
}

function truestVerb(file: FileFacts, name: TSESTree.Identifier, pair: Pair | undefined): string | undefined {
  if (pair !== undefined && !pair.id.startsWith("language/")) {
    const first = pair.releases.find((release) => release.by === "method");
    return first?.by === "method" && first.name !== "end" ? first.name : undefined;
  }
  if (file.types.hasMember(name, "end") === true) return undefined;
  return truestDisposals.find((verb) => file.types.hasMember(name, verb) === true);
}

/** Whether a declaration that is disposed in this way may stand at the node: `await using` needs a function that awaits. */
export function isDisposalAllowed(file: FileFacts, disposal: Disposal, node: TSESTree.Node): boolean {
  if (disposal === "sync") return true;
  const owner = enclosingFunction(node);
  if (owner !== undefined) return owner.async;
  for (let at = node.parent; at != null; at = at.parent) if (at.type === "StaticBlock") return false;
  return file.program.sourceType === "module";
}
