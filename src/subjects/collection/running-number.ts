/** Numbers that outlive a function and are counted up by it, so that each of its runs has another: `const id = lastId; lastId += 1;`. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { enclosingFunction, findWithin, isWithin, type FunctionNode } from "../../syntax/tree.ts";

/** Whether the function around an expression counts up what it names, which nothing of the file sets back. */
export function isRunningNumber(file: FileFacts, node: TSESTree.Node): boolean {
  if (node.type !== "Identifier" && node.type !== "MemberExpression") return false;
  const around = enclosingFunction(node);
  const place = around === undefined ? undefined : file.places.placeOf(node);
  if (around === undefined || place === undefined || isMadeByInsert(place, around)) return false;
  const isIt = (target: TSESTree.Node): boolean => file.places.placeOf(target)?.key === place.key;
  const counts = findWithin(around.body, file.visitorKeys, (part) => {
    if (part.type === "UpdateExpression") return part.operator === "++" && isIt(part.argument);
    return part.type === "AssignmentExpression" && part.operator === "+=" && part.right.type === "Literal" && typeof part.right.value === "number" && isIt(part.left);
  });
  if (counts === undefined || enclosingFunction(counts) !== around) return false;
  return !isSetBack(file, isIt);
}

/** A counter of the function itself begins anew with each of its runs. */
function isMadeByInsert({ root }: Place, around: FunctionNode): boolean {
  return root.kind === "variable" && root.variable.defs.some(({ name }) => isWithin(name, around));
}

/** Whether it is given a number outside of a constructor: it counts from there again. */
function isSetBack(file: FileFacts, isIt: (target: TSESTree.Node) => boolean): boolean {
  return file.nodes.assignments.some((assignment) => {
    if (assignment.operator !== "=" || !isIt(assignment.left)) return false;
    const around = enclosingFunction(assignment);
    return around !== undefined && file.functions.factOf(around).role !== "constructor";
  });
}
