/** The classes above one, in whichever files of the project they are. */
import type { TSESTree } from "@typescript-eslint/utils";

import { findSuperClass } from "../../facts/family.ts";
import type { FileFacts, Located } from "../../facts/file-facts.ts";
import { reachedFrom, standsIn } from "../../facts/reach.ts";
import { calleeName, isClass, isWithin, receiverOf, type ClassNode, type FunctionNode } from "../../syntax/tree.ts";

export interface BasesBeyond {
  /** Those in other files, the nearest first. */
  readonly classes: readonly Located<ClassNode>[];
  /** Whether those are all that there are. */
  readonly isComplete: boolean;
}

const MOST_CLASSES = 8;

/** Finds the classes above one that stand in other files. */
export function basesBeyond(file: FileFacts, owner: ClassNode): BasesBeyond {
  const classes: Located<ClassNode>[] = [];
  const seen = new Set<ClassNode>();
  let at: Located<ClassNode> = { file, node: owner };
  while (at.node.superClass !== null) {
    seen.add(at.node);
    const near = findSuperClass(at.file, at.node);
    const found = near === undefined ? at.file.project.definitionOf(at.node.superClass) : { file: at.file, node: near };
    if (found === undefined || !isClass(found.node) || seen.has(found.node) || seen.size > MOST_CLASSES) return { classes, isComplete: false };
    at = { file: found.file, node: found.node };
    if (at.file !== file) classes.push(at);
  }
  return { classes, isComplete: true };
}

/** The names of the methods of a base class that run when one of the functions does: `super.dispose()`. */
export function superCallsIn(file: FileFacts, functions: ReadonlySet<FunctionNode>): ReadonlySet<string> {
  const calls = file.nodes.calls.filter((call) => receiverOf(call)?.type === "Super" && standsIn(call, functions));
  return new Set(calls.flatMap((call) => calleeName(call) ?? []));
}

/** The functions of a class that run when its methods of those names do. */
export function functionsBehind({ file, node }: Located<ClassNode>, names: ReadonlySet<string>): ReadonlySet<FunctionNode> {
  const methods = file.functions.membersOf(node).filter(({ name }) => name !== undefined && names.has(name));
  return reachedFrom(file, methods.map((method) => method.node));
}

/** Whether those functions do something to members that they do not name: `for (const name in this) this[name] = null`. */
export function handlesAllMembers(file: FileFacts, functions: ReadonlySet<FunctionNode>): boolean {
  return [...functions].some((host) => file.nodes.calls.some((call) => isWithin(call, host) && call.arguments.some(isBareThis)));
}

function isBareThis(node: TSESTree.Node): boolean {
  return node.type === "ThisExpression";
}
