import type { ForgottenSibling } from "../../candidates/forgotten-sibling.ts";
import { removalsIn } from "../../candidates/staying-entry.ts";
import { collectDeletePaths } from "../../subjects/collection/delete-paths.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { reaches } from "../../facts/reached-code.ts";
import type { Operation } from "../../subjects/collection/operations.ts";
import { isSameKey } from "../../subjects/collection/same-key.ts";
import { enclosingFunction, type FunctionNode } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const endOfSibling: Evidence<ForgottenSibling, "yes" | "no"> = {
  id: "unreleased/end-of-sibling",
  asks: "Does some function remove the sibling's entry for good, and does it not come by this collection?",
  levels: {
    yes: ["the entry of its sibling under the same id is removed", "leak"],
    no: ["where its sibling's entry is removed, the id moves on or this collection is emptied", "no leak"],
  },
  ask(file, { kept, sibling, ends }) {
    const vain = collectDeletePaths(file, sibling.collection, sibling.operations).useless.map(({ operation }) => operation);
    const own = removalsIn(kept.operations).map(({ node }) => node);
    const end = ends.find((operation) => {
      const around = enclosingFunction(operation.node);
      return around !== undefined && !vain.includes(operation) && !movesOn(file, around, operation) && !reaches(file, around, own);
    });
    return { ...yesOrNo(end !== undefined), at: end?.node };
  },
};

/** `active.delete(id); done.set(id, x);`: whatever is put in under the same key where an entry goes. */
function movesOn(file: FileFacts, around: FunctionNode, { key }: Operation): boolean {
  return file.calls.directlyIn(around).some(({ callee, arguments: [first] }) => {
    const name = callee.type === "MemberExpression" && callee.property.type === "Identifier" ? callee.property.name : undefined;
    return (name === "set" || name === "add") && first !== undefined && key !== undefined && isSameKey(file, first, key);
  });
}
