/** Keys that are texts of which the content counts: they are taken apart or brought into another form where they are kept, and of contents there is no end. */
import type { TSESTree } from "@typescript-eslint/utils";

import { transparent } from "../../catalogue/words/callbacks.ts";
import { domainOfName, isIdName } from "../../catalogue/words/key-names.ts";
import { contentReading, membershipTests, textKeeping, textMaking } from "../../catalogue/words/texts.ts";
import { collectCallers } from "../../facts/callers.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { initializerOf, isSingleAssignment, writesOf, type Variable } from "../../facts/variables.ts";
import { annotationOf } from "../../syntax/annotations.ts";
import { calleeName, enclosingFunction, isFunction, isWithin, memberName, receiverOf, unwrap, wrapped, type FunctionNode } from "../../syntax/tree.ts";
import type { Collection } from "./collection.ts";
import { mentions } from "./mentioned-place.ts";
import type { Operation } from "./operations.ts";

const MAXIMUM_DEPTH = 6;
/** How many callers up a text is followed to where the source writes it. */
const MAXIMUM_CALLERS = 3;

/** A key followed back to where it comes from. */
interface Trail {
  /** The variables on the way, the parameter it comes from included. */
  readonly variables: Set<Variable>;
  /** The parameter it comes from. */
  source: Variable | undefined;
  /** The member of it that is the text, as it is written: `message.text`; undefined where it is the text itself. */
  member: string | undefined;
  /** Where the way itself takes the text apart. */
  reading: TSESTree.Node | undefined;
}

/** Finds where the function that inserts reads the content of its key, a text that is given to it; undefined where the key may be one of a few. */
export function contentOfKey(file: FileFacts, { place }: Collection, { node, key }: Operation): TSESTree.Node | undefined {
  const around = enclosingFunction(node);
  if (key === undefined || around === undefined) return undefined;
  const trail: Trail = { variables: new Set(), source: undefined, member: undefined, reading: undefined };
  if (!followText(file, key, trail, 0)) return undefined;
  const { variables, source, member } = trail;
  const isText = source !== undefined && [...variables].every((variable) => mayBeContent(variable.name) && isDeclaredAsText(variable, member === undefined || variable !== source));
  if (!isText || !isGivenToInsert(file, source, around)) return undefined;
  const reading = trail.reading ?? findReading(file, trail, around, 0);
  if (reading === undefined || [...variables].some((variable) => isOneOfKnown(file, variable, place, node))) return undefined;
  return isGivenAnything(file, source, 0) ? reading : undefined;
}

/** Goes back from a key through variables, parts and other forms of a text; false where it is made of something else as well. */
function followText(file: FileFacts, expression: TSESTree.Node, trail: Trail, depth: number): boolean {
  const node = unwrap(expression);
  if (depth > MAXIMUM_DEPTH) return false;
  switch (node.type) {
    case "Identifier":
      return followVariable(file, node, trail, depth);
    case "ConditionalExpression":
      return followText(file, node.consequent, trail, depth + 1) && followText(file, node.alternate, trail, depth + 1);
    case "LogicalExpression":
      return followText(file, node.left, trail, depth + 1) && (unwrap(node.right).type === "Literal" || followText(file, node.right, trail, depth + 1));
    case "MemberExpression":
      return followMember(file, node, trail, depth);
    case "TemplateLiteral":
      return node.expressions.length === 1 && node.expressions.every((part) => followText(file, part, trail, depth + 1));
    case "CallExpression":
      return followCall(file, node, trail, depth);
    default:
      return false;
  }
}

/** `message.text`, and `parts[0]` of what the text was taken apart to. */
function followMember(file: FileFacts, node: TSESTree.MemberExpression, trail: Trail, depth: number): boolean {
  const object = unwrap(node.object);
  if (node.computed) return unwrap(node.property).type === "Literal" && followText(file, object, trail, depth + 1);
  const variable = object.type === "Identifier" ? file.variables.variableOf(object) : undefined;
  if (variable?.defs[0]?.type !== "Parameter" || !mayBeContent(memberName(node) ?? "") || (trail.source !== undefined && trail.source !== variable)) return false;
  trail.variables.add(variable);
  trail.source = variable;
  trail.member = file.sourceCode.getText(node);
  return isSingleAssignment(variable);
}

/** Whether a name is neither of what the source has a few of, nor of an id. */
function mayBeContent(name: string): boolean {
  return domainOfName(name) !== "bounded" && !isIdName(name);
}

function followVariable(file: FileFacts, node: TSESTree.Identifier, trail: Trail, depth: number): boolean {
  const variable = file.variables.variableOf(node);
  if (variable === undefined || trail.variables.has(variable)) return variable !== undefined;
  trail.variables.add(variable);
  if (variable.defs[0]?.type === "Parameter") {
    const isSame = trail.source === undefined || trail.source === variable;
    trail.source = variable;
    return isSame && isWrittenFromItself(file, variable, trail, depth);
  }
  const init = initializerOf(variable);
  return init !== undefined && followText(file, init, trail, depth + 1);
}

/** `text = text.trim()`: a parameter that is only brought into another form. */
function isWrittenFromItself(file: FileFacts, variable: Variable, trail: Trail, depth: number): boolean {
  return isSingleAssignment(variable) || writesOf(variable).every(({ writeExpr }) => writeExpr != null && followText(file, writeExpr, trail, depth + 1));
}

function followCall(file: FileFacts, node: TSESTree.CallExpression, trail: Trail, depth: number): boolean {
  const name = calleeName(node) ?? "";
  const receiver = receiverOf(node);
  if (receiver === undefined) return textMaking.has(name) && node.arguments[0] !== undefined && followText(file, node.arguments[0], trail, depth + 1);
  if (!textKeeping.has(name)) return false;
  if (contentReading.has(name)) trail.reading ??= node;
  return followText(file, receiver, trail, depth + 1);
}

/** Declared as a text, or not declared at all: another type may have a few values. */
function isDeclaredAsText(variable: Variable, isItself: boolean): boolean {
  const [definition] = variable.defs;
  const annotation = definition === undefined || !isItself ? undefined : annotationOf(definition.name);
  return annotation === undefined || annotation.type === "TSStringKeyword";
}

/** `text.split(…)` in the function itself, or in one of the file that it gives the text to. */
function findReading(file: FileFacts, { variables, source, member }: Pick<Trail, "variables" | "source" | "member">, around: FunctionNode, depth: number): TSESTree.Node | undefined {
  for (const variable of variables) {
    for (const { identifier } of variable.references) {
      if (!isWithin(identifier, around)) continue;
      const text = variable === source && member !== undefined ? identifier.parent : identifier;
      if (text === undefined || (text !== identifier && file.sourceCode.getText(text) !== member)) continue;
      const use = wrapped(text);
      const { parent } = use;
      if (parent?.type === "MemberExpression" && parent.object === use && parent.parent.type === "CallExpression" && parent.parent.callee === parent && contentReading.has(calleeName(parent.parent) ?? "")) return parent.parent;
      const found = parent?.type === "CallExpression" && parent.callee !== use && depth === 0 ? readingInCallee(file, parent, use) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function readingInCallee(file: FileFacts, call: TSESTree.CallExpression, argument: TSESTree.Node): TSESTree.Node | undefined {
  const called = file.functions.calledFunction(call);
  const parameter = called?.params[call.arguments.indexOf(argument as TSESTree.Expression)];
  const variable = parameter?.type === "Identifier" ? file.variables.variableOf(parameter) : undefined;
  return called === undefined || variable === undefined ? undefined : findReading(file, { variables: new Set([variable]), source: variable, member: undefined }, called, 1);
}

/** Whether the text comes with each call that inserts, and is not one that a function around was made with. */
function isGivenToInsert(file: FileFacts, source: Variable, around: FunctionNode): boolean {
  for (let at: FunctionNode | undefined = around; at !== undefined; at = enclosingFunction(at)) {
    if (source.defs[0]?.node === at) return true;
    const { role } = file.functions.factOf(at);
    if (role !== "callback" && role !== "immediate") return false;
  }
  return false;
}

/** `if (!(unit in FACTORS)) throw`, `if (!KNOWN.includes(unit)) return`: what passes is one of those that stand elsewhere. */
function isOneOfKnown(file: FileFacts, variable: Variable, place: Place, insert: TSESTree.Node): boolean {
  return variable.references.some(({ identifier }) => {
    const lookup = lookupBy(identifier);
    if (lookup === undefined || mentions(file, lookup, place)) return false;
    const found = lookup.parent?.type === "VariableDeclarator" && lookup.parent.init === lookup ? file.variables.variableOf(lookup.parent.id) : undefined;
    const tested = found === undefined ? [lookup] : found.references.map((reference) => reference.identifier);
    return tested.some((use) => decides(use, insert));
  });
}

/** `TABLE[text]`, `text in TABLE`, `KNOWN.has(text)`. */
function lookupBy(identifier: TSESTree.Node): TSESTree.Node | undefined {
  const { parent } = identifier;
  if (parent?.type === "BinaryExpression") return parent.operator === "in" && parent.left === identifier ? parent : undefined;
  if (parent?.type === "MemberExpression") return parent.computed && parent.property === identifier ? parent : undefined;
  return parent?.type === "CallExpression" && parent.callee !== identifier && membershipTests.has(calleeName(parent) ?? "") ? parent : undefined;
}

/** Whether a use stands in the test of an `if` that leaves the function, or that the insert stands in. */
function decides(use: TSESTree.Node, insert: TSESTree.Node): boolean {
  for (let at: TSESTree.Node = use; at.parent != null && !isFunction(at); at = at.parent) {
    const parent: TSESTree.Node = at.parent;
    if (parent.type !== "IfStatement" || parent.test !== at) continue;
    const last = parent.consequent.type === "BlockStatement" ? parent.consequent.body.at(-1) : parent.consequent;
    return last?.type === "ThrowStatement" || last?.type === "ReturnStatement" || isWithin(insert, parent.consequent);
  }
  return false;
}

/** Whether somebody who is not in sight calls the function of a parameter, or one who is gives it more than the texts of the source. */
function isGivenAnything(file: FileFacts, source: Variable, depth: number): boolean {
  const owner = source.defs[0]?.node;
  if (!isFunction(owner)) return false;
  const { role } = file.functions.factOf(owner);
  if (role === "callback" || role === "immediate") return false;
  const index = owner.params.findIndex((parameter) => isWithin(source.identifiers[0] ?? owner, parameter));
  const callers = collectCallers(file, file.functions.factOf(owner));
  if (callers === "anybody") return !isAskedOfList(file, owner);
  return depth < MAXIMUM_CALLERS && callers.some((use) => {
    const call = wrapped(use).parent;
    const argument = call?.type === "CallExpression" ? call.arguments[index] : undefined;
    const trail: Trail = { variables: new Set(), source: undefined, member: undefined, reading: undefined };
    return argument !== undefined && followText(file, argument, trail, 0) && trail.source !== undefined && isGivenAnything(file, trail.source, depth + 1);
  });
}

/** `PATTERNS.map(tokensOf)`: a function that nobody else is given takes what the list has. */
function isAskedOfList(file: FileFacts, node: FunctionNode): boolean {
  const identifier = node.type === "FunctionDeclaration" ? node.id : node.parent.type === "VariableDeclarator" ? node.parent.id : undefined;
  const uses = (identifier == null ? undefined : file.variables.variableOf(identifier))?.references.filter(({ init }) => init !== true) ?? [];
  return uses.length > 0 && uses.every(({ identifier: use }) => use.parent.type === "CallExpression" && use.parent.callee !== use && transparent.has(calleeName(use.parent) ?? "")) && !isExportedFunction(node);
}

function isExportedFunction(node: FunctionNode): boolean {
  const declaration = node.parent.type === "VariableDeclarator" ? node.parent.parent : node;
  return declaration.parent?.type === "ExportNamedDeclaration" || declaration.parent?.type === "ExportDefaultDeclaration";
}
