/** Places that a function sets to null, and what reads them afterwards in the same run. */
import type { TSESTree } from "@typescript-eslint/utils";

import { standsIn, runWithin } from "../../facts/reach.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { declaratorOf } from "../../facts/variables.ts";
import { enclosingFunction, isNothing, isWithin, unwrap, type FunctionNode } from "../../syntax/tree.ts";

/** A statement after which a place is known to be empty. */
export interface Emptying {
  readonly assignment: TSESTree.AssignmentExpression;
  readonly place: Place;
  /** The statement that empties it: the assignment, or the call of a function that begins or ends with it. */
  readonly statement: TSESTree.ExpressionStatement;
  readonly host: FunctionNode;
}

/** What an expression reads, and when: the storage behind a constant is read where the constant is declared. */
export function readOf(file: FileFacts, expression: TSESTree.Node): { readonly place: Place; readonly at: TSESTree.Node } | undefined {
  const node = unwrap(expression);
  if (node.type !== "Identifier" && node.type !== "MemberExpression") return undefined;
  const [own, behind] = [file.places.writtenPlaceOf(node), file.places.placeOf(node)];
  if (own === undefined || behind === undefined || own.key === behind.key) return own && { place: own, at: node };
  const variable = file.variables.variableOf(node);
  const declarator = variable === undefined ? undefined : declaratorOf(variable);
  return declarator && { place: behind, at: declarator };
}

/** The statements that empty one of the places. */
export function collectEmptyings(file: FileFacts, keys: ReadonlySet<string>): readonly Emptying[] {
  return file.nodes.assignments.flatMap((assignment): Emptying[] => {
    if (assignment.operator !== "=" || !leavesNothing(assignment.right)) return [];
    const place = file.places.writtenPlaceOf(assignment.left);
    const statement = place !== undefined && keys.has(place.key) ? statementOf(assignment) : undefined;
    const host = enclosingFunction(assignment);
    if (place === undefined || statement === undefined || host === undefined) return [];
    const found = { assignment, place, statement, host };
    return [found, ...(statement.parent.parent === host ? callsThatEmpty(file, found) : [])];
  });
}

/** `this.reset(); off(this.handler)`, where `reset` sets the handler to null whatever happens. */
function callsThatEmpty(file: FileFacts, { assignment, place, host }: Emptying): readonly Emptying[] {
  const { name } = file.functions.factOf(host);
  if (name === undefined || host.async || host.generator) return [];
  return file.calls.named(name).flatMap((call): Emptying[] => {
    const caller = enclosingFunction(call);
    const isStatement = call.parent.type === "ExpressionStatement" && caller !== undefined && caller !== host;
    return isStatement && file.functions.calledFunction(call) === host ? [{ assignment, place, statement: call.parent as TSESTree.ExpressionStatement, host: caller }] : [];
  });
}

/** A read of the emptied place: by the statements that follow, or in a function that one of them runs. */
export interface ReadAfter<Read> {
  readonly read: Read;
  /** The function that reads, where it is not the one that empties. */
  readonly inside: FunctionNode | undefined;
}

/** Which of the reads come after the place was emptied and before anything can have filled it again. */
export function readsAfter<Read extends { readonly at: TSESTree.Node }>(file: FileFacts, { place, statement, host }: Emptying, reads: readonly Read[]): readonly ReadAfter<Read>[] {
  const list = statement.parent;
  if (list.type !== "BlockStatement") return [];
  const found: ReadAfter<Read>[] = [];
  for (const next of list.body.slice(list.body.indexOf(statement) + 1)) {
    const run = runWithin(file, host, (node) => isWithin(node, next));
    const isHere = (node: TSESTree.Node): boolean => isWithin(node, next) && (enclosingFunction(node) === host || standsIn(node, run));
    const fills = file.stores.storesTo(place).some(({ site, value }) => (value === undefined || !leavesNothing(value)) && (isHere(site) || standsIn(site, run)));
    if (fills) break;
    for (const read of reads) {
      if (isHere(read.at)) found.push({ read, inside: undefined });
      else if (standsIn(read.at, run)) found.push({ read, inside: enclosingFunction(read.at) });
    }
  }
  return found;
}

/** Answers of a node whether it runs before the place is emptied: in the same function, or in one that its earlier statements run. */
export function runsBeforeEmptying(file: FileFacts, { host, statement }: Emptying): (node: TSESTree.Node) => boolean {
  const isEarlier = (node: TSESTree.Node): boolean => node.range[1] <= statement.range[0];
  const run = runWithin(file, host, isEarlier);
  return (node) => standsIn(node, run) || (enclosingFunction(node) === host && isEarlier(node));
}

/** Whether a value leaves nothing behind: null, undefined, or an assignment of it. */
function leavesNothing(value: TSESTree.Node): boolean {
  let node = unwrap(value);
  while (node.type === "AssignmentExpression" && node.operator === "=") node = unwrap(node.right);
  return isNothing(node) || (node.type === "UnaryExpression" && node.operator === "void");
}

function statementOf(assignment: TSESTree.AssignmentExpression): TSESTree.ExpressionStatement | undefined {
  let at: TSESTree.Node = assignment.parent;
  while (at.type === "AssignmentExpression" || at.type === "SequenceExpression") at = at.parent;
  return at.type === "ExpressionStatement" ? at : undefined;
}
