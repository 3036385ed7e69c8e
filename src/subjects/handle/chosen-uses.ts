/** Values that stand among others for the length of a statement: `const channel = loud ? this.horn : this.flute; channel.play();`. */
import type { TSESTree } from "@typescript-eslint/utils";

import { isReleaseName } from "../../catalogue/words/releases.ts";
import { iteratingCalls } from "../../catalogue/words/starts.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Variable } from "../../facts/variables.ts";
import { calleeName, isFunction, memberName, receiverOf, unwrap, wrapped } from "../../syntax/tree.ts";

/**
 * What becomes of a value that a choice gives, or a list that is written out and gone through at once: where only methods are called on
 * the name that it gets, `member`, or `release` if one of them releases; undefined where anybody else may have it from here.
 */
export function useOfChosen(file: FileFacts, value: TSESTree.Node): "member" | "release" | undefined {
  const choice = choiceOrListAround(value);
  const name = choice === value ? undefined : nameFor(choice);
  if (name === undefined) return undefined;
  if (name.type === "MemberExpression") return useOfChosenMember(name);
  const variable = file.variables.variableOf(name);
  return variable === undefined ? undefined : useOfVariable(variable);
}

/** The outermost choice or list that the value stands in. */
function choiceOrListAround(value: TSESTree.Node): TSESTree.Node {
  const { parent } = value;
  const isChosen = (parent?.type === "ConditionalExpression" && parent.test !== value) || parent?.type === "LogicalExpression";
  if (isChosen) return choiceOrListAround(wrapped(parent));
  return parent?.type === "ArrayExpression" ? wrapped(parent) : value;
}

/** What names each element of a list that is gone through: the variable of the loop over it, or the parameter of the callback. */
export function elementName(list: TSESTree.Node): TSESTree.Identifier | undefined {
  const { parent } = list;
  // `for (const one of [...this.pair, this.still])`.
  if (parent?.type === "SpreadElement" && parent.parent.type === "ArrayExpression") return elementName(wrapped(parent.parent));
  if (parent?.type === "ForOfStatement" && parent.right === list) {
    const id = parent.left.type === "VariableDeclaration" ? parent.left.declarations[0]?.id : undefined;
    return id?.type === "Identifier" ? id : undefined;
  }
  return parent?.type === "MemberExpression" && parent.object === list ? parameterTaking(parent) : undefined;
}

/** What names the choice: the variable that gets it, that of the loop over it, the parameter of the callback, or the member taken of it at once. */
function nameFor(choice: TSESTree.Node): TSESTree.Identifier | TSESTree.MemberExpression | undefined {
  const { parent } = choice;
  const isList = unwrap(choice).type === "ArrayExpression";
  if (parent?.type === "VariableDeclarator" && !isList) return parent.id.type === "Identifier" && parent.parent.kind === "const" ? parent.id : undefined;
  if (isList) return elementName(choice);
  return parent?.type === "MemberExpression" && parent.object === choice ? parent : undefined;
}

/** `[a, b].forEach((one) => …)`: the parameter of the callback. */
function parameterTaking(member: TSESTree.MemberExpression): TSESTree.Identifier | undefined {
  const call = wrapped(member).parent;
  if (call?.type !== "CallExpression" || receiverOf(call) !== unwrap(member.object) || !iteratingCalls.test(calleeName(call) ?? "")) return undefined;
  const [callback] = call.arguments;
  const first = callback !== undefined && isFunction(callback) ? callback.params[0] : undefined;
  return first?.type === "Identifier" ? first : undefined;
}

function useOfVariable(variable: Variable): "member" | "release" | undefined {
  const uses = variable.references.filter(({ init }) => init !== true).map(({ identifier }) => {
    const value = wrapped(identifier);
    return value.parent?.type === "MemberExpression" && value.parent.object === value ? useOfChosenMember(value.parent) : undefined;
  });
  return uses.includes(undefined) ? undefined : uses.includes("release") ? "release" : "member";
}

function useOfChosenMember(member: TSESTree.MemberExpression): "member" | "release" | undefined {
  const name = memberName(member);
  return name === undefined ? undefined : isReleaseName(name) ? "release" : "member";
}
