/** Lists that are copies of others: what is taken out of them stays in the others. */
import type { TSESTree } from "@typescript-eslint/utils";

import { changingMethods, copyingMethods } from "../../catalogue/words/lists.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { calleeName, memberName, receiverOf, unwrap, type FunctionNode } from "../../syntax/tree.ts";

/** The list that `list.slice()`, `[...list]` or `Array.from(list)` copies. */
export function copiedBy(receiver: TSESTree.Node | undefined): TSESTree.Node | undefined {
  if (receiver?.type === "ArrayExpression") {
    const [only] = receiver.elements;
    return receiver.elements.length === 1 && only?.type === "SpreadElement" ? only.argument : undefined;
  }
  if (receiver?.type !== "CallExpression" || !copyingMethods.has(calleeName(receiver) ?? "")) return undefined;
  const owner = receiverOf(receiver);
  return owner?.type === "Identifier" && (owner.name === "Array" || owner.name === "Object") ? receiver.arguments[0] : owner;
}

/** The parameter of which a function returns a filtered copy, if it changes none itself. */
export function filteredParameter(file: FileFacts, { params, body, async: isAsync }: FunctionNode): number | undefined {
  if (isAsync || body.type !== "BlockStatement") return undefined;
  const last = body.body.at(-1);
  const returned = last?.type === "ReturnStatement" && last.argument !== null ? unwrap(last.argument) : undefined;
  if (returned?.type !== "CallExpression" || calleeName(returned) !== "filter") return undefined;
  const list = receiverOf(returned);
  const variable = list?.type === "Identifier" ? file.variables.variableOf(list) : undefined;
  const index = params.findIndex((parameter) => parameter.type === "Identifier" && variable !== undefined && file.variables.variableOf(parameter) === variable);
  const isChanged = variable?.references.some(({ identifier }) => {
    const { parent } = identifier;
    return parent.type === "MemberExpression" && parent.object === identifier && (changingMethods.has(memberName(parent) ?? "") || parent.parent.type === "AssignmentExpression");
  });
  return index === -1 || isChanged === true ? undefined : index;
}
