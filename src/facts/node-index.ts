/** One walk over the tree that sorts what analyses look for, so that none of them walks the file again. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { CallNode, ClassNode, FunctionNode, VisitorKeys } from "../syntax/tree.ts";

export interface NodeIndex {
  readonly calls: readonly CallNode[];
  readonly importExpressions: readonly TSESTree.ImportExpression[];
  readonly functions: readonly FunctionNode[];
  readonly classes: readonly ClassNode[];
  /** The `return` statements that give a value. */
  readonly returns: readonly TSESTree.ReturnStatement[];
  readonly members: readonly TSESTree.MemberExpression[];
  readonly assignments: readonly TSESTree.AssignmentExpression[];
  /** The tests `key in object`. */
  readonly inTests: readonly TSESTree.BinaryExpression[];
  /** The tests whether two values are the same: `===`, `!==`, `==`, `!=`. */
  readonly equalities: readonly TSESTree.BinaryExpression[];
  /** The loops that write a variable or member for each element. */
  readonly iterations: readonly (TSESTree.ForOfStatement | TSESTree.ForInStatement)[];
}

const EQUALITIES: ReadonlySet<string> = new Set(["===", "!==", "==", "!="]);

/** Sorts the nodes of a file. Has a loop of its own instead of `walk`, since it is the one that sees every node of every file. */
export function buildNodeIndex(program: TSESTree.Program, visitorKeys: VisitorKeys): NodeIndex {
  const calls: CallNode[] = [];
  const importExpressions: TSESTree.ImportExpression[] = [];
  const functions: FunctionNode[] = [];
  const classes: ClassNode[] = [];
  const returns: TSESTree.ReturnStatement[] = [];
  const members: TSESTree.MemberExpression[] = [];
  const assignments: TSESTree.AssignmentExpression[] = [];
  const inTests: TSESTree.BinaryExpression[] = [];
  const equalities: TSESTree.BinaryExpression[] = [];
  const iterations: (TSESTree.ForOfStatement | TSESTree.ForInStatement)[] = [];
  const keysOfType = codeKeys(visitorKeys);
  const pending: TSESTree.Node[] = [program];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    switch (node.type) {
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        functions.push(node);
        break;
      case "CallExpression":
      case "NewExpression":
        calls.push(node);
        addAll(pending, node.arguments);
        add(pending, node.callee);
        continue;
      case "ImportExpression":
        importExpressions.push(node);
        break;
      case "ClassDeclaration":
      case "ClassExpression":
        classes.push(node);
        break;
      case "ReturnStatement":
        if (node.argument !== null) returns.push(node);
        add(pending, node.argument);
        continue;
      case "MemberExpression":
        members.push(node);
        if (node.computed) add(pending, node.property);
        add(pending, node.object);
        continue;
      case "AssignmentExpression":
        assignments.push(node);
        add(pending, node.right);
        add(pending, node.left);
        continue;
      case "BinaryExpression":
        if (node.operator === "in") inTests.push(node);
        else if (EQUALITIES.has(node.operator)) equalities.push(node);
        add(pending, node.right);
        add(pending, node.left);
        continue;
      case "ExpressionStatement":
        add(pending, node.expression);
        continue;
      case "VariableDeclarator":
        add(pending, node.init);
        add(pending, node.id);
        continue;
      case "Property":
        add(pending, node.value);
        add(pending, node.key);
        continue;
      case "BlockStatement":
        addAll(pending, node.body);
        continue;
      case "VariableDeclaration":
        addAll(pending, node.declarations);
        continue;
      case "ObjectExpression":
        addAll(pending, node.properties);
        continue;
      case "IfStatement":
        add(pending, node.alternate);
        add(pending, node.consequent);
        add(pending, node.test);
        continue;
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
        continue;
    }
    addChildren(pending, node, keysOfType.get(node.type));
  }
  return { calls, importExpressions, functions, classes, returns, members, assignments, inTests, equalities, iterations };
}

/** The children of a node whose type is not one of the common ones. The last child goes in first, so that the first comes out first. */
function addChildren(pending: TSESTree.Node[], node: TSESTree.Node, keys: readonly string[] = []): void {
  for (let index = keys.length - 1; index >= 0; index--) {
    const child = (node as unknown as Record<string, unknown>)[keys[index] as string];
    if (typeof child !== "object" || child === null) continue;
    if (Array.isArray(child)) addAll(pending, child as readonly (TSESTree.Node | null)[]);
    else add(pending, child as TSESTree.Node);
  }
}

function addAll(pending: TSESTree.Node[], children: readonly (TSESTree.Node | null)[]): void {
  for (let index = children.length - 1; index >= 0; index--) add(pending, children[index]);
}

function add(pending: TSESTree.Node[], child: TSESTree.Node | null | undefined): void {
  if (child != null && !isLeaf(child)) pending.push(child);
}

/** Half of all nodes are names and literals, and most have nothing below them but types. */
function isLeaf(node: TSESTree.Node): boolean {
  if (node.type === "Literal" || node.type === "TemplateElement") return true;
  return node.type === "Identifier" && ((node.decorators as readonly unknown[] | undefined)?.length ?? 0) === 0;
}

const TYPES_ONLY = new Set(["typeParameters", "typeArguments", "superTypeArguments", "returnType"]);
const ANNOTATED = new Set(["Identifier", "PropertyDefinition", "AccessorProperty", "ObjectPattern", "ArrayPattern", "AssignmentPattern", "RestElement"]);

const known = new WeakMap<VisitorKeys, ReadonlyMap<string, readonly string[]>>();

/** The keys of each node type under which code can stand; a parser gives the same object for all files. */
function codeKeys(visitorKeys: VisitorKeys): ReadonlyMap<string, readonly string[]> {
  const built = known.get(visitorKeys);
  if (built !== undefined) return built;
  const holdsCode = (type: string, key: string): boolean => !TYPES_ONLY.has(key) && !(key === "typeAnnotation" && ANNOTATED.has(type));
  const keys = new Map(Object.entries(visitorKeys).map(([type, all = []]) => [type, all.filter((key) => holdsCode(type, key))]));
  known.set(visitorKeys, keys);
  return keys;
}
