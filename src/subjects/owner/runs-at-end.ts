/** Which functions run only when an object comes to its end. */
import { ownerEndNames } from "../../catalogue/words/ends-of-entries.ts";
import { spokenName } from "../../catalogue/words/symbol-names.ts";
import { collectCallers } from "../../facts/callers.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { enclosingFunction, type FunctionNode } from "../../syntax/tree.ts";

/** How many callers up a function is followed to the end of its owner. */
const MAXIMUM_CALLERS = 4;

const known = new WeakMap<FileFacts, WeakMap<object, Map<FunctionNode, boolean>[]>>();

/** Whether the function ends the owner, or runs only when one that does calls it. */
export function runsAtEnd(file: FileFacts, node: FunctionNode | undefined, owner: object, depth = 0): boolean {
  if (node === undefined || depth > MAXIMUM_CALLERS) return false;
  const ofFile = known.get(file) ?? new WeakMap<object, Map<FunctionNode, boolean>[]>();
  known.set(file, ofFile);
  const byDepth = ofFile.get(owner) ?? [];
  ofFile.set(owner, byDepth);
  // Functions that call each other many times over are asked once for each depth.
  const answers = (byDepth[depth] ??= new Map<FunctionNode, boolean>());
  const answer = answers.get(node) ?? endsOwner(file, node, owner, depth);
  answers.set(node, answer);
  return answer;
}

function endsOwner(file: FileFacts, node: FunctionNode, owner: object, depth: number): boolean {
  const fact = file.functions.factOf(node);
  if (fact.owner === owner && ownerEndNames.test(spokenName(fact.name ?? ""))) return true;
  if (fact.role === "callback" || fact.role === "immediate") return runsAtEnd(file, enclosingFunction(node), owner, depth + 1);
  const callers = collectCallers(file, fact);
  return callers !== "anybody" && callers.length > 0 && callers.every((call) => runsAtEnd(file, enclosingFunction(call), owner, depth + 1));
}
