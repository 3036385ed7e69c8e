/** Small questions about single nodes of a tree whose nodes know their parents. */

const WRAPPERS = new Set(["ChainExpression", "TSNonNullExpression", "TSAsExpression", "TSSatisfiesExpression", "TSTypeAssertion"]);
const BLOCKS = new Set(["BlockStatement", "Program", "StaticBlock"]);

/** The expression without type casts, `!` and the marks of optional chains. */
export function bare(node) {
  let inner = node;
  while (inner != null && WRAPPERS.has(inner.type)) inner = inner.expression;
  return inner;
}

/** The same, also without `await` and `void`. */
export function settled(node) {
  const inner = bare(node);
  if (inner?.type === "AwaitExpression" || (inner?.type === "UnaryExpression" && inner.operator === "void")) return settled(inner.argument);
  return inner;
}

/** The outermost expression that has the same value: casts, `!` and optional chains around it included. */
export function wrapped(node) {
  let outer = node;
  while (outer.parent != null && WRAPPERS.has(outer.parent.type)) outer = outer.parent;
  return outer;
}

/** The name of a member that is written out: `a.b`, `a.#b`, `a["b"]`. */
export function memberName(node) {
  if (node?.type !== "MemberExpression") return undefined;
  const { property, computed } = node;
  if (computed) return property.type === "Literal" && typeof property.value === "string" ? property.value : undefined;
  return property.type === "PrivateIdentifier" ? `#${property.name}` : property.name;
}

/** The name of the called function or method, without its receiver. */
export function calledName(call) {
  const callee = bare(call.callee);
  return callee.type === "Identifier" ? callee.name : memberName(callee);
}

/** The receiver of a method call. */
export function receiverOf(call) {
  const callee = bare(call.callee);
  return callee.type === "MemberExpression" ? bare(callee.object) : undefined;
}

/** The statement that is this expression and nothing else. */
export function statementOf(node) {
  const outer = wrapped(node);
  const { parent } = outer;
  if (parent.type === "ExpressionStatement") return parent;
  if (parent.type === "AwaitExpression" || (parent.type === "UnaryExpression" && parent.operator === "void")) return statementOf(parent);
  return undefined;
}

/** The list of statements that a statement stands in. */
export function listAround(statement) {
  const { parent } = statement;
  if (BLOCKS.has(parent.type)) return parent.body;
  return parent.type === "SwitchCase" ? parent.consequent : undefined;
}

/** The statement that directly follows in the same block. */
export function nextStatement(statement) {
  const list = listAround(statement);
  return list?.[list.indexOf(statement) + 1];
}

/** Whether the node is a function of any form. */
export function isFunction(node) {
  return node?.type === "FunctionDeclaration" || node?.type === "FunctionExpression" || node?.type === "ArrowFunctionExpression";
}

/** The innermost function around a node, or the program. */
export function functionAround(node) {
  let outer = node.parent;
  while (outer.parent != null && !isFunction(outer)) outer = outer.parent;
  return outer;
}

/** Whether one node lies in another, or is it. */
export function isWithin(node, outer) {
  return outer.range[0] <= node.range[0] && node.range[1] <= outer.range[1];
}

/** Whether the node is a literal, so the same each time. */
export function isConstant(node) {
  return node.type === "Literal" || (node.type === "TemplateLiteral" && node.expressions.length === 0);
}
