/** What kind of value an expression has for sure, by its form or the annotation of its variable. */
import { placesOf, soleDeclarator } from "./places.mjs";
import { bare } from "./syntax.mjs";

const OTHER_TYPES = new Set(["TSNumberKeyword", "TSObjectKeyword", "TSTypeLiteral", "TSFunctionType"]);

/** Answers `string`, `other` for a number, an object or a function, or nothing. */
export function knownKind(file, node) {
  const value = bare(node);
  if (value.type === "TemplateLiteral") return "string";
  if (value.type === "BinaryExpression" && value.operator === "+") return isText(value.left) || isText(value.right) ? "string" : undefined;
  const variable = value.type === "Identifier" ? placesOf(file).variableOf(value) : undefined;
  if (variable === undefined) return undefined;
  const init = soleDeclarator(variable)?.init;
  return kindOfType(variable.identifiers[0]?.typeAnnotation?.typeAnnotation) ?? (init == null || init.type === "Identifier" || variable.identifiers[0].parent.init !== init ? undefined : knownKind(file, init));
}

function isText(node) {
  const value = bare(node);
  return (value.type === "Literal" && typeof value.value === "string") || value.type === "TemplateLiteral";
}

function kindOfType(type) {
  if (type === undefined) return undefined;
  if (type.type === "TSStringKeyword") return "string";
  return OTHER_TYPES.has(type.type) ? "other" : undefined;
}
