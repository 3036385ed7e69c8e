import type { TSESTree } from "@typescript-eslint/utils";

import type { HeldWay } from "../../candidates/held-way.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { declaratorOf, initializerOf, isSingleAssignment } from "../../facts/variables.ts";
import type { Edge, Step } from "../../flow/graph.ts";
import { failingCall, failsAtHandle, failuresOf, isCallOn } from "../../subjects/way/failures.ts";
import type { HeldPath } from "../../subjects/way/held-path.ts";
import { calleeName, receiverOf, unwrap } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const holdsNothing: Evidence<HeldWay, "refused" | "closed" | "own-end" | "own-failure" | "unused" | "no"> = {
  id: "reachable/holds-nothing",
  asks: "May it hold nothing where the way leaves it?",
  levels: {
    "refused": ["the call said on this way that it gives nothing, or what came together with it did", "no leak"],
    "closed": ["what fails there is a call by whose failure it is closed", "no leak"],
    "own-end": ["the function comes to its end there, by which the thing may have ended itself", "no leak"],
    "own-failure": ["a method of its own fails there, or it says that it is of no use", "no leak"],
    "unused": ["nothing was done with it yet, and a constructor mostly opens nothing", "no leak"],
    "no": ["it was used, and says nothing of an end", "leak"],
  },
  ask(file, { node, resource, way, variable }) {
    const isClosed = isClosedByFailure(way, resource.pair.closedByFailing ?? [], variable);
    return { level: isClosed ? "closed" : emptinessOf(file, node, way, variable), basis: isClosed ? "proved" : "shown", at: way.step?.node };
  },
};

/** Whether all that fails on the way is a call on the handle after whose failure nothing is open. */
function isClosedByFailure(path: HeldPath, methods: readonly string[], variable: string): boolean {
  const failures = failuresOf(path);
  return failures.length > 0 && failures.every(({ node }) => {
    const call = failingCall(node);
    const receiver = call.type === "CallExpression" && methods.includes(calleeName(call) ?? "") ? receiverOf(call) : undefined;
    return receiver?.type === "Identifier" && receiver.name === variable;
  });
}

/** Why a thing may hold nothing there, whatever is known of its kind. */
export function emptinessOf(file: FileFacts, acquisition: TSESTree.Node, path: HeldPath, variable: string): "refused" | "own-end" | "own-failure" | "unused" | "no" {
  const failures = failuresOf(path);
  if (path.edges.some((edge) => isRefusal(file, edge, acquisition)) || (isByChoice(failures) && cameTogether(file, lastCondition(path), variable))) return "refused";
  if (path.leavesBy === "exit" && path.step === undefined && failures.length === 0) return "own-end";
  if (failsWithHandle(file, path, failures, variable)) return "own-failure";
  return acquisition.type === "NewExpression" && !usesHandle(path, variable) ? "unused" : "no";
}

/** Whether it leaves because a method of the handle fails, or because the handle says of itself that it is of no use. */
function failsWithHandle(file: FileFacts, path: HeldPath, failures: readonly Step[], variable: string): boolean {
  return isByChoice(failures) ? isAboutMember(file, lastCondition(path), variable) : failsAtHandle(path, variable);
}

function isByChoice(failures: readonly Step[]): boolean {
  return failures.every(({ action, node }) => action === "throw" || node.type === "ThrowStatement");
}

function lastCondition({ edges }: HeldPath): TSESTree.Node | undefined {
  return edges.findLast(({ condition }) => condition !== undefined)?.condition;
}

/** `if (!server.url)`, or of a variable that was given it: a test of what the handle has. */
function isAboutMember(file: FileFacts, condition: TSESTree.Node | undefined, variable: string): boolean {
  let test = condition === undefined ? undefined : unwrap(condition);
  // `typeof worker.end === "function"` asks what it is.
  if (test?.type === "BinaryExpression" && test.left.type === "UnaryExpression" && test.left.operator === "typeof") test = unwrap(test.left);
  while (test?.type === "UnaryExpression") test = unwrap(test.argument);
  const tested = test?.type === "Identifier" ? file.variables.variableOf(test) : undefined;
  const value = tested === undefined || !isSingleAssignment(tested) ? test : initializerOf(tested);
  return value?.type === "MemberExpression" && value.object.type === "Identifier" && value.object.name === variable;
}

/** `if (!(await mutex.lock())) throw …`, and the same of a variable that has the answer. */
function isRefusal(file: FileFacts, { kind, condition, test }: Edge, acquisition: TSESTree.Node): boolean {
  if (kind !== "false" || test === undefined || condition === undefined) return false;
  const tested = unwrap(condition);
  const variable = tested.type === "Identifier" ? file.variables.variableOf(tested) : undefined;
  const answer = variable === undefined ? tested : initializerOf(variable);
  const value = answer === undefined ? undefined : unwrap(answer);
  return value === acquisition || (value?.type === "AwaitExpression" && unwrap(value.argument) === acquisition);
}

/** `const [unlock, ok] = await tryLock(name); if (!ok) return;` */
function cameTogether(file: FileFacts, condition: TSESTree.Node | undefined, variable: string): boolean {
  let test = condition === undefined ? undefined : unwrap(condition);
  while (test?.type === "UnaryExpression") test = unwrap(test.argument);
  const tested = test?.type === "Identifier" ? file.variables.variableOf(test) : undefined;
  const pattern = tested === undefined ? undefined : declaratorOf(tested)?.id;
  return pattern?.type === "ArrayPattern" && pattern.elements.some((element) => element?.type === "Identifier" && element.name === variable);
}

function usesHandle(path: HeldPath, variable: string): boolean {
  const isGiven = ({ node }: Step): boolean => node.type === "CallExpression" && (isCallOn(node, variable) || node.arguments.some((argument) => argument.type === "Identifier" && argument.name === variable));
  return path.edges.some(({ from }) => from.steps.some(isGiven));
}
