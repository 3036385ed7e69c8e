/** Whether a resource ends with the object it was got from: a page with its browser. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { declaratorOf, functionOf } from "../facts/variables.ts";
import { enclosingFunction, memberName, receiverOf, unwrap, wrapped } from "../syntax/tree.ts";
import type { Resource } from "../subjects/resource/resource.ts";

const ENDING = new Set(["close", "destroy", "dispose", "[dispose]", "[asyncDispose]", "end", "quit", "release", "stop", "terminate", "shutdown", "disconnect", "kill"]);

/** Answers whether the receiver of the acquisition is made and ended by the same function. */
export function diesWithReceiver(file: FileFacts, { acquisition, pair }: Resource): boolean {
  if (pair.handle.from === "receiver") return false;
  const receiver = receiverOf(acquisition);
  const variable = receiver?.type === "Identifier" ? file.variables.variableOf(receiver) : undefined;
  const declarator = variable === undefined ? undefined : declaratorOf(variable);
  if (variable === undefined || declarator === undefined || functionOf(variable) !== enclosingFunction(acquisition)) return false;
  const { kind } = declarator.parent;
  return kind === "using" || kind === "await using" || variable.references.some((reference) => isEnded(reference.identifier));
}

function isEnded(identifier: TSESTree.Node): boolean {
  const member = wrapped(identifier).parent;
  if (member?.type !== "MemberExpression" || !ENDING.has(memberName(member) ?? "")) return false;
  const call = wrapped(member).parent;
  return call?.type === "CallExpression" && unwrap(call.callee) === member;
}
