import type { TSESTree } from "@typescript-eslint/utils";

import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import { endingFunctions } from "../../catalogue/words/ends-of-entries.ts";
import { collectCallers } from "../../facts/callers.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Operation } from "../../subjects/collection/operations.ts";
import { isSameKey } from "../../subjects/collection/same-key.ts";
import { enclosingFunction, isFunction } from "../../syntax/tree.ts";
import { yesAt, type Evidence } from "../evidence.ts";

export const optionalRemoval: Evidence<GrowingCollection, "yes"> = {
  id: "unreleased/optional-removal",
  asks: "Is what is worked out for an object kept until somebody calls a function that nobody has to call at the object's end?",
  levels: { yes: ["it keeps what is worked out for an object, and only a function that nobody has to call takes it out", "leak"] },
  ask: (file, candidate) => yesAt(findOptional(file, candidate)),
};

/** Where a function is named to be exported or returned, and is not called. */
const HANDING_OUT: ReadonlySet<string> = new Set(["ExportSpecifier", "Property", "AssignmentExpression"]);

/** The removal that only others can ask for, where the insert fills what it has just looked for. */
function findOptional(file: FileFacts, { collection, operations, insert }: GrowingCollection): TSESTree.Node | undefined {
  if (collection.kind !== "map" || !fillsWhatIsMissing(file, insert, operations)) return undefined;
  const removals = operations.filter(({ kind }) => kind === "remove" || kind === "empty");
  return removals.length > 0 && removals.every((removal) => removal.kind === "remove" && isLeftToOthers(file, removal)) ? removals[0]?.node : undefined;
}

/** `let x = map.get(key); if (!x) { x = make(key); map.set(key, x); } return x;`: whoever asks need not know that something is kept. */
function fillsWhatIsMissing(file: FileFacts, { node, key, value }: Operation, operations: readonly Operation[]): boolean {
  const around = enclosingFunction(node);
  if (around === undefined || key === undefined || value === undefined || file.functions.returnedBy(around).length === 0) return false;
  return operations.some(({ kind, node: read }) => {
    if (kind !== "read" || read.type !== "CallExpression" || enclosingFunction(read) !== around || read.range[0] > node.range[0]) return false;
    const [asked] = read.arguments;
    return asked !== undefined && isSameKey(file, asked, key);
  });
}

/** It takes out what it is given, nothing in the file calls it, and its name does not say that the object ends. */
function isLeftToOthers(file: FileFacts, { node, key, isForeign }: Operation): boolean {
  const around = enclosingFunction(node);
  if (isForeign || around === undefined || key?.type !== "Identifier") return false;
  const fact = file.functions.factOf(around);
  const definition = file.variables.variableOf(key)?.defs[0];
  const isOfParameter = definition?.type === "Parameter" && definition.node === around;
  if (!isOfParameter || fact.name === undefined || endingFunctions.test(fact.name) || fact.role === "teardown" || collectCallers(file, fact) !== "anybody") return false;
  if (fact.owner !== undefined) return file.mentions.membersNamed(fact.name).every((member) => member.parent.type === "AssignmentExpression" && isFunction(member.parent.right));
  const identifier = around.type === "FunctionDeclaration" ? around.id : around.parent.type === "VariableDeclarator" ? around.parent.id : undefined;
  return identifier != null && (file.variables.variableOf(identifier)?.references ?? []).every(({ identifier: use, init }) => init === true || HANDING_OUT.has(use.parent.type));
}
