/** Keys that are made twice of an object whose state is written in between. */
import type { TSESTree } from "@typescript-eslint/utils";

import { weakest, type Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf } from "../../facts/variables.ts";
import { bySource, enclosingFunction, isWithin, lineOf, memberName, unwrap, wrapped } from "../../syntax/tree.ts";
import { buildKeyForm } from "./build-key-form.ts";
import { findClass } from "./class-text.ts";
import { collectStateReads, identityOf, type ReadObject, type StateRead } from "./state-reads.ts";
import type { FormedUse } from "./uses-by-store.ts";

export interface ChangedState {
  readonly difference: { readonly kind: "state"; readonly name: string; readonly line: number };
  readonly confidence: Confidence;
}

/** Finds what the key reads and the function writes after it has made the key of the insert, and before it makes that of the other use. */
export function findStateBetween(file: FileFacts, insert: FormedUse, asked: FormedUse): ChangedState | undefined {
  // A look-up of what has come after is as well the next one as the same one.
  if (asked.use.operation !== "delete") return undefined;
  const [first, second] = [madeAt(file, insert.use.key), madeAt(file, asked.use.key)];
  const home = enclosingFunction(first);
  if (home === undefined || !isWithin(second, home) || first === second || second.range[0] < first.range[1]) return undefined;
  for (const read of collectStateReads(file, asked.form)) {
    const writes = writesOfRead(file, read).filter((write) => write.range[0] > first.range[1] && write.range[1] < second.range[0] && isWithin(write, home) && mayComeTo(write, second));
    const last = writes.at(-1);
    if (last !== undefined && !isRestored(file, last)) return { difference: { kind: "state", name: file.sourceCode.getText(last), line: lineOf(last) }, confidence: asked.form.kind === "input" || asked.form.kind === "member" ? weakest(read.confidence, isGetterRead(read, asked) ? "certain" : "likely") : read.confidence };
  }
  return undefined;
}

/** Whether the member that is the key is a getter, which makes it of others. */
function isGetterRead({ names }: StateRead, { form }: FormedUse): boolean {
  return form.kind === "member" && names !== "all" && !names.has(form.name);
}

/** The expression that makes a key, where a variable keeps it from then on. */
function madeAt(file: FileFacts, key: TSESTree.Node): TSESTree.Node {
  let at = unwrap(key);
  for (let depth = 0; at.type === "Identifier" && depth < 6; depth++) {
    const variable = file.variables.variableOf(at);
    const init = variable === undefined ? undefined : initializerOf(variable);
    if (init === undefined) return at;
    at = unwrap(init);
  }
  return at;
}

/** Where what a key reads is written: as a member, or by a method of the object's class. */
function writesOfRead(file: FileFacts, { of, names }: StateRead): TSESTree.Node[] {
  const named = names === "all" ? undefined : [...names].flatMap((name) => file.mentions.membersNamed(name));
  if ("root" in of) return (named ?? []).filter((member) => isWriteTarget(member) && file.places.placeOf(member)?.key === of.key);
  const isOf = (object: TSESTree.Node): boolean => {
    const form = unwrap(object).type === "Identifier" ? buildKeyForm(file, object) : undefined;
    return (form?.kind === "input" || form?.kind === "fresh") && identityOf(form) === identityOf(of);
  };
  const members = named ?? file.nodes.assignments.flatMap(({ left }) => (left.type === "MemberExpression" ? [left] : []));
  return [...members.filter((member) => isWriteTarget(member) && isOf(member.object)), ...callsThatWrite(file, of, names).filter(({ callee }) => callee.type === "MemberExpression" && isOf(callee.object))].sort(bySource);
}

/** The calls of methods of the object's class that write what is read. */
function callsThatWrite(file: FileFacts, of: ReadObject, names: StateRead["names"]): TSESTree.CallExpression[] {
  const owner = findClass(file, of.node);
  if (owner === undefined || names === "all") return [];
  const writing = file.functions.membersOf(owner).filter(({ node, isStatic }) => !isStatic && [...names].some((name) => file.mentions.membersNamed(name).some((member) => isWriteTarget(member) && unwrap(member.object).type === "ThisExpression" && enclosingFunction(member) === node)));
  return writing.flatMap(({ name }) => (name === undefined || name === "constructor" ? [] : file.calls.named(name).flatMap((call) => (call.type === "CallExpression" ? [call] : []))));
}

function isWriteTarget(member: TSESTree.MemberExpression): boolean {
  const { parent } = wrapped(member);
  return (parent?.type === "AssignmentExpression" && unwrap(parent.left) === member) || parent?.type === "UpdateExpression";
}

/** `order.state = before`, where `before` is what was read of it. */
function isRestored(file: FileFacts, member: TSESTree.Node): boolean {
  if (member.type !== "MemberExpression") return false;
  const { parent } = wrapped(member);
  const variable = parent?.type === "AssignmentExpression" ? file.variables.variableOf(unwrap(parent.right)) : undefined;
  const init = variable === undefined ? undefined : initializerOf(variable);
  const saved = init === undefined ? undefined : unwrap(init);
  return saved?.type === "MemberExpression" && memberName(saved) === memberName(member);
}

/** Whether some way leads from one place of a function to a later one: they are in no two branches, and no branch of the first ends the function, unless a `finally` has the second. */
function mayComeTo(from: TSESTree.Node, to: TSESTree.Node): boolean {
  let isEnded = false;
  let at: TSESTree.Node = from;
  for (let around = at.parent; around != null; at = around, around = around.parent) {
    if (around.type === "TryStatement" && around.finalizer != null && isWithin(to, around.finalizer) && !isWithin(from, around.finalizer)) isEnded = false;
    if (isWithin(to, around)) return !isEnded && !((around.type === "IfStatement" || around.type === "ConditionalExpression") && at !== around.test) && around.type !== "SwitchStatement";
    if (around.type === "BlockStatement" && endsWay(around.body.at(-1))) isEnded = true;
  }
  return false;
}

function endsWay(statement: TSESTree.Statement | undefined): boolean {
  return statement !== undefined && ["ReturnStatement", "ThrowStatement", "BreakStatement", "ContinueStatement"].includes(statement.type);
}
