/** Code that a member of its object lets run once: `if (!this.started) { this.started = true; listen(); }`, `Pool.instance ??= new Pool()`. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { absentIn, isSomething, presentIn } from "../../facts/latch.ts";
import { enclosingFunction, isClass, isNothing, isWithin, memberName, unwrap, type ClassNode, type FunctionNode } from "../../syntax/tree.ts";

/** What keeps the member that lets the code run once: each object of a class or of a literal, or the class itself; undefined where nothing does, or where something takes it back. */
export function keeperOfLatch(file: FileFacts, node: TSESTree.Node): ClassNode | TSESTree.ObjectExpression | "class" | undefined {
  const host = methodAround(node);
  const isStatic = host?.parent.type === "MethodDefinition" && host.parent.static;
  const owner = host?.parent.type === "MethodDefinition" ? host.parent.parent.parent : host === undefined ? undefined : file.functions.factOf(host).owner;
  if (host === undefined || owner === undefined) return undefined;
  for (const { flag, block } of flagsAround(node, host)) {
    const isOfClass = isClass(owner) && flag.object.type === "Identifier" && flag.object.name === owner.id?.name;
    if (flag.object.type !== "ThisExpression" && !isOfClass) continue;
    if (isMemberSetForGood(file, flag, block)) return isOfClass || isStatic ? "class" : isClass(owner) || owner.type === "ObjectExpression" ? owner : undefined;
  }
  return undefined;
}

/** The function whose `this` is the one of a node. */
function methodAround(node: TSESTree.Node): FunctionNode | undefined {
  let host = enclosingFunction(node);
  while (host?.type === "ArrowFunctionExpression") host = enclosingFunction(host);
  return host;
}

interface Flag {
  readonly flag: TSESTree.MemberExpression;
  readonly block: TSESTree.Node;
}

/** The members at whose absence the code runs, with the code that they are set in. */
function flagsAround(node: TSESTree.Node, host: FunctionNode): readonly Flag[] {
  const found: Flag[] = [];
  const add = (flag: TSESTree.Node | undefined, block: TSESTree.Node): void => {
    if (flag?.type === "MemberExpression") found.push({ flag, block });
  };
  for (let at = node; at.parent != null && at !== host; at = at.parent) {
    const { parent } = at;
    if (parent.type === "IfStatement" && parent.consequent === at) add(absentIn(parent.test), at);
    if (parent.type === "AssignmentExpression" && (parent.operator === "??=" || parent.operator === "||=") && parent.right === at) add(unwrap(parent.left), parent);
    if (parent.type === "BlockStatement" && parent.parent === host) for (const statement of parent.body) if (statement.range[1] <= at.range[0]) add(presentIn(statement), parent);
  }
  return found;
}

/** Whether the block sets the member, and nothing in the file sets it back: what it begins with aside. */
function isMemberSetForGood(file: FileFacts, flag: TSESTree.MemberExpression, block: TSESTree.Node): boolean {
  const name = memberName(flag);
  if (name === undefined) return false;
  const members = file.mentions.membersNamed(name);
  const writes = members.flatMap(({ parent }) => (parent.type === "AssignmentExpression" && members.includes(parent.left as TSESTree.MemberExpression) ? [parent] : []));
  if (members.some(({ parent }) => parent.type === "UnaryExpression" && parent.operator === "delete")) return false;
  const later = writes.filter((write) => !isBeginning(write));
  return later.some((write) => isWithin(write, block)) && later.every(({ right }) => isSomething(right));
}

/** What a constructor gives it is there before. */
function isBeginning({ right, parent }: TSESTree.AssignmentExpression): boolean {
  const host = enclosingFunction(parent);
  const isEmpty = isNothing(right) || (right.type === "Literal" && !right.value);
  return isEmpty && host?.parent.type === "MethodDefinition" && host.parent.kind === "constructor";
}
