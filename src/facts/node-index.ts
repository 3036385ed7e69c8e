/** One walk over the tree that sorts what analyses look for, so that none of them walks the file again. */
import type { TSESTree } from "@typescript-eslint/utils";

import { walk, type CallNode, type ClassNode, type FunctionNode, type VisitorKeys } from "../syntax/tree.ts";

export interface NodeIndex {
  readonly calls: readonly CallNode[];
  readonly importExpressions: readonly TSESTree.ImportExpression[];
  readonly functions: readonly FunctionNode[];
  readonly classes: readonly ClassNode[];
  readonly members: readonly TSESTree.MemberExpression[];
  readonly assignments: readonly TSESTree.AssignmentExpression[];
  /** The tests `key in object`. */
  readonly inTests: readonly TSESTree.BinaryExpression[];
  /** The loops that write a variable or member for each element. */
  readonly iterations: readonly (TSESTree.ForOfStatement | TSESTree.ForInStatement)[];
}

export function buildNodeIndex(program: TSESTree.Program, visitorKeys: VisitorKeys): NodeIndex {
  const calls: CallNode[] = [];
  const importExpressions: TSESTree.ImportExpression[] = [];
  const functions: FunctionNode[] = [];
  const classes: ClassNode[] = [];
  const members: TSESTree.MemberExpression[] = [];
  const assignments: TSESTree.AssignmentExpression[] = [];
  const inTests: TSESTree.BinaryExpression[] = [];
  const iterations: (TSESTree.ForOfStatement | TSESTree.ForInStatement)[] = [];
  walk(program, visitorKeys, (node) => {
    switch (node.type) {
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        functions.push(node);
        break;
      case "CallExpression":
      case "NewExpression":
        calls.push(node);
        break;
      case "ImportExpression":
        importExpressions.push(node);
        break;
      case "ClassDeclaration":
      case "ClassExpression":
        classes.push(node);
        break;
      case "MemberExpression":
        members.push(node);
        break;
      case "AssignmentExpression":
        assignments.push(node);
        break;
      case "BinaryExpression":
        if (node.operator === "in") inTests.push(node);
        break;
      case "ForOfStatement":
      case "ForInStatement":
        iterations.push(node);
        break;
      // No code stands in a type.
      case "TSTypeAnnotation":
      case "TSTypeParameterDeclaration":
      case "TSTypeParameterInstantiation":
      case "TSInterfaceDeclaration":
      case "TSTypeAliasDeclaration":
        return false;
    }
    return undefined;
  });
  return { calls, importExpressions, functions, classes, members, assignments, inTests, iterations };
}
