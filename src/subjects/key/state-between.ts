/** Keys that are made twice of an object whose state is written in between. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf } from "../../facts/variables.ts";
import { enclosingFunction, isWithin, lineOf, memberName, unwrap, wrapped } from "../../syntax/tree.ts";
import { buildKeyForm } from "./build-key-form.ts";
import { collectStateReads, type StateRead } from "./state-reads.ts";
import type { FormedUse } from "./uses-by-store.ts";

export interface ChangedState {
  readonly difference: { readonly kind: "state"; readonly name: string; readonly line: number };
  readonly confidence: Confidence;
}

/** Finds what the key reads and the function writes after it has made the key of the insert, and before it makes that of the other use. */
export function findStateBetween(file: FileFacts, insert: FormedUse, asked: FormedUse): ChangedState | undefined {
  const [first, second] = [madeAt(file, insert.use.key), madeAt(file, asked.use.key)];
  const home = enclosingFunction(first);
  if (home === undefined || !isWithin(second, home) || first === second || second.range[0] < first.range[1]) return undefined;
  for (const read of collectStateReads(file, asked.form)) {
    const writes = writesOfRead(file, read).filter((write) => write.range[0] > first.range[1] && write.range[1] < second.range[0] && isWithin(write, home) && leadsTo(write, second));
    const last = writes.at(-1);
    if (last !== undefined && !isRestored(file, last)) return { difference: { kind: "state", name: file.sourceCode.getText(last), line: lineOf(last) }, confidence: read.confidence };
  }
  return undefined;
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

/** The members that are written of what a key reads. */
function writesOfRead(file: FileFacts, { of, names }: StateRead): TSESTree.MemberExpression[] {
  if (names === "itself") return file.mentions.membersNamed(of.name.split(".").at(-1) ?? "").filter((member) => isWritten(member) && file.places.placeOf(member)?.key === of.id);
  const members = names === "all" ? file.nodes.assignments.flatMap(({ left }) => (left.type === "MemberExpression" ? [left] : [])) : [...names].flatMap((name) => file.mentions.membersNamed(name));
  return members.filter((member) => {
    if (!isWritten(member) || unwrap(member.object).type !== "Identifier") return false;
    const owner = buildKeyForm(file, member.object);
    return owner.kind === "input" && owner.id === of.id;
  });
}

function isWritten(member: TSESTree.MemberExpression): boolean {
  const { parent } = wrapped(member);
  return (parent?.type === "AssignmentExpression" && unwrap(parent.left) === member) || parent?.type === "UpdateExpression";
}

/** `order.state = before`, where `before` is what was read of it. */
function isRestored(file: FileFacts, member: TSESTree.MemberExpression): boolean {
  const { parent } = wrapped(member);
  const variable = parent?.type === "AssignmentExpression" ? file.variables.variableOf(unwrap(parent.right)) : undefined;
  const init = variable === undefined ? undefined : initializerOf(variable);
  const saved = init === undefined ? undefined : unwrap(init);
  return saved?.type === "MemberExpression" && memberName(saved) === memberName(member);
}

/** Whether some way leads from one place of a function to a later one: they are in no two branches, and no branch of the first ends the function, unless a `finally` has the second. */
function leadsTo(from: TSESTree.Node, to: TSESTree.Node): boolean {
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
