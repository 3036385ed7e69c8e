/** Iterators that a function writes over its handle: whoever iterates calls `next()`, and neither that nor `return()` once `next()` has failed. */
import type { Variable } from "../../facts/variables.ts";
import { enclosingFunction, memberName, type FunctionNode } from "../../syntax/tree.ts";

/** The members that tell that an object with `next` is an iterator, and not just something that has a next one. */
const OF_ITERATORS: ReadonlySet<string> = new Set(["return", "[iterator]", "[asyncIterator]"]);

/** The `next` functions of iterators that use the variable. */
export function iterationsOver({ references }: Variable): ReadonlySet<FunctionNode> {
  const found = new Set<FunctionNode>();
  for (const { identifier } of references) {
    for (let at = enclosingFunction(identifier); at !== undefined; at = enclosingFunction(at)) if (isNextOfIterator(at)) found.add(at);
  }
  return found;
}

function isNextOfIterator({ parent }: FunctionNode): boolean {
  if (parent.type !== "Property" || memberName(parent) !== "next" || parent.parent.type !== "ObjectExpression") return false;
  return parent.parent.properties.some((other) => other.type === "Property" && OF_ITERATORS.has(memberName(other) ?? ""));
}
