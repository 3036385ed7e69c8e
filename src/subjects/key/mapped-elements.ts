/** Elements of lists that a function of the file has made of others: `ids.map((id) => prefix + id)`. */
import type { TSESTree } from "@typescript-eslint/utils";

import { elementCallbacks } from "../../catalogue/words/keyed-stores.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { declaratorOf, functionOf, initializerOf, isSingleAssignment, type Variable } from "../../facts/variables.ts";
import { calleeName, receiverOf, unwrap, wrapped } from "../../syntax/tree.ts";
import { buildKeyForm } from "./build-key-form.ts";
import type { KeyForm } from "./key-form.ts";

/** Finds what each element of the list is made as that a variable walks; undefined where the file does not show it. */
export function formOfMappedElement(file: FileFacts, expression: TSESTree.Node): KeyForm | undefined {
  const variable = file.variables.variableOf(unwrap(expression));
  const list = variable === undefined || !isSingleAssignment(variable) ? undefined : walkedBy(file, variable);
  const mapped = list === undefined ? undefined : madeList(file, list);
  const by = mapped?.type === "CallExpression" && calleeName(mapped) === "map" ? mapped.arguments[0] : undefined;
  const maker = by === undefined ? undefined : file.functions.functionValueOf(by);
  const [made, ...others] = maker === undefined || maker.async ? [] : file.functions.returnedBy(maker);
  return made === undefined || others.length > 0 ? undefined : buildKeyForm(file, made);
}

/** The list in `for (const x of list)` and in `list.forEach((x) => …)`. */
function walkedBy(file: FileFacts, variable: Variable): TSESTree.Node | undefined {
  const loop = declaratorOf(variable)?.parent.parent;
  if (loop?.type === "ForOfStatement") return loop.right;
  const walker = variable.defs[0]?.type === "Parameter" ? functionOf(variable) : undefined;
  const [first] = walker?.params ?? [];
  const call = walker === undefined ? undefined : wrapped(walker).parent;
  if (call?.type !== "CallExpression" || call.arguments[0] !== walker || first === undefined || file.variables.variableOf(first) !== variable) return undefined;
  return elementCallbacks.has(calleeName(call) ?? "") ? receiverOf(call) : undefined;
}

function madeList(file: FileFacts, list: TSESTree.Node): TSESTree.Node {
  const node = unwrap(list);
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  return unwrap((variable === undefined ? undefined : initializerOf(variable)) ?? node);
}
