/** Handles that one block acquires and its own function releases, as the statements that a repair can move. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import type { Variable } from "../../facts/variables.ts";
import { enclosingFunction, isWithin, wrapped } from "../../syntax/tree.ts";
import { fateOf } from "./handle-fate.ts";
import { collectHandleEffects } from "./handle-uses.ts";
import type { Resource } from "../resource/resource.ts";

type Block = TSESTree.BlockStatement | TSESTree.StaticBlock | TSESTree.Program;

export interface LocalHandle {
  readonly resource: Resource;
  readonly variable: Variable;
  readonly block: Block;
  /** The statements of the block, and among them the one that acquires. */
  readonly statements: readonly TSESTree.ProgramStatement[];
  readonly index: number;
  /** What releases it: statements that do nothing else. */
  readonly releases: readonly TSESTree.ExpressionStatement[];
}

/** Finds where a handle is acquired and released; undefined where it escapes, is overwritten, or is released by more than a statement of the function. */
export function findLocalHandle(file: FileFacts, resource: Resource): LocalHandle | undefined {
  const fate = fateOf(file, resource);
  if (fate.kind !== "variable") return undefined;
  const { variable } = fate;
  const statement = statementAround(resource.acquisition);
  const block = statement?.parent;
  if (statement === undefined || !isBlock(block) || !isSingle(statement)) return undefined;
  const owner = enclosingFunction(resource.acquisition);
  const releases: TSESTree.ExpressionStatement[] = [];
  for (const effect of collectHandleEffects(file, resource, variable, owner)) {
    if (effect.kind === "lose" && effect.at.range[1] <= statement.range[0] && effect.at.type === "VariableDeclarator") continue;
    const release = effect.kind === "release" ? releaseStatementOf(effect.at) : undefined;
    if (release === undefined || enclosingFunction(release) !== owner) return undefined;
    releases.push(release);
  }
  return { resource, variable, block, statements: block.body, index: (block.body as readonly TSESTree.Node[]).indexOf(statement), releases };
}

/** The statement that consists of the call, awaited or not. */
export function releaseStatementOf(call: TSESTree.Node): TSESTree.ExpressionStatement | undefined {
  const value = wrapped(call);
  const parent = value.parent;
  if (parent?.type === "ExpressionStatement") return parent;
  const outer = parent?.type === "AwaitExpression" ? wrapped(parent).parent : undefined;
  return outer?.type === "ExpressionStatement" ? outer : undefined;
}

/** Whether the way from the statement leaves `block` at once, by the `return` or `throw` that follows, without passing a handler of its own. */
export function leavesAfter(statement: TSESTree.Statement, block: TSESTree.Node): boolean {
  const next = nextOf(statement);
  if (next?.type === "ReturnStatement") return true;
  if (next?.type !== "ThrowStatement") return false;
  for (let at: TSESTree.Node = next; at !== block && at.parent != null; at = at.parent) {
    if (at.parent.type === "TryStatement" && at.parent.block === at && at.parent.handler !== null) return false;
  }
  return true;
}

/** Whether the way from the statement leaves its block at once, by its end or by a jump that calls nothing that waits. */
export function endsBlock(file: FileFacts, statement: TSESTree.Statement, variable: Variable): boolean {
  const list = listOf(statement);
  const index = list?.indexOf(statement) ?? -1;
  if (list === undefined || index < 0) return false;
  const rest = list.slice(index + 1);
  const [jump] = rest;
  if (jump === undefined) return true;
  if (rest.length > 1 || (jump.type !== "ReturnStatement" && jump.type !== "ThrowStatement")) return false;
  const isUsed = variable.references.some(({ identifier }) => isWithin(identifier, jump));
  const text = file.sourceCode.getText(jump);
  return !isUsed && !/\bawait\b/.test(text) && !/\byield\b/.test(text);
}

function nextOf(statement: TSESTree.Statement): TSESTree.Node | undefined {
  const list = listOf(statement);
  return list?.[list.indexOf(statement) + 1];
}

function listOf({ parent }: TSESTree.Statement): readonly TSESTree.Node[] | undefined {
  if (isBlock(parent)) return parent.body;
  return parent?.type === "SwitchCase" ? parent.consequent : undefined;
}

function isBlock(node: TSESTree.Node | undefined): node is Block {
  return node?.type === "BlockStatement" || node?.type === "StaticBlock" || node?.type === "Program";
}

function statementAround(node: TSESTree.Node): TSESTree.Node | undefined {
  let at: TSESTree.Node | undefined = node;
  while (at !== undefined && at.type !== "VariableDeclaration" && at.type !== "ExpressionStatement") {
    if (at.type === "BlockStatement" || at.type === "Program") return undefined;
    at = at.parent;
  }
  return at;
}

/** One declaration of one variable, or one expression. */
function isSingle(statement: TSESTree.Node): boolean {
  return statement.type === "ExpressionStatement" || (statement.type === "VariableDeclaration" && statement.declarations.length === 1);
}
