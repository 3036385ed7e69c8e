/** Things that nothing but their own release tells to be resources: on which ways out they surely hold something. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { initializerOf, isSingleAssignment } from "../facts/variables.ts";
import type { Step } from "../flow/graph.ts";
import { calleeName, unwrap } from "../syntax/tree.ts";
import type { HeldPath } from "../subjects/way/held-path.ts";
import { failsAtHandle, failuresOf, isCallOn } from "./paths/path-confidence.ts";
import type { Resource } from "../subjects/resource/resource.ts";

/** Whether it is one, and its release gives nothing back to anybody: what `release()` and `unlock()` give back, somebody else waits for. */
export function isUnknownThing({ pair }: Resource, release: TSESTree.Node | undefined): boolean {
  return pair.id === "language/released-by-name" && !(release?.type === "CallExpression" && /^(?:release|unlock)/.test(calleeName(release) ?? ""));
}

/**
 * Whether such a thing may hold nothing where the path leaves it: nothing was done with it yet, a method of its own fails
 * and may end it, it says that it is of no use, or the function comes to its own end, by which it may have ended itself.
 */
export function keepsNothing(file: FileFacts, { acquisition }: Resource, path: HeldPath, variable: string): boolean {
  const failures = failuresOf(path);
  const isAtEnd = path.leavesBy === "exit" && path.step === undefined && failures.length === 0;
  return isAtEnd || failsWithHandle(file, path, failures, variable) || (acquisition.type === "NewExpression" && !usesHandle(path, variable));
}

/** Whether it leaves because a method of the handle fails, or because the handle says of itself that it is of no use. */
function failsWithHandle(file: FileFacts, path: HeldPath, failures: readonly Step[], variable: string): boolean {
  const isByChoice = failures.every(({ action, node }) => action === "throw" || node.type === "ThrowStatement");
  return !isByChoice ? failsAtHandle(path, variable) : isAboutMember(file, path.edges.findLast(({ condition }) => condition !== undefined)?.condition, variable);
}

/** `if (!server.url)`, or of a variable that was given it: a test of what the handle has. */
function isAboutMember(file: FileFacts, condition: TSESTree.Node | undefined, variable: string): boolean {
  let test = condition === undefined ? undefined : unwrap(condition);
  while (test?.type === "UnaryExpression") test = unwrap(test.argument);
  const tested = test?.type === "Identifier" ? file.variables.variableOf(test) : undefined;
  const value = tested === undefined || !isSingleAssignment(tested) ? test : initializerOf(tested);
  return value?.type === "MemberExpression" && value.object.type === "Identifier" && value.object.name === variable;
}

/** Whether something was done with the handle on the way: a constructor by itself mostly opens nothing. */
function usesHandle(path: HeldPath, variable: string): boolean {
  const isGiven = ({ node }: Step): boolean => node.type === "CallExpression" && (isCallOn(node, variable) || node.arguments.some((argument) => argument.type === "Identifier" && argument.name === variable));
  return path.edges.some(({ from }) => from.steps.some(isGiven));
}
