/** Objects that are stringified to be the key of an entry. */
import { placesOf, soleDeclarator } from "./places.mjs";
import { valuesAt } from "./values.mjs";
import { bare, calledName, receiverOf, wrapped } from "./syntax.mjs";
import { knownKind } from "./value-kinds.mjs";

const KEY_METHODS = new Set(["get", "set", "has", "add", "delete"]);

/** All calls of `JSON.stringify` with one named value, whose result is a key of a Map, a Set or a record of this file. */
export function stringifiedKeys(file) {
  return file.nodesOf("CallExpression").filter((call) => {
    const [value] = call.arguments;
    const isPlain = file.source(call.callee) === "JSON.stringify" && call.arguments.length === 1 && value.type === "Identifier";
    return isPlain && mayNest(file, value) && [wrapped(call), ...namesOf(file, call)].some((node) => isKey(file, node));
  });
}

/** A text, a list or a number loses nothing by a list of names, so only what may be an object counts. */
function mayNest(file, value) {
  const variable = placesOf(file).variableOf(value);
  const type = variable?.identifiers[0]?.typeAnnotation?.typeAnnotation.type;
  const init = variable === undefined ? undefined : soleDeclarator(variable)?.init;
  return knownKind(file, value) !== "string" && !/^TS(?:Number|String|Boolean|Array|Tuple|Function)/.test(type ?? "") && init?.type !== "ArrayExpression" && !/^args$|s$/.test(value.name.replace(/(?:options|params|props|settings|args)$/i, ""));
}

function namesOf(file, call) {
  const { parent } = wrapped(call);
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
