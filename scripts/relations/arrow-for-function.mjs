/** The same functions as arrows. */
import { editsOfDeclaration, editsOfExpression } from "./arrow-text.mjs";
import { applyEdits, composeText } from "./composed-text.mjs";
import { isDeclaredBeforeUse } from "./declaration-order.mjs";
import { nodesFrom } from "./read-file.mjs";
import { hasDynamicScopes } from "./references.mjs";

const METHOD_HOLDERS = new Set(["MethodDefinition", "TSAbstractMethodDefinition"]);
const OWN_MEANING = new Set(["ThisExpression", "Super", "MetaProperty", "TSThisType"]);
const OWN_NAMES = new Set(["this", "arguments"]);

/**
 * Makes arrows of function expressions and constants of function declarations, where nobody can tell: none that has a
 * `this`, `arguments` or `new.target`, is a generator, is constructed, or is called by its own name or before its place.
 */
export function useArrows(file) {
  if (hasDynamicScopes(file)) return undefined;
  const constructed = namesOfConstructed(file);
  const functions = nodesFrom(file, file.ast).filter((node) => isArrowLike(file, node));
  const edits = functions.flatMap((node) => {
    if (node.type === "FunctionDeclaration") return isReplaceable(file, node, constructed) ? (editsOfDeclaration(file, node) ?? []) : [];
    return isNobodysClass(file, node, constructed) && !isCalledByOwnName(file, node) ? (editsOfExpression(file, node) ?? []) : [];
  });
  return edits.length === 0 ? undefined : composeText(file.text, applyEdits(file.text, edits));
}

function isReplaceable(file, node, constructed) {
  return node.id !== null && !constructed.has(node.id.name) && isDeclaredBeforeUse(file, node);
}

/** Whether nothing in a function means what only a function has. */
function isArrowLike(file, node) {
  if (!["FunctionExpression", "FunctionDeclaration"].includes(node.type) || node.generator || node.declare || isMethod(file, node)) return false;
  return node.returnType?.typeAnnotation.asserts !== true && !hasTwinParameters(file, node) && ownNodesOf(file, node).every((own) => !hasOwnMeaning(own));
}

function hasOwnMeaning({ type, name }) {
  return OWN_MEANING.has(type) || (type === "Identifier" && OWN_NAMES.has(name));
}

/** What runs with the `this` of a function: other functions and the members of classes have their own. */
function ownNodesOf(file, node) {
  return nodesFrom(file, node, (inner) => inner === node || !["FunctionExpression", "FunctionDeclaration", "StaticBlock"].includes(inner.type));
}

function isMethod({ parents }, node) {
  const parent = parents.get(node);
  return METHOD_HOLDERS.has(parent.type) || (parent.type === "Property" && (parent.method || parent.kind !== "init"));
}

function hasTwinParameters({ scopeManager }, node) {
  return scopeManager.acquire(node).variables.some(({ defs }) => defs.filter(({ type }) => type === "Parameter").length > 1);
}

function isCalledByOwnName({ scopeManager }, node) {
  return scopeManager.getDeclaredVariables(node).some(({ defs, references }) => defs.some(({ type }) => type === "FunctionName") && references.length > 0);
}

/** An arrow cannot be constructed, and a name with a capital asks for it. */
function isNobodysClass(file, node, constructed) {
  const parent = file.parents.get(node);
  if (parent.type === "NewExpression" && parent.callee === node) return false;
  const names = [node.id?.name, ...namesGivenTo(file, node)].filter((name) => name !== undefined);
  return names.every((name) => !/^[A-Z]/.test(name) && name !== "constructor" && !constructed.has(name));
}

function namesGivenTo({ parents }, node) {
  const parent = parents.get(node);
  if (parent.type === "VariableDeclarator") return [lastWordOf(parent.id)];
  if (parent.type === "AssignmentExpression") return [lastWordOf(parent.left), ...namesGivenTo({ parents }, parent)];
  return parent.type === "Property" || parent.type === "PropertyDefinition" ? [lastWordOf(parent.key)] : [];
}

/** Names of what is constructed, extended, asked for instances or has a prototype, whoever's they are. */
function namesOfConstructed(file) {
  return new Set(nodesFrom(file, file.ast).map((node) => lastWordOf(constructedBy(node))).filter((name) => name !== undefined));
}

function constructedBy({ type, callee, object, property, operator, right, superClass }) {
  if (type === "NewExpression") return callee;
  if (type === "MemberExpression" && (property.name ?? property.value) === "prototype") return object;
  if (type === "BinaryExpression" && operator === "instanceof") return right;
  return superClass;
}

function lastWordOf(node) {
  if (node == null) return undefined;
  if (node.type === "MemberExpression") return lastWordOf(node.property);
  return node.name ?? (typeof node.value === "string" ? node.value : undefined);
}
