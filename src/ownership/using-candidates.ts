/** Releases by hand that `using` and `await using` say better: a `finally` block that does nothing else, or the last statement of a block. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Pair } from "../catalogue/entry.ts";
import type { Confidence } from "../facts/confidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { declaratorOf, isSingleAssignment, type Variable } from "../facts/variables.ts";
import { enclosingFunction, isWithin, receiverOf, unwrap, wrapped } from "../syntax/tree.ts";
import { disposalOf, isDisposalAllowed, isPlainDisposal, type Disposal } from "../subjects/resource/disposal.ts";
import { endsBlock, releaseStatementOf } from "../subjects/handle/local-handle.ts";
import { collectResources, type Resource } from "../subjects/resource/resource.ts";

export interface UsingCandidate {
  readonly variable: Variable;
  readonly name: TSESTree.Identifier;
  readonly declaration: TSESTree.VariableDeclaration;
  readonly disposal: Disposal;
  readonly release: TSESTree.ExpressionStatement;
  /** The statement whose `finally` block is the release; undefined for a release at the end of the block. */
  readonly around: TSESTree.TryStatement | undefined;
  readonly confidence: Confidence;
}

interface ByHand {
  readonly variable: Variable;
  readonly name: TSESTree.Identifier;
  readonly declarator: TSESTree.VariableDeclarator;
  readonly call: TSESTree.CallExpression;
  readonly release: TSESTree.ExpressionStatement;
  readonly around: TSESTree.TryStatement | undefined;
}

/** Collects the constants whose only release can be left to their declaration; those of `reported` miss an exit, which says more. */
export function collectUsingCandidates(file: FileFacts, reported: () => readonly { readonly resource: Resource }[]): readonly UsingCandidate[] {
  if (file.kind !== "source") return [];
  const released = file.nodes.calls.flatMap((call) => findByHand(file, call) ?? []);
  if (released.length === 0) return [];
  const pairs = new Map<TSESTree.Node, Resource>(file.types.available ? [] : collectResources(file).map((resource) => [resource.acquisition, resource]));
  return released.flatMap((found) => judge(file, found, pairs, reported) ?? []);
}

/** A release that is all a statement does, where nothing uses the handle afterwards and nobody else has it. */
function findByHand(file: FileFacts, call: TSESTree.CallExpression | TSESTree.NewExpression): ByHand | undefined {
  if (call.type !== "CallExpression" || call.arguments.length > 0) return undefined;
  const receiver = receiverOf(call);
  const variable = receiver?.type === "Identifier" ? file.variables.variableOf(receiver) : undefined;
  const declarator = variable === undefined ? undefined : declaratorOf(variable);
  const release = releaseStatementOf(call);
  if (variable === undefined || release === undefined || declarator?.init == null || declarator.id.type !== "Identifier") return undefined;
  const { parent: declaration } = declarator;
  if (declaration.kind !== "const" || declaration.declarations.length !== 1 || !isSingleAssignment(variable)) return undefined;
  if (enclosingFunction(release) !== enclosingFunction(declaration)) return undefined;
  const around = finallyOf(release);
  const last = around ?? release;
  if (last.parent !== declaration.parent || last.range[0] < declaration.range[1] || !endsBlock(file, last, variable)) return undefined;
  if (variable.references.some((reference) => isGivenAway(reference.identifier))) return undefined;
  return { variable, name: declarator.id, declarator, call, release, around };
}

/** The `try` whose `finally` block holds the statement and nothing else. */
function finallyOf(statement: TSESTree.Statement): TSESTree.TryStatement | undefined {
  const { parent } = statement;
  if (parent?.type !== "BlockStatement" || parent.body.length > 1) return undefined;
  return parent.parent.type === "TryStatement" && parent.parent.finalizer === parent ? parent.parent : undefined;
}

/** Returned, stored or put into something: whoever has it then may use it after the block. */
function isGivenAway(identifier: TSESTree.Node): boolean {
  const parent = wrapped(identifier).parent;
  switch (parent?.type) {
    case "ReturnStatement":
    case "YieldExpression":
    case "ArrayExpression":
    case "SpreadElement":
    case "ExportSpecifier":
      return true;
    case "ArrowFunctionExpression":
      return parent.body === wrapped(identifier);
    case "Property":
      return parent.value === wrapped(identifier);
    case "AssignmentExpression":
      return parent.right === wrapped(identifier);
    default:
      return false;
  }
}

function judge(file: FileFacts, { variable, name, declarator, call, release, around }: ByHand, resources: ReadonlyMap<TSESTree.Node, Resource>, reported: () => readonly { readonly resource: Resource }[]): UsingCandidate | undefined {
  const acquisition = callIn(declarator.init as TSESTree.Node);
  if (acquisition === undefined) return undefined;
  const pair: Pair | undefined = resources.get(acquisition)?.pair;
  const isAwaited = release.expression.type === "AwaitExpression";
  const disposal = disposalOf(file, name, pair, isAwaited);
  if (disposal === undefined || (disposal === "async") !== isAwaited || !isDisposalAllowed(file, disposal, release)) return undefined;
  if (!isPlainDisposal(file, call, name, pair) || isReleasedElsewhere(file, variable, call, name, pair)) return undefined;
  if (reported().some(({ resource }) => resource.acquisition === acquisition)) return undefined;
  // Without types nothing tells which version of the library or of Node will run.
  return { variable, name, declaration: declarator.parent, disposal, release, around, confidence: file.types.available ? "certain" : "likely" };
}

function callIn(init: TSESTree.Node): TSESTree.Node | undefined {
  const node = unwrap(init);
  const value = node.type === "AwaitExpression" ? unwrap(node.argument) : node;
  return value.type === "CallExpression" || value.type === "NewExpression" ? value : undefined;
}

function isReleasedElsewhere(file: FileFacts, variable: Variable, call: TSESTree.CallExpression, name: TSESTree.Identifier, pair: Pair | undefined): boolean {
  return variable.references.some(({ identifier }) => {
    const member = wrapped(identifier).parent;
    const other = member?.type === "MemberExpression" ? wrapped(member).parent : undefined;
    return other !== undefined && other !== call && !isWithin(call, other) && isPlainDisposal(file, other, name, pair);
  });
}
