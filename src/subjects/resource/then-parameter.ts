/** What a promise gives to the callback of its `then`: the parameter is as much a handle as what an `await` gives. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { memberName, unwrap, wrapped, type FunctionNode } from "../../syntax/tree.ts";

export interface ThenParameter {
  readonly callback: FunctionNode;
  readonly parameter: TSESTree.Identifier;
}

/** The parameter that gets the value of a promise; undefined where no callback written in the file takes it by one name. */
export function parameterOfThen(file: FileFacts, promise: TSESTree.Node): ThenParameter | undefined {
  const value = wrapped(promise);
  const member = value.parent;
  if (member?.type !== "MemberExpression" || member.object !== value || memberName(member) !== "then") return undefined;
  const call = wrapped(member).parent;
  const [given] = call?.type === "CallExpression" && unwrap(call.callee) === member ? call.arguments : [];
  const callback = given === undefined ? undefined : file.functions.functionValueOf(given);
  const parameter = callback?.params[0];
  return callback !== undefined && parameter?.type === "Identifier" ? { callback, parameter } : undefined;
}
