/** The object that something was got from, and whether it ends with that: a page with its browser. */
import type { TSESTree } from "@typescript-eslint/utils";

import { endsOfMaker } from "../../catalogue/words/ending.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { declaratorOf, functionOf, type Variable } from "../../facts/variables.ts";
import { enclosingFunction, memberName, receiverOf, unwrap, wrapped } from "../../syntax/tree.ts";
import type { Resource } from "./resource.ts";

interface Maker {
  readonly variable: Variable;
  readonly declaration: TSESTree.VariableDeclaration;
}

/** The receiver of the acquisition, where a variable of the same function has it. */
function ownMakerOf(file: FileFacts, { acquisition, pair }: Resource): Maker | undefined {
  const receiver = pair.handle.from === "receiver" ? undefined : receiverOf(acquisition);
  const variable = receiver?.type === "Identifier" ? file.variables.variableOf(receiver) : undefined;
  const declarator = variable === undefined ? undefined : declaratorOf(variable);
  if (variable === undefined || declarator === undefined || functionOf(variable) !== enclosingFunction(acquisition)) return undefined;
  return { variable, declaration: declarator.parent };
}

/** The declaration with `using` that ends the maker at the end of its block. */
export function usingOfMaker(file: FileFacts, resource: Resource): TSESTree.VariableDeclaration | undefined {
  const declaration = ownMakerOf(file, resource)?.declaration;
  return declaration?.kind === "using" || declaration?.kind === "await using" ? declaration : undefined;
}

/** The call that by its name ends the maker. */
export function endOfMaker(file: FileFacts, resource: Resource): TSESTree.CallExpression | undefined {
  for (const { identifier } of ownMakerOf(file, resource)?.variable.references ?? []) {
    const member = wrapped(identifier).parent;
    const call = member?.type === "MemberExpression" && endsOfMaker.has(memberName(member) ?? "") ? wrapped(member).parent : undefined;
    if (call?.type === "CallExpression" && unwrap(call.callee) === member) return call;
  }
  return undefined;
}
