/** Questions about the shape of a syntax tree. Nothing here knows what the plugin looks for. */
import type { TSESTree } from "@typescript-eslint/utils";

export type FunctionNode = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;
export type CallNode = TSESTree.CallExpression | TSESTree.NewExpression;

/** The keys under which each node type keeps its children, as the parser gives them. */
export type VisitorKeys = Readonly<Record<string, readonly string[] | undefined>>;

export function isFunction(node: TSESTree.Node | null | undefined): node is FunctionNode {
  return node?.type === "FunctionDeclaration" || node?.type === "FunctionExpression" || node?.type === "ArrowFunctionExpression";
}

export function isClass(node: TSESTree.Node | null | undefined): node is ClassNode {
  return node?.type === "ClassDeclaration" || node?.type === "ClassExpression";
}

export function isLoop(node: TSESTree.Node): boolean {
  return (
    node.type === "ForStatement" || node.type === "ForInStatement" || node.type === "ForOfStatement" ||
    node.type === "WhileStatement" || node.type === "DoWhileStatement"
  );
}

/** The expression below type assertions, `!`, optional-chain wrappers and instantiation expressions: the same value. */
export function unwrap(node: TSESTree.Node): TSESTree.Node {
  switch (node.type) {
    case "ChainExpression":
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "TSTypeAssertion":
    case "TSInstantiationExpression":
      return unwrap(node.expression);
    default:
      return node;
  }
}

/** The outermost wrapper of `node` that still is the same value: the inverse of `unwrap`. */
export function wrapped(node: TSESTree.Node): TSESTree.Node {
  const parent = node.parent;
  return parent !== undefined && unwrap(parent) !== parent && unwrap(parent) === unwrap(node) ? wrapped(parent) : node;
}

type Keyed = TSESTree.MemberExpression | TSESTree.Property | TSESTree.MethodDefinition | TSESTree.PropertyDefinition | TSESTree.AccessorProperty | TSESTree.TSAbstractMethodDefinition | TSESTree.TSAbstractPropertyDefinition | TSESTree.TSAbstractAccessorProperty;

/** The name under which a member is kept: `x`, `#x` for private ones, `[dispose]` for well-known symbols; undefined if computed at run time. */
export function memberName(node: Keyed): string | undefined {
  const key = node.type === "MemberExpression" ? node.property : node.key;
  if (key.type === "PrivateIdentifier") return `#${key.name}`;
  if (key.type === "Identifier" && !node.computed) return key.name;
  if (key.type === "Literal") return String(key.value);
  if (key.type === "TemplateLiteral" && key.expressions.length === 0) return key.quasis[0]?.value.cooked ?? undefined;
  if (key.type === "MemberExpression" && key.object.type === "Identifier" && key.object.name === "Symbol") {
    const symbol = memberName(key);
    return symbol === undefined ? undefined : `[${symbol}]`;
  }
  return undefined;
}

/** The name a call goes by: `f` for `f()`, `m` for `x.y.m()`, `C` for `new C()`. */
export function calleeName(call: CallNode): string | undefined {
  const callee = unwrap(call.callee);
  if (callee.type === "Identifier") return callee.name;
  return callee.type === "MemberExpression" ? memberName(callee) : undefined;
}

/** The object a method is called on, or undefined for a plain call. */
export function receiverOf(call: CallNode): TSESTree.Node | undefined {
  const callee = unwrap(call.callee);
  return callee.type === "MemberExpression" ? unwrap(callee.object) : undefined;
}

/** Sorts nodes as they stand in the source, and one before what stands in it. */
export function bySource(one: TSESTree.Node, other: TSESTree.Node): number {
  return one.range[0] - other.range[0] || other.range[1] - one.range[1];
}

/** The nearest function around a node, the node itself not counted; undefined at the top level. */
export function enclosingFunction(node: TSESTree.Node): FunctionNode | undefined {
  for (let at: TSESTree.Node | null | undefined = node.parent; at != null; at = at.parent) {
    if (isFunction(at)) return at;
    if (at.type === "StaticBlock" || at.type === "Program") return undefined;
  }
  return undefined;
}

/** The decorators of a class or a member; none where the parser knows no decorators. */
export function decoratorsOf(node: { readonly decorators?: readonly TSESTree.Decorator[] }): readonly TSESTree.Decorator[] {
  return node.decorators ?? [];
}

/** Whether `inner` is `outer` or stands somewhere below it. */
export function isWithin(inner: TSESTree.Node, outer: TSESTree.Node): boolean {
  return inner.range[0] >= outer.range[0] && inner.range[1] <= outer.range[1];
}

/** Visits a subtree, parents first; `visit` answers false to leave out what is below. Has no recursion, so that no depth breaks it. */
export function walk(root: TSESTree.Node, visitorKeys: VisitorKeys, visit: (node: TSESTree.Node) => boolean | undefined): void {
  const pending: TSESTree.Node[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const { type } = node;
    // What stands under a visitor key is a node, unless a parser is broken.
    if (typeof type !== "string" || visit(node) === false) continue;
    // Half of all nodes are names and most have nothing below them.
    if (type === "Identifier" && isBare(node)) continue;
    const keys = visitorKeys[type];
    if (keys === undefined) continue;
    // The last child goes in first, so that the first comes out first. No list of children is made: this is the hottest loop.
    for (let index = keys.length - 1; index >= 0; index--) {
      const child = (node as unknown as Record<string, unknown>)[keys[index] as string];
      if (typeof child !== "object" || child === null) continue;
      if (!Array.isArray(child)) {
        pending.push(child as TSESTree.Node);
        continue;
      }
      for (let entry = child.length - 1; entry >= 0; entry--) {
        const one: unknown = child[entry];
        if (typeof one === "object" && one !== null) pending.push(one as TSESTree.Node);
      }
    }
  }
}

/** The first node of a subtree, in source order, that passes the test. */
export function findWithin(root: TSESTree.Node, visitorKeys: VisitorKeys, test: (node: TSESTree.Node) => boolean): TSESTree.Node | undefined {
  const found: TSESTree.Node[] = [];
  walk(root, visitorKeys, (node) => {
    if (found.length === 0 && test(node)) found.push(node);
    return found.length === 0;
  });
  return found[0];
}

/** A name without a type annotation and decorators, which only the parser for TypeScript gives. */
function isBare(identifier: TSESTree.Identifier): boolean {
  return !identifier.typeAnnotation && !((identifier.decorators as readonly unknown[] | undefined)?.length);
}

/** The block, or the program, that a call is a statement of. */
export function statementListOf(call: TSESTree.Node): TSESTree.Node | undefined {
  const statement = wrapped(call).parent;
  return statement?.type === "ExpressionStatement" ? statement.parent : undefined;
}

/** The 1-based line a node begins on. */
export function lineOf(node: TSESTree.Node): number {
  return node.loc.start.line;
}

/** Whether the node stands in a `catch` block of its function. */
export function isInHandler(node: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | null | undefined = node; at != null && !isFunction(at); at = at.parent) if (at.type === "CatchClause") return true;
  return false;
}

/** Whether the node stands in a `finally` block of its function. */
export function isInFinalizer(node: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | null | undefined = node; at != null && !isFunction(at); at = at.parent) if (at.parent?.type === "TryStatement" && at.parent.finalizer === at) return true;
  return false;
}

/** Whether an expression is `null` or `undefined` as it is written. */
export function isNothing(value: TSESTree.Node): boolean {
  const node = unwrap(value);
  return (node.type === "Literal" && node.value === null) || (node.type === "Identifier" && node.name === "undefined");
}
