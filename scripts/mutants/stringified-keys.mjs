/** Objects that are stringified to be the key of an entry. */
import { placesOf, soleDeclarator } from "./places.mjs";
import { valuesAt } from "./values.mjs";
import { bare, calledName, receiverOf, wrapped } from "./syntax.mjs";

const OF_TEXTS_AND_LISTS = /^(?:length|to[A-Z]\w*|map|filter|forEach|some|every|find\w*|index\w*|last\w*|includes|join|split|slice|splice|push|pop|shift|unshift|concat|sort|reverse|replace\w*|match\w*|trim\w*|starts\w*|ends\w*|sub\w*|char\w*|pad\w*|at|flat\w*|reduce\w*|keys|values|entries)$/;
const KEY_METHODS = new Set(["get", "set", "has", "add", "delete"]);

/** All calls of `JSON.stringify` with one named value, whose result is a key of a Map, a Set or a record of this file. */
export function stringifiedKeys(file) {
  return file.nodesOf("CallExpression").filter((call) => {
    const [value] = call.arguments;
    const isPlain = file.source(call.callee) === "JSON.stringify" && call.arguments.length === 1 && value.type === "Identifier";
    return isPlain && isObject(file, value) && [textAround(call), ...namesOf(file, call)].some((node) => isKey(file, node));
  });
}

/** Whether a value is an object for sure, by what it is made of, its declared type or the members that are read; a list or a text loses nothing by a list of names. */
function isObject(file, value) {
  const { variableOf, placeOf, usesOf } = placesOf(file);
  const variable = variableOf(value);
  if (variable === undefined) return false;
  const type = variable.identifiers[0]?.typeAnnotation?.typeAnnotation;
  if (type !== undefined) return type.type === "TSTypeLiteral" || (type.type === "TSTypeReference" && /(?:Options|Params|Props|Query|Config|Request|Filter|Input|Settings|Record|Spec)$/.test(type.typeName.name ?? ""));
  const init = soleDeclarator(variable)?.init;
  if (init != null) return bare(init).type === "ObjectExpression";
  return usesOf(placeOf(value)).some(({ parent }) => parent.type === "MemberExpression" && !parent.computed && parent.object.type === "Identifier" && !OF_TEXTS_AND_LISTS.test(parent.property.name));
}

/** The text that a stringified value becomes a part of. */
function textAround(call) {
  let outer = wrapped(call);
  while (outer.parent.type === "TemplateLiteral" || (outer.parent.type === "BinaryExpression" && outer.parent.operator === "+")) outer = wrapped(outer.parent);
  return outer;
}

function namesOf(file, call) {
  const { parent } = textAround(call);
  if (parent.type !== "VariableDeclarator" || parent.id.type !== "Identifier" || parent.parent.kind !== "const") return [];
  const { usesOf, placeOf } = placesOf(file);
  return usesOf(placeOf(parent.id));
}

function isKey(file, node) {
  const { parent } = node;
  if (parent.type === "MemberExpression") return parent.computed && parent.property === node && isCollection(file, parent.object);
  return parent.type === "CallExpression" && parent.arguments[0] === node && KEY_METHODS.has(calledName(parent)) && isCollection(file, receiverOf(parent));
}

function isCollection(file, node) {
  const place = placesOf(file).placeOf(node);
  return valuesAt(file, place).some(({ value }) => bare(value).type === "ObjectExpression" || /^(?:Weak)?(?:Map|Set)$/.test(value.callee?.name ?? ""));
}
