/** Sites of the syntax tree for an account. */
import type { TSESTree } from "@typescript-eslint/utils";

import { isFunction, unwrap } from "../syntax/tree.ts";
import type { Site, SiteRole } from "./account.ts";

/** A site at a node. Of what goes over several lines only the head counts: the callee of a call, what stands before a body. */
export function siteAt(role: SiteRole, node: TSESTree.Node, text: string): Site {
  return { role, loc: headOf(node), text };
}

/** A site at the very end of a node: the brace that closes a function. */
export function siteAtEnd(role: SiteRole, node: TSESTree.Node, text: string): Site {
  const { end } = node.loc;
  return { role, loc: { start: { line: end.line, column: Math.max(end.column - 1, 0) }, end }, text };
}

function headOf(node: TSESTree.Node): TSESTree.SourceLocation {
  const bare = unwrap(node);
  if (isFunction(bare)) return headOfFunction(bare);
  const { start, end } = bare.loc;
  if (start.line === end.line) return bare.loc;
  const last = endOfHead(bare);
  return { start, end: last === undefined || last.line > start.line + 3 ? { line: start.line, column: start.column + 1 } : last };
}

/** The name of a method, or what stands before the body. */
function headOfFunction(node: TSESTree.Node): TSESTree.SourceLocation {
  const { parent } = node;
  if (parent?.type === "MethodDefinition" || parent?.type === "Property" || parent?.type === "PropertyDefinition") return parent.key.loc;
  if (node.type === "FunctionDeclaration" && node.id !== null) return node.id.loc;
  const { start } = node.loc;
  const body = (node as { readonly body?: TSESTree.Node }).body?.loc.start ?? start;
  return { start, end: body.line === start.line && body.column > start.column ? body : { line: start.line, column: start.column + 1 } };
}

function endOfHead(node: TSESTree.Node): TSESTree.Position | undefined {
  switch (node.type) {
    case "AwaitExpression":
      return headOf(node.argument).end;
    case "CallExpression":
    case "NewExpression":
      return node.callee.loc.end;
    case "AssignmentExpression":
      return node.left.loc.end;
    case "ForOfStatement":
    case "ForInStatement":
      return node.right.loc.end;
    case "WhileStatement":
    case "IfStatement":
      return node.test.loc.end;
    default:
      return undefined;
  }
}
