/**
 * The shape of the compiler's syntax nodes, told by their fields: the numbers of `ts.SyntaxKind` differ between versions.
 * Fields are compared with undefined and never looked up with `in`: some nodes carry the fields of all kinds.
 */
import type ts from "typescript";

/** Any node, with the fields that the questions below look at. */
export interface Shape extends ts.Node {
  readonly name?: Shape & { readonly text?: string };
  readonly expression?: Shape;
  readonly arguments?: readonly Shape[];
  readonly parameters?: readonly Shape[];
  readonly statements?: readonly Shape[];
  readonly body?: Shape;
  readonly initializer?: Shape;
  readonly left?: Shape;
  readonly operatorToken?: Shape;
  readonly literal?: Shape;
  readonly parent: Shape;
}

export function isCall(node: Shape): boolean {
  return node.arguments !== undefined && node.expression?.getStart() === node.getStart();
}

export function isNew(node: Shape): boolean {
  return node.expression !== undefined && node.expression.getStart() > node.getStart() && /^new\b/.test(node.getText());
}

export function isMemberAccess(node: Shape): boolean {
  return node.expression !== undefined && node.name !== undefined && node.arguments === undefined && node.body === undefined;
}

/** `${x}` inside a template: the expression with the text that follows it. */
export function isTemplateSpan(node: Shape): boolean {
  return node.expression !== undefined && node.literal !== undefined;
}

/** An assignment to a member: what stands on its right is kept, or recorded, but not part of the value at hand. */
export function isMemberAssignment(node: Shape): boolean {
  return node.left?.expression !== undefined && /^(?:\?\?|\|\||&&)?=$/.test(node.operatorToken?.getText() ?? "");
}

/** A call that stands as a statement of its own: nobody reads what it returns. */
export function isDiscardedCall(node: Shape): boolean {
  const { parent } = node;
  return isCall(node) && parent?.expression === node && parent.getStart() === node.getStart() && parent.parent?.statements !== undefined;
}

/** The name that a call or a member access ends in: `b` for `a.b` and `a.b()`. */
export function accessedName(node: Shape): Shape | undefined {
  const target = isCall(node) || isNew(node) ? node.expression : node;
  return target?.name ?? target;
}

/** The code that runs when a declared function is called or a declared getter is read; undefined for plain fields and in declaration files. */
export function bodyOf(declaration: ts.Node): Shape | undefined {
  const { body, parameters, initializer } = declaration as Shape;
  if (parameters !== undefined) return body;
  return initializer?.parameters === undefined ? undefined : initializer.body;
}

/** The names of what surrounds a declaration, the nearest first: `["now", "DateConstructor"]`. */
export function collectNames(declaration: ts.Node): readonly string[] {
  const names: string[] = [];
  for (let node = declaration as Shape | undefined; node !== undefined; node = node.parent) {
    if (node.name !== undefined) names.push(node.name.text ?? node.name.getText());
  }
  return names;
}

/** The children of a node in source order. */
export function collectChildren(node: ts.Node): readonly Shape[] {
  const children: Shape[] = [];
  // The visitor must not answer anything: a true answer ends the visit.
  node.forEachChild((child) => void children.push(child as Shape));
  return children;
}
