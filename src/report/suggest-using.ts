/** The suggestion to declare a handle with `using`, which takes the place of its releases. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { declaratorOf, isSingleAssignment, type Variable } from "../facts/variables.ts";
import { disposalOf, isDisposalAllowed, isPlainDisposal, type Disposal } from "../subjects/resource/disposal.ts";
import { endsBlock, leavesAfter, type LocalHandle } from "../subjects/handle/local-handle.ts";
import { calleeName, enclosingFunction, isFunction, isWithin, memberName, unwrap, wrapped } from "../syntax/tree.ts";
import { buildFix, dedentLines, indentStep, lineEnd, lineStart, nextLine, removeStatement, type Edit } from "./line-edits.ts";
import type { Suggestion } from "./suggestion.ts";

type UsingSuggestion = Suggestion<"declareWithUsing">;

/** Suggests `using` for a handle whose releases it can take over; undefined where it would release at another time. */
export function suggestUsing(file: FileFacts, handle: LocalHandle): UsingSuggestion | undefined {
  const { variable, resource, releases, statements, index } = handle;
  const declaration = statements[index];
  const name = declaratorOf(variable)?.id;
  if (declaration?.type !== "VariableDeclaration" || declaration.kind === "var" || name?.type !== "Identifier") return undefined;
  if (!isSingleAssignment(variable) || declaratorOf(variable)?.parent !== declaration) return undefined;
  if (releases.length === 0 && !isUsedUp(file, handle)) return undefined;
  const isAwaited = releases.some((release) => release.expression.type === "AwaitExpression");
  const disposal = disposalOf(file, name, resource.pair, isAwaited);
  if (disposal === undefined || !isDisposalAllowed(file, disposal, declaration)) return undefined;
  // What nobody waited for until now, `await using` would wait for.
  if (releases.length > 0 && disposal === "async" && !isAwaited) return undefined;
  if (!releases.every((release) => isPlainDisposal(file, callOf(release), name, resource.pair))) return undefined;
  const edits = releases.map((release) => removeRelease(file, handle, release));
  return edits.includes(undefined) ? undefined : buildSuggestion(variable, declaration, disposal, (edits as Edit[][]).flat());
}

/** Suggests `using` for a declaration; `around` is a `try` whose `finally` block is the release. */
export function suggestUsingFor(file: FileFacts, { variable, declaration, disposal, release, around }: {
  readonly variable: Variable;
  readonly declaration: TSESTree.VariableDeclaration;
  readonly disposal: Disposal;
  readonly release: TSESTree.ExpressionStatement;
  readonly around: TSESTree.TryStatement | undefined;
}): UsingSuggestion | undefined {
  const edits = around === undefined ? [removeStatement(file.sourceCode, release)] : removeFinally(file, around);
  return edits === undefined ? undefined : buildSuggestion(variable, declaration, disposal, edits);
}

function buildSuggestion(variable: Variable, declaration: TSESTree.VariableDeclaration, disposal: Disposal, edits: readonly Edit[]): UsingSuggestion {
  const keyword = disposal === "sync" ? "using" : "await using";
  const [start] = declaration.range;
  const head: Edit = { range: [start, start + declaration.kind.length], text: keyword };
  return { messageId: "declareWithUsing", data: { handle: variable.name, keyword }, fix: buildFix([head, ...edits]) };
}

function callOf({ expression }: TSESTree.ExpressionStatement): TSESTree.Node {
  const node = unwrap(expression);
  return node.type === "AwaitExpression" ? unwrap(node.argument) : node;
}

/** A release goes where nothing but the end of the block comes after it. */
function removeRelease(file: FileFacts, { block, variable }: LocalHandle, release: TSESTree.ExpressionStatement): Edit[] | undefined {
  const { parent } = release;
  if (parent === block) return endsBlock(file, release, variable) ? [removeStatement(file.sourceCode, release)] : undefined;
  const around = parent.parent;
  if (around?.type !== "TryStatement" || around.finalizer !== parent) return leavesAfter(release, block) ? [removeStatement(file.sourceCode, release)] : undefined;
  const isSole = around.finalizer.body.length === 1 && around.parent === block && endsBlock(file, around, variable);
  return isSole ? removeFinally(file, around) : undefined;
}

/** Takes a `finally` block away, and with it a `try` without a `catch`; undefined where comments or names are in the way. */
function removeFinally(file: FileFacts, around: TSESTree.TryStatement): Edit[] | undefined {
  const { block, handler, finalizer } = around;
  const source = file.sourceCode;
  if (finalizer === null || source.getCommentsInside(finalizer).length > 0) return undefined;
  const before = handler ?? block;
  if (source.commentsExistBetween(before, finalizer)) return undefined;
  if (handler !== null) return [{ range: [handler.range[1], around.range[1]], text: "" }];
  const [open, close] = [block.range[0], block.range[1] - 1];
  const isLaidOut = source.text.slice(open + 1, lineEnd(source, open)).trim() === "" && source.text.slice(lineStart(source, close), close).trim() === "";
  const [first] = block.body;
  if (!isLaidOut || first === undefined || hidesNames(file, around)) return undefined;
  const inner: readonly [number, number] = [nextLine(source, open), lineStart(source, close)];
  const [start, end] = [lineStart(source, around.range[0]), nextLine(source, around.range[1])];
  if (source.text.slice(start, around.range[0]).trim() !== "" || source.text.slice(around.range[1], end).trim() !== "") return undefined;
  const step = indentStep(source, first);
  return [{ range: [start, inner[0]], text: "" }, ...dedentLines(source, inner, step), { range: [inner[1], end], text: "" }];
}

/** Whether a name that the block declares is also used around it. */
function hidesNames(file: FileFacts, { block, parent }: TSESTree.TryStatement): boolean {
  const scopes = file.sourceCode.scopeManager?.scopes ?? [];
  const names = new Set(file.sourceCode.scopeManager?.acquire(block)?.variables.map((variable) => variable.name) ?? []);
  const outer = [parent, ...(parent.parent != null && isFunction(parent.parent) ? parent.parent.params : [])];
  const isAround = (node: TSESTree.Node): boolean => outer.some((one) => isWithin(node, one)) && !isWithin(node, block);
  return names.size > 0 && scopes.some((scope) => {
    const declared = scope.variables.flatMap((variable) => (names.has(variable.name) ? variable.identifiers : []));
    const used = scope.references.map(({ identifier }) => identifier as TSESTree.Identifier).filter(({ name }) => names.has(name));
    return [...declared, ...used].some((identifier) => isAround(identifier));
  });
}

const SETTING_UP = /^(?:on|once|off|add\w*|listen|observe|subscribe|start|connect|pipe|ref|unref|prepend\w*)$/;

/** Whether the function uses the handle up: it calls its methods itself, and leaves nothing behind that runs later. */
function isUsedUp(file: FileFacts, { variable, resource }: LocalHandle): boolean {
  const { acquisition, pair } = resource;
  const owner = enclosingFunction(acquisition);
  const uses = variable.references.filter((reference) => reference.isRead());
  // What works by itself, as timers, watchers and servers do, is not used up by its calls.
  const isTool = pair.handle.from === "awaited" || pair.id === "language/disposable" || (calleeName(acquisition) ?? "").endsWith("Sync");
  if (uses.length === 0 || !isTool || pair.endsByItself === true || pair.longLived === true) return false;
  if (acquisition.arguments.some((argument) => file.functions.functionValueOf(argument) !== undefined)) return false;
  return uses.every(({ identifier }) => {
    const member = wrapped(identifier).parent;
    const call = member?.type === "MemberExpression" ? wrapped(member).parent : undefined;
    if (enclosingFunction(identifier) !== owner || member?.type !== "MemberExpression") return false;
    return call?.type !== "CallExpression" || (!SETTING_UP.test(memberName(member) ?? "") && calleeName(call) !== undefined && call.arguments.every((argument) => file.functions.functionValueOf(argument) === undefined));
  });
}
