/** Names the code that a mutant was made from, so that copies of one function in several repositories are known for one. */
import { createHash } from "node:crypto";

import { isFunction } from "./syntax.mjs";

const DIGITS = 16;
const MEMBERS = new Set(["MethodDefinition", "PropertyDefinition", "StaticBlock"]);

/** A hash of the innermost function or class member around a node, or else of the whole file; white space does not count. */
export function originOf(file, node) {
  const text = file.source(unitAround(node) ?? { range: [0, file.text.length] });
  return createHash("sha256").update(text.replace(/\s+/g, " ").trim()).digest("hex").slice(0, DIGITS);
}

function unitAround(node) {
  for (let outer = node.parent; outer != null; outer = outer.parent) {
    if (MEMBERS.has(outer.type)) return outer;
    if (isFunction(outer)) return MEMBERS.has(outer.parent.type) ? outer.parent : outer;
  }
  return undefined;
}
