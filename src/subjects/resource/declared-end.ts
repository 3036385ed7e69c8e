/** A function that ends something, among what a call gives by its declared type: `tryLock(): Promise<[unlock: () => void, ok: boolean]>`. */
import type { Pair } from "../../catalogue/entry.ts";
import { anything, memberOf } from "../../catalogue/origin.ts";
import { isReleaseName } from "../../catalogue/words/releases.ts";
import { declaredPartOf, declaredTypeOf, labelOfElement, shapeOfType } from "../../facts/declared-types.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { calleeName, wrapped, type CallNode } from "../../syntax/tree.ts";

/** The pair of a call whose value is a tuple with such a function, as the declaration around it takes it apart. */
export function declaredEndPairOf(file: FileFacts, call: CallNode): Pair | undefined {
  const { parent } = wrapped(call);
  const value = parent?.type === "AwaitExpression" ? parent : call;
  const declarator = wrapped(value).parent;
  if (declarator?.type !== "VariableDeclarator" || declarator.id.type !== "ArrayPattern") return undefined;
  const name = call.type === "CallExpression" ? calleeName(call) : undefined;
  if (name === undefined) return undefined;
  const type = declaredTypeOf(file, value);
  if (type === undefined) return undefined;
  const element = declarator.id.elements.findIndex((taken, index) => {
    const part = declaredPartOf(file, type, index);
    const isEnd = part !== undefined && shapeOfType(file, part)?.call?.parameters === 0;
    return isEnd && [labelOfElement(file, type, index), taken?.type === "Identifier" ? taken.name : undefined].some(isReleaseName);
  });
  if (element < 0) return undefined;
  return {
    id: "language/declared-end",
    noun: `what \`${name}\` gives`,
    acquire: { form: "call", callee: memberOf(anything, name) },
    handle: { from: value === call ? "result" : "awaited", element },
    releases: [{ by: "invoke" }],
    heldBy: "process",
  };
}
