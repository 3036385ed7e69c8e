/** What the calls of a whole project give a function as its signal. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts, Located } from "../../facts/file-facts.ts";
import { isInLoop } from "../../facts/run-count.ts";
import { memberName, unwrap, wrapped, type FunctionNode } from "../../syntax/tree.ts";
import { ownUsesOf } from "../program/calls.ts";
import { givenAs, signalInCall, type GivenSignal } from "./signal-callers.ts";
import { signalLifeOf } from "./signal-life.ts";

/** How many functions up a signal is followed, and how many calls are looked at. */
const DEEPEST = 3;
const MOST_CALLS = 24;

/** Whether all calls in the project give a signal that is made for the call, so that what waits for it goes with it. Answers the first such call. */
export function findFreshGiver(file: FileFacts, signal: TSESTree.Node): Located | undefined {
  const given = givenAs(file, signal, undefined);
  return given === undefined ? undefined : freshGiverOf(file, given, 0);
}

function freshGiverOf(file: FileFacts, given: GivenSignal, depth: number): Located | undefined {
  const calls = depth > DEEPEST ? undefined : callsInProject(file, given.host);
  if (calls === undefined || calls.length === 0 || calls.length > MOST_CALLS) return undefined;
  return calls.every((call) => isFreshIn(call, given, depth)) ? calls[0] : undefined;
}

function isFreshIn({ file, node }: Located<TSESTree.CallExpression>, given: GivenSignal, depth: number): boolean {
  const found = signalInCall(node, given);
  if (found === undefined) return false;
  const life = found.member === undefined ? signalLifeOf(file, found.value) : undefined;
  if (life === "made") return !isInLoop(node);
  const own = life === "kept" ? undefined : givenAs(file, found.value, found.member);
  return own !== undefined && freshGiverOf(file, own, depth + 1) !== undefined;
}

/** All calls of a function; undefined where some may be out of sight. */
function callsInProject(file: FileFacts, host: FunctionNode): readonly Located<TSESTree.CallExpression>[] | undefined {
  const uses = usesInProject(file, host);
  const calls: Located<TSESTree.CallExpression>[] = [];
  for (const { file: other, node } of uses ?? []) {
    const callee = wrapped(node);
    const { parent } = callee;
    if (parent?.type !== "CallExpression" || unwrap(parent.callee) !== node) return undefined;
    calls.push({ file: other, node: parent });
  }
  return uses === undefined ? undefined : calls;
}

function usesInProject(file: FileFacts, host: FunctionNode): readonly Located[] | undefined {
  const { parent } = host;
  if (parent.type === "MethodDefinition" && parent.kind === "method") {
    const name = memberName(parent);
    return name === undefined || file.project.isDestructured(name) !== false ? undefined : file.project.membersNamed(name);
  }
  const name = host.type === "FunctionDeclaration" ? host.id : parent.type === "VariableDeclarator" && parent.id.type === "Identifier" ? parent.id : null;
  const outside = name === null ? undefined : file.project.usesOf(name);
  if (name === null || outside === undefined || outside.isPublished()) return undefined;
  const uses = [...ownUsesOf(file, name), ...outside.at];
  return outside.isComplete() ? uses : undefined;
}
