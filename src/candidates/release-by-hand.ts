/** Releases by hand that `using` may say better: a `finally` block that does nothing else, or the last statement of a block. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Pair } from "../catalogue/entry.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { declaratorOf, isSingleAssignment, type Variable } from "../facts/variables.ts";
import { endsBlock, releaseStatementOf } from "../subjects/handle/local-handle.ts";
import { collectResources } from "../subjects/resource/resource.ts";
import { enclosingFunction, receiverOf, unwrap, type CallNode } from "../syntax/tree.ts";
import type { Candidate } from "./candidate.ts";

export interface ReleaseByHand extends Candidate {
  readonly variable: Variable;
  readonly name: TSESTree.Identifier;
  readonly declaration: TSESTree.VariableDeclaration;
  readonly acquisition: CallNode;
  /** What the acquisition is known as, where no types tell. */
  readonly pair: Pair | undefined;
  readonly call: TSESTree.CallExpression;
  readonly release: TSESTree.ExpressionStatement;
  /** The statement whose `finally` block is the release; undefined for a release at the end of the block. */
  readonly around: TSESTree.TryStatement | undefined;
}

/** Collects the constants of the file whose release ends their block. */
export function collectReleasesByHand(file: FileFacts): readonly ReleaseByHand[] {
  const found = file.nodes.calls.flatMap((call) => findByHand(file, call) ?? []);
  if (found.length === 0 || file.types.available) return found;
  const pairs = new Map(collectResources(file).map(({ acquisition, pair }) => [acquisition, pair]));
  return found.map((one) => ({ ...one, pair: pairs.get(one.acquisition) }));
}

/** A release that is all a statement does, where nothing uses the handle afterwards. */
function findByHand(file: FileFacts, call: CallNode): ReleaseByHand | undefined {
  if (call.type !== "CallExpression" || call.arguments.length > 0) return undefined;
  const receiver = receiverOf(call);
  const variable = receiver?.type === "Identifier" ? file.variables.variableOf(receiver) : undefined;
  const declarator = variable === undefined ? undefined : declaratorOf(variable);
  const release = releaseStatementOf(call);
  if (variable === undefined || release === undefined || declarator?.init == null || declarator.id.type !== "Identifier") return undefined;
  const { parent: declaration, id: name } = declarator;
  const acquisition = acquisitionIn(declarator.init);
  if (acquisition === undefined || declaration.kind !== "const" || declaration.declarations.length !== 1 || !isSingleAssignment(variable)) return undefined;
  if (enclosingFunction(release) !== enclosingFunction(declaration)) return undefined;
  const around = finallyOf(release);
  const last = around ?? release;
  if (last.parent !== declaration.parent || last.range[0] < declaration.range[1] || !endsBlock(file, last, variable)) return undefined;
  return { node: name, variable, name, declaration, acquisition, pair: undefined, call, release, around };
}

/** The `try` whose `finally` block holds the statement and nothing else. */
function finallyOf(statement: TSESTree.Statement): TSESTree.TryStatement | undefined {
  const { parent } = statement;
  if (parent?.type !== "BlockStatement" || parent.body.length > 1) return undefined;
  return parent.parent.type === "TryStatement" && parent.parent.finalizer === parent ? parent.parent : undefined;
}

function acquisitionIn(init: TSESTree.Node): CallNode | undefined {
  const node = unwrap(init);
  const value = node.type === "AwaitExpression" ? unwrap(node.argument) : node;
  return value.type === "CallExpression" || value.type === "NewExpression" ? value : undefined;
}
