/** What an object prints as, read from the classes of the same file where no types are at hand. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { findThisOwner } from "../../facts/this-owner.ts";
import { isClass, isFunction, memberName, unwrap, walk, type ClassNode, type FunctionNode } from "../../syntax/tree.ts";
import type { TextAnswer } from "../../types/type-questions.ts";
import { changingCall, isPresentDate } from "./changing-calls.ts";

const MAXIMUM_DEPTH = 5;
const CONVERSIONS = new Set(["toString", "[toPrimitive]"]);

/** Answers what an expression prints as, if it is an instance of a class of this file. */
export function textOfInstance(file: FileFacts, expression: TSESTree.Node): TextAnswer | undefined {
  const node = findClass(file, expression);
  return node === undefined ? undefined : textOfClass(file, node);
}

/** Finds the class of this file that an expression is an instance of. */
export function findClass(file: FileFacts, expression: TSESTree.Node): ClassNode | undefined {
  const node = unwrap(expression);
  if (node.type === "NewExpression") return classNamed(file, node.callee);
  if (node.type === "ThisExpression") {
    const found = findThisOwner(node, file.variables);
    return isClass(found?.owner) && !found.isStatic ? found.owner : undefined;
  }
  const place = file.places.placeOf(node);
  if (place === undefined || place.root.kind === "global") return undefined;
  const annotation = file.stores.annotationOf(place);
  if (annotation !== undefined) return annotation.type === "TSTypeReference" ? classNamed(file, annotation.typeName) : undefined;
  const stores = file.stores.storesTo(place);
  const value = stores.length === 1 && stores[0]?.value !== undefined ? unwrap(stores[0].value) : undefined;
  return value?.type === "NewExpression" ? classNamed(file, value.callee) : undefined;
}

function classNamed(file: FileFacts, name: TSESTree.Node): ClassNode | undefined {
  const node = unwrap(name);
  const definition = node.type === "Identifier" ? file.variables.variableOf(node)?.defs[0]?.node : undefined;
  return isClass(definition) ? definition : undefined;
}

/** Answers what the instances of a class of this file print as. */
export function textOfClass(file: FileFacts, node: ClassNode, depth = 0): TextAnswer | undefined {
  const conversion = file.functions.membersOf(node).find((member) => !member.isStatic && CONVERSIONS.has(member.name ?? ""));
  if (conversion !== undefined) {
    const because = findClockRead(file, conversion.node, 0);
    return because === undefined ? { kind: "own" } : { kind: "changing", because: `\`${because}\` in \`${node.id?.name ?? "its class"}.${conversion.name ?? "toString"}\`` };
  }
  if (hasTextByField(node)) return { kind: "own" };
  if (node.superClass === null) return { kind: "default" };
  const parent = depth > MAXIMUM_DEPTH ? undefined : classNamed(file, node.superClass);
  return parent === undefined ? undefined : textOfClass(file, parent, depth + 1);
}

/** `toString = () => …`, and declarations that a subclass or `declare` fills. */
function hasTextByField(node: ClassNode): boolean {
  return node.body.body.some((member) => member.type !== "StaticBlock" && member.type !== "TSIndexSignature" && (CONVERSIONS.has(memberName(member) ?? "") || memberName(member) === "[toStringTag]"));
}

/** The expression by which a text reads the clock or randomness, in the function itself or one same-class member further. */
function findClockRead(file: FileFacts, node: FunctionNode, depth: number): string | undefined {
  let found: string | undefined;
  walk(node.body, file.visitorKeys, (at) => {
    if (found !== undefined || (isFunction(at) && at !== node)) return false;
    if ((at.type === "CallExpression" && isClock(file, at)) || isPresentDate(file, at)) found = file.sourceCode.getText(at);
    else if (at.type === "MemberExpression" && depth < 2) found = findInMember(file, at, depth);
    return found === undefined;
  });
  return found;
}

function isClock(file: FileFacts, call: TSESTree.CallExpression): boolean {
  const what = changingCall(file, call);
  return what === "time" || what === "random";
}

function findInMember(file: FileFacts, member: TSESTree.MemberExpression, depth: number): string | undefined {
  if (unwrap(member.object).type !== "ThisExpression") return undefined;
  const owner = findThisOwner(member, file.variables)?.owner;
  const name = memberName(member);
  const target = owner === undefined ? undefined : file.functions.membersOf(owner).find((candidate) => candidate.name === name && !candidate.isStatic);
  if (target === undefined) return undefined;
  const isGetter = target.node.parent.type === "MethodDefinition" && target.node.parent.kind === "get";
  const isCalled = member.parent.type === "CallExpression" && member.parent.callee === member;
  return isGetter || isCalled ? findClockRead(file, target.node, depth + 1) : undefined;
}
