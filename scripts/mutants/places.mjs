/**
 * Where a value is kept, as a text that is equal for equal places: a variable, a field of one class, a member path of either.
 * `this.x` in two classes of a file are two places; `const self = this`, `const { x } = this` and `const x = this.x` are none of their own.
 */
import { bare, isFunction, memberName, wrapped } from "./syntax.mjs";
import { oncePerFile } from "./source-index.mjs";

/** The places of a file: `placeOf` an expression, the `uses` of a place and the `writes` to it, and the `variableOf` an identifier. */
export const placesOf = oncePerFile((file) => {
  const variables = resolveVariables(file);
  const ids = new Map();
  const idOf = (thing) => ids.get(thing) ?? (ids.set(thing, ids.size), ids.size - 1);
  const variableOf = (node) => variables.get(node);
  const known = new Map();

  function placeOf(node) {
    const inner = bare(node);
    if (inner == null) return undefined;
    if (!known.has(inner)) {
      known.set(inner, undefined);
      known.set(inner, computePlace(inner));
    }
    return known.get(inner);
  }
  function computePlace(node) {
    if (node.type === "Identifier") return placeOfName(node);
    if (node.type === "ThisExpression") return placeOfThis(node);
    const name = memberName(node);
    const base = name === undefined ? undefined : placeOf(node.object);
    return base === undefined ? undefined : `${base}.${name}`;
  }
  function placeOfName(node) {
    const variable = variableOf(node);
    if (variable === undefined) return `global:${node.name}`;
    return aliasedPlace(variable) ?? `variable${idOf(variable)}`;
  }
  function aliasedPlace(variable) {
    const declarator = soleDeclarator(variable);
    if (declarator?.init == null) return undefined;
    const init = bare(declarator.init);
    if (init.type !== "ThisExpression" && init.type !== "MemberExpression" && declarator.id.type !== "ObjectPattern") return undefined;
    if (declarator.id.type === "Identifier") return placeOf(init);
    const name = patternKey(declarator.id, variable.identifiers[0]);
    const base = name === undefined ? undefined : placeOf(init);
    return base === undefined ? undefined : `${base}.${name}`;
  }
  function placeOfThis(node) {
    const owner = ownerOfThis(node);
    if (owner.node === undefined) return `unknown${idOf(owner.fallback)}`;
    return owner.node.type === "Identifier" ? `field:${placeOf(owner.node)}` : `field${idOf(owner.node)}${owner.isStatic ? "static" : ""}`;
  }

  return { placeOf, variableOf, ...collectUses(file, placeOf) };
});

function resolveVariables(file) {
  const variables = new Map();
  for (const scope of file.scopeManager.scopes) {
    for (const variable of scope.variables) {
      for (const identifier of variable.defs.length > 0 ? variable.identifiers : []) variables.set(identifier, variable);
    }
    for (const { identifier, resolved } of scope.references) if (resolved != null && resolved.defs.length > 0) variables.set(identifier, resolved);
  }
  return variables;
}

/** The declarator of a variable that is written there and nowhere else. */
export function soleDeclarator(variable) {
  if (variable.defs.length !== 1 || variable.defs[0].node.type !== "VariableDeclarator") return undefined;
  return variable.references.filter((reference) => reference.isWrite()).length === 1 ? variable.defs[0].node : undefined;
}

function patternKey(pattern, identifier) {
  if (pattern.type !== "ObjectPattern") return undefined;
  const property = pattern.properties.find(({ type, value }) => type === "Property" && value === identifier);
  return property === undefined || property.computed ? undefined : property.key.name;
}

/** What `this` is: a class, an object, or the name of a constructor function that its prototype belongs to. */
function ownerOfThis(node) {
  for (let outer = node.parent; outer != null; outer = outer.parent) {
    if (outer.type === "PropertyDefinition" || outer.type === "MethodDefinition" || outer.type === "StaticBlock") {
      return { node: outer.parent.parent, isStatic: outer.static === true || outer.type === "StaticBlock" };
    }
    if (isFunction(outer) && outer.type !== "ArrowFunctionExpression" && outer.parent.type !== "MethodDefinition") return { node: ownerOfFunction(outer), fallback: outer };
  }
  return { fallback: node };
}

function ownerOfFunction(node) {
  if (node.type === "FunctionDeclaration") return node.id != null && /^[A-Z]/.test(node.id.name) ? node.id : undefined;
  const { parent } = node;
  if (parent.type === "Property") return prototypeOwner(parent.parent.parent.left) ?? parent.parent;
  if (parent.type === "AssignmentExpression" && parent.left.type === "MemberExpression") return prototypeOwner(parent.left.object);
  return undefined;
}

function prototypeOwner(node) {
  return memberName(node) === "prototype" && node.object.type === "Identifier" ? node.object : undefined;
}

function collectUses(file, placeOf) {
  const uses = new Map(), writes = new Map();
  const push = (map, place, entry) => place === undefined || (map.has(place) ? map.get(place).push(entry) : map.set(place, [entry]));
  for (const node of [...file.nodesOf("MemberExpression"), ...file.nodesOf("Identifier").filter(isReference)]) push(uses, placeOf(node), node);
  for (const node of file.nodesOf("VariableDeclarator")) if (node.init != null && node.id.type === "Identifier") push(writes, placeOf(node.id), { node, value: node.init });
  for (const node of file.nodesOf("AssignmentExpression")) push(writes, placeOf(node.left), { node, value: node.right });
  for (const node of file.nodesOf("PropertyDefinition")) push(writes, fieldPlace(file, node, placeOf), { node, value: node.value });
  for (const node of file.nodesOf("TSParameterProperty")) push(writes, `${placeOf({ type: "ThisExpression", parent: node.parent })}.${(node.parameter.left ?? node.parameter).name}`, { node, value: null });
  return { usesOf: (place) => uses.get(place) ?? [], writesOf: (place) => writes.get(place) ?? [] };
}

/** A declared field has the place that `this.x` has in its class. */
function fieldPlace(file, node, placeOf) {
  if (node.computed) return undefined;
  const name = node.key.type === "PrivateIdentifier" ? `#${node.key.name}` : node.key.name;
  const probe = { type: "ThisExpression", parent: node };
  return name === undefined ? undefined : `${placeOf(probe)}.${name}`;
}

function isReference(node) {
  const { parent } = node;
  if (parent.type === "MemberExpression" && parent.property === node) return parent.computed;
  if ((parent.type === "Property" || parent.type === "PropertyDefinition" || parent.type === "MethodDefinition") && parent.key === node && parent.value !== node) return parent.computed;
  return !parent.type.startsWith("TS") || wrapped(node) !== node;
}

/** Whether a place is a field of an object, or a variable of the module. */
export function isKept(file, place) {
  if (place.startsWith("field")) return place.includes(".");
  return isModulePlace(file, place);
}

/** Whether a place is a variable of the module or a member of one. */
export function isModulePlace(file, place) {
  const root = rootVariable(file, place);
  return root !== undefined && (root.scope.type === "module" || root.scope.type === "global");
}

/** The variable that a place starts from. */
export function rootVariable(file, place) {
  if (!place.startsWith("variable")) return undefined;
  const { usesOf, variableOf } = placesOf(file);
  const [root] = place.split(".");
  return usesOf(root).filter(({ type }) => type === "Identifier").map(variableOf).find((variable) => variable !== undefined);
}
