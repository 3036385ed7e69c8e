/** Which members of an object only the object itself calls. */
import { memberName, type FunctionNode } from "../syntax/tree.ts";

/** Answers whether a method is private or protected, by its modifier, by `#`, or by the habit of a leading underscore. */
export function isHidden({ parent }: FunctionNode): boolean {
  if (parent.type !== "MethodDefinition" && parent.type !== "PropertyDefinition") return false;
  const isMarked = parent.accessibility === "private" || parent.accessibility === "protected" || parent.key.type === "PrivateIdentifier";
  return isMarked || (memberName(parent) ?? "").startsWith("_");
}
