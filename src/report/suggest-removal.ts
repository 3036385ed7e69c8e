/** What can be offered for an entry that stays: a `finally`, the same removal beside the sibling's, a delete instead of a blank. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

import type { Collection } from "../subjects/collection/collection.ts";
import type { StrandedEntry } from "../bench/stranded-entry.ts";
import { describePlace } from "../facts/places.ts";
import { calleeName, memberName, receiverOf, wrapped } from "../syntax/tree.ts";
import { buildFix, hasOwnLines, indentLines, indentOf, indentStep, lineStart, removeStatement, type Edit } from "./line-edits.ts";
import type { Suggestion } from "./suggestion.ts";
import { excerpt } from "./wording.ts";

export type StrandedSuggestionId = "moveToFinally" | "useFinally" | "removeBesideSibling" | "emptyBesideSibling" | "deleteKey";

type Source = Readonly<TSESLint.SourceCode>;

/** Collects the suggestions for one report. */
export function collectStrandedSuggestions(source: Source, entry: StrandedEntry): Suggestion<StrandedSuggestionId>[] {
  const collection = describePlace(entry.collection.place);
  const offer = (messageId: StrandedSuggestionId, edits: readonly Edit[] | undefined): Suggestion<StrandedSuggestionId>[] =>
    edits === undefined ? [] : [{ messageId, data: { collection, removal: excerpt(source, entry.other) }, fix: buildFix(edits) }];
  switch (entry.reason) {
    case "failure":
    case "early-exit":
      return offer("moveToFinally", moveToFinally(source, entry));
    case "success-only":
      return offer("useFinally", useFinally(source, entry.other));
    case "forgotten-sibling":
      return offer("removeBesideSibling", removeBesideSibling(source, entry));
    case "forgotten-clear":
      return offer("emptyBesideSibling", emptyBesideSibling(source, entry));
    case "blanked":
      return offer("deleteKey", deleteKey(source, entry.other));
    default:
      return [];
  }
}

/** Wraps what stands between the insert and the removal, where both are statements of one block and nothing in between is declared for later. */
function moveToFinally(source: Source, { node, other }: StrandedEntry): readonly Edit[] | undefined {
  const [first, last] = [statementOf(node), statementOf(other)];
  const block = first?.parent;
  if (first === undefined || last === undefined || block?.type !== "BlockStatement" || last.parent !== block) return undefined;
  const [from, to] = [block.body.indexOf(first as TSESTree.Statement), block.body.indexOf(last as TSESTree.Statement)];
  const between = block.body.slice(from + 1, to);
  const [begin] = between;
  if (begin === undefined || ![...between, last].every((statement) => hasOwnLines(source, statement))) return undefined;
  const after = block.body.slice(to + 1);
  const isDeclaring = between.some((statement) => statement.type.endsWith("Declaration"));
  if (isDeclaring && after.length > 0 && !(after.length === 1 && after[0]?.type === "ReturnStatement")) return undefined;
  const wrappedUp = isDeclaring ? [...between, ...after] : between;
  const end = wrappedUp.at(-1) ?? begin;
  const [indent, step] = [indentOf(source, first), indentStep(source, first)];
  const start = lineStart(source, begin.range[0]);
  const removal = source.getText(last);
  return [
    { range: [start, start], text: `${indent}try {\n` },
    ...indentLines(source, [start, end.range[1]], step).filter(({ range }) => range[0] < lineStart(source, last.range[0]) || range[0] > last.range[1]),
    removeStatement(source, last),
    { range: [end.range[1], end.range[1]], text: `\n${indent}} finally {\n${indent}${step}${removal}\n${indent}}` },
  ];
}

function statementOf(node: TSESTree.Node): TSESTree.Node | undefined {
  const parent = wrapped(node).parent;
  return parent?.type === "ExpressionStatement" ? parent : undefined;
}

/** `.then(() => map.delete(key))` with nothing else in it becomes `.finally(…)`. */
function useFinally(source: Source, removal: TSESTree.Node): readonly Edit[] | undefined {
  const outer = wrapped(removal);
  const statement = outer.parent?.type === "ExpressionStatement" ? outer.parent : undefined;
  const isOnly = statement?.parent.type === "BlockStatement" && statement.parent.body.length === 1;
  const callback = statement === undefined ? outer.parent : isOnly ? statement.parent.parent : undefined;
  if (callback?.type !== "ArrowFunctionExpression" || callback.params.length > 0 || callback.parent.type !== "CallExpression") return undefined;
  const { callee } = callback.parent;
  return callee.type === "MemberExpression" && memberName(callee) === "then" && callback.parent.arguments.length === 1 && !source.getText(callee).includes("?.")
    ? [{ range: callee.property.range, text: "finally" }]
    : undefined;
}

/** Repeats the removal of the sibling for the collection it was forgotten for, through the same object. */
function removeBesideSibling(source: Source, { collection, sibling, other }: StrandedEntry): readonly Edit[] | undefined {
  const statement = statementOf(other);
  if (statement === undefined || sibling === undefined || !hasOwnLines(source, statement)) return undefined;
  const [holder, key] = other.type === "CallExpression" ? [receiverOf(other), other.arguments[0]] : other.type === "UnaryExpression" && other.argument.type === "MemberExpression" ? [other.argument.object, other.argument.property] : [];
  const name = holder === undefined ? undefined : siblingName(source, holder, collection);
  if (name === undefined || key === undefined || (other.type === "CallExpression" && calleeName(other) !== "delete")) return undefined;
  const keyText = source.getText(key);
  const end = source.getText(statement).endsWith(";") ? ";" : "";
  const removal = collection.kind === "record" ? `delete ${name}[${keyText}]` : `${name}.delete(${keyText})`;
  return [{ range: [statement.range[1], statement.range[1]], text: `\n${indentOf(source, statement)}${removal}${end}` }];
}

/** Empties the collection where its sibling is emptied. */
function emptyBesideSibling(source: Source, { collection, other }: StrandedEntry): readonly Edit[] | undefined {
  const statement = statementOf(other);
  const holder = other.type === "CallExpression" && calleeName(other) === "clear" ? receiverOf(other) : undefined;
  if (statement === undefined || holder === undefined || !hasOwnLines(source, statement) || (collection.kind !== "map" && collection.kind !== "set")) return undefined;
  const name = siblingName(source, holder, collection);
  const end = source.getText(statement).endsWith(";") ? ";" : "";
  return name === undefined ? undefined : [{ range: [statement.range[1], statement.range[1]], text: `\n${indentOf(source, statement)}${name}.clear()${end}` }];
}

function siblingName(source: Source, holder: TSESTree.Node, collection: Collection): string | undefined {
  if (collection.place.path.length === 0) return describePlace(collection.place);
  const name = collection.place.path.at(-1) ?? "";
  return holder.type === "MemberExpression" && !name.startsWith("[") ? `${source.getText(holder.object)}.${name}` : undefined;
}

/** `map.set(key, null)` becomes `map.delete(key)`. */
function deleteKey(source: Source, blank: TSESTree.Node): readonly Edit[] | undefined {
  if (statementOf(blank) === undefined) return undefined;
  if (blank.type === "CallExpression" && blank.callee.type === "MemberExpression" && blank.arguments[0] !== undefined) {
    return [{ range: blank.range, text: `${source.getText(blank.callee.object)}.delete(${source.getText(blank.arguments[0])})` }];
  }
  return blank.type === "AssignmentExpression" ? [{ range: blank.range, text: `delete ${source.getText(blank.left)}` }] : undefined;
}
