/** The standpoint from which an expression is read while its form is built. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import type { Variable } from "../../facts/variables.ts";
import type { Work } from "../../flow/work.ts";
import { memberName, unwrap } from "../../syntax/tree.ts";
import type { KeyForm } from "./key-form.ts";

/** Where an expression is read: parameters of helpers stand for their arguments, and each helper call is an evaluation of its own. */
export interface Reading {
  readonly file: FileFacts;
  readonly bindings: ReadonlyMap<Variable, KeyForm>;
  /** Rest parameters of helpers: the arguments that they gather. */
  readonly lists: ReadonlyMap<Variable, readonly KeyForm[]>;
  /** The calls that led into a helper, so that one expression evaluated twice is told apart. */
  readonly route: string;
  readonly depth: number;
  /** What the whole form may cost: a text made of the one before several times over is soon too long to read. */
  readonly work: Work;
  /** The recursion, handed down so that the builders import each other one way only. */
  build(node: TSESTree.Node, reading: Reading): KeyForm;
}

/** Names one evaluation of a node: the node itself and the helper calls that led to it. */
export function evaluationOf(node: TSESTree.Node, reading: Reading): string {
  return `${reading.route}@${String(node.range[0])}-${String(node.range[1])}`;
}

/** The name by which a function or value is told apart from others: `JSON.stringify`, `path.resolve`, `keyOf`. */
export function dottedName(node: TSESTree.Node): string | undefined {
  const at = unwrap(node);
  if (at.type === "Identifier") return at.name;
  if (at.type === "ThisExpression") return "this";
  if (at.type !== "MemberExpression") return undefined;
  const object = dottedName(at.object);
  const name = memberName(at);
  return object === undefined || name === undefined ? undefined : `${object}.${name}`;
}
