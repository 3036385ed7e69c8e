import type { TSESTree } from "@typescript-eslint/utils";

import type { OwnedResource } from "../../candidates/kept-field.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { ownerOfObjectAt } from "../../facts/object-owners.ts";
import { standsIn } from "../../facts/reach.ts";
import { callbackOf, reachedByTimer } from "../../subjects/resource/timer-callback.ts";
import { isInTest, lastStatementOf } from "../../syntax/arms.ts";
import { memberName, unwrap, wrapped, type FunctionNode } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const callbackChecks: Evidence<OwnedResource, "flag" | "part" | "no"> = {
  id: "outlives/callback-checks",
  asks: "Does the callback first look at what the end of the owner writes, or takes away?",
  levels: {
    flag: ["its callback first looks at what the end of its owner writes", "no leak"],
    part: ["its callback leaves at once where its object has lost a part", "open"],
    no: ["its callback acts without a look at the end of its owner", "leak"],
  },
  ask(file, { resource, life }) {
    const callback = callbackOf(file, resource.acquisition);
    if (callback === undefined) return { level: "unknown", basis: "shown" };
    const looks = looksBeforeActing(file, reachedByTimer(file, resource.acquisition), life().reach);
    return { level: looks ? "flag" : asksForPart(file, callback) ? "part" : "no", basis: "shown", at: callback };
  },
};

/** Whether the callback first looks at something that the teardown writes: `if (this.closed) return;`. */
function looksBeforeActing(file: FileFacts, reached: ReadonlySet<FunctionNode>, teardown: ReadonlySet<FunctionNode>): boolean {
  const flags = new Set(file.nodes.assignments.filter((assignment) => standsIn(assignment, teardown)).flatMap((assignment) => file.places.writtenPlaceOf(assignment.left)?.key ?? []));
  const isTested = (node: TSESTree.MemberExpression): boolean => {
    const isAsked = standsIn(node, reached) && (isInTest(node) || isInReturn(node));
    return isAsked && [file.places.placeOf(node)?.key, keyThroughObject(file, node)].some((key) => key !== undefined && flags.has(key));
  };
  return file.nodes.members.some(isTested) || [...flags].some((flag) => !flag.includes(".") && isVariableTested(file, flag, reached));
}

/** `feed.closed`, where `feed` is an object of the file: the place is the one that its own methods write. */
function keyThroughObject(file: FileFacts, member: TSESTree.MemberExpression): string | undefined {
  const name = memberName(member);
  const owner = name === undefined || unwrap(member.object).type !== "Identifier" ? undefined : ownerOfObjectAt(file, member.object);
  if (owner === undefined || name === undefined) return undefined;
  const getter = file.functions.membersOf(owner).find((fact) => fact.name === name && fact.node.parent.type === "MethodDefinition" && fact.node.parent.kind === "get");
  const [given] = getter === undefined ? [] : file.functions.returnedBy(getter.node);
  return given === undefined ? file.places.memberOf(file.places.placeOfOwner(owner, false), name).key : file.places.placeOf(given.type === "UnaryExpression" ? given.argument : given)?.key;
}

/** `isClosed() { return this.closed; }`: who calls it asks for the flag. */
function isInReturn(node: TSESTree.Node): boolean {
  const value = wrapped(node);
  const outer = value.parent?.type === "UnaryExpression" ? wrapped(value.parent) : value;
  return outer.parent?.type === "ReturnStatement" || (outer.parent?.type === "ArrowFunctionExpression" && outer.parent.body === outer);
}

/** Whether the callback returns at once where its object has lost a part: `if (!this.map) return;`. Another file may take that part away. */
function asksForPart(file: FileFacts, callback: FunctionNode): boolean {
  const [only, ...others] = file.calls.directlyIn(callback);
  const called = only?.type === "CallExpression" && others.length === 0 ? file.functions.calledFunction(only) : undefined;
  return [callback, called].some((node) => node !== undefined && leavesWithoutPart(node));
}

function leavesWithoutPart({ body }: FunctionNode): boolean {
  const first = body.type === "BlockStatement" ? body.body[0] : undefined;
  if (first?.type !== "IfStatement" || first.test.type !== "UnaryExpression" || first.test.operator !== "!") return false;
  const part = unwrap(first.test.argument);
  return lastStatementOf(first.consequent)?.type === "ReturnStatement" && part.type === "MemberExpression" && unwrap(part.object).type === "ThisExpression";
}

function isVariableTested(file: FileFacts, key: string, functions: ReadonlySet<FunctionNode>): boolean {
  for (const scope of file.sourceCode.scopeManager?.scopes ?? []) {
    for (const variable of scope.variables) {
      if (variable.defs.length === 0 || file.places.placeOfVariable(variable).key !== key) continue;
      if (variable.references.some((reference) => standsIn(reference.identifier, functions) && isInTest(reference.identifier))) return true;
    }
  }
  return false;
}
